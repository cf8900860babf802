// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "search/query_parts.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// How nearly a title of a trial says what the query says, and nothing else: the share of the query's weight that the
/// title holds times the share of its words that are the query's, to the fourth power. A title that holds every concept
/// of the query and no other word counts twice. Index and parts outlive it. One object, one search.
class TitleMatch {
 public:
  TitleMatch(const store::Index& index, const QueryParts& parts);

  /// Of the trial's best title: 0 to 1, or 2.
  double of(store::DocId document) const;

 private:
  double of_title(ConceptSet held, std::size_t known_words, std::size_t words) const;

  const store::Index& index_;
  const QueryParts& parts_;
  std::size_t field_;
  std::vector<ConceptSet> sets_;     ///< of the slots
  std::vector<std::uint8_t> slots_;  ///< by stream number: place in sets_; 0: no word of the query
};

}  // namespace trialsift::search
