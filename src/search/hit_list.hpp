// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "search/feedback.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// Keeps the best of many hits: score descending, then id ascending. The index outlives it.
class HitList {
 public:
  /// `wanted`: so many of the best.
  HitList(const store::Index& index, std::size_t wanted);

  /// In any order.
  void add(ScoredDocument hit);
  /// The best, the first `sorted` of them as sort_hits() sorts them; empties the list.
  std::vector<ScoredDocument> take(std::size_t sorted);

 private:
  void prune();

  const store::Index& index_;
  std::size_t wanted_;
  std::size_t prune_at_;
  Millionths least_;  ///< hits below it cannot be among the best
  std::vector<ScoredDocument> hits_;
};

/// Sorts by score descending, then id ascending. Ids are not at hand, they have to be read: equal scores that begin
/// beyond the first `sorted` hits stand in the order of documents. Returns where those begin.
std::size_t sort_hits(const store::Index& index, std::vector<ScoredDocument>& hits, std::size_t sorted);

}  // namespace trialsift::search
