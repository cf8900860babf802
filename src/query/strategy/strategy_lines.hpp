// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/query/strategy.hpp"
#include "trialsift/query/tree.hpp"

namespace trialsift::query {

struct CutLine {
  std::string label;
  std::string text;  ///< what is no part of the query is blanked out
  Span span;
  std::optional<LineError> error;  ///< of its number
};

struct CutStrategy {
  std::vector<CutLine> lines;
  std::vector<Warning> warnings;
};

/// Cuts a strategy into its lines. How they are numbered (1. x, 1 x, 1<TAB>x, #1 x, labels such as 1a, or by their
/// places) is decided once for all of them. With `one_query` a text without numbers is one line.
CutStrategy cut_lines(std::string_view text, bool one_query);

}  // namespace trialsift::query
