// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// A set of documents of one index: sorted ids where it is sparse, a bit for each document where it is not, whichever
/// is smaller. At most an eighth of a byte for each document of the index. A set may be void, which is not empty: what
/// it stands for cannot be answered, and it drops out of every combination. A value: any thread, one at a time.
class DocSet {
 public:
  DocSet() = default;
  static DocSet void_set();
  /// `ids` ascend, each once.
  static DocSet of(std::vector<store::DocId> ids);
  /// A bit for each document, from 0.
  static DocSet of_bits(std::vector<std::uint64_t> bits);

  bool is_void() const { return void_; }
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  bool contains(store::DocId document) const;
  std::vector<store::DocId> ids() const;
  /// Its size in memory, nearly.
  std::size_t bytes() const;

  /// Calls visit(DocId) in ascending order.
  template <class Visitor>
  void for_each(Visitor&& visit) const {
    for (const store::DocId document : ids_) visit(document);
    for (std::size_t i = 0; i < bits_.size(); ++i) {
      for (std::uint64_t rest = bits_[i]; rest != 0; rest &= rest - 1) {
        visit(static_cast<store::DocId>(i * kBits + static_cast<std::size_t>(__builtin_ctzll(rest))));
      }
    }
  }

  DocSet& operator&=(const DocSet& other);
  DocSet& operator|=(const DocSet& other);
  /// Without those of `other`.
  DocSet& operator-=(const DocSet& other);
  friend bool operator==(const DocSet& a, const DocSet& b);

 private:
  static constexpr std::size_t kBits = 64;

  bool dense() const { return !bits_.empty(); }
  void make_dense();
  /// Takes the smaller form; counts.
  void settle();

  std::vector<store::DocId> ids_;    ///< one of the two is empty
  std::vector<std::uint64_t> bits_;  ///< the last one is not 0
  std::size_t size_ = 0;
  bool void_ = false;
};

}  // namespace trialsift::search
