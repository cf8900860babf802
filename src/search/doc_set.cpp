// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/doc_set.hpp"

#include <algorithm>
#include <bit>
#include <iterator>
#include <utility>

namespace trialsift::search {

using store::DocId;

namespace {

/// True if ids take less than words of bits do.
bool fits_ids(std::size_t ids, std::size_t words) {
  return ids * sizeof(DocId) < words * sizeof(std::uint64_t);
}

}  // namespace

DocSet DocSet::void_set() {
  DocSet set;
  set.void_ = true;
  return set;
}

DocSet DocSet::of(std::vector<DocId> ids) {
  DocSet set;
  set.ids_ = std::move(ids);
  set.settle();
  return set;
}

DocSet DocSet::of_bits(std::vector<std::uint64_t> bits) {
  DocSet set;
  set.bits_ = std::move(bits);
  set.settle();
  return set;
}

bool DocSet::contains(DocId document) const {
  if (!dense()) return std::binary_search(ids_.begin(), ids_.end(), document);
  const std::size_t place = document / kBits;
  return place < bits_.size() && ((bits_[place] >> (document % kBits)) & 1U) != 0;
}

std::vector<DocId> DocSet::ids() const {
  if (!dense()) return ids_;
  std::vector<DocId> found;
  found.reserve(size_);
  for_each([&found](DocId document) { found.push_back(document); });
  return found;
}

std::size_t DocSet::bytes() const {
  return sizeof *this + ids_.capacity() * sizeof(DocId) + bits_.capacity() * sizeof(std::uint64_t);
}

void DocSet::make_dense() {
  if (dense() || ids_.empty()) return;
  bits_.assign(ids_.back() / kBits + 1, 0);
  for (const DocId document : ids_) bits_[document / kBits] |= std::uint64_t{1} << (document % kBits);
  ids_ = {};
}

void DocSet::settle() {
  if (!dense()) {
    size_ = ids_.size();
    if (!ids_.empty() && !fits_ids(size_, ids_.back() / kBits + 1)) make_dense();
    return;
  }
  while (!bits_.empty() && bits_.back() == 0) bits_.pop_back();
  size_ = 0;
  for (const std::uint64_t word : bits_) size_ += static_cast<std::size_t>(std::popcount(word));
  if (fits_ids(size_, bits_.size())) {
    std::vector<DocId> found = ids();
    bits_ = {};
    ids_ = std::move(found);
  }
}

DocSet& DocSet::operator&=(const DocSet& other) {
  if (other.void_) return *this;
  if (void_) return *this = other;
  if (!dense()) {
    std::erase_if(ids_, [&other](DocId document) { return !other.contains(document); });
  } else if (!other.dense()) {
    std::vector<DocId> both;
    for (const DocId document : other.ids_) {
      if (contains(document)) both.push_back(document);
    }
    bits_ = {};
    ids_ = std::move(both);
  } else {
    bits_.resize(std::min(bits_.size(), other.bits_.size()));
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] &= other.bits_[i];
  }
  settle();
  return *this;
}

DocSet& DocSet::operator|=(const DocSet& other) {
  if (other.void_) return *this;
  if (void_) return *this = other;
  if (!dense() && !other.dense()) {
    std::vector<DocId> either;
    either.reserve(ids_.size() + other.ids_.size());
    std::set_union(ids_.begin(), ids_.end(), other.ids_.begin(), other.ids_.end(), std::back_inserter(either));
    ids_ = std::move(either);
  } else {
    make_dense();
    if (other.dense()) {
      bits_.resize(std::max(bits_.size(), other.bits_.size()));
      for (std::size_t i = 0; i < other.bits_.size(); ++i) bits_[i] |= other.bits_[i];
    } else if (!other.ids_.empty()) {
      bits_.resize(std::max<std::size_t>(bits_.size(), other.ids_.back() / kBits + 1));
      for (const DocId document : other.ids_) bits_[document / kBits] |= std::uint64_t{1} << (document % kBits);
    }
  }
  settle();
  return *this;
}

DocSet& DocSet::operator-=(const DocSet& other) {
  if (other.void_ || void_) return *this;
  if (!dense()) {
    std::erase_if(ids_, [&other](DocId document) { return other.contains(document); });
  } else if (!other.dense()) {
    for (const DocId document : other.ids_) {
      if (document / kBits < bits_.size()) bits_[document / kBits] &= ~(std::uint64_t{1} << (document % kBits));
    }
  } else {
    const std::size_t common = std::min(bits_.size(), other.bits_.size());
    for (std::size_t i = 0; i < common; ++i) bits_[i] &= ~other.bits_[i];
  }
  settle();
  return *this;
}

bool operator==(const DocSet& a, const DocSet& b) {
  return a.void_ == b.void_ && a.size_ == b.size_ && a.ids_ == b.ids_ && a.bits_ == b.bits_;
}

}  // namespace trialsift::search
