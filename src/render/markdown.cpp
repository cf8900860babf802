// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/facet_rows.hpp"
#include "render/facts.hpp"
#include "render/formats.hpp"
#include "render/trial_table.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::render {
namespace {

/// True if this sign could be markup inside a line: CommonMark's, GitHub's (tables, strikes, mentions, emoji, addresses
/// that become links of themselves, mathematics) and Pandoc's. `next` is the byte after it, 0 at the end.
bool is_markup(char32_t c, char next, std::string_view before) {
  constexpr std::string_view kAlways = "\\`*_{}[]<>#|&~!$^@";
  if (c < 0x80 && kAlways.find(static_cast<char>(c)) != std::string_view::npos) return true;
  if (c == ':') return next != ' ' && next != '\0';
  if (c == '=') return next == '=';
  return c == '.' && (before.ends_with("www") || before.ends_with("WWW"));
}

/// One line in which nothing is markup but the marks.
std::string escaped(std::string_view text, const std::vector<search::Mark>& marks = {}) {
  const std::string line = base::printable(text);
  std::string out;
  std::size_t number = 0;
  auto mark = marks.begin();
  for (std::size_t at = 0; at < line.size(); ++number) {
    const base::CodePoint c = base::decode_utf8(line, at);
    at += c.length;
    if (mark != marks.end() && number == mark->begin) out += "**";
    if (is_markup(c.value, at < line.size() ? line[at] : '\0', out)) out += '\\';
    base::append_utf8(out, c.value == '\n' ? U' ' : c.value);
    if (mark != marks.end() && number + 1 == mark->end) {
      out += "**";
      ++mark;
    }
  }
  return out;
}

std::string hit_text(const search::Hit& hit) {
  const bool marked = !hit.title.text.empty();
  const std::string title =
      escaped(marked ? hit.title.text : hit.trial.title(), marked ? hit.title.marks : std::vector<search::Mark>());
  const std::string id = escaped(hit.id.text());
  const std::string url = hit.id.link();
  std::string out = "### " + std::to_string(hit.rank) + ". " + title + "\n\n";
  out += url.empty() ? id : "[" + id + "](<" + url + ">)";
  for (const std::string& fact : facts(hit.trial)) out += " · " + escaped(fact);
  if (hit.trial_ids.size() > 1) out += " · records: " + escaped(base::joined(hit.trial_ids));
  out += "\n\n";
  for (const search::Snippet& snippet : hit.snippets) {
    out += "> *" + escaped(snippet.field) + "*: " + escaped(snippet.text, snippet.marks) + "\n\n";
  }
  return out;
}

std::string facet_table(const search::Facet& facet) {
  constexpr std::size_t kMostRows = 12;
  const FacetRows facts = facet_rows(facet, kMostRows);
  std::string out = "| " + escaped(facts.title) + " | trials |\n|---|---:|\n";
  for (const FacetRow& row : facts.rows) out += "| " + escaped(row.label) + " | " + std::to_string(row.count) + " |\n";
  if (facts.left_out > 0) out += "| and " + std::to_string(facts.left_out) + " more | |\n";
  if (facts.missing > 0) out += "| (not given) | " + std::to_string(facts.missing) + " |\n";
  return out + "\n";
}

std::string trial_line(const TrialRow& cells) {
  std::string line = "|";
  for (const std::string& cell : cells) line += " " + escaped(joined_entries(cell, "; ")) + " |";
  return line + "\n";
}

void trial_table(const SearchReport& report, const Sink& out) {
  const TrialRow headings = trial_table_headings(report.chosen.table);
  std::string rule = "|";
  for (std::size_t i = 0; i < headings.size(); ++i) rule += "---|";
  out(trial_line(headings) + rule + "\n");
  for (std::size_t i = 0; i < report.results.size(); ++i) {
    const search::Hit hit = report.results.hit(i);
    for (const TrialRow& row : trial_table_rows(report.chosen.table, hit.trial)) out(trial_line(row));
  }
  out("\n");
}

}  // namespace

void render_markdown(const SearchReport& report, const Style&, const Sink& out) {
  out("## " + (report.query_id.empty() ? "Search" : escaped(report.query_id)) + "\n\n");
  out(escaped(report.query.text) + "\n\n" + escaped(totals(report, false)) + "\n\n");
  for (const search::Facet& facet : report.facets) out(facet_table(facet));
  if (!report.chosen.table.empty()) return trial_table(report, out);
  for (std::size_t i = 0; i < report.results.size(); ++i) out(hit_text(report.results.hit(i)));
}

}  // namespace trialsift::render
