// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace trialsift::search {

struct TextSpan {
  std::size_t begin;
  std::size_t end;
};

/// The sentences of a text, in order, without blanks at their ends: parted at line breaks and after . ! ? before what
/// looks like a beginning, not after initials and the usual abbreviations. A guess, good enough to show.
std::vector<TextSpan> sentences(std::string_view text);

}  // namespace trialsift::search
