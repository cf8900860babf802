// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

/// The command line as data: help, man pages, completions, the reference and the settings read this, and nothing else
/// lists a command or an option.
namespace trialsift::cli {

struct OptionInfo {
  std::string short_name;            ///< "-f"; may be empty
  std::string long_name;             ///< "--format"; may be empty. An argument has neither
  std::string value;                 ///< what its value is called: "NAME"; empty for a flag
  std::vector<std::string> choices;  ///< all values that it takes; empty: others too
  std::string about;
  std::string variable;  ///< of the environment: "TRIALSIFT_SEARCH_FORMAT"; empty: it is no setting
  bool repeatable = false;
  bool required = false;

  /// "-f, --format NAME", "QUERY..."
  std::string shown() const;
};

struct CommandInfo {
  std::string name;  ///< with those above it: "trialsift", "trialsift search"
  std::string about;
  std::string details;  ///< paragraphs for the long help; may be empty
  std::string footer;   ///< examples, as they are laid out
  std::vector<OptionInfo> arguments;
  std::vector<OptionInfo> options;  ///< its own; those of "trialsift" itself every command takes too
  std::vector<CommandInfo> commands;

  /// "trialsift search [OPTIONS] [QUERY...]"
  std::string usage() const;
  /// The last word of its name.
  std::string_view verb() const;
};

OptionInfo describe(const CLI::Option& option);
CommandInfo describe(const CLI::App& app);

/// The name that an option has in the environment and, in lower case with - for _, in the file of settings.
std::string variable_of(const CLI::App& app, const CLI::Option& option);

/// Takes no value.
bool is_flag(const CLI::Option& option);

/// May stand in the environment and in the file of settings: it takes one value at most and says how, not what.
bool is_setting(const CLI::Option& option);

/// A name for a file or a switch: "trialsift search" is trialsift-search.
std::string dashed(std::string name);

}  // namespace trialsift::cli
