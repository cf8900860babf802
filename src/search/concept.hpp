// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/wildcards.hpp"
#include "trialsift/analysis/stemmer.hpp"
#include "trialsift/query/tree.hpp"
#include "trialsift/schema/fields.hpp"
#include "trialsift/search/expansion.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// Words that may stand at one position, by their places in the dictionary, ascending.
using Element = std::vector<store::Words::Index>;
/// Positions one after the other.
using Sequence = std::vector<Element>;

struct Variant;

/// What one word or phrase of a query stands for in an index: one tier, weighed as one word.
struct Concept {
  std::string text;  ///< as the query has it
  std::vector<const schema::Field*> fields;
  Element words;                    ///< any of these alone
  std::vector<Sequence> sequences;  ///< or any of these, of two elements and more
  bool fallback = false;            ///< as the node's
  /// The term of a registered or a sponsor's number: trials that have it match too, and come first. Empty: none.
  std::string number;
  /// Trials that match, where the dictionary knows it: words of one family, or one word, in the default fields.
  std::optional<std::uint64_t> document_count;

  double boost = 1;  ///< the query's own factor

  bool is_plain = false;          ///< a word that may have expansions: neither quoted nor =word
  bool follows = false;           ///< as is the concept before it, which it stands beside
  std::vector<Variant> variants;  ///< the second tier

  // Made, copied and destroyed out of line: inlined, that would be a sixtieth of the library's code.
  Concept();
  Concept(const Concept& other);
  Concept(Concept&& other) noexcept;
  Concept& operator=(const Concept& other);
  Concept& operator=(Concept&& other) noexcept;
  ~Concept();

  bool has_words() const { return !words.empty() || !sequences.empty(); }
  bool empty() const { return !has_words() && number.empty(); }
};

/// What is looked for beside a word of a query, or beside several that follow each other.
struct Variant {
  ExpansionSource source;
  double weight;        ///< beside 1 of the word itself; 0: counted with the first of the words it belongs to
  std::size_t covered;  ///< words from this one on that it stands for; 0 for all but the first
  Concept meaning;
};

/// A word, phrase or pattern wherever it stands: a concept says all of it.
bool is_leaf_of_words(const query::Node& node);
/// What makes two concepts the same.
std::string concept_key(const Concept& wanted);

/// Looks up what a query's words stand for. The index outlives it.
class Expander {
 public:
  explicit Expander(const store::Index& index) : index_(index), words_(index.words()) {}

  using Fields = std::vector<const schema::Field*>;

  /// How to tell whether any trial's text holds a concept: a sponsor's number is looked for where none does.
  void find_texts_with(std::function<bool(const Concept&)> is_in_texts) { is_in_texts_ = std::move(is_in_texts); }

  /// A word, phrase or pattern of a query; none if it has no word, else a trial needs all of them.
  std::vector<Concept> expand(const query::Node& leaf) const;

  /// The optional words, phrases and patterns of a kAny: where two words side by side are also written as one in the
  /// index ("follow up", "followup"), that word joins both.
  std::vector<Concept> side_by_side(const query::Node& any) const;

  /// A word as written ("Allo-SCT"): with its family and its hyphen, blank and joined spellings. Several concepts where
  /// the analyzer sees words that do not hang together ("cancer,pain"), none where it sees no word.
  std::vector<Concept> word(std::string_view text, const Fields& fields) const;
  /// Exactly these words, one after the other.
  std::optional<Concept> phrase(std::string_view text, const Fields& fields) const;
  /// Words one after the other, with wildcards, none of which is ever cut: Error(kQueryCost) if one stands for too
  /// many.
  std::optional<Concept> pattern(std::string_view text, const Fields& fields) const;
  const Element& matching(const WordPattern& pattern) const;
  /// A word given as folded parts, in all its spellings.
  Concept spelt(const std::vector<std::string>& parts, const Fields& fields) const;
  /// Words of these words' families, one after the other. Empty if one of them has none.
  Concept families(const std::vector<std::string>& words, const Fields& fields) const;
  /// Some trial has it as its registered or its sponsor's number.
  bool is_number(std::string_view text) const;
  /// All words of the index with the same stem.
  Element family(std::string_view word) const;

 private:
  void join(Concept& first, Concept& second) const;
  void take_number(std::string_view text, std::vector<Concept>& words) const;
  Element exactly(std::string_view word) const;
  std::vector<std::size_t> boundaries(const std::vector<std::string>& parts, const std::string& joined) const;

  const store::Index& index_;
  const store::Words& words_;
  analysis::Stemmer stemmer_;
  std::function<bool(const Concept&)> is_in_texts_;
  mutable std::map<std::string, Element> patterns_;  ///< looked up so far
};

}  // namespace trialsift::search
