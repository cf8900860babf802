// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/facts.hpp"

#include <algorithm>
#include <cstdint>
#include <span>

#include "trialsift/base/text.hpp"
#include "trialsift/model/vocabulary.hpp"

namespace trialsift::render {

std::vector<std::string> facts(const model::Trial& trial) {
  std::vector<std::string> parts;
  const auto put = [&parts](std::string text) {
    if (!text.empty()) parts.push_back(std::move(text));
  };
  const bool past = model::is_past_completion(trial);
  put(std::string(model::kStatuses.label_of(trial.status)) + (past ? " (completion date passed)" : ""));
  std::vector<std::string_view> phases;
  for (const std::string& phase : trial.phases) {
    if (phase != "na") phases.push_back(model::kPhases.label_of(phase));
  }
  put(base::joined(phases));
  if (!trial.start.empty() || !trial.completion.empty()) {
    put(trial.start.text() + (trial.completion.empty() ? "" : " to " + trial.completion.text()));
  }
  if (trial.enrollment) put(std::to_string(*trial.enrollment) + " participants");
  constexpr std::size_t kMostConditions = 4;
  const std::span<const std::string> conditions = trial.conditions;
  put(base::joined(conditions.first(std::min(conditions.size(), kMostConditions))) +
      (conditions.size() > kMostConditions ? ", …" : ""));
  return parts;
}

std::string totals(const SearchReport& report, bool hints) {
  const search::Counts& counts = report.results.counts();
  const std::uint64_t n = counts.total;
  const auto hint = [hints](const char* options) { return hints ? std::string(" (") + options + ")" : std::string(); };
  std::string line = std::to_string(n) + (n == 1 ? " trial" : " trials");
  if (counts.any_words) {
    const bool any = report.options.match == search::Match::kAny;
    line += any ? " with any of the words, " + std::to_string(*counts.all_words) + " with all" + hint("--match all")
                : " with all of the words, " + std::to_string(*counts.any_words) + " with any" + hint("--match any");
  }
  if (counts.lacking.total > 0) {
    line += "; " + to_string(counts.lacking) + hint("--keep-missing");
  }
  const std::size_t shown = report.results.size();
  if (shown > 0 && shown < n) {
    line += "; shown: " + std::to_string(report.options.offset + 1) + " to " +
            std::to_string(report.options.offset + shown) + hint("--limit, --offset");
  }
  if (shown == 0 && n > 0 && report.options.offset > 0) line += "; none shown: the offset is past the end";
  return line + ".";
}

}  // namespace trialsift::render
