// SPDX-License-Identifier: GPL-2.0-or-later
#include "screen/words.hpp"

#include "trialsift/base/text.hpp"

namespace trialsift::screen {

std::string count_text(const std::optional<std::uint64_t>& count) {
  return count ? std::to_string(*count) : "-";
}

std::string lines_text(const StrategyRun& run, const std::vector<std::size_t>& places) {
  if (places.empty()) return "the strategy";
  std::vector<std::string> labels;
  for (const std::size_t place : places) labels.push_back(run.strategy.lines[place].label);
  return (labels.size() == 1 ? "line " : "lines ") + base::listed(labels, "and");
}

std::string result_text(const StrategyRun& run) {
  std::vector<std::size_t> failed;
  for (std::size_t i = 0; i < run.lines.size(); ++i) {
    if (run.lines[i].error) failed.push_back(i);
  }
  if (!failed.empty()) {
    return "no result: " + lines_text(run, failed) + (failed.size() == 1 ? " is" : " are") + " in error";
  }
  if (run.lines.empty()) return "no result: the strategy has no lines";
  const std::string last = "line " + run.strategy.lines.back().label;
  if (!run.lines.back().hits) return "no result: " + last + " asks for nothing that records of trials can answer";
  const std::uint64_t hits = *run.lines.back().hits;
  return last + ": " + std::to_string(hits) + (hits == 1 ? " trial" : " trials") +
         (run.per_trial ? " (records in several registries counted once)" : "");
}

std::string dialect_text(const query::Strategy& strategy) {
  return std::string(strategy.dialect->name) +
         (strategy.detected_by.empty() ? "" : " (found out: " + one_line(strategy.detected_by) + ")");
}

std::string standing_text(const StrategyRun& run, std::size_t line) {
  if (!run.lines[line].stands_upon) return {};
  return "not run: it stands upon line " + run.strategy.lines[*run.lines[line].stands_upon].label;
}

std::string one_line(std::string_view text) {
  return base::printable(base::collapse_space(text));
}

}  // namespace trialsift::screen
