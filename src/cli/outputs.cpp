// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/outputs.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <memory>

#include "cli/files.hpp"
#include "cli/output_file.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::cli {
namespace {

using base::Error;
using base::ErrorCode;

/// Larger numbers are slips of the keyboard.
constexpr int kMostInFile = 1000000000;

/// "give --format jsonl, csv or tsv": a hint at those with this use.
std::string give_format(render::Use use) {
  return "give --format " + base::listed(render::output_format_names(use), "or");
}

/// As many as the system lets this process have.
void allow_many_open_files() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

/// Of an earlier result that had more parts: whoever reads all parts reads them too.
void tell_of_stale_parts(const std::string& file, std::size_t written, const Globals& globals) {
  std::vector<std::string> stale;
  for (const auto& [number, name] : parts_of(file)) {
    if (number > written) stale.push_back(name);
  }
  if (stale.empty()) return;
  tell(globals, "trialsift: warning[stale-parts]: this result ends with " + part_name(file, written) + "; " +
                    base::listed(stale, "and") + (stale.size() == 1 ? " is" : " are") + " of an earlier one");
}

}  // namespace

const render::OutputFormat& output_format(const std::string& name) {
  if (const render::OutputFormat* format = render::find_output_format(name)) return *format;
  std::vector<std::string_view> names;
  for (const render::OutputFormat& format : render::output_formats()) names.push_back(format.name);
  const std::string_view near = base::nearest(name, names);
  throw Error(ErrorCode::kUsage, "there is no output format " + name,
              near.empty() ? "see trialsift formats" : "did you mean " + std::string(near) + "?");
}

const render::OutputFormat& output_format_of_file(const std::string& file) {
  const std::string ending = file_ending(file);
  if (const render::OutputFormat* format = render::output_format_of_ending(ending)) return *format;
  throw Error(ErrorCode::kUsage, "there is no output format " + (ending.empty() ? "in the name " + file : ending),
              "end the file's name in one of them, or say it with --format: " + base::joined(output_format_names()));
}

std::vector<std::string> output_format_names(const std::vector<std::string>& more) {
  std::vector<std::string> names = render::output_format_names();
  names.insert(names.end(), more.begin(), more.end());
  return names;
}

std::string file_ending(const std::string& file) {
  std::string ending = base::Path(file).extension().string();
  if (!ending.empty()) ending.erase(0, 1);
  return base::to_lower_ascii(ending);
}

void check_standard_output(const render::OutputFormat& format) {
  if ((format.uses & render::kBinary) == 0 || ::isatty(STDOUT_FILENO) != 1) return;
  throw Error(ErrorCode::kUsage, "the format " + std::string(format.name) + " is no text for a terminal",
              "send it to a file: > FILE");
}

std::string formats_with_reasons() {
  return " (" + base::joined(render::output_format_names(render::kReasons)) + ")";
}

void OutputArguments::add_to(Options& options) {
  options
      .add("--fields", "FIELD,...", &chosen.fields,
           "what " + base::listed(render::output_format_names(render::kFields), "and") +
               " give of each trial, as title,status,start")
      .delimiter(',');
  options
      .add("--table", "NAME", &chosen.table,
           "a table of what the trials are like, a row a trial or a row an arm, as " +
               base::listed(render::output_format_names(render::kTables), "and"))
      .choices(render::trial_tables())
      .excludes("--fields");
  options.add("--facets", "FIELD,...", &facets, "count the values of these fields over all trials that match")
      .delimiter(',')
      .suggestions(search::facet_names());
  options.add("--label", "LABEL", &chosen.label,
              "put this label on each exported trial: relevant, irrelevant and not_seen are ASReview's");
  options.add_flag("--raw-csv", &chosen.raw_cells, "leave cells that a spreadsheet would run as formulas as they are");
  options.add_flag("--ris-title-id", &chosen.id_in_title,
                   "begin titles in " + base::listed(render::output_format_names(render::kTitleIds), "and") +
                       " with the trial's id");
  options.add_flag("-0,--null", &chosen.null_ends, "end ids with NUL, for xargs -0");
  options.add("--split", "N", &split, "write files of at most N trials, FILE-1, FILE-2 and so on")
      .range(1, kMostInFile);
}

void OutputArguments::check(const render::OutputFormat& format) const {
  if (!chosen.fields.empty() && (format.uses & render::kFields) == 0) {
    throw Error(ErrorCode::kUsage, "--fields says nothing to the format " + std::string(format.name),
                give_format(render::kFields));
  }
  render::check_fields(chosen.fields);
  if (!chosen.table.empty() && (format.uses & render::kTables) == 0) {
    throw Error(ErrorCode::kUsage, "--table says nothing to the format " + std::string(format.name),
                give_format(render::kTables));
  }
  if (chosen.null_ends && (format.uses & render::kNullEnds) == 0) {
    throw Error(ErrorCode::kUsage, "-0 says nothing to the format " + std::string(format.name),
                give_format(render::kNullEnds));
  }
  if (!facets.empty() && (format.uses & render::kFacets) == 0) {
    throw Error(ErrorCode::kUsage, "the format " + std::string(format.name) + " has no place for --facets",
                give_format(render::kFacets));
  }
  for (const std::string& name : facets) search::check_facet(name);
}

bool OutputArguments::wants_facets(const render::OutputFormat& format) const {
  return !facets.empty() || !format.facets.empty();
}

std::vector<search::Facet> OutputArguments::count_facets(const render::OutputFormat& format, const store::Index& index,
                                                         const search::DocSet& documents) const {
  std::vector<std::string> names = facets;
  if (names.empty()) {
    for (const std::string_view name : base::split(format.facets, ',')) names.emplace_back(name);
  }
  return search::count_facets(index, documents, names);
}

void write_files(const std::string& file, std::size_t split, const search::SearchOptions& options,
                 const WriteHits& write, const Globals& globals) {
  std::vector<std::unique_ptr<OutputFile>> files;  // open until all are written: they appear together
  const auto write_one = [&](const std::string& name, const search::SearchOptions& part) {
    OutputFile& out = *files.emplace_back(std::make_unique<OutputFile>(name));
    const std::uint64_t total = write(part, [&out](std::string_view text) { out.write(text); });
    out.finish();
    return total;
  };
  const auto publish = [&files] {
    for (const auto& written : files) written->publish();
  };
  if (split == 0) {
    write_one(file, options);
    publish();
    return;
  }
  allow_many_open_files();
  search::SearchOptions part = options;
  std::uint64_t end = 0;
  for (std::size_t number = 1; number == 1 || part.offset < end; ++number) {
    const std::size_t left = options.limit == 0 ? split : options.limit - (part.offset - options.offset);
    part.limit = std::min(split, left);
    end = write_one(part_name(file, number), part);
    if (options.limit > 0) end = std::min<std::uint64_t>(end, options.offset + options.limit);
    part.offset += split;
  }
  publish();
  tell_of_stale_parts(file, files.size(), globals);
}

}  // namespace trialsift::cli
