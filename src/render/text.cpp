// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cstdio>

#include "render/facet_rows.hpp"
#include "render/facts.hpp"
#include "render/formats.hpp"
#include "render/layout.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::render {
namespace {

std::string facts_line(const model::Trial& trial) {
  std::string line;
  for (const std::string& part : facts(trial)) line += (line.empty() ? "" : " · ") + part;
  return line;
}

std::string hit_text(const search::Hit& hit, std::size_t rank_width, const Style& style) {
  const std::string rank = std::to_string(hit.rank);
  const std::size_t indent = rank_width + 2;
  const std::string margin(indent, ' ');
  std::string out = std::string(rank_width - std::min(rank_width, rank.size()), ' ') + rank + "  ";
  out += linked(painted(hit.id.text(), Ink::kId, style), hit.id.link(), style) + "  ";
  std::array<char, 32> score{};
  std::snprintf(score.data(), score.size(), "%.2f", hit.score);
  out += std::string(score.data()) + "\n";
  const bool marked = !hit.title.text.empty();
  out +=
      margin + wrapped(marked ? hit.title.text : hit.trial.title(), hit.title.marks, indent, Ink::kBold, style) + "\n";
  if (hit.trial_ids.size() > 1) {
    out += margin + wrapped("Records: " + base::joined(hit.trial_ids), {}, indent, Ink::kPlain, style) + "\n";
  }
  const std::string about = facts_line(hit.trial);
  if (!about.empty()) out += margin + wrapped(about, {}, indent, Ink::kPlain, style) + "\n";
  for (const search::Snippet& snippet : hit.snippets) {
    const std::string label = snippet.field + ": ";
    // The label stands inside the first line: wrap it with the text, its marks moved behind it.
    std::vector<search::Mark> marks;
    for (const search::Mark& mark : snippet.marks)
      marks.push_back({mark.begin + label.size(), mark.end + label.size()});
    out += margin + "  " + wrapped(label + snippet.text, marks, indent + 2, Ink::kPlain, style) + "\n";
  }
  return out;
}

/// "Also looked for: tumour (spelling), MM (abbreviation). --expand none leaves them out."
std::string also_looked_for(const SearchReport& report) {
  std::string line;
  for (const search::Expanded& each : report.results.expanded()) {
    if (each.trials == 0) continue;
    line += (line.empty() ? "Also looked for, with less weight: " : ", ") + base::printable(each.text) + " (" +
            std::string(search::kind_of(each.source).name) + ")";
  }
  return line.empty() ? line : line + "; --expand none leaves that out.";
}

}  // namespace

void render_text(const SearchReport& report, const Style& style, const Sink& out) {
  if (!report.query_id.empty()) {
    out((report.first_of_batch ? "" : "\n") + painted(base::printable(report.query_id) + ": ", Ink::kBold, style) +
        base::printable(report.query.text) + "\n\n");
  }
  const std::size_t last = report.options.offset + report.results.size();
  const std::size_t rank_width = std::max<std::size_t>(2, std::to_string(last).size());
  for (std::size_t i = 0; i < report.results.size(); ++i) {
    out(hit_text(report.results.hit(i), rank_width, style));
    if (report.explain) out(reasons_text(report.results.reasons(i), rank_width + 4, style));
    out("\n");
  }
  for (const search::Facet& facet : report.facets) out(facet_text(facet, style) + "\n");
  out(wrapped(totals(report, true), {}, 0, Ink::kPlain, style) + "\n");
  const std::string also = also_looked_for(report);
  if (!also.empty()) out(wrapped(also, {}, 0, Ink::kPlain, style) + "\n");
}

}  // namespace trialsift::render
