// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "trialsift/query/strategy.hpp"
#include "trialsift/search/analysis.hpp"
#include "trialsift/search/doc_set.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {
class TrialTable;
}

/// Literature screening: search strategies run, counted and written down.
namespace trialsift::screen {

/// What became of one line of a strategy.
struct LineOutcome {
  std::optional<std::uint64_t> hits;        ///< none: void, in error, or standing upon a line in error
  std::optional<std::uint64_t> new_hits;    ///< those that no earlier line found
  std::optional<query::LineError> error;    ///< of reading or of running it
  std::optional<std::size_t> stands_upon;   ///< the place of a line in error that kept this one from being run
  std::vector<query::Warning> warnings;     ///< of reading and of running it
  search::Lacking lacking;                  ///< told in a warning missing-field, too
  std::vector<search::AnalyzedPart> parts;  ///< where they were asked for
};

/// A strategy, run on an index. A value.
struct StrategyRun {
  std::string name;  ///< of the file, for people
  query::Strategy strategy;
  std::vector<LineOutcome> lines;  ///< as many as the strategy has
  search::DocSet result;           ///< records of the last line; void where that has no count
  bool per_trial = false;          ///< hits are counted as trials

  /// Every line could be read and run. Without that there is no result: a search that lost a line to a slip of the
  /// pen must not pass for the one that was meant.
  bool complete() const;
};

/// Warnings that many lines share, told once.
struct SharedWarning {
  query::Warning warning;
  std::vector<std::size_t> lines;  ///< places, ascending; empty: of the strategy as a whole
};
/// Those that change the result first, then in the order of their first line.
std::vector<SharedWarning> shared_warnings(const StrategyRun& run);

/// Runs each line once and keeps its set; lines combine sets. `trials`: their hits are counted as trials, not records.
/// A line in error is a value and the run goes on, as far as lines do not stand upon it. `on_line` is told each line's
/// place when it is done. `analyze`: the parts of each line, too; costs as much as each of them run. Throws Error for
/// what ends a command: a damaged index, an interrupt.
StrategyRun run_strategy(std::string name, query::Strategy strategy, const store::Index& index,
                         const std::function<void(const StrategyRun&, std::size_t)>& on_line = {}, bool analyze = false,
                         const search::TrialTable* trials = nullptr);

}  // namespace trialsift::screen
