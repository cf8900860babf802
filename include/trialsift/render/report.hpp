// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/base/json_writer.hpp"
#include "trialsift/model/trial.hpp"
#include "trialsift/query/tree.hpp"
#include "trialsift/search/analysis.hpp"
#include "trialsift/search/explanation.hpp"
#include "trialsift/search/facets.hpp"
#include "trialsift/search/searcher.hpp"
#include "trialsift/store/manifest.hpp"
#include "trialsift/store/merged_trial.hpp"

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
  bool bars = false;   ///< facets as bars; counts alone if not
};

/// What the searcher chose for an export; a format passes over what it has no place for.
struct ExportOptions {
  std::vector<std::string> fields;  ///< of tables and of JSON's hits, in this order; empty: the format's own
  std::string table = {};           ///< one of trial_tables(), in the place of fields or hits; or empty
  std::string label;                ///< put on every trial: relevant, irrelevant, not_seen or the searcher's own words
  bool raw_cells = false;           ///< cells that a spreadsheet would run as formulas stay as they are
  bool id_in_title = false;         ///< RIS and NBIB: the trial's id begins the title
  bool null_ends = false;           ///< ids: each ends with NUL, not with a line end
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
  ExportOptions chosen = {};
  std::vector<search::Facet> facets = {};  ///< over all trials that match
  bool explain = false;                    ///< the reasons for each score too, where there is a place for them
};

/// What a format has a place for and is used for; flags.
enum Use : unsigned {
  kRecords = 1U << 0U,   ///< the records, not ids and scores alone
  kFields = 1U << 1U,    ///< ExportOptions::fields
  kFacets = 1U << 2U,    ///< SearchReport::facets
  kReasons = 1U << 3U,   ///< SearchReport::explain
  kTitleIds = 1U << 4U,  ///< ExportOptions::id_in_title
  kNullEnds = 1U << 5U,  ///< ExportOptions::null_ends
  kPaged = 1U << 6U,     ///< reading matter: page by page on a terminal
  kJson = 1U << 7U,      ///< what --json chooses
  kBinary = 1U << 8U,    ///< no text: nothing for a terminal
  kTables = 1U << 9U,    ///< ExportOptions::table
};

/// A row of the table of output formats. The first is the one that is meant where none is said.
struct OutputFormat {
  std::string_view name;
  std::string_view endings;  ///< of files that are meant to have this format, beside its name; commas between them
  std::string_view about;
  std::size_t default_limit;  ///< 0: all
  std::size_t snippets;       ///< best sentences a hit, if nothing else is said
  unsigned uses;              ///< flags of Use
  std::string_view facets;    ///< names of fields, commas between them, if nothing else is said
  void (*render)(const SearchReport& report, const Style& style, const Sink& out);
};

std::span<const OutputFormat> output_formats();
/// Null if there is none.
const OutputFormat* find_output_format(std::string_view name);
const OutputFormat* output_format_of_ending(std::string_view ending);
/// The first with this use, which some format has.
const OutputFormat& output_format_for(Use use);
/// Of those with all of these uses, in the order of the table.
std::vector<std::string> output_format_names(unsigned uses = 0);

/// The tables of what trials are like: a row a trial, and a row an arm.
std::vector<std::string> trial_tables();

/// Throws Error(kUsage) for a name in ExportOptions::fields that no field has.
void check_fields(const std::vector<std::string>& names);

/// The reasons for a score: a line each (wrapped with that indentation), as the member "reasons" of a JSON object.
std::string reasons_text(const std::vector<search::ScoreReason>& reasons, std::size_t indent, const Style& style);
void write_reasons(base::JsonWriter& json, const std::vector<search::ScoreReason>& reasons);

/// Why a trial is a hit or none: as a page, as one line of JSON.
std::string explanation_text(const search::Explanation& explanation, const Style& style);
std::string explanation_json(const query::Query& query, const search::Explanation& explanation);
/// The member "lacking": {"total":25,"fields":{"status":24,"phase":25}}.
void write_lacking(base::JsonWriter& json, const search::Lacking& lacking);
/// The member "warnings".
void write_warnings(base::JsonWriter& json, const std::vector<query::Warning>& warnings);

/// How a query was read, for people and as one line of JSON; `query_id` of a batch, or empty.
std::string analysis_text(const query::Query& query, const search::Analysis& analysis, std::string_view query_id);
std::string analysis_json(const query::Query& query, const search::Analysis& analysis, std::string_view query_id);
/// The parts alone: lines that end in \n, and the member "parts".
std::string parts_text(const std::vector<search::AnalyzedPart>& parts);
void write_parts(base::JsonWriter& json, const std::vector<search::AnalyzedPart>& parts);

/// One record, whole: as a page for people, as one line of JSON; that has the member "sources" where `merged` is given,
/// the record with the memory of where its parts come from.
std::string record_text(const model::Trial& trial, const Style& style);
std::string record_json(const model::Trial& trial, const store::MergedTrial* merged = nullptr);
/// A page's last chapter: for each part its file, format and dates.
std::string sources_text(const store::MergedTrial& merged, const Style& style);

/// A row of the table of formats that one record is written in. The first is the one that is meant where none is said.
struct RecordFormat {
  std::string_view name;
  std::string_view about;  ///< where the name does not say it
  unsigned uses;           ///< flags of Use
  /// `merged`: the record with the memory of where its parts come from, if that is asked for.
  std::string (*render)(const model::Trial& trial, const store::MergedTrial* merged, const Style& style);
};

std::span<const RecordFormat> record_formats();

}  // namespace trialsift::render
