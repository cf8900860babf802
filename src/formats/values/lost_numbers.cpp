// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/values/lost_numbers.hpp"

#include <utility>

namespace trialsift::formats {

void LostNumbers::add(std::string_view number) {
  constexpr std::size_t kShown = 30;
  if (count_++ == 0) first_ = number.substr(0, kShown);
}

std::string LostNumbers::take_note() {
  const std::uint64_t count = std::exchange(count_, 0);
  if (count == 0) return {};
  const std::string what = count == 1 ? "1 number is" : std::to_string(count) + " numbers are";
  return what + " too large, or no whole number, and left out (the first: " + first_ + ").";
}

LostNumbers& lost_numbers() {
  thread_local LostNumbers lost;
  return lost;
}

}  // namespace trialsift::formats
