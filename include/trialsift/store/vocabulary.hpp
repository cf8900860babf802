// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "trialsift/analysis/stemmer.hpp"
#include "trialsift/store/string_table.hpp"

namespace trialsift::store {

/// The words met while indexing, numbered from 0 in the order in which they came, with what the trials of one worker
/// add to (or take from) their statistics. About 50 bytes a word. One object, one thread.
class Vocabulary {
 public:
  using WordNumber = std::uint32_t;
  using FamilyNumber = std::uint32_t;

  struct Word {
    FamilyNumber family = 0;
    std::int64_t occurrences = 0;     ///< in all text fields
    std::int32_t document_count = 0;  ///< trials with the word in a field searched by default
  };
  struct Family {
    std::int32_t document_count = 0;  ///< trials with any of its words in a field searched by default
  };

  Vocabulary();

  /// The number of a word, a new one if it was not met before.
  WordNumber number_of(std::string_view word);
  std::size_t size() const { return words_.size(); }
  std::size_t family_count() const { return families_.size(); }

  Word& word(WordNumber number) { return words_[number]; }
  const Word& word(WordNumber number) const { return words_[number]; }
  Family& family(FamilyNumber number) { return families_[number]; }
  const Family& family(FamilyNumber number) const { return families_[number]; }
  std::string_view text(WordNumber number) const;
  std::string_view stem(FamilyNumber number) const;

  /// Notes that the two words were written with a hyphen between them: evidence that the joined form is theirs.
  void add_hyphenated(WordNumber first, WordNumber second);
  /// Pairs as first << 32 | second, each once, in no order.
  const std::unordered_map<std::uint64_t, std::int64_t>& hyphenated() const { return hyphenated_; }
  void add_hyphenated(WordNumber first, WordNumber second, std::int64_t count);

  /// Adds another worker's statistics (of other trials) and returns its words' numbers here.
  std::vector<WordNumber> merge(const Vocabulary& other);

 private:
  StringTable texts_;
  StringTable stems_;
  std::vector<Word> words_;
  std::vector<Family> families_;
  std::unordered_map<std::uint64_t, std::int64_t> hyphenated_;
  analysis::Stemmer stemmer_;
};

}  // namespace trialsift::store
