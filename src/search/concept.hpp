// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/schema/fields.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// Words that may stand at one position, by their places in the dictionary, ascending.
using Element = std::vector<store::Words::Index>;
/// Positions one after the other.
using Sequence = std::vector<Element>;

/// What one word or phrase of a query stands for in an index: one tier, weighed as one word.
struct Concept {
  std::string text;  ///< as the query has it
  std::vector<const schema::Field*> fields;
  Element words;                    ///< any of these alone
  std::vector<Sequence> sequences;  ///< or any of these, of two elements and more
  std::string prefix;               ///< not empty: `words` are all that start with it
  /// Trials that match, where the dictionary knows it: words of one family, or one word, in the default fields.
  std::optional<std::uint64_t> document_count;

  double weight = 0;  ///< inverse document frequency, once it is known

  bool empty() const { return words.empty() && sequences.empty(); }
};

/// Looks up what a query's words stand for. The index outlives it.
class Expander {
 public:
  explicit Expander(const store::Index& index) : words_(index.words()) {}

  using Fields = std::vector<const schema::Field*>;

  /// A word as written ("Allo-SCT"): with its family and its hyphen, blank and joined spellings. Several concepts where
  /// the analyzer sees words that do not hang together ("cancer,pain"), none where it sees no word.
  std::vector<Concept> word(std::string_view text, const Fields& fields) const;
  /// Exactly these words, one after the other.
  std::optional<Concept> phrase(std::string_view text, const Fields& fields) const;
  /// All words that start so; linked words before the last ("anti-inflam*") stand before it.
  std::optional<Concept> prefix(std::string_view text, const Fields& fields) const;

  /// Where two words side by side are also written as one in the index ("follow up", "followup"): that word joins both.
  void join(Concept& first, Concept& second) const;

 private:
  Element family(std::string_view word) const;
  Element exactly(std::string_view word) const;
  Concept compound(const std::vector<std::string>& parts, const Fields& fields) const;
  std::vector<std::size_t> boundaries(const std::vector<std::string>& parts, const std::string& joined) const;

  const store::Words& words_;
  analysis::Stemmer stemmer_;
};

}  // namespace trialsift::search
