// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/tokens.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "trialsift/base/narrow.hpp"

namespace trialsift::store {
namespace {

constexpr std::string_view kMagic = "tsToken1";
constexpr unsigned kBits = 11;
constexpr std::uint32_t kMask = (1U << kBits) - 1;
constexpr std::uint32_t kTwoLimit = kFirstOfTwo + (1U << (2 * kBits));

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
  std::size_t at = 0;
  while (const std::optional<Field> field = next(at)) {
    if (field->number == number) return field->units;
  }
  return {};
}

void append_field(std::vector<Unit>& block, std::size_t field_number, std::span<const Unit> units) {
  const std::size_t begin = block.size();
  block.resize(begin + DocumentTokens::kHeaderUnits + units.size());
  block[begin] = static_cast<Unit>(field_number);
  block[begin + 1] = static_cast<Unit>(units.size() & 0xFFFFU);
  block[begin + 2] = base::narrow<Unit>(units.size() >> 16U, "words of one trial, in 65,536s");
  std::copy(units.begin(), units.end(),
            block.begin() + static_cast<std::ptrdiff_t>(begin + DocumentTokens::kHeaderUnits));
}

Tokens::Tokens(const StoredFile& file) : file_(file, kMagic) {}

DocumentTokens Tokens::document(std::uint32_t docid) const {
  const std::string_view bytes = file_.bytes(docid);
  return DocumentTokens({reinterpret_cast<const Unit*>(bytes.data()), bytes.size() / sizeof(Unit)});
}

TokensWriter::TokensWriter(const base::Path& path) : file_(path, kMagic) {}

void TokensWriter::add(std::uint32_t docid, std::span<const Unit> block, std::uint32_t ranked_length) {
  file_.add(docid, {reinterpret_cast<const char*>(block.data()), block.size_bytes()}, ranked_length);
}

}  // namespace trialsift::store
