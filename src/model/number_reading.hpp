// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Registered numbers found in text. A number is known by its prefix and its shape (Registry), whatever marks and
/// blanks stand in it; words beside it may be labels ("EudraCT number:"), codes or prose.
namespace trialsift::model {

struct NumbersInText {
  std::vector<std::string> ids;  ///< as their registries write them, each once
  bool has_codes = false;        ///< words with a digit: other numbers
  bool has_prose = false;        ///< words that are no labels
};

/// Dashes of all kinds as hyphens, blanks of all kinds as blanks; marks without width go.
std::string plain_marks(std::string_view text);

/// `text` has plain marks. `in_address`: any mark may follow a number, and words say nothing.
NumbersInText read_numbers(std::string_view text, bool in_address = false);

}  // namespace trialsift::model
