// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/phrase.hpp"

#include <algorithm>
#include <cstdint>

namespace trialsift::search {

using store::Unit;

PhraseFinder::PhraseFinder(const store::Words& words, const Sequence& sequence) {
  bool single = true;
  for (const Element& element : sequence) {
    std::vector<std::uint32_t> numbers;
    for (const store::Words::Index word : element) numbers.push_back(words.stream_number(word));
    std::sort(numbers.begin(), numbers.end());
    single = single && numbers.size() == 1;
    elements_.push_back(std::move(numbers));
  }
  if (!single) return;
  for (const std::vector<std::uint32_t>& element : elements_) store::append_units(single_, element.front());
}

std::uint32_t PhraseFinder::count(std::span<const Unit> units) const {
  std::uint32_t found = 0;
  if (!single_.empty()) {
    // First and following units differ in range: a run of equal units is a run of equal words.
    for (auto at = units.begin(); units.end() - at >= static_cast<std::ptrdiff_t>(single_.size()); ++at) {
      at = std::find(at, units.end() - static_cast<std::ptrdiff_t>(single_.size()) + 1, single_.front());
      if (units.end() - at < static_cast<std::ptrdiff_t>(single_.size())) break;
      if (std::equal(single_.begin(), single_.end(), at)) ++found;
    }
    return found;
  }
  for (std::size_t at = 0; at < units.size();) {
    if (units[at] == store::kGap) {
      ++at;
      continue;
    }
    const std::size_t start = at;
    const std::uint32_t word = store::next_word(units, at);
    if (std::binary_search(elements_.front().begin(), elements_.front().end(), word) && matches_from(units, start)) {
      ++found;
    }
  }
  return found;
}

bool PhraseFinder::matches_from(std::span<const Unit> units, std::size_t at) const {
  for (const std::vector<std::uint32_t>& element : elements_) {
    if (at >= units.size() || units[at] == store::kGap) return false;
    if (!std::binary_search(element.begin(), element.end(), store::next_word(units, at))) return false;
  }
  return true;
}

}  // namespace trialsift::search
