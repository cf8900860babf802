// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/columns.hpp"
#include "render/formats.hpp"
#include "trialsift/base/json_writer.hpp"

namespace trialsift::render {
namespace {

using base::JsonWriter;

void begin(JsonWriter& json, std::string_view type, const SearchReport& report) {
  json.begin_object().member("type", type);
  if (!report.query_id.empty()) json.member("query_id", report.query_id);
}

std::string search_line(const SearchReport& report) {
  const search::Counts& counts = report.results.counts();
  JsonWriter json;
  begin(json, "search", report);
  json.member("schema", kJsonSchema).member("version", report.program_version);
  json.key("index").begin_object();
  json.member("fingerprint", report.manifest.fingerprint_text())
      .member("generation", report.manifest.generation)
      .member("trials", report.manifest.trials);
  store::write_sources(json, report.manifest.sources);
  json.end_object();
  json.member("query", report.query.text).member("read_as", query::to_string(report.query.root));
  json.member("syntax", report.query.dialect);
  json.member("match", report.options.match == search::Match::kAny ? "any" : "all");
  if (report.options.per == search::Per::kTrial) json.member("per", "trial");
  json.member("total", counts.total);
  if (counts.any_words) json.member("any_words", *counts.any_words).member("all_words", *counts.all_words);
  write_lacking(json, counts.lacking);
  json.member("offset", report.options.offset).member("limit", report.options.limit);
  json.member("truncated", report.options.offset + report.results.size() < counts.total);
  write_expanded(json, report.results.expanded());
  write_warnings(json, report.query.warnings);
  json.end_object();
  return json.text();
}

void snippet(JsonWriter& json, const search::Snippet& snippet) {
  json.begin_object().member("field", snippet.field).member("text", snippet.text);
  json.key("spans").begin_array();
  for (const search::Mark& mark : snippet.marks) json.begin_array().value(mark.begin).value(mark.end).end_array();
  json.end_array().end_object();
}

std::string facet_line(const SearchReport& report, const search::Facet& facet) {
  JsonWriter json;
  begin(json, "facet", report);
  json.member("field", facet.field).member("missing", facet.missing).key("values").begin_array();
  for (const search::FacetValue& value : facet.values) {
    json.begin_object().member("value", value.value).member("count", value.count).end_object();
  }
  json.end_array().end_object();
  return json.text();
}

/// Writes a member with its key; one that the hit does not have is left out.
struct Member {
  JsonWriter& json;
  std::string_view name;

  void operator()(std::monostate) const {}
  void operator()(const std::string& text) const { json.member(name, text); }
  void operator()(const std::vector<std::string>& texts) const { json.strings(name, texts); }
  void operator()(const Score& score) const { json.key(name).value(score.value, 6); }
  void operator()(const std::optional<std::int64_t>& number) const {
    json.key(name);
    if (number) {
      json.value(*number);
    } else {
      json.null();
    }
  }
  void operator()(const std::vector<search::Snippet>& snippets) const {
    json.key(name).begin_array();
    for (const search::Snippet& s : snippets) snippet(json, s);
    json.end_array();
  }
};

const std::vector<std::string>& default_fields() {
  static const std::vector<std::string> names = {
      "rank",  "id",         "nct_id",     "score",      "title",         "url",     "status",   "phases", "study_type",
      "start", "completion", "enrollment", "conditions", "interventions", "sponsor", "snippets", "matched"};
  return names;
}

std::string hit_line(const SearchReport& report, std::size_t number, const std::vector<Column>& columns) {
  const search::Hit hit = report.results.hit(number);
  JsonWriter json;
  begin(json, "hit", report);
  const Row row(report, hit);
  for (const Column& column : columns) std::visit(Member{json, column.name}, column.value(row));
  if (report.explain) write_reasons(json, report.results.reasons(number));
  json.end_object();
  return json.text();
}

}  // namespace

void write_expanded(JsonWriter& json, const std::vector<search::Expanded>& expanded) {
  json.key("expansions").begin_array();
  for (const search::Expanded& each : expanded) {
    json.begin_object().member("of", each.of).member("text", each.text);
    json.member("source", search::kind_of(each.source).name).key("weight").value(each.weight, 3);
    json.member("trials", each.trials).end_object();
  }
  json.end_array();
}

void render_jsonl(const SearchReport& report, const Style&, const Sink& out) {
  std::vector<std::string> fields = report.chosen.fields.empty() ? default_fields() : report.chosen.fields;
  if (report.chosen.fields.empty() && report.options.per == search::Per::kTrial) fields.emplace_back("trial_ids");
  const std::vector<Column> columns = columns_of(fields);
  out(search_line(report) + "\n");
  for (const search::Facet& facet : report.facets) out(facet_line(report, facet) + "\n");
  for (std::size_t i = 0; i < report.results.size(); ++i) out(hit_line(report, i, columns) + "\n");
  JsonWriter json;
  begin(json, "end", report);
  json.member("returned", report.results.size()).end_object();
  out(json.text() + "\n");
}

}  // namespace trialsift::render
