// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/bm25.hpp"
#include "search/query_parts.hpp"
#include "trialsift/search/ranking.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

struct ScoredDocument {
  Millionths score;
  store::DocId document;
};

/// A trial that feedback learns from, and how much it says.
struct Example {
  store::DocId document;
  double weight;
};

/// The family of each number in the token stream; Words::family_count() for numbers that no word has.
std::vector<store::Words::Family> families_by_number(const store::Words& words);

/// Words that examples have in common, and what they add to the score of a trial: see FeedbackParameters. Which
/// trials are hits never changes. Reads the token stream, default fields only. One object, one search.
class Feedback {
 public:
  /// A word family that was learnt.
  struct Word {
    store::Words::Family family;
    std::string text;  ///< its most frequent member
    double weight;
  };
  /// What a word adds to a trial.
  struct Share {
    const Word* word;
    double saturation;
    Places places;
    Millionths score;
  };

  /// `share`: length of the vector of added weights, as a share of that of the query's weights. Index, families (by
  /// number) and ranking outlive it.
  Feedback(const store::Index& index, const std::vector<store::Words::Family>& families, const Ranking& ranking,
           double average_length, std::span<const Example> examples, const std::vector<QueryPart>& parts, double share);

  Millionths score(store::DocId document) const;
  std::vector<Share> explain(store::DocId document) const;
  /// The most telling first.
  const std::vector<Word>& words() const { return words_; }

 private:
  struct Candidate {
    store::Words::Family family;
    double value;
  };

  std::vector<Candidate> candidates(std::span<const Example> examples) const;
  bool is_telling(store::Words::Family family) const;
  void choose(std::vector<Candidate> candidates, const std::vector<QueryPart>& parts, double share);
  Bm25 bm25() const { return {ranking_.k1, ranking_.b}; }

  const store::Index& index_;
  const Ranking& ranking_;
  double average_length_;
  const std::vector<store::Words::Family>& families_;  ///< by stream number
  std::vector<unsigned> field_weights_;                ///< by number of field
  std::vector<Word> words_;
  std::vector<std::uint8_t> slots_;                 ///< by stream number: place in words_ plus one; 0: other words
  mutable std::vector<std::uint32_t> frequencies_;  ///< by slot
};

}  // namespace trialsift::search
