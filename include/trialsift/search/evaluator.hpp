// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "trialsift/query/tree.hpp"
#include "trialsift/search/doc_set.hpp"
#include "trialsift/search/searcher.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

struct AnalyzedPart;

/// What trees mean: the exact set of documents that a tree holds for. Words, phrases, wildcards and nearness at every
/// place come from one reading of the token stream; candidates come from the database, cheapest condition first. Keeps
/// what it has looked up (100 MB at most), so one evaluator for all lines of a strategy is quicker than one a line. One
/// object, one thread; the index outlives it.
class Evaluator {
 public:
  /// `match`: how words side by side are meant.
  explicit Evaluator(const store::Index& index, Match match = Match::kAny);
  ~Evaluator();
  Evaluator(Evaluator&&) noexcept;

  /// The documents of `tree`. Its kLine nodes stand for `lines`, the sets of the lines before it. A kVoid leaf drops
  /// out of AND, OR and NOT; a tree of nothing else is void. Throws Error: kQuerySyntax for operands that NEAR cannot
  /// take, kQueryCost for more work than one query may cost (some seconds); kInterrupted.
  DocSet evaluate(const query::Node& tree, std::span<const DocSet> lines = {});

  /// Each part of `tree` with its hits and what its words stand for: each before its children. Costs as much as the
  /// parts searched one by one. Throws as evaluate().
  std::vector<AnalyzedPart> analyze(const query::Node& tree, std::span<const DocSet> lines = {});

  /// How many trials `tree` misses because they lack a field that it filters by. Throws as evaluate().
  Lacking lacking(const query::Node& tree, std::span<const DocSet> lines = {});

  /// What evaluate() saw and a searcher should know, since the last call: heading-in-text, field-fallback,
  /// no-such-word (with the nearest that there are), wildcard-explodes, not-removes-most. One of a code at most.
  std::vector<query::Warning> take_warnings();

  class Impl;

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsift::search
