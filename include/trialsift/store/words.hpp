// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "trialsift/store/checksummed_file.hpp"
#include "trialsift/store/mapped_tables.hpp"
#include "trialsift/store/vocabulary.hpp"

namespace trialsift::store {

/// Two words, by their places in the sorted order, and how often a hyphen stands between them: a row of the file.
struct HyphenatedPair {
  std::uint32_t first;
  std::uint32_t second;
  std::uint32_t count;
};

/// The `words` file of a generation, memory-mapped: the sorted dictionary with each word's number in the token stream,
/// family and statistics. Serves families, wildcards and `trialsift terms`. Immutable: any number of threads.
/// Throws Error(kIndexCorrupt) where the file cannot be what write_words() wrote.
class Words {
 public:
  using Index = std::uint32_t;   ///< place in the sorted order
  using Family = std::uint32_t;  ///< place in the order of stems

  explicit Words(const StoredFile& file);

  Index size() const { return count_; }
  std::string_view text(Index word) const { return texts_.at(word); }
  std::optional<Index> find(std::string_view word) const;
  /// The words that start with `prefix`: [first, second).
  std::pair<Index, Index> with_prefix(std::string_view prefix) const;

  std::uint32_t stream_number(Index word) const { return numbers_.at(word); }
  /// Trials that hold the word in a field searched by default.
  std::uint32_t document_count(Index word) const { return documents_.at(word); }
  /// Times it stands in any text field.
  std::uint64_t occurrences(Index word) const { return occurrences_.at(word); }

  Family family_of(Index word) const { return families_.at(word); }
  std::optional<Family> find_family(std::string_view stem) const;
  Family family_count() const { return family_count_; }
  std::span<const Index> members(Family family) const;
  /// Trials that hold any of its words in a field searched by default: the family's true document frequency.
  std::uint32_t family_document_count(Family family) const { return family_documents_.at(family); }

  /// True if the two words occur with a hyphen between them.
  bool is_hyphenated(Index first, Index second) const;

  /// One more than the largest number in the token stream.
  std::uint32_t next_stream_number() const { return next_number_; }
  /// The word of each number in the token stream; size() for numbers that no word has. Reads the whole dictionary.
  std::vector<Index> by_stream_number() const;

  /// Fills an empty vocabulary with these words and statistics; the result holds the stream numbers of its words.
  std::vector<std::uint32_t> load_into(Vocabulary& vocabulary) const;

 private:
  ChecksummedFile file_;
  std::uint32_t count_ = 0;
  std::uint32_t family_count_ = 0;
  std::uint32_t next_number_ = 0;
  MappedStrings texts_;
  MappedStrings stems_;
  ChecksummedArray<std::uint32_t> numbers_;
  ChecksummedArray<std::uint32_t> families_;
  ChecksummedArray<std::uint32_t> documents_;
  ChecksummedArray<std::uint64_t> occurrences_;
  ChecksummedArray<std::uint32_t> family_documents_;
  ChecksummedArray<std::uint32_t> member_ends_;
  ChecksummedArray<std::uint32_t> members_;
  ChecksummedArray<HyphenatedPair> pairs_;
};

/// Writes the file. `stream_numbers` has one for each word of the vocabulary; words that no longer occur are
/// left out.
void write_words(const base::Path& path, const Vocabulary& vocabulary, std::span<const std::uint32_t> stream_numbers);

}  // namespace trialsift::store
