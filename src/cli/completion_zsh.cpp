// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/generated.hpp"

namespace trialsift::cli {
namespace {

constexpr std::string_view kQuery = R"zsh(
_trialsift_query() {
  if compset -P '*:'; then
    local values=${_trialsift_values[${IPREFIX%%:*}]}
    [[ -n $values ]] && compadd -- ${=values}
  else
    compadd -S ':' -q -- $_trialsift_fields
  fi
}

_trialsift_list() {
  compset -P '*,'
  compadd -S '' -- $_trialsift_fields
}
)zsh";

/// A text inside a specification of _arguments.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ':' || c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string action(const OptionInfo& option) {
  switch (kind_of(option)) {
    case ValueKind::kChoices:
      return "(" + joined(option.choices) + ")";
    case ValueKind::kFile:
      return "_files";
    case ValueKind::kFolder:
      return "_files -/";
    case ValueKind::kQuery:
      return "_trialsift_query";
    case ValueKind::kFields:
      return "_trialsift_list";
    case ValueKind::kOther:
      break;
  }
  return " ";
}

std::string specification(const OptionInfo& option) {
  const std::string about = "[" + escaped(option.about) + "]";
  const std::string value = option.value.empty() ? "" : ":" + escaped(option.value) + ":" + action(option);
  std::string text;
  for (const std::string& name : {option.short_name, option.long_name}) {
    if (name.empty()) continue;
    // -f csv and -fcsv; --format csv and --format=csv
    const std::string joins = option.value.empty() ? "" : name == option.long_name ? "=" : "+";
    text += "    " + shell_quoted("*" + name + joins + about + value) + " \\\n";
  }
  return text;
}

std::string function_name(const CommandInfo& command) {
  return "_" + dashed(command.name);
}

std::string function(const CommandInfo& command) {
  std::string text = "\n" + function_name(command) + "() {\n";
  if (!command.commands.empty()) text += "  local curcontext=$curcontext state line ret=1\n";
  // -A: what stands behind the command is the command's.
  text +=
      std::string("  _arguments -C -s -S ") + (command.commands.empty() ? "" : "-A '-*' ") + "$_trialsift_shared \\\n";
  for (const OptionInfo& option : command.options) text += specification(option);
  if (command.commands.empty()) {
    for (const OptionInfo& argument : command.arguments) {
      const std::string place = argument.repeatable ? "*" : "";
      text += "    " + shell_quoted(place + ":" + escaped(argument.value) + ":" + action(argument)) + " \\\n";
    }
    return text + "    && return 0\n}\n";
  }
  text += "    '1:command:->command' '*::argument:->argument' && ret=0\n  case $state in\n    command)\n";
  text += "      local -a commands=(\n";
  for (const CommandInfo& below : command.commands) {
    text += "        " + shell_quoted(std::string(below.verb()) + ":" + escaped(below.about)) + "\n";
  }
  text += "      )\n      _describe command commands && ret=0\n      ;;\n    argument)\n      case $words[1] in\n";
  for (const CommandInfo& below : command.commands) {
    text += "        " + std::string(below.verb()) + ") " + function_name(below) + " && ret=0 ;;\n";
  }
  return text + "      esac\n      ;;\n  esac\n  return ret\n}\n";
}

}  // namespace

GeneratedFile zsh_completion(const CommandInfo& program) {
  std::string text = "#compdef trialsift\n# zsh completion for trialsift; made by: trialsift generate\n";
  text += "\ntypeset -ga _trialsift_shared=(\n";
  for (const OptionInfo& option : program.options) {
    std::string lines = specification(option);
    for (std::size_t at = lines.find(" \\\n"); at != std::string::npos; at = lines.find(" \\\n")) lines.erase(at, 2);
    text += lines;
  }
  text += ")\n\ntypeset -ga _trialsift_fields=(\n";
  std::string values;
  for (const QueryName& name : query_names()) {
    text += "    " + std::string(name.name) + "\n";
    if (name.values.empty()) continue;
    values +=
        "    " + std::string(name.name) + " " + shell_quoted(joined({name.values.begin(), name.values.end()})) + "\n";
  }
  text += ")\n\ntypeset -gA _trialsift_values=(\n" + values + ")\n" + std::string(kQuery);
  CommandInfo top = program;
  top.options.clear();  // they are those that all share
  for (const CommandInfo* command : all_commands(program)) text += function(command == &program ? top : *command);
  text += "\n_trialsift \"$@\"\n";
  return {"zsh/site-functions/_trialsift", text};
}

}  // namespace trialsift::cli
