// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/native/lexer.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "query/characters.hpp"
#include "query/diagnostics.hpp"
#include "query/frame/frame.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

bool is_sign(char c) {
  return c == '+' || c == '-';
}

/// What stands before the first colon if it could be the name of a field. One letter is a ratio (F:M), not a name.
std::string_view name_before_colon(std::string_view word) {
  const std::size_t colon = word.find(':');
  if (colon == std::string_view::npos || colon < 2) return {};
  const auto in_name = [](char c) { return base::is_letter(c) || c == '_'; };
  const std::string_view name = word.substr(0, colon);
  return std::all_of(name.begin(), name.end(), in_name) ? name : std::string_view();
}

/// True if `word` begins with a field's name, a colon and something more.
bool begins_with_field(std::string_view word) {
  const std::string_view name = name_before_colon(word);
  return !name.empty() && word.size() > name.size() + 1 && find_use(name).has_value();
}

constexpr std::uint32_t kFarthest = 100;

/// NEAR/5 and ADJ/5, also without the slash. The bare words are words.
struct Proximity {
  bool ordered = false;
  bool slash = false;
  std::string_view number;
};
std::optional<Proximity> read_proximity(std::string_view word) {
  Proximity found;
  if (word.starts_with("NEAR")) {
    word.remove_prefix(4);
  } else if (word.starts_with("ADJ")) {
    word.remove_prefix(3);
    found.ordered = true;
  } else {
    return std::nullopt;
  }
  found.slash = word.starts_with("/");
  if (found.slash) word.remove_prefix(1);
  if (word.empty() || !std::all_of(word.begin(), word.end(), base::is_digit)) return std::nullopt;
  found.number = word;
  return found;
}

bool is_operator(TokenKind kind) {
  return kind == TokenKind::kAnd || kind == TokenKind::kOr || kind == TokenKind::kNot || kind == TokenKind::kNear;
}

bool is_lower_case_operator(std::string_view word) {
  if (word == "and" || word == "or" || word == "not" || word == "NEAR" || word == "ADJ") return true;
  if (!word.starts_with("near/") && !word.starts_with("adj/")) return false;
  word.remove_prefix(word.find('/') + 1);
  return !word.empty() && std::all_of(word.begin(), word.end(), base::is_digit);
}

class Lexer {
 public:
  Lexer(std::string_view text, std::vector<Warning>& warnings) : text_(text), warnings_(warnings) {}

  std::vector<Token> run() {
    bool begins_item = true;
    while (at_ < text_.size()) {
      const base::CodePoint c = base::decode_utf8(text_, at_);
      if (is_blank(c.value)) {
        at_ += c.length;
        begins_item = true;
      } else if (c.value == '(') {
        put(TokenKind::kOpen, at_, at_ + 1);
        begins_item = true;
      } else if (c.value == ')') {
        close();
        begins_item = false;
      } else if (is_quote(c.value)) {
        phrase(c.length);
        begins_item = false;
      } else {
        word(begins_item);
        begins_item = false;
      }
    }
    put(TokenKind::kEnd, text_.size(), text_.size());
    drop_question_marks();
    check_lower_case();
    return std::move(tokens_);
  }

 private:
  void put(TokenKind kind, std::size_t begin, std::size_t end) {
    Token token;
    token.kind = kind;
    token.text = text_.substr(begin, end - begin);
    token.text_begin = begin;
    token.span = {begin, end};
    tokens_.push_back(std::move(token));
    at_ = end;
  }

  void drop(std::size_t begin, std::size_t end) {
    warn(warnings_, "dropped-sign",
         shown(text_.substr(begin, end - begin)) + " has no letter or digit and was left out", {begin, end});
  }

  /// HER2(+) is pasted more often than meant: parentheses around nothing vanish, unless an operator waits for them.
  void close() {
    const std::size_t count = tokens_.size();
    if (count > 0 && tokens_.back().kind == TokenKind::kOpen) {
      const TokenKind before = count > 1 ? tokens_[count - 2].kind : TokenKind::kWord;
      if (before == TokenKind::kWord || before == TokenKind::kPhrase || before == TokenKind::kClose ||
          before == TokenKind::kOpen) {
        drop(tokens_.back().span.begin, at_ + 1);
        tokens_.pop_back();
        ++at_;
        return;
      }
    }
    put(TokenKind::kClose, at_, at_ + 1);
    weight();
  }

  /// ^2 right after a phrase or a group.
  void weight() {
    if (at_ + 1 >= text_.size() || text_[at_] != '^' || !base::is_digit(text_[at_ + 1])) return;
    std::size_t end = at_ + 1;
    while (end < text_.size() && (base::is_digit(text_[end]) || text_[end] == '.')) ++end;
    put(TokenKind::kWeight, at_, end);
  }

  void phrase(std::size_t quote_length) {
    const std::size_t open = at_;
    const std::size_t begin = at_ + quote_length;
    std::size_t end = begin;
    base::CodePoint c{0, 0};
    while (end < text_.size()) {
      c = base::decode_utf8(text_, end);
      if (is_quote(c.value)) break;
      end += is_escape(text_, end) ? 2 : c.length;
    }
    if (end >= text_.size()) fail(open, "this quote is never closed: write a second \" where the phrase ends");
    if (text_[open] != '"' || text_[end] != '"') {
      warn(warnings_, "smart-quotes", "curly quotes were read as straight ones", {open, end + c.length});
    }
    put(TokenKind::kPhrase, open, end + c.length);
    tokens_.back().text = text_.substr(begin, end - begin);
    tokens_.back().text_begin = begin;
    weight();
  }

  std::size_t end_of_word() const {
    std::size_t end = at_;
    while (end < text_.size()) {
      const base::CodePoint c = base::decode_utf8(text_, end);
      if (is_blank(c.value) || is_quote(c.value) || c.value == '(' || c.value == ')') break;
      end += is_escape(text_, end) ? 2 : c.length;
    }
    return end;
  }

  bool quote_at(std::size_t at) const { return at < text_.size() && is_quote(base::decode_utf8(text_, at).value); }
  bool open_at(std::size_t at) const { return at < text_.size() && text_[at] == '('; }

  /// Neither a word nor a part of the language; wildcards go on to where they are explained.
  bool is_noise(std::size_t begin, std::size_t end) const {
    const std::string_view word = text_.substr(begin, end - begin);
    if (word == "=" && (quote_at(end) || open_at(end))) return false;
    return count_letters(word) == 0 && word.find_first_of("*?#") == std::string_view::npos;
  }

  void word(bool begins_item) {
    const std::size_t begin = at_;
    const std::size_t end = end_of_word();
    at_ = end;
    std::size_t from = begin;
    while (begins_item && from < end && is_sign(text_[from])) ++from;
    if (from == end && from == begin + 1 && (quote_at(end) || open_at(end))) {
      put(text_[begin] == '+' ? TokenKind::kPlus : TokenKind::kMinus, begin, end);
      return;
    }
    if (from < end && text_.find_first_not_of('?', from) >= end) {
      warn_of_question_mark({from, end});
      return;
    }
    if (is_noise(from, end)) {
      drop(begin, end);
      return;
    }
    if (from == begin + 1) {
      put(text_[begin] == '+' ? TokenKind::kPlus : TokenKind::kMinus, begin, from);
    } else if (from > begin) {
      drop(begin, from);
    }
    item(from, end);
    at_ = end;
  }

  void warn_of_question_mark(Span span) {
    warn(warnings_, "dropped-question-mark",
         "a ? at the end of a word was left out: only beside operators, fields and parentheses it is a wildcard there",
         span);
  }

  /// Questions are pasted as they stand: a ? that ends a word is a wildcard only where the language is used around it.
  void drop_question_marks() {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      Token& token = tokens_[i];
      if (token.kind != TokenKind::kWord || token.text.back() != '?') continue;
      if (token.text.size() > 1 && is_escape(token.text, token.text.size() - 2)) continue;
      const TokenKind before = i == 0 ? TokenKind::kWord : tokens_[i - 1].kind;
      const TokenKind after = tokens_[i + 1].kind;
      if (is_operator(after) || after == TokenKind::kClose || is_operator(before) || before == TokenKind::kOpen ||
          before == TokenKind::kField || before == TokenKind::kPlus || before == TokenKind::kMinus) {
        continue;
      }
      const std::size_t end = token.span.end;
      token.text = token.text.substr(0, token.text.find_last_not_of('?') + 1);
      token.span.end = token.text_begin + token.text.size();
      warn_of_question_mark({token.span.end, end});
    }
  }

  void item(std::size_t begin, std::size_t end) {
    const std::string_view word = text_.substr(begin, end - begin);
    if (word == "AND") return put(TokenKind::kAnd, begin, end);
    if (word == "OR") return put(TokenKind::kOr, begin, end);
    if (word == "NOT") return put(TokenKind::kNot, begin, end);
    if (const std::optional<Proximity> near = read_proximity(word)) return proximity(*near, begin, end);
    const std::string_view name = name_before_colon(word);
    const std::string_view value = name.empty() ? std::string_view() : word.substr(name.size() + 1);
    if (name.empty() || value.starts_with("//")) return plain(begin, end);
    const bool has_value = !value.empty() || quote_at(end) || open_at(end);
    std::optional<FieldUse> use = find_use(name);
    if (!has_value) {
      if (use) {
        warn(warnings_, "blank-after-field",
             shown(word) + " has no value right after the colon and was read as a word: write " +
                 (use->field != nullptr ? std::string(use->field->example) : use->name + ":phase"),
             {begin, end});
      }
      return plain(begin, end);
    }
    if (!use) {
      fail(begin, "unknown field " + shown(name) + name_suggestion(name),
           "trialsift fields lists the fields; to search for the text itself, put it in quotes");
    }
    check_value(name, value, begin + name.size() + 1, use->reading);
    put(TokenKind::kField, begin, begin + name.size() + 1);
    tokens_.back().field = *std::move(use);
    if (at_ < end || (!quote_at(end) && !open_at(end))) plain(at_, end);
  }

  void proximity(const Proximity& near, std::size_t begin, std::size_t end) {
    const std::string word = shown(text_.substr(begin, end - begin));
    if (!near.slash) {
      fail(begin,
           word + " is not of this language: write NEAR/" + std::string(near.number) + " for any order, ADJ/" +
               std::string(near.number) + " for this one",
           "Ovid's adj5 allows 4 words between, in any order: that is NEAR/5; or say --syntax ovid");
    }
    std::uint32_t distance = 0;
    const char* first = near.number.data();
    const auto [rest, error] = std::from_chars(first, first + near.number.size(), distance);
    if (error != std::errc() || distance == 0 || distance > kFarthest) {
      fail(begin, word + ": the distance is a number from 1 (side by side) to " + std::to_string(kFarthest));
    }
    put(TokenKind::kNear, begin, end);
    tokens_.back().distance = distance;
    tokens_.back().ordered = near.ordered;
  }

  void check_value(std::string_view name, std::string_view value, std::size_t offset, Reading reading) const {
    if (reading == Reading::kInterval || reading == Reading::kKey) return;
    if (value.size() > 1 && is_sign(value.front())) {
      fail(offset, "the sign stands before the field: write " + shown(value.substr(0, 1)) + shown(name) + ":" +
                       shown(value.substr(1)));
    }
    if (begins_with_field(value))
      fail(offset, "a word has one field: write " + shown(value) + " without " + shown(name) + ":");
  }

  /// A phrase is exact as it is, so that = before one is allowed and says nothing.
  void plain(std::size_t begin, std::size_t end) {
    const std::string_view word = text_.substr(begin, end - begin);
    if (word == "=" && quote_at(end)) return;
    if (word == "=" && open_at(end)) fail(begin, "= stands before one word: write =a OR =b for several");
    if (word.starts_with("=") && begins_with_field(word.substr(1))) {
      const std::string_view name = name_before_colon(word.substr(1));
      fail(begin, "= stands after the field: write " + shown(name) + ":=" + shown(word.substr(name.size() + 2)));
    }
    for (const std::string_view quote : {"'", "\xE2\x80\x98"}) {
      if (!word.starts_with(quote) || word.size() <= quote.size()) continue;
      warn(warnings_, "single-quotes", "single quotes make no phrase: write double ones", {begin, end});
    }
    put(TokenKind::kWord, begin, end);
  }

  void check_lower_case() {
    for (std::size_t i = 1; i + 1 < tokens_.size(); ++i) {
      const std::string_view word = tokens_[i].text;
      if (tokens_[i].kind != TokenKind::kWord || !is_lower_case_operator(word)) continue;
      const TokenKind before = tokens_[i - 1].kind;
      const TokenKind after = tokens_[i + 1].kind;
      if (before != TokenKind::kWord && before != TokenKind::kPhrase && before != TokenKind::kClose) continue;
      if (after == TokenKind::kEnd || after == TokenKind::kClose || is_operator(after)) continue;
      warn(warnings_, "lower-case-operator",
           std::string(word) + (word == "NEAR" || word == "ADJ"
                                    ? " was read as a word: nearness is written with a number of words, NEAR/5"
                                    : " was read as a word: operators are written in upper case, AND, OR, NOT, NEAR/5"),
           tokens_[i].span);
      return;
    }
  }

  std::string_view text_;
  std::vector<Warning>& warnings_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_escape(std::string_view text, std::size_t at) {
  constexpr std::string_view kSpecial = "\\\"()*?#$^:=+-";
  return at + 1 < text.size() && text[at] == '\\' && kSpecial.find(text[at + 1]) != std::string_view::npos;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_escape(text, at)) ++at;
    out += text[at];
  }
  return out;
}

bool explains(std::string_view word) {
  const std::optional<Proximity> near = read_proximity(word);
  return near && !near->slash;
}

std::vector<Token> tokenize(std::string_view text, std::vector<Warning>& warnings) {
  if (text.size() > kLongestQuery) {
    fail(kLongestQuery, "a query has at most 65,536 bytes, this one has " + std::to_string(text.size()));
  }
  return Lexer(text, warnings).run();
}

}  // namespace trialsift::query
