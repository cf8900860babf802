// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/citation/dialect_leaf.hpp"
#include "query/citation/pasted_text.hpp"

namespace trialsift::query {

enum class OvidTokenKind {
  kWord,    ///< not blank; wildcards are still as written
  kQuoted,  ///< without its quotes
  kOpen,
  kClose,
  kAnd,
  kOr,
  kNot,
  kAdj,
  kTags,     ///< .ti,ab.
  kHeading,  ///< the slash after a heading and its subheadings
  kCombine,  ///< or/1-4,6
  kEnd,
};

struct OvidToken {
  OvidTokenKind kind = OvidTokenKind::kEnd;
  std::string text;            ///< kWord, kQuoted; kHeading: the subheadings; operators: as written
  Span span;                   ///< in the text as given
  std::uint32_t distance = 0;  ///< kAdj: 0 for adj itself, n for adjn
  TagList tags;                ///< kTags
  bool all = false;            ///< kCombine: and/1-4
  std::vector<std::pair<std::string, std::string>> ranges;  ///< kCombine: labels, the first and the last of each
};

/// Cuts a line of Ovid into tokens, the last one kEnd. Notes in brackets and result counts are left out, and told.
/// Throws Error(kQuerySyntax).
std::vector<OvidToken> tokenize_ovid(const PastedText& pasted, const DialectContext& context);

}  // namespace trialsift::query
