// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/command_info.hpp"

#include <CLI/App.hpp>

#include <algorithm>
#include <cctype>

#include "cli/command.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::cli {
namespace {

constexpr std::string_view kEllipsis = "...";

/// "trialsift screen run" of an App.
std::string full_name(const CLI::App& app) {
  const std::string above = app.get_parent() == nullptr ? "" : full_name(*app.get_parent()) + " ";
  return above + app.get_name();
}

std::string without_ellipsis(std::string name) {
  if (name.ends_with(kEllipsis)) name.resize(name.size() - kEllipsis.size());
  return name;
}

/// CLI11 tells the values of IsMember behind the type's name: "NAME:{text,json}".
std::vector<std::string> choices_in(const std::string& type_name) {
  const std::size_t open = type_name.find(":{");
  const std::size_t close = type_name.find('}', open == std::string::npos ? 0 : open);
  std::vector<std::string> choices;
  if (open == std::string::npos || close == std::string::npos) return choices;
  for (const std::string_view choice : base::split(std::string_view(type_name).substr(open + 2, close - open - 2), ','))
    choices.emplace_back(choice);
  return choices;
}

bool is_help(const CLI::App& app, const CLI::Option* option) {
  return option == app.get_help_ptr() || option == app.get_help_all_ptr();
}

}  // namespace

std::string OptionInfo::shown() const {
  const std::string more = repeatable && short_name.empty() && long_name.empty() ? std::string(kEllipsis) : "";
  if (short_name.empty() && long_name.empty()) return value + more;
  return short_name + (short_name.empty() || long_name.empty() ? "" : ", ") + long_name +
         (value.empty() ? "" : " " + value);
}

std::string CommandInfo::usage() const {
  std::string text = name + " [OPTIONS]";
  for (const OptionInfo& argument : arguments) {
    text += argument.required ? " " + argument.shown() : " [" + argument.shown() + "]";
  }
  return commands.empty() ? text : text + " COMMAND ...";
}

std::string_view CommandInfo::verb() const {
  return std::string_view(name).substr(name.rfind(' ') + 1);
}

bool is_flag(const CLI::Option& option) {
  return option.get_expected_min() == 0 && !option.get_positional();
}

bool is_setting(const CLI::Option& option) {
  return !option.get_positional() && option.get_configurable() && option.get_items_expected_max() <= 1 &&
         !option.get_lnames().empty();
}

std::string variable_of(const CLI::App& app, const CLI::Option& option) {
  std::string name = full_name(app) + " " + option.get_lnames().front();
  for (char& c : name) {
    c = c == ' ' || c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  return name;
}

OptionInfo describe(const CLI::Option& option) {
  OptionInfo info;
  if (!option.get_snames().empty()) info.short_name = "-" + option.get_snames().front();
  if (!option.get_lnames().empty()) info.long_name = "--" + option.get_lnames().front();
  if (!is_flag(option)) {
    const std::string type = option.get_type_name();
    info.value = type.substr(0, type.find(':'));
    if (option.get_positional()) info.value = without_ellipsis(info.value);
    info.choices = choices_in(type);
  }
  info.about = option.get_description();
  info.repeatable = option.get_items_expected_max() > 1;
  info.required = option.get_required();
  return info;
}

CommandInfo describe(const CLI::App& app) {
  CommandInfo info;
  info.name = full_name(app);
  info.about = app.get_description();
  info.footer = app.get_footer();
  for (const Command& command : commands()) {
    if (info.name.substr(info.name.find(' ') + 1) == command.name) info.details = command.details;
  }
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty() || (app.get_parent() != nullptr && is_help(app, option))) continue;
    OptionInfo described = describe(*option);
    if (is_setting(*option)) described.variable = variable_of(app, *option);
    (option->get_positional() ? info.arguments : info.options).push_back(std::move(described));
  }
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    info.commands.push_back(describe(*command));
  }
  return info;
}

std::string dashed(std::string name) {
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

}  // namespace trialsift::cli
