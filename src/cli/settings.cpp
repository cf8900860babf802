// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/settings.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "cli/command_info.hpp"
#include "cli/usage.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/file.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::cli {
namespace {

using base::Error;
using base::ErrorCode;

const auto kEveryCommand = [](const CLI::App*) { return true; };
const auto kEveryCommandToChange = [](CLI::App*) { return true; };

std::vector<CLI::Option*> settings_of(CLI::App& app) {
  return app.get_options([](const CLI::Option* option) { return is_setting(*option); });
}

std::vector<const CLI::Option*> settings_of(const CLI::App& app) {
  return app.get_options([](const CLI::Option* option) { return is_setting(*option); });
}

[[noreturn]] void fail_unknown(const std::string& where, const std::string& kind, const std::string& name,
                               const std::vector<std::string>& names) {
  const std::string_view near = base::nearest(name, {names.begin(), names.end()});
  throw Error(ErrorCode::kUsage, where + "there is no " + kind + " " + name,
              near.empty() ? "trialsift --print-config lists all settings" : "did you mean " + std::string(near) + "?");
}

/// The command that a section such as [screen.run] is about.
CLI::App& section(CLI::App& program, const std::vector<std::string>& names, const std::string& where) {
  CLI::App* app = &program;
  for (const std::string& name : names) {
    std::vector<std::string> known;
    CLI::App* found = nullptr;
    for (CLI::App* command : app->get_subcommands(kEveryCommandToChange)) {
      known.push_back(command->get_name());
      if (command->get_name() == name) found = command;
    }
    if (found == nullptr) fail_unknown(where, "command", name, known);
    app = found;
  }
  return *app;
}

CLI::Option& setting(CLI::App& app, const std::string& name, const std::string& where) {
  std::vector<std::string> known;
  for (CLI::Option* option : settings_of(app)) {
    known.push_back(option->get_lnames().front());
    if (known.back() == name) return *option;
  }
  fail_unknown(where, "setting", name, known);
}

/// As the file has it: numbers and truth values bare, all else in quotes.
std::string quoted(const std::string& value) {
  const bool number = !value.empty() && std::all_of(value.begin(), value.end(), base::is_digit);
  if (number || value == "true" || value == "false") return value;
  const char quote = value.find('"') == std::string::npos ? '"' : '\'';
  return quote + value + quote;
}

std::string given_value(const CLI::Option& option) {
  return is_flag(option) && option.count() > 1 ? std::to_string(option.count()) : option.results().back();
}

}  // namespace

void Settings::read_file(const std::string& file) {
  file_ = file.empty() ? settings_file().string() : file;
  std::error_code missing;
  if (file.empty() && !std::filesystem::exists(file_, missing)) return;
  std::istringstream text(base::read_file(file_));
  const std::string where = file_ + ": ";
  for (const CLI::ConfigItem& item : CLI::ConfigTOML().from_config(text)) {
    CLI::App& app = section(program_, item.parents, where);
    if (item.name == "++" || item.name == "--") continue;  // where a section begins and ends
    const CLI::Option& option = setting(app, item.name, where);
    if (item.inputs.size() != 1) throw Error(ErrorCode::kUsage, where + item.fullname() + " takes one value");
    settings_[&option] = {item.inputs.front(), file_};
  }
}

void Settings::read_environment(CLI::App& app) {
  for (const CLI::Option* option : settings_of(app)) {
    const std::string name = variable_of(app, *option);
    const char* value = std::getenv(name.c_str());
    if (value != nullptr && *value != '\0') settings_[option] = {value, name};
  }
  for (CLI::App* command : app.get_subcommands(kEveryCommandToChange)) read_environment(*command);
}

void Settings::apply_to(CLI::App& app) {
  for (CLI::Option* option : settings_of(app)) {
    const auto found = settings_.find(option);
    if (found == settings_.end() || option->count() > 0) continue;
    const auto excluded = option->get_excludes();
    if (std::any_of(excluded.begin(), excluded.end(), [](const CLI::Option* other) { return other->count() > 0; })) {
      continue;  // the command line says the opposite
    }
    const Setting& setting = found->second;
    try {
      option->run_callback_for_default()->default_val(setting.value);
    } catch (const CLI::Error& error) {
      throw value_error(*option, setting.value, setting.source + ": ", error);
    }
  }
  for (CLI::App* command : app.get_subcommands(kEveryCommandToChange)) apply_to(*command);
}

void Settings::apply(const std::string& file) {
  read_file(file);
  read_environment(program_);
  apply_to(program_);
}

std::string Settings::text_of(const CLI::App& app) const {
  std::string text;
  for (const CLI::Option* option : settings_of(app)) {
    const std::string& name = option->get_lnames().front();
    const auto found = settings_.find(option);
    if (option->count() > 0) {
      text += name + " = " + quoted(given_value(*option)) + "  # command line\n";
    } else if (found != settings_.end() && found->second.value == option->get_default_str()) {
      text += name + " = " + quoted(found->second.value) + "  # " + found->second.source + "\n";
    } else if (is_flag(*option)) {
      text += "# " + name + " = false  # default\n";
    } else if (option->get_default_str().empty()) {
      text += "# " + name + " = ...  # " + option->get_description() + "\n";
    } else {
      text += "# " + name + " = " + quoted(option->get_default_str()) + "  # default\n";
    }
  }
  const CommandInfo info = describe(app);
  if (app.get_parent() != nullptr && !text.empty()) {
    std::string title = dashed(info.name.substr(info.name.find(' ') + 1));
    std::replace(title.begin(), title.end(), '-', '.');
    text = "\n[" + title + "]\n" + text;
  }
  const CLI::App& meant = command_meant(program_);
  for (const CLI::App* command : app.get_subcommands(kEveryCommand)) {
    if (&meant == &program_ || command->parsed()) text += text_of(*command);
  }
  return text;
}

std::string Settings::text() const {
  return "# " + file_ + "\n" + text_of(program_);
}

}  // namespace trialsift::cli
