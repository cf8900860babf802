// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/generated.hpp"
#include "cli/help.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::cli {
namespace {

/// Text in a cell of a table: no bar ends it, no < begins a tag.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '<' || c == '*') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string code(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return "`" + out + "`";
}

std::string row(const OptionInfo& option) {
  return "| " + code(option.shown()) + " | " + cell(full_about(option)) + " |\n";
}

std::string table(const std::string& heading, const std::vector<OptionInfo>& options) {
  if (options.empty()) return "";
  std::string text = "\n| " + heading + " | |\n|---|---|\n";
  for (const OptionInfo& option : options) text += row(option);
  return text;
}

/// Indented lines are code, others text.
std::string footer(std::string_view text) {
  std::string out = "\n";
  bool code = false;
  for (const std::string_view line : base::split(text, '\n')) {
    if (code && !line.empty() && !line.starts_with("  ")) out += "\n";
    code = line.starts_with("  ");
    out += (code ? "  " + std::string(line) : std::string(line)) + "\n";
    if (line.ends_with(':')) out += "\n";
  }
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

std::string section(const CommandInfo& command, const CommandInfo& program) {
  std::string text = "\n## " + command.name + "\n\n";
  text += cell(command.about) + ".\n\n    " + command.usage() + "\n";
  for (const std::string_view paragraph : base::split(command.details, '\n')) {
    if (!paragraph.empty()) text += "\n" + cell(paragraph) + "\n";
  }
  if (!command.commands.empty() && &command != &program) {
    text += "\n| command | |\n|---|---|\n";
    for (const CommandInfo& below : command.commands) {
      text += "| " + code(std::string(below.verb())) + " | " + cell(below.about) + " |\n";
    }
  }
  text += table("argument", command.arguments);
  text += table(&command == &program ? "option of every command" : "option", command.options);
  return text + footer(command.footer);
}

}  // namespace

GeneratedFile reference_page(const CommandInfo& program) {
  std::string text =
      "<!-- Made by trialsift generate from the table of commands: do not edit. -->\n"
      "# Commands\n\n"
      "What `trialsift COMMAND --help` tells, on one page. [query-language.md](query-language.md) tells what a query "
      "may "
      "be,\n"
      "[exit-status.md](exit-status.md) the exit statuses and errors, [output-schema.md](output-schema.md) the "
      "output.\n"
      "Every option that takes one value or none, and no list, can be a setting: `--print-config` lists them with "
      "their values.\n";
  for (const CommandInfo* command : all_commands(program)) text += section(*command, program);
  return {"doc/trialsift/commands.md", text};
}

}  // namespace trialsift::cli
