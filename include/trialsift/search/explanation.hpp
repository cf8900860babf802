// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "trialsift/query/tree.hpp"
#include "trialsift/search/searcher.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// A part of a query and what it finds in one trial; the parts stand in the order of the tree, each before what is
/// inside it.
struct PartFinding {
  std::string part;                        ///< as the query is read
  std::size_t depth = 0;                   ///< 0: the query as a whole
  bool met = false;                        ///< the trial is as this part wants it
  bool decides = false;                    ///< the trial is no hit, and this part is a reason
  std::vector<ScoreReason::Place> places;  ///< where its words stand, without scores; conditions have none
  std::string note;                        ///< for a part that is not met: what the record has instead, one sentence
  std::vector<std::string> nearest;        ///< words of the record that are like the part's
};

/// Why one trial is a hit of a query, or why it is none.
struct Explanation {
  bool is_hit = false;
  std::uint64_t rank = 0;            ///< of a hit, from 1
  std::uint64_t total = 0;           ///< hits of the query
  Hit hit;                           ///< of a hit, with title, sentences and matched words; else id and record only
  std::vector<ScoreReason> reasons;  ///< of a hit: they add up to its score
  std::vector<PartFinding> parts;
};

/// `options.limit` and `offset` do not count.
Explanation explain(const store::Index& index, const query::Query& query, const SearchOptions& options,
                    store::DocId document);

}  // namespace trialsift::search
