// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/help.hpp"

#include <algorithm>

#include "trialsift/base/text.hpp"

namespace trialsift::cli {
namespace {

constexpr std::size_t kWidth = 100;
constexpr std::size_t kNameWidth = 24;

std::string row(const std::string& name, const std::string& about) {
  const std::string start = "  " + name;
  const std::string blanks = start.size() + 2 <= kNameWidth ? std::string(kNameWidth - start.size(), ' ')
                                                            : "\n" + std::string(kNameWidth, ' ');
  return start + blanks + wrapped(about, kWidth - kNameWidth, kNameWidth) + "\n";
}

std::string rows(const std::string& title, const std::vector<OptionInfo>& options) {
  if (options.empty()) return "";
  std::string text = "\n" + title + ":\n";
  for (const OptionInfo& option : options) {
    // Long names stand under each other, whether they have a short one or not.
    const bool indented = option.short_name.empty() && !option.long_name.empty();
    text += row((indented ? "    " : "") + option.shown(), full_about(option));
  }
  return text;
}

std::string opening(const CommandInfo& command) {
  std::string text = command.name + ": " + command.about + "\n\nUsage: " + command.usage() + "\n";
  if (command.commands.empty()) return text;
  text += "\nCommands:\n";
  for (const CommandInfo& below : command.commands) text += row(std::string(below.verb()), below.about);
  return text;
}

std::string own_options(const CommandInfo& command) {
  return rows("Arguments", command.arguments) + rows("Options", command.options);
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  std::string lines;
  std::size_t column = 0;
  for (const std::string_view word : base::split(text, ' ')) {
    if (column > 0 && column + 1 + word.size() > width) {
      lines += "\n" + std::string(indent, ' ');
      column = 0;
    } else if (column > 0) {
      lines += " ";
      ++column;
    }
    lines += word;
    column += word.size();
  }
  return lines;
}

std::string full_about(const OptionInfo& option) {
  const bool told = std::all_of(option.choices.begin(), option.choices.end(), [&option](const std::string& choice) {
    return option.about.find(choice) != std::string::npos;
  });
  if (told) return option.about;
  std::string list;
  for (const std::string& choice : option.choices) list += (list.empty() ? ": " : ", ") + choice;
  return option.about + list;
}

std::string short_help(const CommandInfo& command, const CommandInfo& program) {
  std::string text = opening(command) + own_options(command);
  if (command.name != program.name) {
    std::string names;
    for (const OptionInfo& option : program.options) {
      names += (names.empty() ? "" : ", ") + (option.short_name.empty() ? option.long_name : option.short_name);
    }
    text += "\nEvery command takes " + wrapped(names, kWidth - kNameWidth, 2) + ".\n";
  }
  return text + "\n'" + command.name + " --help' tells more" +
         (command.commands.empty() ? ", with examples" : ", '" + command.name + " COMMAND --help' of a command") +
         ".\n";
}

std::string long_help(const CommandInfo& command, const CommandInfo& program) {
  std::string text = opening(command);
  for (const std::string_view paragraph : base::split(command.details, '\n')) {
    if (!paragraph.empty()) text += "\n" + wrapped(paragraph, kWidth, 0) + "\n";
  }
  text += own_options(command);
  if (command.name != program.name) text += rows("Options of every command", program.options);
  return text + "\n" + command.footer + (command.footer.ends_with('\n') ? "" : "\n");
}

}  // namespace trialsift::cli
