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

/// What trees mean: the exact set of documents that a tree holds for. Words, phrases, wildcards and nearness at every
/// place come from one reading of the token stream; candidates come from the database, cheapest condition first. Keeps
/// what it has looked up (150 MB at most), so one evaluator for all lines of a strategy is quicker than one a line. One
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

  /// What evaluation saw and a searcher should know, since the last call: heading-in-text, field-fallback. One of a
  /// code for each tree.
  std::vector<query::Warning> take_warnings();

  class Impl;

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsift::search
