// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "trialsift/store/checksummed_file.hpp"

/// What the dictionaries of a generation have in common: arrays in a mapped file, which may be damaged. All throw
/// Error(kIndexCorrupt) where a place lies outside; the file outlives what they give.
namespace trialsift::store {

/// Part i, [first, second), of parts that stand one after the other; `ends` has where each ends.
inline std::pair<std::uint32_t, std::uint32_t> part_at(const ChecksummedArray<std::uint32_t>& ends, std::size_t i) {
  const std::uint32_t end = ends.at(i);
  return {i == 0 ? 0 : ends.at(i - 1), end};
}

/// The first number in [0, count) for which is_before, true up to some number and false from there on, is false.
template <class IsBefore>
std::uint32_t partition_point(std::uint32_t count, IsBefore is_before) {
  std::uint32_t low = 0;
  while (count > 0) {
    const std::uint32_t half = count / 2;
    if (is_before(low + half)) {
      low += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return low;
}

/// Texts one after the other.
class MappedStrings {
 public:
  MappedStrings() = default;
  MappedStrings(ChecksummedArray<std::uint32_t> ends, ChecksummedArray<char> bytes) : ends_(ends), bytes_(bytes) {}

  std::size_t size() const { return ends_.size(); }
  std::string_view at(std::size_t i) const {
    const auto [begin, end] = part_at(ends_, i);
    const std::span<const char> text = bytes_.part(begin, end);
    return {text.data(), text.size()};
  }
  /// Of a sorted table: the first place whose text is not before `wanted`.
  std::uint32_t lower_bound(std::string_view wanted) const {
    return partition_point(static_cast<std::uint32_t>(size()), [&](std::uint32_t i) { return at(i) < wanted; });
  }

 private:
  ChecksummedArray<std::uint32_t> ends_;
  ChecksummedArray<char> bytes_;
};

}  // namespace trialsift::store
