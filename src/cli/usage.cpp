// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/usage.hpp"

#include <CLI/App.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_info.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::cli {
namespace {

using base::Error;
using base::ErrorCode;

std::vector<const CLI::App*> commands_below(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

std::string see_help(const CLI::App& command) {
  return "see " + describe(command).name + " --help";
}

Error unknown_command(const CLI::App& above, const std::string& word) {
  const CommandInfo info = describe(above);
  std::vector<std::string_view> names;
  for (const CommandInfo& command : info.commands) names.push_back(command.verb());
  const std::string_view near = base::nearest(word, names);
  const std::string in = above.get_parent() == nullptr ? "" : info.name + " ";
  return {ErrorCode::kUsage, "there is no command " + in + word,
          near.empty() ? see_help(above) : "did you mean: " + info.name + " " + std::string(near)};
}

Error unknown_option(const CLI::App& command, const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  std::vector<std::string> names;
  bool takes_queries = false;
  for (const CLI::App* app = &command; app != nullptr; app = app->get_parent()) {
    for (const CLI::Option* option : app->get_options()) {
      for (const std::string& long_name : option->get_lnames()) names.push_back("--" + long_name);
      takes_queries = takes_queries || option->check_lname("query");
    }
  }
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const std::string_view near = name.starts_with("--") ? base::nearest(name, candidates) : std::string_view();
  std::string hint = near.empty() ? see_help(command) : "did you mean " + std::string(near) + "?";
  if (near.empty() && takes_queries) hint = "a query that begins with a minus sign is given as --query=" + word;
  return {ErrorCode::kUsage, describe(command).name + " has no option " + name, hint};
}

bool is_option(const std::string& word) {
  return word.size() > 1 && word.front() == '-';
}

/// Null: none of the options was refused for its value.
const CLI::Option* with_unknown_value(const CLI::App& command, std::string& value) {
  for (const CLI::App* app = &command; app != nullptr; app = app->get_parent()) {
    for (const CLI::Option* option : app->get_options()) {
      const std::vector<std::string> choices = describe(*option).choices;
      if (choices.empty()) continue;
      for (const std::string& result : option->results()) {
        if (std::find(choices.begin(), choices.end(), base::to_lower_ascii(result)) == choices.end()) {
          value = result;
          return option;
        }
      }
    }
  }
  return nullptr;
}

}  // namespace

const CLI::App& command_meant(const CLI::App& program) {
  for (const CLI::App* command : commands_below(program)) {
    if (command->parsed()) return command_meant(*command);
  }
  return program;
}

Error value_error(const CLI::Option& option, const std::string& value, const std::string& where,
                  const CLI::Error& error) {
  const OptionInfo info = describe(option);
  const std::string name = option.get_name();
  if (info.choices.empty()) return {ErrorCode::kUsage, where + error.what()};
  std::string list;
  for (const std::string& choice : info.choices) list += (list.empty() ? "" : ", ") + choice;
  const std::vector<std::string_view> candidates(info.choices.begin(), info.choices.end());
  const std::string_view near = base::nearest(base::to_lower_ascii(value), candidates);
  return {ErrorCode::kUsage, where + name + " does not take " + (value.empty() ? "an empty value" : value),
          (near.empty() ? "" : "did you mean " + std::string(near) + "? ") + "it takes " + list};
}

Error usage_error(const CLI::App& program, const CLI::ParseError& error) {
  const CLI::App& command = command_meant(program);
  const CommandInfo info = describe(command);
  const std::vector<std::string> unread = program.remaining(true);
  for (const std::string& word : unread) {
    if (is_option(word)) return unknown_option(command, word);
    if (!info.commands.empty()) return unknown_command(command, word);
  }
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !unread.empty()) {
    return {ErrorCode::kUsage, info.name + " takes no argument " + unread.front(), see_help(command)};
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    for (const CLI::Option* option : command.get_options()) {
      if (!option->get_required() || option->count() > 0) continue;
      return {ErrorCode::kUsage, info.name + " needs " + describe(*option).shown(), see_help(command)};
    }
    return {ErrorCode::kUsage, info.name + " needs a command", see_help(command)};
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    // Its sentence begins with the option's name.
    const std::string sentence = error.what();
    return {ErrorCode::kUsage, sentence.substr(0, sentence.find(':')) + " needs a value", see_help(command)};
  }
  std::string value;
  if (const CLI::Option* option = with_unknown_value(command, value)) return value_error(*option, value, "", error);
  return {ErrorCode::kUsage, error.what(), see_help(command)};
}

}  // namespace trialsift::cli
