// SPDX-License-Identifier: GPL-2.0-or-later
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/damage.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/formats/record_stream.hpp"
#include "trialsift/query/dialects.hpp"
#include "trialsift/render/report.hpp"
#include "trialsift/store/index_folder.hpp"

namespace trialsift::cli {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

base::Path data_folder() {
  const std::string data = environment("XDG_DATA_HOME");
  const base::Path root = data.empty() ? base::Path(environment("HOME")) / ".local" / "share" : base::Path(data);
  return root / "trialsift" / "index";
}

}  // namespace

base::Path index_folder(const Globals& globals, bool to_write) {
  tell_lost_files_as_damage();
  if (!to_write) tell_crashes_as_damage();
  if (!globals.index.empty()) return globals.index;
  base::Path here = "index";
  if (store::is_index(here)) return here;
  base::Path data = data_folder();
  if (store::is_index(data)) return data;
  if (to_write) return data;
  throw base::Error(base::ErrorCode::kIndexMissing, "there is no index in ./index or " + data.string());
}

base::Path settings_file() {
  const std::string config = environment("XDG_CONFIG_HOME");
  const base::Path root = config.empty() ? base::Path(environment("HOME")) / ".config" : base::Path(config);
  return root / "trialsift" / "config.toml";
}

void add_read_options(Options& options, formats::ReadOptions& read) {
  std::vector<std::string> names;
  for (const formats::FormatInfo& format : formats::known_formats()) names.emplace_back(format.name);
  options.add("--from", "NAME", &read.format, "the inputs' format (default: by content; see formats)").choices(names);
  if (const std::string temp = environment("TMPDIR"); !temp.empty()) read.temp_folder = temp;
  options.add("--tmp", "DIR", &read.temp_folder, "folder for temporary files (default: $TMPDIR or /tmp)");
}

void add_syntax_option(Options& options, std::string& syntax, const std::string& fallback) {
  std::vector<std::string> names;
  std::string list;
  for (const query::Dialect& dialect : query::dialects()) {
    names.emplace_back(dialect.name);
    list += names.back() + ", ";
  }
  names.emplace_back("auto");
  options.add("--syntax", "NAME", &syntax, "the queries' language: " + list + "auto (default: " + fallback + ")")
      .choices(names, Case::kIgnored);
}

std::size_t terminal_columns(int descriptor) {
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;  // NOLINT(*-vararg)
  const std::string columns = environment("COLUMNS");
  char* end = nullptr;
  const unsigned long number = std::strtoul(columns.c_str(), &end, 10);
  return number > 0 && number < 10000 ? number : 80;
}

/// Longer lines are hard to read.
constexpr std::size_t kWidestText = 120;

render::Style output_style(const Globals& globals) {
  const bool terminal = ::isatty(STDOUT_FILENO) == 1;
  const bool dumb = environment("TERM") == "dumb";
  render::Style style;
  style.width = terminal ? std::min(terminal_columns(STDOUT_FILENO), kWidestText) : 100;
  style.color =
      globals.color == "always" || (globals.color == "auto" && terminal && !dumb && environment("NO_COLOR").empty());
  style.links = style.color && terminal && !dumb;
  style.bars = terminal && !dumb;
  return style;
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  localtime_r(&now, &parts);
  char text[16];
  std::strftime(text, sizeof text, "%Y-%m-%d", &parts);
  return text;
}

void write_stdout(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
    base::throw_system_error("cannot write to standard output", errno);
  }
}

void flush_stdout() {
  // An earlier failure too: what tells a line flushes as well.
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
    throw base::Error(base::ErrorCode::kIo, "cannot write to standard output");
}

void tell(const Globals& globals, const std::string& line) {
  if (globals.quiet) return;
  std::fflush(stdout);  // in a pipe too, lines come in the order in which they were said
  std::fputs((base::printable(line) + "\n").c_str(), stderr);
}

}  // namespace trialsift::cli
