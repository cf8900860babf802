// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "trialsift/base/file.hpp"
#include "trialsift/formats/record_stream.hpp"
#include "trialsift/render/report.hpp"

namespace trialsift::cli {

/// Exit statuses that are no error's.
constexpr int kFound = 0;
constexpr int kNothingFound = 1;

/// What every command shares, filled in from options and environment before the command runs.
struct Globals {
  std::string index;  ///< as set; see index_folder()
  std::string color = "auto";
  std::string log_file;
  int verbosity = 0;
  bool quiet = false;
};

/// The index that a command means: the one given, else ./index where it holds one, else the user's data folder.
/// `to_write`: for `trialsift index`, which may make it; else tell_crashes_as_damage() from here on.
base::Path index_folder(const Globals& globals, bool to_write);

/// $XDG_CONFIG_HOME/trialsift/config.toml, which need not exist.
base::Path settings_file();

/// --from NAME, and --tmp DIR, else $TMPDIR, else /tmp.
void add_read_options(CLI::App& app, formats::ReadOptions& options);

/// --syntax NAME: a dialect's, or auto.
void add_syntax_option(CLI::App& app, std::string& syntax, const std::string& fallback);

/// Of the terminal behind a descriptor, else $COLUMNS, else 80.
std::size_t terminal_columns(int descriptor);

/// For standard output as it is: a terminal or not.
render::Style output_style(const Globals& globals);

void write_stdout(std::string_view text);
/// A line on standard error, unless --quiet.
void tell(const Globals& globals, const std::string& line);

/// Runs a command and returns its exit status.
using Run = std::function<int()>;

/// A row of the table of commands.
struct Command {
  std::string_view name;
  std::string_view about;
  std::string_view examples;  ///< lines for the long help
  /// Adds the command's options; what it returns runs after parsing. `globals` outlives it.
  Run (*setup)(CLI::App& app, const Globals& globals);
  /// For the long help and the man page: paragraphs, a line each.
  std::string_view details = {};
};

std::span<const Command> commands();

Run setup_index(CLI::App& app, const Globals& globals);
Run setup_search(CLI::App& app, const Globals& globals);
Run setup_count(CLI::App& app, const Globals& globals);
Run setup_show(CLI::App& app, const Globals& globals);
Run setup_screen(CLI::App& app, const Globals& globals);
Run setup_terms(CLI::App& app, const Globals& globals);
Run setup_expansions(CLI::App& app, const Globals& globals);
Run setup_stats(CLI::App& app, const Globals& globals);
Run setup_explain(CLI::App& app, const Globals& globals);
Run setup_similar(CLI::App& app, const Globals& globals);
Run setup_eval(CLI::App& app, const Globals& globals);
Run setup_dedup(CLI::App& app, const Globals& globals);
Run setup_check(CLI::App& app, const Globals& globals);
Run setup_fields(CLI::App& app, const Globals& globals);
Run setup_formats(CLI::App& app, const Globals& globals);
Run setup_generate(CLI::App& app, const Globals& globals);

}  // namespace trialsift::cli
