// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/generated.hpp"

namespace trialsift::cli {
namespace {

constexpr std::string_view kFunctions = R"fish(
# The command of the words before the cursor: "trialsift screen run".
function __trialsift_command
    set -l command trialsift
    set -l value no
    for word in (commandline -opc)[2..-1]
        if test $value = yes
            set value no
        else if contains -- "$command $word" $__trialsift_with_value; or contains -- "trialsift $word" $__trialsift_with_value
            set value yes
        else if contains -- "$command $word" $__trialsift_commands
            set command "$command $word"
        end
    end
    echo $command
end

function __trialsift_is
    test (__trialsift_command) = "$argv"
end

function __trialsift_query
    set -l word (commandline -ct | string trim --left --chars "'\"(")
    if string match -q '*:*' -- $word
        string match -- (string split -m 1 : -- $word)[1]':*' $__trialsift_values
    else
        string replace -r '$' ':' -- $__trialsift_fields
    end
end

function __trialsift_list
    set -l before (commandline -ct | string replace -r '[^,]*$' '')
    string replace -r '^' "$before" -- $__trialsift_fields
end
)fish";

std::string fish_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string values(const OptionInfo& option) {
  switch (kind_of(option)) {
    case ValueKind::kChoices:
      return " -x -a " + fish_quoted(joined(option.choices));
    case ValueKind::kFile:
      return " -r -F";
    case ValueKind::kFolder:
      return " -x -a '(__fish_complete_directories)'";
    case ValueKind::kQuery:
      return " -x -a '(__trialsift_query)'";
    case ValueKind::kFields:
      return " -x -a '(__trialsift_list)'";
    case ValueKind::kOther:
      break;
  }
  return " -x";
}

std::string condition(const CommandInfo& command) {
  return "complete -c trialsift -n '__trialsift_is " + command.name + "'";
}

std::string line_of(const OptionInfo& option, const std::string& start) {
  std::string text = start;
  if (!option.short_name.empty()) text += " -s " + option.short_name.substr(1);
  if (!option.long_name.empty()) text += " -l " + option.long_name.substr(2);
  if (!option.value.empty()) text += values(option);
  return text + " -d " + fish_quoted(option.about) + "\n";
}

std::string argument_line(const OptionInfo& argument, const CommandInfo& command) {
  const ValueKind kind = kind_of(argument);
  if (kind == ValueKind::kFile) return condition(command) + " -F\n";
  const std::string words = values(argument);
  if (kind == ValueKind::kOther) return "";
  return condition(command) + words.substr(words.find(" -a ")) + "\n";
}

}  // namespace

GeneratedFile fish_completion(const CommandInfo& program) {
  std::string names;
  std::string with_value;
  std::string lines;
  for (const OptionInfo& option : program.options) lines += line_of(option, "complete -c trialsift");
  for (const CommandInfo* command : all_commands(program)) {
    if (command != &program) {
      names += " " + fish_quoted(command->name);
      for (const OptionInfo& option : command->options) lines += line_of(option, condition(*command));
    }
    for (const CommandInfo& below : command->commands) {
      lines += condition(*command) + " -a " + std::string(below.verb()) + " -d " + fish_quoted(below.about) + "\n";
    }
    for (const OptionInfo& argument : command->arguments) lines += argument_line(argument, *command);
    for (const OptionInfo& option : command->options) {
      if (option.value.empty()) continue;
      for (const std::string& name : {option.short_name, option.long_name}) {
        if (!name.empty()) with_value += " " + fish_quoted(command->name + " " + name);
      }
    }
  }
  std::string fields;
  std::string values;
  for (const QueryName& name : query_names()) {
    fields += " " + std::string(name.name);
    for (const std::string_view value : name.values) values += " " + std::string(name.name) + ":" + std::string(value);
  }
  std::string text = "# fish completion for trialsift; made by: trialsift generate\n\n";
  text += "set -g __trialsift_commands" + names + "\nset -g __trialsift_with_value" + with_value + "\n";
  text += "set -g __trialsift_fields" + fields + "\nset -g __trialsift_values" + values + "\n";
  text += kFunctions;
  text += "\ncomplete -c trialsift -f\n" + lines;
  return {"fish/vendor_completions.d/trialsift.fish", text};
}

}  // namespace trialsift::cli
