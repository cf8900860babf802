// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/tokens.hpp"

#include <cstring>
#include <string>

#include "trialsift/base/error.hpp"

namespace trialsift::store {
namespace {

constexpr std::string_view kMagic = "tsToken1";
constexpr unsigned kBits = 11;
constexpr std::uint32_t kMask = (1U << kBits) - 1;
constexpr std::uint32_t kTwoLimit = kFirstOfTwo + (1U << (2 * kBits));
constexpr std::size_t kFieldHeaderUnits = 3;

/// At the end of the file, so that the stream can be written before its size is known.
struct Footer {
  std::uint64_t unit_count;
  std::uint64_t table_size;
};

template <class T>
std::span<const T> take(std::string_view& in, std::uint64_t count, const base::Path& path) {
  const std::uint64_t size = count * sizeof(T);
  const std::uint64_t padded = (size + 7) / 8 * 8;
  if (count > in.size() || padded > in.size()) {
    throw base::Error(base::ErrorCode::kIndexCorrupt, path.string() + " is damaged");
  }
  const std::span<const T> values(reinterpret_cast<const T*>(in.data()), count);
  in.remove_prefix(padded);
  return values;
}

template <class T>
void put(base::FileWriter& file, const std::vector<T>& values) {
  const std::size_t size = values.size() * sizeof(T);
  file.write({reinterpret_cast<const char*>(values.data()), size});
  file.write(std::string_view("\0\0\0\0\0\0\0", (8 - size % 8) % 8));
}

}  // namespace

void append_units(std::vector<Unit>& out, std::uint32_t word) {
  if (word < kFirstOfTwo) {
    out.push_back(static_cast<Unit>(word));
  } else if (word < kTwoLimit) {
    const std::uint32_t rest = word - kFirstOfTwo;
    out.push_back(static_cast<Unit>(kFirstOfTwo + (rest >> kBits)));
    out.push_back(static_cast<Unit>(kFollowing + (rest & kMask)));
  } else {
    const std::uint32_t rest = word - kTwoLimit;
    out.push_back(static_cast<Unit>(kFirstOfThree + (rest >> (2 * kBits))));
    out.push_back(static_cast<Unit>(kFollowing + ((rest >> kBits) & kMask)));
    out.push_back(static_cast<Unit>(kFollowing + (rest & kMask)));
  }
}

std::uint32_t next_word(std::span<const Unit> units, std::size_t& at) {
  const auto following = [&units, &at] { return at < units.size() ? units[at++] & kMask : 0U; };
  const Unit first = units[at++];
  if (first < kFirstOfTwo) return first;
  if (first < kFirstOfThree) return kFirstOfTwo + ((first & kMask) << kBits) + following();
  const std::uint32_t high = following();
  return kTwoLimit + ((first & kMask) << (2 * kBits)) + (high << kBits) + following();
}

std::span<const Unit> DocumentTokens::field(std::size_t number) const {
  for (std::size_t at = 0; at + kFieldHeaderUnits <= block_.size();) {
    const std::size_t size = block_[at + 1] | (static_cast<std::size_t>(block_[at + 2]) << 16U);
    const std::size_t begin = at + kFieldHeaderUnits;
    if (size > block_.size() - begin) return {};
    if (block_[at] == number) return block_.subspan(begin, size);
    at = begin + size;
  }
  return {};
}

void append_field(std::vector<Unit>& block, std::size_t field_number, std::span<const Unit> units) {
  block.push_back(static_cast<Unit>(field_number));
  block.push_back(static_cast<Unit>(units.size() & 0xFFFFU));
  block.push_back(static_cast<Unit>(units.size() >> 16U));
  block.insert(block.end(), units.begin(), units.end());
}

Tokens::Tokens(const base::Path& path) : file_(path) {
  std::string_view bytes = file_.bytes();
  Footer footer{};
  if (bytes.size() < kMagic.size() + sizeof footer || !bytes.starts_with(kMagic)) {
    throw base::Error(base::ErrorCode::kIndexCorrupt, path.string() + " is damaged");
  }
  std::memcpy(&footer, bytes.data() + bytes.size() - sizeof footer, sizeof footer);
  bytes = bytes.substr(kMagic.size(), bytes.size() - kMagic.size() - sizeof footer);
  units_ = take<Unit>(bytes, footer.unit_count, path);
  begins_ = take<std::uint64_t>(bytes, footer.table_size, path);
  sizes_ = take<std::uint32_t>(bytes, footer.table_size, path);
  lengths_ = take<std::uint32_t>(bytes, footer.table_size, path);
}

DocumentTokens Tokens::document(std::uint32_t docid) const {
  if (docid >= begins_.size()) return {};
  const std::uint64_t begin = begins_[docid];
  const std::uint64_t size = sizes_[docid];
  if (begin > units_.size() || size > units_.size() - begin) return {};
  return DocumentTokens(units_.subspan(begin, size));
}

TokensWriter::TokensWriter(const base::Path& path) : file_(path) {
  file_.write(kMagic);
}
TokensWriter::~TokensWriter() = default;

void TokensWriter::add(std::uint32_t docid, std::span<const Unit> block, std::uint32_t ranked_length) {
  if (docid >= begins_.size()) {
    begins_.resize(docid + 1, 0);
    sizes_.resize(docid + 1, 0);
    lengths_.resize(docid + 1, 0);
  }
  begins_[docid] = written_;
  sizes_[docid] = static_cast<std::uint32_t>(block.size());
  lengths_[docid] = ranked_length;
  file_.write({reinterpret_cast<const char*>(block.data()), block.size_bytes()});
  written_ += block.size();
}

void TokensWriter::close() {
  const std::size_t size = written_ * sizeof(Unit);
  file_.write(std::string_view("\0\0\0\0\0\0\0", (8 - size % 8) % 8));
  put(file_, begins_);
  put(file_, sizes_);
  put(file_, lengths_);
  const Footer footer{written_, begins_.size()};
  file_.write({reinterpret_cast<const char*>(&footer), sizeof footer});
  file_.close();
}

}  // namespace trialsift::store
