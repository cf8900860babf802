// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstdint>

#include "render/formats.hpp"
#include "render/layout.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/vocabulary.hpp"

namespace trialsift::render {
namespace {

std::string facts(const model::Trial& trial) {
  std::vector<std::string> parts;
  const auto put = [&parts](std::string text) {
    if (!text.empty()) parts.push_back(std::move(text));
  };
  put(std::string(model::kStatuses.label_of(trial.status)));
  std::string phases;
  for (const std::string& phase : trial.phases) {
    if (phase != "na") phases += (phases.empty() ? "" : ", ") + std::string(model::kPhases.label_of(phase));
  }
  put(std::move(phases));
  if (!trial.start.empty() || !trial.completion.empty()) {
    put(trial.start.text() + (trial.completion.empty() ? "" : " to " + trial.completion.text()));
  }
  if (trial.enrollment) put(std::to_string(*trial.enrollment) + " participants");
  constexpr std::size_t kMostConditions = 4;
  std::string conditions;
  for (std::size_t i = 0; i < trial.conditions.size(); ++i) {
    if (i == kMostConditions) {
      conditions += ", …";
      break;
    }
    conditions += (i == 0 ? "" : ", ") + trial.conditions[i];
  }
  put(std::move(conditions));
  std::string line;
  for (const std::string& part : parts) line += (line.empty() ? "" : " · ") + part;
  return line;
}

std::string hit_text(const search::Hit& hit, std::size_t rank_width, const Style& style) {
  const std::string rank = std::to_string(hit.rank);
  const std::size_t indent = rank_width + 2;
  const std::string margin(indent, ' ');
  std::string out = std::string(rank_width - std::min(rank_width, rank.size()), ' ') + rank + "  ";
  out += linked(painted(hit.id.text(), Ink::kId, style), hit.id.link(), style) + "  ";
  const std::string score = score_text(hit.score);
  constexpr std::size_t kDecimalsLeftOut = 4;
  out += painted(score.substr(0, score.size() - kDecimalsLeftOut), Ink::kDim, style) + "\n";
  const bool marked = !hit.title.text.empty();
  out +=
      margin + wrapped(marked ? hit.title.text : hit.trial.title(), hit.title.marks, indent, Ink::kBold, style) + "\n";
  const std::string about = facts(hit.trial);
  if (!about.empty()) out += margin + wrapped(about, {}, indent, Ink::kDim, style) + "\n";
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

std::string totals(const SearchReport& report) {
  const search::Counts& counts = report.results.counts();
  const std::uint64_t n = counts.total;
  std::string line = std::to_string(n) + (n == 1 ? " trial" : " trials");
  if (counts.any_words) {
    const bool any = report.options.match == search::Match::kAny;
    line += any ? " with any of the words, " + std::to_string(*counts.all_words) + " with all (--match all)"
                : " with all of the words, " + std::to_string(*counts.any_words) + " with any (--match any)";
  }
  for (const search::Lacking& lacking : counts.lacking) {
    line += "; " + std::to_string(lacking.trials) + " more without " + lacking.field + " (--keep-missing)";
  }
  const std::size_t shown = report.results.size();
  if (shown > 0 && shown < n) {
    line += "; shown: " + std::to_string(report.options.offset + 1) + " to " +
            std::to_string(report.options.offset + shown) + " (--limit, --offset)";
  }
  if (shown == 0 && n > 0 && report.options.offset > 0) line += "; none shown: the offset is past the end";
  return line + ".";
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
    out(hit_text(report.results.hit(i), rank_width, style) + "\n");
  }
  out(wrapped(totals(report), {}, 0, Ink::kPlain, style) + "\n");
}

}  // namespace trialsift::render
