// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "trialsift/base/file.hpp"
#include "trialsift/store/document_file.hpp"

/// The token stream: every text field of every trial as numbers of words, in units of 16 bits. The most frequent words
/// take one unit, others two or three; first and following units have ranges of their own, so a sequence of words is
/// found as a sequence of units and never starts inside a word.
namespace trialsift::store {

using Unit = std::uint16_t;

/// Below: a word in one unit.
constexpr Unit kFirstOfTwo = 0xE000;    ///< 11 bits and one unit more
constexpr Unit kFirstOfThree = 0xE800;  ///< 11 bits and two units more
constexpr Unit kFollowing = 0xF000;     ///< 11 bits
constexpr Unit kGap = 0xF800;           ///< between two values of a field: no phrase crosses it

/// Appends the units of a word number (below 2^33: every 32-bit number fits).
void append_units(std::vector<Unit>& out, std::uint32_t word);
/// The word that starts at `at` (not kGap), which moves past it. Damaged units give some number, never a crash.
std::uint32_t next_word(std::span<const Unit> units, std::size_t& at);

/// Calls see(word number) for each word of a field and gap() between two of its values, in their order.
template <class See, class Gap>
void for_each_word(std::span<const Unit> units, See&& see, Gap&& gap) {
  for (std::size_t at = 0; at < units.size();) {
    if (units[at] == kGap) {
      gap();
      ++at;
    } else {
      see(units[at] < kFirstOfTwo ? units[at++] : next_word(units, at));
    }
  }
}
template <class See>
void for_each_word(std::span<const Unit> units, See&& see) {
  for_each_word(units, see, [] {});
}

/// The fields of one trial.
class DocumentTokens {
 public:
  DocumentTokens() = default;
  explicit DocumentTokens(std::span<const Unit> block) : block_(block) {}
  /// Empty if the trial has no such field.
  std::span<const Unit> field(std::size_t number) const;
  /// Calls visit(number, units) for each field, in ascending order.
  template <class Visitor>
  void for_each_field(Visitor&& visit) const {
    std::size_t at = 0;
    while (const std::optional<Field> field = next(at)) visit(field->number, field->units);
  }
  std::span<const Unit> block() const { return block_; }

 private:
  static constexpr std::size_t kHeaderUnits = 3;
  struct Field {
    std::size_t number;
    std::span<const Unit> units;
  };
  /// The field that begins at `at`, which moves past it; nothing behind the last and where the block is damaged.
  std::optional<Field> next(std::size_t& at) const {
    if (at + kHeaderUnits > block_.size()) return std::nullopt;
    const std::size_t size = block_[at + 1] | (static_cast<std::size_t>(block_[at + 2]) << 16U);
    const std::size_t begin = at + kHeaderUnits;
    if (size > block_.size() - begin) return std::nullopt;
    const Field found{block_[at], block_.subspan(begin, size)};
    at = begin + size;
    return found;
  }
  friend void append_field(std::vector<Unit>& block, std::size_t field_number, std::span<const Unit> units);

  std::span<const Unit> block_;  ///< for each field: number, size (two units), units
};

/// Puts together the block of one trial, fields in ascending order.
void append_field(std::vector<Unit>& block, std::size_t field_number, std::span<const Unit> units);

/// The `tokens` file of a generation. Immutable: any number of threads.
class Tokens {
 public:
  explicit Tokens(const StoredFile& file);

  /// The document's tokens; nothing for an id that has none.
  DocumentTokens document(std::uint32_t docid) const;
  /// Words in the fields searched by default: what BM25 takes as the document's length.
  std::uint32_t ranked_length(std::uint32_t docid) const { return file_.number(docid); }
  std::uint32_t last_docid() const { return file_.last_document(); }
  /// Where units of a document stand in the file.
  std::size_t offset(std::span<const Unit> units) const { return file_.offset(units.data()); }
  /// See base::MappedFile::release().
  void release(std::size_t from) const { file_.release(from); }

 private:
  DocumentFile file_;
};

class TokensWriter {
 public:
  explicit TokensWriter(const base::Path& path);

  void add(std::uint32_t docid, std::span<const Unit> block, std::uint32_t ranked_length);
  void close() { file_.close(); }

 private:
  DocumentFileWriter file_;
};

}  // namespace trialsift::store
