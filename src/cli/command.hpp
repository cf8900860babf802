// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "cli/options.hpp"
#include "trialsift/base/file.hpp"

namespace trialsift::formats {
struct ReadOptions;
}
namespace trialsift::render {
struct Style;
}

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
void add_read_options(Options& options, formats::ReadOptions& read);

/// --syntax NAME: a dialect's, or auto.
void add_syntax_option(Options& options, std::string& syntax, const std::string& fallback);

/// Of the terminal behind a descriptor, else $COLUMNS, else 80.
std::size_t terminal_columns(int descriptor);

/// For standard output as it is: a terminal or not.
render::Style output_style(const Globals& globals);

/// The date, as people here call it: YYYY-MM-DD.
std::string today();

void write_stdout(std::string_view text);
/// Throws Error(kIo) where what was written so far cannot be.
void flush_stdout();
/// A line on standard error, unless --quiet.
void tell(const Globals& globals, const std::string& line);

/// Runs a command and returns its exit status.
using Run = std::function<int()>;

/// A row of the table of commands.
struct Command {
  std::string_view name;  ///< "search"; in a group with the group's name before it: "screen run"
  std::string_view about;
  std::string_view examples;  ///< lines for the long help
  /// Adds the command's options; what it returns runs after parsing. `globals` outlives it. Null for a group, whose row
  /// stands before those of its commands.
  Run (*setup)(Options& options, const Globals& globals);
  /// For the long help and the man page: paragraphs, a line each.
  std::string_view details = {};
};

std::span<const Command> commands();

Run setup_index(Options& options, const Globals& globals);
Run setup_search(Options& options, const Globals& globals);
Run setup_count(Options& options, const Globals& globals);
Run setup_show(Options& options, const Globals& globals);
Run setup_screen_run(Options& options, const Globals& globals);
Run setup_terms(Options& options, const Globals& globals);
Run setup_expansions(Options& options, const Globals& globals);
Run setup_stats(Options& options, const Globals& globals);
Run setup_explain(Options& options, const Globals& globals);
Run setup_similar(Options& options, const Globals& globals);
Run setup_eval(Options& options, const Globals& globals);
Run setup_dedup(Options& options, const Globals& globals);
Run setup_restore(Options& options, const Globals& globals);
Run setup_check(Options& options, const Globals& globals);
Run setup_fields(Options& options, const Globals& globals);
Run setup_formats(Options& options, const Globals& globals);
Run setup_generate(Options& options, const Globals& globals);

}  // namespace trialsift::cli
