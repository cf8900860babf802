// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstdint>

#include "render/citation.hpp"
#include "render/facet_rows.hpp"
#include "render/facts.hpp"
#include "render/formats.hpp"
#include "render/html_page.hpp"
#include "render/trial_table.hpp"
#include "trialsift/base/file.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::render {
namespace {

/// Text in which nothing is markup, inside elements and inside quoted attributes.
void append_escaped(std::string& out, char32_t c) {
  switch (c) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\'':
      out += "&#39;";
      break;
    default:
      base::append_utf8(out, c);
  }
}

/// Marks that turn the direction of writing, and line ends of Unicode's own; other controls HTML has no reference for.
bool has_reference(char32_t c) {
  constexpr char32_t kFirst = 0x061C;
  return c >= kFirst && base::moves_terminal(c);
}

/// The content of an element. What turns the direction of writing stands there as a reference and acts no further than
/// its own <bdi>.
std::string escaped(std::string_view text, const std::vector<search::Mark>& marks = {}) {
  std::string out;
  std::size_t number = 0;
  bool isolated = false;
  auto mark = marks.begin();
  for (std::size_t at = 0; at < text.size(); ++number) {
    const base::CodePoint c = base::decode_utf8(text, at);
    if (mark != marks.end() && number == mark->begin) out += "<mark>";
    if (has_reference(c.value)) {
      out += "&#" + std::to_string(static_cast<std::uint32_t>(c.value)) + ";";
      isolated = true;
    } else {
      const std::string shown = base::printable(text.substr(at, c.length));
      append_escaped(out, base::decode_utf8(shown, 0).value);
    }
    at += c.length;
    if (mark != marks.end() && number + 1 == mark->end) {
      out += "</mark>";
      ++mark;
    }
  }
  return isolated ? "<bdi>" + out + "</bdi>" : out;
}

/// Here no element can hold in what turns the direction of writing.
std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + escaped(base::printable(value)) + "\"";
}

std::string element(std::string_view name, std::string_view attributes, std::string_view content) {
  return "<" + std::string(name) + std::string(attributes) + ">" + std::string(content) + "</" + std::string(name) +
         ">";
}

/// The values by which the page filters, as facets count them: keys, years, texts in lower case; a line each.
std::string facet_values(const model::Trial& trial, const std::string& name) {
  std::vector<std::string_view> texts;
  for (const schema::Field* field : schema::facet_fields(name)) {
    if (field->kind == schema::Kind::kDate) {
      constexpr std::int64_t kYear = 10000;  // dates are YYYYMMDD
      const auto date = field->interval(trial);
      return date ? std::to_string(date->low / kYear) : std::string();
    }
    field->texts(trial, texts);
  }
  return base::joined(texts, "\n", [](std::string_view text) { return base::to_lower_ascii(one_line(text)); });
}

/// A bar of `percent` of its row's length, upright in a histogram of years.
std::string bar(std::uint64_t percent, bool upright) {
  const std::string length = std::to_string(percent);
  if (!upright) {
    return R"(<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none"><rect width=")" + length +
           R"(" height="1"/></svg>)";
  }
  return R"(<svg class="bar" viewBox="0 0 1 100" preserveAspectRatio="none"><rect y=")" +
         std::to_string(100 - percent) + R"(" width="1" height=")" + length + R"("/></svg>)";
}

std::string chart(const search::Facet& facet, std::size_t number) {
  constexpr std::size_t kMostRows = 12;
  const FacetRows facts = facet_rows(facet, kMostRows);
  const schema::Field* field = schema::find_field(facet.field);
  const bool years = field != nullptr && field->kind == schema::Kind::kDate;
  std::uint64_t highest = 1;
  for (const FacetRow& row : facts.rows) highest = std::max(highest, row.count);
  std::string rows;
  for (const FacetRow& row : facts.rows) {
    const std::string value = base::to_lower_ascii(one_line(row.value));
    const std::string count = std::to_string(row.count);
    const std::string inside = element("span", R"( class="label" dir="auto")", escaped(row.label)) +
                               element("span", R"( class="count")", count) + bar(row.count * 100 / highest, years);
    const std::string title = attribute("title", row.label + ": " + count);
    rows += value.empty()
                ? element("div", R"( class="row")" + title, inside)
                : element("button",
                          R"( class="row" type="button" aria-pressed="false")" + title +
                              attribute("data-facet", std::to_string(number)) + attribute("data-value", value),
                          inside);
    rows += "\n";
  }
  std::string chart = element("h2", "", escaped(facts.title)) + "\n" +
                      element("div", years ? R"( class="years")" : "", "\n" + rows) + "\n";
  if (facts.missing > 0) chart += element("p", "", "not given: " + std::to_string(facts.missing)) + "\n";
  if (facts.left_out > 0) chart += element("p", "", "and " + std::to_string(facts.left_out) + " more") + "\n";
  return element("section", R"( class="chart")", chart) + "\n";
}

std::string texts(const model::Trial& trial) {
  std::string out;
  const auto put = [&out](std::string_view title, const std::string& text) {
    if (text.empty()) return;
    out += element("h4", "", title) + element("p", R"( class="prose" dir="auto")", escaped(text)) + "\n";
  };
  put("Brief summary", trial.brief_summary);
  put("Detailed description", trial.detailed_description);
  return out.empty() ? "" : element("details", "", element("summary", "", "Descriptions") + out);
}

std::string article(const SearchReport& report, const search::Hit& hit) {
  const model::Trial& trial = hit.trial;
  std::string attributes = attribute("data-rank", std::to_string(hit.rank)) +
                           attribute("data-start", std::to_string(trial.start.number())) +
                           attribute("data-enrollment", std::to_string(trial.enrollment.value_or(-1)));
  for (std::size_t i = 0; i < report.facets.size(); ++i) {
    attributes += attribute("data-facet-" + std::to_string(i), facet_values(trial, report.facets[i].field));
  }
  const bool marked = !hit.title.text.empty();
  const std::string title = marked ? escaped(hit.title.text, hit.title.marks) : escaped(trial.title());
  const std::string url = hit.id.link();
  const std::string id = url.empty()
                             ? escaped(hit.id.text())
                             : element("a", attribute("href", url) + R"( rel="noreferrer")", escaped(hit.id.text()));
  std::string about = id;
  if (hit.trial_ids.size() > 1) about += " · records: " + escaped(base::joined(hit.trial_ids));
  for (const std::string& fact : facts(trial)) about += " · " + escaped(fact);
  std::string out = element("h3", R"( dir="auto")",
                            element("span", R"( class="rank")", std::to_string(hit.rank) + ".") + " " + title) +
                    "\n" + element("p", R"( class="facts")", about) + "\n";
  for (const search::Snippet& snippet : hit.snippets) {
    out += element("p", R"( class="snippet" dir="auto")",
                   element("span", R"( class="field" dir="ltr")", escaped(snippet.field)) + " " +
                       escaped(snippet.text, snippet.marks)) +
           "\n";
  }
  return "<article" + attributes + ">\n" + out + texts(trial) + "</article>\n";
}

std::string table_line(const TrialRow& cells, std::string_view cell_name) {
  std::string line;
  for (const std::string& cell : cells) {
    const std::vector<std::string_view> entries = base::split(cell, '\n');
    const std::string inside = base::joined(entries, "<br>", [](std::string_view entry) { return escaped(entry); });
    line += element(cell_name, R"( dir="auto")", inside);
  }
  return element("tr", "", line) + "\n";
}

void trial_table(const SearchReport& report, const Sink& out) {
  out("<table class=\"trials\">\n" + table_line(trial_table_headings(report.chosen.table), "th"));
  for (std::size_t i = 0; i < report.results.size(); ++i) {
    const search::Hit hit = report.results.hit(i);
    for (const TrialRow& row : trial_table_rows(report.chosen.table, hit.trial)) out(table_line(row, "td"));
  }
  out("</table>\n");
}

/// What the page was made from, and by what.
std::string colophon(const SearchReport& report) {
  std::string out = "trialsift " + escaped(report.program_version) + ", index of " +
                    std::to_string(report.manifest.trials) + " trials, fingerprint " +
                    escaped(report.manifest.fingerprint_text()) + ". Sources: ";
  out += base::joined(report.manifest.sources, "; ", [](const store::SourceInfo& source) {
    return escaped(source.name) + (source.current.empty() ? "" : " (" + escaped(source.current) + ")");
  });
  return element("p", R"( class="colophon")", out);
}

/// The page's own script runs by this word alone; a record cannot know it beforehand, for it hangs on all of them.
std::string head(const SearchReport& report) {
  const std::string nonce = base::hex64(base::hash64(report.manifest.fingerprint_text() + report.query.text));
  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action "
         "'none'; style-src 'nonce-" +
         nonce + "'; script-src 'nonce-" + nonce +
         "'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
         "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Trials: " +
         escaped(one_line(report.query.text)) + "</title>\n<style nonce=\"" + nonce + "\">" + std::string(kPageStyle) +
         "</style>\n<script nonce=\"" + nonce + "\">" + std::string(kPageScript) + "</script>\n</head>\n<body>\n";
}

}  // namespace

/// End tags of body and html are left out, as HTML allows, so that the searches of a batch make one page.
void render_html(const SearchReport& report, const Style&, const Sink& out) {
  if (report.first_of_batch) out(head(report));
  const std::string name = report.query_id.empty() ? "Search" : escaped(report.query_id);
  out("<main>\n" + element("h1", "", name) + "\n" +
      element("p", R"( class="query" dir="auto")", escaped(report.query.text)) + "\n" +
      element("p", R"( class="totals")", escaped(totals(report, false))) + "\n");
  std::string charts;
  if (report.chosen.table.empty()) {
    for (std::size_t i = 0; i < report.facets.size(); ++i) charts += chart(report.facets[i], i);
  }
  if (!charts.empty()) out(element("div", R"( class="charts")", "\n" + charts) + "\n");
  if (!report.chosen.table.empty()) {
    trial_table(report, out);
  } else {
    out(std::string(kPageControls));
    out("<div class=\"hits\">\n");
    for (std::size_t i = 0; i < report.results.size(); ++i) out(article(report, report.results.hit(i)));
    out("</div>\n");
  }
  out(colophon(report) + "\n</main>\n");
}

}  // namespace trialsift::render
