// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "search/matcher.hpp"
#include "search/second_tier.hpp"
#include "trialsift/query/tree.hpp"
#include "trialsift/search/evaluator.hpp"

namespace trialsift::search {

/// What makes two leaves (and NEARs) the same: what to_string() shows, and what it does not.
std::string leaf_key(const query::Node& leaf);

/// What stands behind an Evaluator; ranked searches and explanations ask it too.
class Evaluator::Impl {
 public:
  Impl(const store::Index& index, Match match) : index_(index), match_(match), matcher_(index) {}

  DocSet evaluate(const query::Node& tree, std::span<const DocSet> lines);
  /// As evaluate(), for a part of a query: no new count of work, no lines.
  DocSet evaluate_part(const query::Node& part) { return node(part, nullptr); }
  /// As evaluate_part(), on these documents only.
  DocSet evaluate_within(const query::Node& part, const DocSet& within) { return node(part, &within); }
  std::vector<AnalyzedPart> analyze(const query::Node& tree, std::span<const DocSet> lines);
  /// Warns of what the dictionary and the fields of this index mean for the tree. Costs little.
  void look_at(const query::Node& tree);
  std::vector<query::Warning> take_warnings();
  /// Gives no warnings.
  Lacking lacking(const query::Node& tree, std::span<const DocSet> lines, const DocSet* within);
  Matcher& matcher() { return matcher_; }
  void set_match(Match match) { match_ = match; }
  /// Documents found already: of a concept, by concept_key(); of a leaf or NEAR, by leaf_key(). Not looked for again.
  void know_concept(std::string key, DocSet documents) {
    concepts_.insert_or_assign(std::move(key), std::move(documents));
  }
  void know_leaf(std::string key, DocSet documents) { leaves_.insert_or_assign(std::move(key), std::move(documents)); }

  /// From now on words have their second tier: those of a query of plain words, and others where that is asked for.
  void expand(const query::Query& query, const SearchOptions& options);
  /// The optional words of a kAny, with their second tier.
  std::vector<Concept> words_of_any(const query::Node& any) const;
  /// The words of a leaf: a document needs all of them, or what is looked for beside one.
  std::vector<Concept> words_of_leaf(const query::Node& leaf) const;
  /// Those that a concept stands for, without its second tier: `within` as for node().
  DocSet documents(const Concept& wanted, const DocSet* within);

 private:
  /// A set that agrees with the node on the documents of `within` (null: on all); elsewhere it may hold anything.
  DocSet node(const query::Node& node, const DocSet* within);
  DocSet all_of(const std::vector<const query::Node*>& wanted, const std::vector<const query::Node*>& unwanted,
                const DocSet* within);
  bool is_void(const query::Node& node) const;
  DocSet any(const query::Node& node, const DocSet* within);
  DocSet leaf(const query::Node& node, const DocSet* within);
  DocSet words(const query::Node& node, const DocSet* within);
  DocSet holding(const Concept& word, const DocSet* within);
  DocSet heading(const query::Node& node, const DocSet* within);
  DocSet filter(const query::Node& node);
  DocSet has(const query::Node& node);
  DocSet range(const query::Node& node, const DocSet* within);
  DocSet with_missing(const query::Node& node, DocSet found);
  void warn(query::Warning warning);
  /// `before` documents were left before what stands under NOT was taken out of them.
  void warn_of_loss(const query::Node& unwanted, std::size_t before, std::size_t after);
  void warn_of_exclusions(const query::Node& node);
  void warn_of_substitutes(const query::Node& node);
  /// Of words that are some trial's number and were looked for in texts alone.
  void warn_of_numbers(const query::Node& node, const std::set<std::string>& ids);
  void warn_of_fallback(const query::Node& node);

  /// Results of leaves kept beyond this are forgotten, all at once.
  static constexpr std::size_t kMostBytes = 40'000'000;

  const store::Index& index_;
  Match match_;
  Matcher matcher_;
  std::optional<SecondTier> second_tier_;
  bool expand_everywhere_ = false;
  std::span<const DocSet> lines_;
  std::map<std::string, DocSet> leaves_;
  std::map<std::string, DocSet> concepts_;
  std::size_t bytes_ = 0;
  std::vector<query::Warning> warnings_;
};

}  // namespace trialsift::search
