// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "render/formats.hpp"
#include "trialsift/base/json_writer.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/render/report.hpp"

namespace trialsift::render {
namespace {

using search::AnalyzedPart;
using search::Expansion;

constexpr std::size_t kHitsWidth = 9;
/// More are in the JSON.
constexpr std::size_t kMostExpansions = 20;

std::string right_aligned(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + text;
}

/// Words of one leaf as a line of their own below it.
std::string words_lines(const AnalyzedPart& part) {
  if (part.fields.empty()) return {};
  const std::string margin(kHitsWidth + 2 + 2 * part.depth + 4, ' ');
  std::string out =
      margin + "in " + base::joined(part.fields) + "; words: " + base::printable(base::joined(part.tokens)) + "\n";
  std::size_t shown = 0;
  for (const Expansion& expansion : part.expansions) {
    if (shown++ == kMostExpansions) break;
    out += margin + right_aligned(std::to_string(expansion.trials), kHitsWidth) + "  " +
           base::printable(expansion.text) + " (" + std::string(expansion.source) + ")\n";
  }
  if (part.expansion_count > kMostExpansions) {
    out += margin + std::string(kHitsWidth + 2, ' ') + "and " + std::to_string(part.expansion_count - kMostExpansions) +
           " more\n";
  }
  return out;
}

}  // namespace

void write_lacking(base::JsonWriter& json, const search::Lacking& lacking) {
  json.key("lacking").begin_object().member("total", lacking.total).key("fields").begin_object();
  for (const search::Lacking::Field& field : lacking.fields) json.member(field.name, field.trials);
  json.end_object().end_object();
}

void write_warnings(base::JsonWriter& json, const std::vector<query::Warning>& warnings) {
  json.key("warnings").begin_array();
  for (const query::Warning& warning : warnings) {
    json.begin_object().member("code", warning.code).member("sentence", warning.sentence);
    json.member("result_changing", warning.result_changing).end_object();
  }
  json.end_array();
}

std::string parts_text(const std::vector<AnalyzedPart>& parts) {
  std::string out;
  for (const AnalyzedPart& part : parts) {
    out += right_aligned(part.hits ? std::to_string(*part.hits) : "-", kHitsWidth) + "  " +
           std::string(2 * part.depth, ' ') + base::printable(part.text) + "\n" + words_lines(part);
  }
  return out;
}

void write_parts(base::JsonWriter& json, const std::vector<AnalyzedPart>& parts) {
  json.key("parts").begin_array();
  for (const AnalyzedPart& part : parts) {
    json.begin_object().member("depth", part.depth).member("part", part.text).key("hits");
    if (part.hits) {
      json.value(*part.hits);
    } else {
      json.null();
    }
    json.key("span").begin_array().value(part.span.begin).value(part.span.end).end_array();
    if (!part.fields.empty()) {
      json.strings("fields", part.fields).strings("tokens", part.tokens);
      json.member("expansion_count", part.expansion_count).key("expansions").begin_array();
      for (const Expansion& expansion : part.expansions) {
        json.begin_object().member("text", expansion.text).member("source", expansion.source);
        json.member("trials", expansion.trials).end_object();
      }
      json.end_array();
    }
    json.end_object();
  }
  json.end_array();
}

namespace {

std::string expanded_text(const std::vector<search::Expanded>& expanded) {
  if (expanded.empty()) return {};
  std::string out = "\n" + right_aligned("trials", kHitsWidth) + "  looked for beside the words\n";
  for (const search::Expanded& each : expanded) {
    out += right_aligned(std::to_string(each.trials), kHitsWidth) + "  " + base::printable(each.of) + " = " +
           base::printable(each.text) + " (" + std::string(search::kind_of(each.source).name) + ")\n";
  }
  return out;
}

}  // namespace

std::string analysis_text(const query::Query& query, const search::Analysis& analysis, std::string_view query_id) {
  return "query" + (query_id.empty() ? "" : " " + base::printable(query_id)) + ": " + base::printable(query.text) +
         "\nread as " + query.dialect + ": " + base::printable(query::to_string(query.root)) + "\n\n" +
         right_aligned("trials", kHitsWidth) + "  part\n" + parts_text(analysis.parts) +
         expanded_text(analysis.expanded) + "\ncompiled: " + base::printable(analysis.compiled) + "\n";
}

std::string analysis_json(const query::Query& query, const search::Analysis& analysis, std::string_view query_id) {
  base::JsonWriter json;
  json.begin_object().member("type", "analysis");
  if (!query_id.empty()) json.member("query_id", query_id);
  json.member("schema", kJsonSchema).member("query", query.text).member("syntax", query.dialect);
  json.member("read_as", query::to_string(query.root)).member("total", analysis.total);
  write_parts(json, analysis.parts);
  write_expanded(json, analysis.expanded);
  json.member("compiled", analysis.compiled);
  write_warnings(json, query.warnings);
  json.end_object();
  return json.text() + "\n";
}

}  // namespace trialsift::render
