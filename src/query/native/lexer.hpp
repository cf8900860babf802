// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/native/field_use.hpp"
#include "trialsift/query/tree.hpp"

namespace trialsift::query {

enum class TokenKind {
  kWord,    ///< not blank, not an operator; =, wildcards, weight and backslashes are still in it
  kPhrase,  ///< without its quotes
  kField,   ///< a name and its colon; a word, a phrase or a parenthesis follows at once
  kOpen,
  kClose,
  kPlus,  ///< only where it begins an item
  kMinus,
  kAnd,
  kOr,
  kNot,
  kNear,    ///< NEAR/5 or ADJ/5
  kWeight,  ///< ^2 right after a phrase or a parenthesis
  kEnd,
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string_view text;       ///< a part of the query as given: perhaps ill-formed UTF-8
  std::size_t text_begin = 0;  ///< its place in the query
  Span span;                   ///< of kPhrase: with its quotes
  FieldUse field;              ///< kField
  std::uint32_t distance = 0;  ///< kNear
  bool ordered = false;        ///< kNear: ADJ
};

/// True at a backslash before a character that means something in the language: then that character is text.
bool is_escape(std::string_view text, std::size_t at);
/// Without the backslashes of escapes.
std::string unescaped(std::string_view text);

/// True for a word such as ADJ5, of which tokenize() says itself how it is written here.
bool explains(std::string_view word);

/// Cuts a native query into tokens, the last one kEnd. They point into `text`. What has no letter or digit and is no
/// part of the language is left out with a warning. Throws Error(kQuerySyntax).
std::vector<Token> tokenize(std::string_view text, std::vector<Warning>& warnings);

}  // namespace trialsift::query
