// SPDX-License-Identifier: GPL-2.0-or-later
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
  json.member("total", counts.total);
  if (counts.any_words) json.member("any_words", *counts.any_words).member("all_words", *counts.all_words);
  json.key("lacking").begin_object();
  for (const search::Lacking& lacking : counts.lacking) json.member(lacking.field, lacking.trials);
  json.end_object();
  json.member("offset", report.options.offset).member("limit", report.options.limit);
  json.member("truncated", report.options.offset + report.results.size() < counts.total);
  json.key("warnings").begin_array();
  for (const query::Warning& warning : report.query.warnings) {
    json.begin_object().member("code", warning.code).member("sentence", warning.sentence).end_object();
  }
  json.end_array().end_object();
  return json.text();
}

void snippet(JsonWriter& json, const search::Snippet& snippet) {
  json.begin_object().member("field", snippet.field).member("text", snippet.text);
  json.key("spans").begin_array();
  for (const search::Mark& mark : snippet.marks) json.begin_array().value(mark.begin).value(mark.end).end_array();
  json.end_array().end_object();
}

std::string hit_line(const SearchReport& report, const search::Hit& hit) {
  const model::Trial& trial = hit.trial;
  JsonWriter json;
  begin(json, "hit", report);
  json.member("rank", hit.rank).member("id", hit.id.text());
  if (hit.id.is_nct()) json.member("nct_id", hit.id.text());
  json.key("score").value(hit.score, 6);
  json.member("title", trial.title()).member("url", hit.id.link());
  json.member("status", trial.status).strings("phases", trial.phases).member("study_type", trial.study_type);
  json.member("start", trial.start.text()).member("completion", trial.completion.text());
  json.key("enrollment");
  if (trial.enrollment) {
    json.value(*trial.enrollment);
  } else {
    json.null();
  }
  json.strings("conditions", trial.conditions);
  json.key("interventions").begin_array();
  for (const model::Intervention& i : trial.interventions) json.value(i.name);
  json.end_array().member("sponsor", trial.lead_sponsor);
  json.key("snippets").begin_array();
  for (const search::Snippet& s : hit.snippets) snippet(json, s);
  json.end_array().strings("matched", hit.matched).end_object();
  return json.text();
}

}  // namespace

void render_jsonl(const SearchReport& report, const Style&, const Sink& out) {
  out(search_line(report) + "\n");
  for (std::size_t i = 0; i < report.results.size(); ++i) out(hit_line(report, report.results.hit(i)) + "\n");
  JsonWriter json;
  begin(json, "end", report);
  json.member("returned", report.results.size()).end_object();
  out(json.text() + "\n");
}

}  // namespace trialsift::render
