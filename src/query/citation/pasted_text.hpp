// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/query/tree.hpp"

namespace trialsift::query {

/// A query as it comes out of a document, made plain: straight quotes, hyphens for odd dashes, blanks for tabs, line
/// ends and control characters, well-formed UTF-8. It keeps where each byte stood.
class PastedText {
 public:
  /// Warns of what was made plain (smart-quotes, odd-dashes).
  PastedText(std::string_view given, std::vector<Warning>& warnings);

  std::string_view text() const { return text_; }
  /// The place in the text as given; `at` may be its end.
  std::size_t given_at(std::size_t at) const { return given_at_[at]; }
  Span given_span(std::size_t begin, std::size_t end) const { return {given_at(begin), given_at(end)}; }

 private:
  std::string text_;
  std::vector<std::size_t> given_at_;
};

/// Where the count of results begins that a database printed at the end of a line, (3,763,668); npos if there is none.
std::size_t result_count_at(std::string_view line);

}  // namespace trialsift::query
