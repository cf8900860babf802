// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace trialsift::formats {

/// Numbers that cannot be kept, such as 1e999 or those past 64 bits: the value is left out, the record is not, and the
/// file's note tells it.
class LostNumbers {
 public:
  void add(std::string_view number);
  /// A sentence about those added since the last call, or empty.
  std::string take_note();

 private:
  std::uint64_t count_ = 0;
  std::string first_;
};

/// One a thread: values are read deep inside of the formats.
LostNumbers& lost_numbers();

}  // namespace trialsift::formats
