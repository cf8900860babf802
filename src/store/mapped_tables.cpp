// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/mapped_tables.hpp"

#include "trialsift/base/error.hpp"

namespace trialsift::store {

void throw_damaged_dictionary() {
  throw base::Error(base::ErrorCode::kIndexCorrupt, "a dictionary of the index is damaged");
}

std::pair<std::uint32_t, std::uint32_t> part_at(std::span<const std::uint32_t> ends, std::size_t i, std::size_t size) {
  const std::uint32_t end = value_at(ends, i);
  const std::uint32_t begin = i == 0 ? 0 : ends[i - 1];
  if (begin > end || end > size) throw_damaged_dictionary();
  return {begin, end};
}

}  // namespace trialsift::store
