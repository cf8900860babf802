// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "search/concept.hpp"
#include "search/evaluation.hpp"
#include "search/posting_list.hpp"
#include "search/ranking.hpp"
#include "search/snippets.hpp"
#include "trialsift/query/tree.hpp"
#include "trialsift/search/searcher.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// Turns trees into Xapian queries for one index: the evaluator says which trials, the query how well. Keeps what it
/// has matched, so compile a query for any and for all words with one compiler. The index outlives it and the queries
/// it makes.
class Compiler {
 public:
  explicit Compiler(const store::Index& index) : index_(index), evaluation_(index, Match::kAny) {}

  /// `within`: only these documents; null: all.
  Xapian::Query compile(const query::Query& query, Match match, const DocSet* within = nullptr);

  /// What adds to the score, in the query's order: for snippets and matched words.
  const std::vector<Target>& targets() const { return targets_; }
  /// The compiled query as Xapian tells it, with sets and lists of postings by what they were made from.
  std::string describe(const Xapian::Query& compiled) const;
  const Bm25& bm25() const { return bm25_; }
  const std::vector<Expanded>& expanded() const { return expanded_; }
  Evaluator::Impl& evaluation() { return evaluation_; }

 private:
  /// A part of the query and what orders it among its siblings; nothing for void parts.
  using Part = std::optional<Xapian::Query>;
  using Parts = std::vector<std::pair<std::string, Xapian::Query>>;
  static constexpr double kNoBound = std::numeric_limits<double>::infinity();

  Part node(const query::Node& node);
  Part any(const query::Node& node);
  Part all_of(const query::Node& node);
  Part leaf(const query::Node& node);
  Part near(const query::Node& node);
  /// Documents that all weigh the same.
  Part set(const DocSet& documents, const std::string& text, double scale = 0);
  /// Lists stay as long as the query: Error(kQueryCost) when they are too many.
  std::shared_ptr<const PostingList> kept(PostingList postings);
  Part heading(const query::Node& node);
  /// The weight of the target noted last, which so many documents match.
  double weigh(double boost, std::uint64_t matching, double most = kNoBound);
  std::string text_of(const query::Node& node) const;
  /// Each of the words with what is looked for beside it.
  Parts two_tiers(const std::vector<Concept>& words);
  /// `share`: how much it counts; `most`: the largest inverse document frequency that it may have.
  Xapian::Query concept_query(const Concept& wanted, double share = 1, double most = kNoBound);
  Xapian::Query source(const std::string& key, std::shared_ptr<const PostingList> postings, double scale);

  const store::Index& index_;
  Evaluator::Impl evaluation_;
  Bm25 bm25_;
  Match match_ = Match::kAny;
  std::string_view text_;  ///< the query as given
  std::vector<Target> targets_;
  std::vector<Expanded> expanded_;
  std::map<std::string, std::shared_ptr<const PostingList>> matched_;
  std::uint64_t matching_ = 0;                ///< trials of the concept compiled last
  std::map<std::string, std::string> texts_;  ///< of the names of posting sources
  std::size_t sets_ = 0;
  std::size_t bytes_ = 0;  ///< of lists of postings
};

}  // namespace trialsift::search
