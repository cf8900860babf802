// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/string_table.hpp"

#include "trialsift/base/file.hpp"
#include "trialsift/base/narrow.hpp"

namespace trialsift::store {
namespace {

constexpr std::size_t kFirstSlots = 1024;  ///< a power of two, as all sizes of the table

}  // namespace

StringTable::StringTable() : table_(kFirstSlots, 0) {}

std::string_view StringTable::at(std::uint32_t number) const {
  const std::uint64_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(bytes_).substr(begin, ends_[number] - begin);
}

std::pair<std::uint32_t, bool> StringTable::insert(std::string_view text) {
  const std::size_t mask = table_.size() - 1;
  std::size_t slot = base::hash64(text) & mask;
  for (; table_[slot] != 0; slot = (slot + 1) & mask) {
    if (at(table_[slot] - 1) == text) return {table_[slot] - 1, false};
  }
  bytes_ += text;
  ends_.push_back(bytes_.size());
  table_[slot] = base::narrow<std::uint32_t>(ends_.size(), "words");
  if (ends_.size() * 3 > table_.size() * 2) grow();
  return {static_cast<std::uint32_t>(ends_.size() - 1), true};
}

void StringTable::grow() {
  table_.assign(table_.size() * 2, 0);
  const std::size_t mask = table_.size() - 1;
  for (std::uint32_t number = 0; number < ends_.size(); ++number) {
    std::size_t slot = base::hash64(at(number)) & mask;
    while (table_[slot] != 0) slot = (slot + 1) & mask;
    table_[slot] = number + 1;
  }
}

}  // namespace trialsift::store
