// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "trialsift/store/checksummed_file.hpp"
#include "trialsift/store/mapped_tables.hpp"
#include "trialsift/store/string_table.hpp"

namespace trialsift::store {

/// The abbreviations met while indexing: how many trials define each, counted as the trials of one worker add to it or
/// take from it. Short and long forms are folded words with a blank between. One object, one thread.
class AbbreviationCounts {
 public:
  void add(std::string_view short_form, std::string_view long_form, std::int32_t trials);
  /// Adds another worker's counts, of other trials.
  void merge(const AbbreviationCounts& other);

  /// Pairs by number; those whose trials have all gone keep theirs, with a count of 0.
  std::size_t size() const { return counts_.size(); }
  std::string_view short_form(std::uint32_t pair) const;
  std::string_view long_form(std::uint32_t pair) const;
  std::int32_t trials(std::uint32_t pair) const { return counts_[pair]; }

 private:
  StringTable pairs_;  ///< with a tab between
  std::vector<std::int32_t> counts_;
};

/// The `abbreviations` file of a generation, memory-mapped. Immutable: any number of threads. Throws
/// Error(kIndexCorrupt) where the file cannot be what write_abbreviations() wrote.
class Abbreviations {
 public:
  using Index = std::uint32_t;

  explicit Abbreviations(const StoredFile& file);

  /// By short form without its blanks, then by short form, then by long form.
  Index size() const { return count_; }
  std::string_view short_form(Index pair) const { return texts_.at(2 * std::size_t{pair}); }
  std::string_view long_form(Index pair) const { return texts_.at(2 * std::size_t{pair} + 1); }
  /// Trials that define it in a field searched by default.
  std::uint32_t trials(Index pair) const { return trials_.at(pair); }
  /// The same for pairs whose short forms differ in blanks alone and whose long forms have the same stems.
  std::uint32_t meaning(Index pair) const { return meanings_.at(pair); }

  /// The pairs with a short form, written without its blanks: [first, second).
  std::pair<Index, Index> of_short_form(std::string_view joined) const;
  /// The pairs with a long form, given as the stems of its words with a blank between.
  std::span<const Index> of_long_form(std::string_view stems) const;
  /// The number of words of the longest long form.
  std::uint32_t longest() const { return longest_; }

  void load_into(AbbreviationCounts& counts) const;

 private:
  ChecksummedFile file_;
  std::uint32_t count_ = 0;
  std::uint32_t stems_count_ = 0;
  std::uint32_t longest_ = 0;
  MappedStrings texts_;  ///< short and long forms by turns
  MappedStrings stems_;
  ChecksummedArray<std::uint32_t> trials_;
  ChecksummedArray<std::uint32_t> meanings_;
  ChecksummedArray<std::uint32_t> member_ends_;
  ChecksummedArray<Index> members_;
};

/// Writes the file: the pairs that some trial defines.
void write_abbreviations(const base::Path& path, const AbbreviationCounts& counts);

/// A short form without its blanks: what "IL 2", "IL-2" and "IL2" have in common.
std::string without_blanks(std::string_view words);

}  // namespace trialsift::store
