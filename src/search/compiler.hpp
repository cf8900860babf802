// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "search/concept.hpp"
#include "search/posting_list.hpp"
#include "search/ranking.hpp"
#include "trialsift/query/tree.hpp"
#include "trialsift/search/searcher.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// Turns trees into Xapian queries for one index. Keeps what it has matched, so compile a query for any and for all
/// words with one compiler. The index outlives it and the queries it makes.
class Compiler {
 public:
  explicit Compiler(const store::Index& index) : index_(index), expander_(index) {}

  Xapian::Query compile(const query::Query& query, Match match);

  /// The words and phrases that add to the score, in the query's order: for snippets and matched words.
  const std::vector<Concept>& concepts() const { return concepts_; }
  const Bm25& bm25() const { return bm25_; }

 private:
  /// How a part of the tree takes part: excluded and filtering parts weigh nothing and mark nothing.
  enum class Role { kRanked, kUnranked };

  Xapian::Query node(const query::Node& node, Role role);
  Xapian::Query any(const query::Node& node, Role role);
  Xapian::Query all_of(const query::Node& node, Role role);
  Xapian::Query leaf(const query::Node& node, Role role);
  Xapian::Query filter(const query::Node& node) const;
  Xapian::Query has(const query::Node& node) const;
  Xapian::Query range(const query::Node& node) const;
  /// Notes the weight of the concept noted last.
  double weigh(std::uint64_t matching, Role role);
  Xapian::Query concept_query(const Concept& wanted, Role role);
  std::vector<Concept> expand(const query::Node& node) const;

  const store::Index& index_;
  Expander expander_;
  Bm25 bm25_;
  Match match_ = Match::kAny;
  std::vector<Concept> concepts_;
  std::map<std::string, std::shared_ptr<const PostingList>> matched_;
};

}  // namespace trialsift::search
