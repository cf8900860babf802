// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/screen/run.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "trialsift/base/error.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/search/evaluator.hpp"
#include "trialsift/search/trial_table.hpp"

namespace trialsift::screen {
namespace {

using query::StrategyLine;
using search::DocSet;

/// What a line may do wrong when it is run; anything else ends the command.
bool is_of_the_line(const base::Error& error) {
  return error.code() == base::ErrorCode::kQuerySyntax || error.code() == base::ErrorCode::kQueryCost;
}

class Runner {
 public:
  Runner(const store::Index& index, std::size_t lines, bool analyze, const search::TrialTable* trials)
      : evaluator_(index), analyze_(analyze), trials_(trials) {
    sets_.reserve(lines);
  }

  LineOutcome run(const StrategyLine& line) {
    LineOutcome outcome;
    outcome.error = line.error;
    outcome.warnings = line.warnings;
    outcome.stands_upon = first_failed(line);
    DocSet found = DocSet::void_set();
    if (!outcome.error && !outcome.stands_upon) evaluate(line, outcome, found);
    failed_.push_back(outcome.error || outcome.stands_upon);
    sets_.push_back(std::move(found));
    return outcome;
  }

  DocSet last() && { return sets_.empty() ? DocSet::void_set() : std::move(sets_.back()); }

 private:
  /// The line in error that this one stands upon, at whatever distance.
  std::optional<std::size_t> first_failed(const StrategyLine& line) const {
    for (const std::size_t place : line.refers_to) {
      if (failed_.at(place)) return place;
    }
    return std::nullopt;
  }

  void evaluate(const StrategyLine& line, LineOutcome& outcome, DocSet& found) {
    try {
      found = evaluator_.evaluate(line.tree, sets_);
      for (query::Warning& warning : evaluator_.take_warnings()) outcome.warnings.push_back(std::move(warning));
      outcome.lacking = evaluator_.lacking(line.tree, sets_);
      if (analyze_) outcome.parts = evaluator_.analyze(line.tree, sets_);
    } catch (const base::Error& error) {
      if (!is_of_the_line(error)) throw;
      const std::size_t offset = error.where().offset;
      outcome.error = query::LineError{error.what(), error.hint(), {offset, offset}};
      return;
    }
    if (outcome.lacking.total > 0) {
      outcome.warnings.push_back(
          {"missing-field", to_string(outcome.lacking) + ": --keep-missing keeps them", line.tree.span, false});
    }
    if (found.is_void()) return;
    outcome.hits = count(found);
    DocSet fresh = found;
    fresh -= seen_;
    outcome.new_hits = count(fresh);
    seen_ |= trials_ == nullptr ? found : trials_->with_other_records(found);
  }

  std::uint64_t count(const DocSet& records) const {
    return trials_ == nullptr ? records.size() : trials_->leading(records).size();
  }

  search::Evaluator evaluator_;
  bool analyze_;
  const search::TrialTable* trials_;
  std::vector<DocSet> sets_;
  std::vector<bool> failed_;
  DocSet seen_;  ///< by any line so far
};

}  // namespace

bool StrategyRun::complete() const {
  return !lines.empty() && std::none_of(lines.begin(), lines.end(),
                                        [](const LineOutcome& line) { return line.error || line.stands_upon; });
}

std::vector<SharedWarning> shared_warnings(const StrategyRun& run) {
  std::vector<SharedWarning> shared;
  const auto add = [&shared](const query::Warning& warning, std::optional<std::size_t> line) {
    auto same = std::find_if(shared.begin(), shared.end(), [&warning](const SharedWarning& s) {
      return s.warning.code == warning.code && s.warning.sentence == warning.sentence;
    });
    if (same == shared.end()) same = shared.insert(shared.end(), {warning, {}});
    if (line && (same->lines.empty() || same->lines.back() != *line)) same->lines.push_back(*line);
  };
  for (const query::Warning& warning : run.strategy.warnings) add(warning, std::nullopt);
  for (std::size_t i = 0; i < run.lines.size(); ++i) {
    for (const query::Warning& warning : run.lines[i].warnings) add(warning, i);
  }
  std::stable_partition(shared.begin(), shared.end(), [](const SharedWarning& s) { return s.warning.result_changing; });
  return shared;
}

StrategyRun run_strategy(std::string name, query::Strategy strategy, const store::Index& index,
                         const std::function<void(const StrategyRun&, std::size_t)>& on_line, bool analyze,
                         const search::TrialTable* trials) {
  StrategyRun run;
  run.name = std::move(name);
  run.strategy = std::move(strategy);
  run.result = DocSet::void_set();
  run.per_trial = trials != nullptr;
  Runner runner(index, run.strategy.lines.size(), analyze, trials);
  for (std::size_t i = 0; i < run.strategy.lines.size(); ++i) {
    base::check_interrupt();
    run.lines.push_back(runner.run(run.strategy.lines[i]));
    if (on_line) on_line(run, i);
  }
  if (run.complete()) run.result = std::move(runner).last();
  return run;
}

}  // namespace trialsift::screen
