// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "trialsift/render/report.hpp"
#include "trialsift/search/facets.hpp"
#include "trialsift/search/searcher.hpp"

/// What `search` and `screen run` share: in what form hits are written, and where to.
namespace trialsift::cli {

/// The row of that name. Throws Error(kUsage) with the nearest name.
const render::OutputFormat& output_format(const std::string& name);

/// The row that a file's name ends in. Throws Error(kUsage).
const render::OutputFormat& output_format_of_file(const std::string& file);

/// Of all rows, and `more` after them.
std::vector<std::string> output_format_names(const std::vector<std::string>& more = {});

/// What a file's name ends in, in lower case and without its dot; empty if it has none.
std::string file_ending(const std::string& file);

/// Throws Error(kUsage) for a format that is no text where standard output is a terminal.
void check_standard_output(const render::OutputFormat& format);

/// " (text, jsonl)": for help, the formats that have a place for --explain.
std::string formats_with_reasons();

struct OutputArguments {
  render::ExportOptions chosen;
  std::vector<std::string> facets;
  std::size_t split = 0;  ///< trials a file; 0: one file

  void add_to(Options& options);
  /// Throws Error(kUsage) for fields that there are none of, or that this format has no place for.
  void check(const render::OutputFormat& format) const;
  /// The facets asked for, else the format's own, over these documents.
  std::vector<search::Facet> count_facets(const render::OutputFormat& format, const store::Index& index,
                                          const search::DocSet& documents) const;
  bool wants_facets(const render::OutputFormat& format) const;
};

/// Searches with the options given, writes the hits to the sink and tells how many trials match.
using WriteHits = std::function<std::uint64_t(const search::SearchOptions&, const render::Sink&)>;

/// Hits into a file; with `split` into as many as it takes, trials-1.ris and so on for trials.ris. At least one file.
/// Further parts that an earlier result left are told, and stay.
void write_files(const std::string& file, std::size_t split, const search::SearchOptions& options,
                 const WriteHits& write, const Globals& globals);

}  // namespace trialsift::cli
