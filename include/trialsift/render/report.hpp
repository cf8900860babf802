// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "trialsift/model/trial.hpp"
#include "trialsift/query/tree.hpp"
#include "trialsift/search/analysis.hpp"
#include "trialsift/search/searcher.hpp"
#include "trialsift/store/manifest.hpp"

/// Results to text. Nothing here prints: text goes to a sink.
namespace trialsift::render {

/// The version of the JSON that is written; changes within one version only add. See docs/output-schema.md.
constexpr unsigned kJsonSchema = 1;

using Sink = std::function<void(std::string_view)>;

/// How text for people is laid out.
struct Style {
  std::size_t width = 80;  ///< columns; 0: lines are not wrapped
  bool color = false;
  bool links = false;  ///< OSC 8 links, which terminals open
};

/// Everything a format may want to tell of one search.
struct SearchReport {
  const query::Query& query;
  const search::SearchOptions& options;
  const search::ResultSet& results;
  const store::Manifest& manifest;
  std::string_view program_version;
  std::string_view query_id;   ///< of a batch; empty: none
  bool first_of_batch = true;  ///< headers of tables are written once
};

/// A row of the table of output formats.
struct OutputFormat {
  std::string_view name;
  std::string_view about;
  std::size_t default_limit;  ///< 0: all
  bool with_records;          ///< needs the records, not ids and scores alone
  bool with_snippets;
  void (*render)(const SearchReport& report, const Style& style, const Sink& out);
};

std::span<const OutputFormat> output_formats();
const OutputFormat* find_output_format(std::string_view name);

/// How a query was read, for people and as one line of JSON; `query_id` of a batch, or empty.
std::string analysis_text(const query::Query& query, const search::Analysis& analysis, std::string_view query_id);
std::string analysis_json(const query::Query& query, const search::Analysis& analysis, std::string_view query_id);

/// One record, whole: as a page for people, as one line of JSON.
std::string record_text(const model::Trial& trial, const Style& style);
std::string record_json(const model::Trial& trial);

}  // namespace trialsift::render
