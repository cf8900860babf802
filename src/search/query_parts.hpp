// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/bm25.hpp"
#include "search/concept.hpp"
#include "search/evaluation.hpp"
#include "search/posting_list.hpp"
#include "search/snippets.hpp"
#include "trialsift/query/tree.hpp"
#include "trialsift/search/ranking.hpp"
#include "trialsift/search/searcher.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// Concepts of a query, a bit each: a word with what is looked for beside it, a phrase, a nearness. From the 64th on
/// they share the last bit.
using ConceptSet = std::uint64_t;

/// A word, phrase or nearness of a query that adds to the scores of the trials it matches: by `weight` times the
/// saturation of its frequency. A part that a query repeats is there once.
struct QueryPart {
  std::size_t target;  ///< in QueryParts::targets()
  double boost;        ///< the query's own factor
  double share;        ///< what a word of its class counts, and what is left to it in a long text
  double rarity;       ///< inverse document frequency
  double weight = 0;   ///< boost * share * rarity
  std::shared_ptr<const PostingList> postings;
  Element words;            ///< of a word or phrase in the default fields: all that it is made of, spellings and family
  ConceptSet concepts = 0;  ///< that a trial holds which holds this part
  bool is_weighed = true;   ///< for what the query weighs; not the number of a trial, which comes first in any case
};

/// Reads what adds to scores out of a query: all that is wanted and is no condition. Negations, filters, ranges and
/// lines say which trials, but not how well.
class QueryParts {
 public:
  /// All outlive it.
  QueryParts(const store::Index& index, Evaluator::Impl& evaluation, const Ranking& ranking)
      : index_(index), evaluation_(evaluation), ranking_(ranking) {}

  void read(const query::Query& query);
  /// Spares the evaluation of the same query from matching its words again.
  void tell_evaluation();

  /// False if the query has a word or phrase whose words no trial holds: it has no part.
  bool all_known() const { return all_known_; }
  /// Something is looked for beside its words.
  bool is_expanded() const { return !expanded_.empty() || has_numbers_; }

  const std::vector<QueryPart>& parts() const { return parts_; }
  ConceptSet all_concepts() const { return all_concepts_; }
  ConceptSet concepts_of(store::DocId document) const;
  /// Their weight as a share of all concepts' weight, 0 to 1; a concept weighs as much as the heaviest of its parts.
  double share_of(ConceptSet concepts) const;
  /// Of all concepts.
  double total_weight() const { return total_weight_; }
  /// The sum that is the score, in one line.
  std::string describe() const;
  /// All that the query looks for, in its order, what no trial holds too: for snippets and matched words.
  const std::vector<Target>& targets() const { return targets_; }
  /// What is looked for beside its words.
  const std::vector<Expanded>& expanded() const { return expanded_; }

 private:
  void node(const query::Node& node);
  void any(const query::Node& node);
  /// Each of the words with what is looked for beside it.
  void add(const std::vector<Concept>& words);
  /// `share`: how much it counts; `most`: the largest inverse document frequency that it may have. Returns its own, or
  /// nothing for what no trial holds. `concepts`: that it stands for; 0: it is one of its own.
  std::optional<double> add(const Concept& wanted, double share, double most, ConceptSet concepts);
  /// What has the number of a word comes first.
  void add_number(const Concept& word);
  void near(const query::Node& node);
  void heading(const query::Node& node);
  double add(const std::string& key, Target target, QueryPart part, std::uint64_t matching, double most);
  ConceptSet new_concept();
  std::shared_ptr<const PostingList> kept(PostingList postings);
  void weigh();
  void weigh_concepts();

  const store::Index& index_;
  Evaluator::Impl& evaluation_;
  const Ranking& ranking_;
  std::string_view text_;  ///< the query as given
  std::vector<Target> targets_;
  std::vector<QueryPart> parts_;
  std::vector<Expanded> expanded_;
  std::size_t bytes_ = 0;                                      ///< of lists of postings
  std::map<std::string, std::size_t> known_;                   ///< parts by what makes them the same
  std::vector<std::pair<std::string, std::size_t>> concepts_;  ///< those that are concepts
  static constexpr std::size_t kMostConcepts = 64;
  std::array<double, kMostConcepts> concept_weights_{};
  double total_weight_ = 0;
  ConceptSet all_concepts_ = 0;
  bool all_known_ = true;
  bool has_numbers_ = false;
  std::uint64_t matching_ = 0;    ///< trials of the part added last...
  ConceptSet concept_added_ = 0;  ///< ...and its concepts
};

}  // namespace trialsift::search
