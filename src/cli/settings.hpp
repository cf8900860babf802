// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace trialsift::cli {

/// What options are where the command line does not say: variables TRIALSIFT_*, then the file of settings, then the
/// program's own defaults. Options that take one value at most can be set, under their long names.
class Settings {
 public:
  /// `program` outlives it.
  explicit Settings(CLI::App& program) : program_(program) {}

  /// Reads `file` (empty: $XDG_CONFIG_HOME/trialsift/config.toml where there is one) and the environment, and gives
  /// the options of the program and of the commands that were parsed their values. Call it after parsing. Throws
  /// Error(kUsage) for a setting that does not exist or a value that its option does not take, whatever the command.
  void apply(const std::string& file);

  /// All settings with their values and sources, in the form of the file and those that are not set as comments: of the
  /// parsed command, or of all of them.
  std::string text() const;

 private:
  struct Setting {
    std::string value;
    std::string source;
  };

  void read_file(const std::string& file);
  void read_environment(CLI::App& app);
  void apply_to(CLI::App& app);
  std::string text_of(const CLI::App& app) const;

  CLI::App& program_;
  std::string file_;
  std::map<const CLI::Option*, Setting> settings_;
};

}  // namespace trialsift::cli
