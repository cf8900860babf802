// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/formats.hpp"
#include "render/layout.hpp"
#include "trialsift/base/json_writer.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::render {
namespace {

using search::Explanation;
using search::PartFinding;

constexpr std::size_t kIndent = 2;

std::string part_text(const PartFinding& part, const Style& style) {
  const std::size_t indent = kIndent + kIndent * part.depth;
  std::string line = std::string(part.met ? "yes " : part.decides ? "NO  " : "no  ") + base::printable(part.part);
  for (std::size_t i = 0; i < part.places.size(); ++i) {
    line += (i == 0 ? ": " : ", ") + part.places[i].field + " " + std::to_string(part.places[i].count) + "x";
  }
  constexpr std::size_t kAnswer = 4;
  std::string out = std::string(indent, ' ') + wrapped(line, {}, indent + kAnswer, Ink::kPlain, style) + "\n";
  std::string note = part.note;
  for (std::size_t i = 0; i < part.nearest.size(); ++i) {
    note += (i == 0 ? (note.empty() ? "Near it: " : " Near it: ") : ", ") + part.nearest[i];
  }
  if (!note.empty()) {
    const std::string margin(indent + kAnswer, ' ');
    out += margin + wrapped(base::printable(note), {}, margin.size(), Ink::kPlain, style) + "\n";
  }
  return out;
}

void write_part(base::JsonWriter& json, const PartFinding& part) {
  json.begin_object().member("part", part.part).member("depth", part.depth);
  json.member("met", part.met).member("decides", part.decides).key("fields").begin_array();
  for (const search::ScoreReason::Place& place : part.places) {
    json.begin_object().member("field", place.field).member("count", place.count).end_object();
  }
  json.end_array().member("note", part.note).strings("nearest", part.nearest).end_object();
}

}  // namespace

std::string explanation_text(const Explanation& explanation, const Style& style) {
  const search::Hit& hit = explanation.hit;
  std::string out = linked(painted(hit.id.text(), Ink::kId, style), hit.id.link(), style);
  if (explanation.is_hit) {
    out += " is hit " + std::to_string(explanation.rank) + " of " + std::to_string(explanation.total) + ", score " +
           score_text(hit.score) + ".\n";
  } else if (explanation.total == 0) {
    out += " is no hit; no trial is.\n";
  } else {
    out += " is not among the " + std::to_string(explanation.total) + (explanation.total == 1 ? " hit.\n" : " hits.\n");
  }
  out += wrapped(hit.trial.title(), {}, 0, Ink::kBold, style) + "\n\nThe query, part by part:\n";
  for (const PartFinding& part : explanation.parts) out += part_text(part, style);
  if (!explanation.is_hit) return out;
  if (!explanation.reasons.empty()) {
    out += "\n" + wrapped(
                      "The score (rarity: inverse document frequency; frequency: saturated, for the record's length; "
                      "+: word added by feedback):",
                      {}, 0, Ink::kPlain, style);
    out += "\n" + reasons_text(explanation.reasons, kIndent, style);
  }
  if (!hit.snippets.empty()) out += "\nThe best sentences:\n";
  for (const search::Snippet& snippet : hit.snippets) {
    const std::string label = snippet.field + ": ";
    std::vector<search::Mark> marks;
    for (const search::Mark& mark : snippet.marks)
      marks.push_back({mark.begin + label.size(), mark.end + label.size()});
    out += "  " + wrapped(label + snippet.text, marks, kIndent, Ink::kPlain, style) + "\n";
  }
  return out;
}

std::string explanation_json(const query::Query& query, const Explanation& explanation) {
  const search::Hit& hit = explanation.hit;
  base::JsonWriter json;
  json.begin_object().member("type", "explanation").member("schema", kJsonSchema);
  json.member("query", query.text).member("read_as", query::to_string(query.root));
  json.member("id", hit.id.text()).member("title", hit.trial.title());
  json.member("hit", explanation.is_hit).member("total", explanation.total);
  if (explanation.is_hit) {
    json.member("rank", explanation.rank).key("score").value(hit.score, 6);
    json.strings("matched", hit.matched);
    write_reasons(json, explanation.reasons);
    json.key("snippets").begin_array();
    for (const search::Snippet& snippet : hit.snippets) {
      json.begin_object().member("field", snippet.field).member("text", snippet.text).end_object();
    }
    json.end_array();
  }
  json.key("parts").begin_array();
  for (const PartFinding& part : explanation.parts) write_part(json, part);
  return json.end_array().end_object().text();
}

}  // namespace trialsift::render
