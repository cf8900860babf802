// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "trialsift/query/tree.hpp"

namespace trialsift::query {

enum class CtgovTokenKind {
  kText,     ///< a word of a term, or a quoted phrase of it
  kContext,  ///< AREA[x], EXPANSION[x], COVERAGE[x], SEARCH[x], TILT[x]
  kRange,    ///< RANGE[a, b]
  kDistance,
  kMissing,
  kAll,
  kAnd,
  kOr,
  kNot,
  kOpen,
  kClose,
  kEnd,
};

struct CtgovToken {
  CtgovTokenKind kind = CtgovTokenKind::kEnd;
  std::string text;       ///< kText: escapes undone; kContext: the operator's name; others: as written
  std::string parameter;  ///< between the brackets, without blanks at its ends
  Span span;
  std::size_t parameter_begin = 0;
  bool quoted = false;   ///< kText
  bool escaped = false;  ///< kText: a backslash said that this is text
};

/// Cuts a search expression into tokens, the last one kEnd. Text without a letter or digit is left out with a warning.
/// Throws Error(kQuerySyntax).
std::vector<CtgovToken> tokenize_ctgov(std::string_view text, std::vector<Warning>& warnings);

}  // namespace trialsift::query
