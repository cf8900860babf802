// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/model/vocabulary.hpp"

namespace trialsift::formats {

/// Values that records give and that cannot be kept: the value is left out, the record is not, and the file's note
/// tells it.
class LeftOut {
 public:
  /// A number such as 1e999, or past 64 bits.
  void add_number(std::string_view number);
  /// A text that model/vocabulary.hpp, age.hpp or size.hpp do not understand as a value of `field`, which outlives
  /// this.
  void add(std::string_view field, std::string_view text);
  /// Sentences about those added since the last call, or empty.
  std::string take_note();

 private:
  struct Count {
    std::string_view field;
    std::uint64_t count = 0;
    std::string first;
  };
  Count numbers_;
  std::vector<Count> fields_;
};

/// One a thread: values are read deep inside of the formats.
LeftOut& left_out();

/// What a text said as a value of a field: left_out() where that is kUnknown, and told to who watches
/// (value_watch.hpp).
void tell_value(std::string_view field, std::string_view text, model::Written::Says says);

}  // namespace trialsift::formats
