// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/citation/borrowed_forms.hpp"
#include "query/citation/dialect_leaf.hpp"
#include "query/citation/pasted_text.hpp"

namespace trialsift::query {

enum class PubmedTokenKind {
  kWord,    ///< not blank, without signs at its ends
  kQuoted,  ///< without its quotes
  kOpen,
  kClose,
  kAnd,
  kOr,
  kNot,
  kNear,   ///< NEAR/n, NEXT/n of Embase and the Cochrane Library
  kTag,    ///< [tiab], :ti,ab
  kLimit,  ///< [english]/lim, [2010-2020]/py of Embase
  kColon,  ///< between the ends of a range of dates
  kEnd,
};

struct PubmedToken {
  PubmedTokenKind kind = PubmedTokenKind::kEnd;
  std::string text;
  Span span;  ///< in the text as given
  TagList tags;
  std::optional<std::uint32_t> between;  ///< kTag: [tiab:~3], at most so many words between
  std::uint32_t distance = 1;            ///< kNear
  bool ordered = false;                  ///< kNear
};

/// Cuts a PubMed query into tokens, the last one kEnd; headings and lists of lines may be written in the borrowed forms
/// too. What a database printed beside the query is left out, and told. Throws Error(kQuerySyntax).
std::vector<PubmedToken> tokenize_pubmed(const PastedText& pasted, const DialectContext& context,
                                         const BorrowedForms& forms);

}  // namespace trialsift::query
