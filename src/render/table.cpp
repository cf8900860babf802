// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/table.hpp"

#include <algorithm>

#include "render/citation.hpp"
#include "render/columns.hpp"
#include "render/formats.hpp"
#include "render/trial_table.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::render {
namespace {

const std::vector<std::string>& default_fields() {
  static const std::vector<std::string> names = {
      "rank",    "score",      "id",         "nct_id",     "title",         "status",   "phase", "type",
      "start",   "completion", "enrollment", "conditions", "interventions", "sponsor",  "url",   "key",
      "authors", "year",       "month",      "day",        "keywords",      "abstract", "notes", "included"};
  return names;
}

std::vector<Column> columns(const std::vector<std::string>& names) {
  std::vector<std::string> sources = names;
  std::replace(sources.begin(), sources.end(), std::string("title"), std::string("citation_title"));
  std::replace(sources.begin(), sources.end(), std::string("keywords"), std::string("subjects"));
  std::vector<Column> found = columns_of(sources);
  for (std::size_t i = 0; i < found.size(); ++i) found[i].name = names[i];
  return found;
}

struct Text {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const std::vector<std::string>& texts) const { return base::joined(texts, "; "); }
  std::string operator()(const std::optional<std::int64_t>& number) const {
    return number ? std::to_string(*number) : std::string();
  }
  std::string operator()(const Score& score) const { return score_text(score.value); }
  std::string operator()(const std::vector<search::Snippet>& snippets) const {
    return base::joined(snippets, " | ", [](const search::Snippet& snippet) { return snippet.text; });
  }
};

/// What spreadsheets begin a formula with, full-width forms among them.
bool begins_formula(std::string_view text) {
  for (const std::string_view sign : {"=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
    if (text.starts_with(sign)) return true;
  }
  return false;
}

}  // namespace

std::string table_cell(std::string_view text, const TableForm& form, bool raw) {
  std::string cell = one_line(text);
  if (!raw && begins_formula(cell)) cell.insert(0, 1, '\'');
  const bool quoted = form.quotes_inside
                          ? cell.find('"') != std::string::npos || cell.find(form.separator) != std::string::npos
                          : cell.starts_with('"');
  if (!quoted) return cell;
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

namespace {

std::string line_of(std::string line, const TrialRow& cells, const TableForm& form, bool raw) {
  for (const std::string& cell : cells) {
    if (!line.empty() || &cell != cells.data()) line += form.separator;
    line += table_cell(joined_entries(cell, "; "), form, raw);
  }
  return line.append(form.line_end);
}

void render_trial_table(const SearchReport& report, const TableForm& form, const Sink& out) {
  const bool raw = report.chosen.raw_cells;
  const bool batch = !report.query_id.empty();
  if (report.first_of_batch) {
    out(line_of(batch ? "query_id" : "", trial_table_headings(report.chosen.table), form, raw));
  }
  const std::string query = batch ? table_cell(report.query_id, form, raw) : "";
  for (std::size_t i = 0; i < report.results.size(); ++i) {
    const search::Hit hit = report.results.hit(i);
    for (const TrialRow& row : trial_table_rows(report.chosen.table, hit.trial)) out(line_of(query, row, form, raw));
  }
}

}  // namespace

void render_table(const SearchReport& report, const TableForm& form, const Sink& out) {
  if (!report.chosen.table.empty()) return render_trial_table(report, form, out);
  std::vector<std::string> chosen = report.chosen.fields.empty() ? default_fields() : report.chosen.fields;
  if (report.chosen.fields.empty() && report.options.per == search::Per::kTrial) chosen.emplace_back("trial_ids");
  const std::vector<Column> all = columns(chosen);
  const bool batch = !report.query_id.empty();
  if (report.first_of_batch) {
    std::string header = batch ? "query_id" : "";
    for (const Column& column : all) {
      if (!header.empty()) header += form.separator;
      header += column.name;
    }
    out(header.append(form.line_end));
  }
  for (std::size_t i = 0; i < report.results.size(); ++i) {
    const search::Hit hit = report.results.hit(i);
    const Row row(report, hit);
    std::string line = batch ? table_cell(report.query_id, form, report.chosen.raw_cells) : "";
    for (const Column& column : all) {
      if (&column != all.data() || batch) line += form.separator;
      line += table_cell(std::visit(Text(), column.value(row)), form, report.chosen.raw_cells);
    }
    out(line.append(form.line_end));
  }
}

}  // namespace trialsift::render
