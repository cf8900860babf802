// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "search/evaluation.hpp"
#include "search/feedback.hpp"
#include "search/query_parts.hpp"
#include "search/title_match.hpp"
#include "trialsift/query/tree.hpp"
#include "trialsift/search/searcher.hpp"
#include "trialsift/search/trial_table.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// One ranked search: which trials, from the evaluation; how well, from the query's parts and from feedback. The score
/// of a trial is the sum of what each part of the query that it holds adds, wherever it stands in the tree. The index
/// outlives it. One object, one search.
class Scorer {
 public:
  /// `families`: families_by_number(), which outlive it; null: no feedback. `trials` outlives it; null: hits are
  /// records.
  Scorer(const store::Index& index, const SearchOptions& options, const std::vector<store::Words::Family>* families,
         const TrialTable* trials);

  void search(const query::Query& query, const DocSet* within);

  const Counts& counts() const { return counts_; }
  /// The hits from the offset on, at most the limit.
  const std::vector<ScoredDocument>& hits() const { return hits_; }
  const QueryParts& query() const { return parts_; }
  Evaluator::Impl& evaluation() { return evaluation_; }
  /// The reasons for the score of a hit: they add up to it.
  std::vector<ScoreReason> reasons(store::DocId document);
  std::vector<std::string> feedback_words() const;

 private:
  void add_scores();
  /// Words side by side and filters: the postings say all.
  void find_by_words(const query::Node& root, const DocSet* within);
  void find_by_tree(const query::Query& query, const DocSet* within);
  void rank(const DocSet& found);
  void rank_again(std::size_t rescored, std::size_t shown);
  void add_titles(std::vector<ScoredDocument>& first);
  void learn(std::vector<ScoredDocument>& first);
  std::vector<Example> examples(std::span<const ScoredDocument> first, double& most) const;
  void hold_back(std::span<const ScoredDocument> before, std::vector<ScoredDocument>& first) const;
  double saturation(const Posting& posting) const;
  ScoreReason title_reason(store::DocId document, Millionths score) const;

  const store::Index& index_;
  const std::vector<store::Words::Family>* families_;
  const TrialTable* trials_;
  SearchOptions options_;
  Evaluator::Impl evaluation_;
  QueryParts parts_;
  double average_length_ = 1;
  struct DocumentScore {
    Millionths score;
    std::uint32_t parts;  ///< so many of the query's parts it holds
  };
  /// Throws Error(kIndexCorrupt) for a document that the index cannot have.
  DocumentScore& score_of(store::DocId document);

  std::vector<DocumentScore> scores_;  ///< by document
  std::optional<TitleMatch> title_match_;
  double best_title_ = 0;  ///< the match of the title that says the query most nearly
  std::optional<Feedback> feedback_;
  // What was added to the first hits, by document:
  std::vector<ScoredDocument> titles_;
  std::vector<ScoredDocument> fed_;
  std::vector<ScoredDocument> hits_;
  Counts counts_;
};

}  // namespace trialsift::search
