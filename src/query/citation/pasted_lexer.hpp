// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/citation/dialect_leaf.hpp"
#include "query/citation/pasted_text.hpp"
#include "query/diagnostics.hpp"

namespace trialsift::query {

/// What the lexers of pasted lines share: a place in the text made plain, and tokens with their spans in the text as
/// given. Kinds of tokens are kWord, kQuoted, kOpen, kClose, kAnd, kOr, kNot and kEnd among others.
template <class Token>
class PastedLexer {
 public:
  PastedLexer(const PastedText& pasted, const DialectContext& context)
      : pasted_(pasted), text_(pasted.text()), context_(context) {}

 protected:
  using Kind = decltype(Token::kind);

  char char_at(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  std::size_t after_blanks(std::size_t at) const {
    while (char_at(at) == ' ') ++at;
    return at;
  }

  /// A token from here to `end`, where the lexer goes on.
  Token& push(Kind kind, std::size_t end) {
    Token& token = tokens_.emplace_back();
    token.kind = kind;
    token.text = text_.substr(at_, end - at_);
    token.span = pasted_.given_span(at_, end);
    at_ = end;
    return token;
  }

  /// From the quote here to the one at `close`.
  void push_quoted(std::size_t close) {
    if (close == std::string_view::npos) {
      refuse(at_, "this quote is never closed: write a second \" where the phrase ends");
    }
    const std::string inner(text_.substr(at_ + 1, close - at_ - 1));
    push(Kind::kQuoted, close + 1).text = inner;
  }

  /// What a word in lower case is.
  static Kind kind_of(std::string_view word) {
    if (word == "and") return Kind::kAnd;
    if (word == "or") return Kind::kOr;
    return word == "not" ? Kind::kNot : Kind::kWord;
  }

  bool after_words() const {
    return !tokens_.empty() && (tokens_.back().kind == Kind::kWord || tokens_.back().kind == Kind::kQuoted);
  }
  bool after_operand() const { return after_words() || (!tokens_.empty() && tokens_.back().kind == Kind::kClose); }

  /// The number of results that a database printed behind the line.
  void leave_out_result_count() {
    const std::size_t count = result_count_at(text_);
    if (count == std::string_view::npos) return;
    debris("the numbers of results at the ends of lines were left out", pasted_.given_span(count, text_.size()));
    text_ = text_.substr(0, count);
  }

  /// Something was left out that is no part of the query.
  void debris(std::string sentence, Span span) const { context_.tell("debris", std::move(sentence), span, false); }

  [[noreturn]] void refuse(std::size_t at, const std::string& sentence, std::string hint = {}) const {
    fail(pasted_.given_at(at), sentence, std::move(hint));
  }

  std::vector<Token> finished() {
    tokens_.emplace_back().span = pasted_.given_span(at_, at_);
    return std::move(tokens_);
  }

  const PastedText& pasted_;
  std::string_view text_;
  const DialectContext& context_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

}  // namespace trialsift::query
