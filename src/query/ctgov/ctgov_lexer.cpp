// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/ctgov/ctgov_lexer.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "query/characters.hpp"
#include "query/diagnostics.hpp"
#include "query/frame/frame.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

using Kind = CtgovTokenKind;

struct Keyword {
  std::string_view name;
  Kind kind;
  bool bracketed;
};

constexpr std::array kKeywords = {
    Keyword{"AND", Kind::kAnd, false},          Keyword{"OR", Kind::kOr, false},
    Keyword{"NOT", Kind::kNot, false},          Keyword{"MISSING", Kind::kMissing, false},
    Keyword{"ALL", Kind::kAll, false},          Keyword{"AREA", Kind::kContext, true},
    Keyword{"EXPANSION", Kind::kContext, true}, Keyword{"COVERAGE", Kind::kContext, true},
    Keyword{"SEARCH", Kind::kContext, true},    Keyword{"TILT", Kind::kContext, true},
    Keyword{"RANGE", Kind::kRange, true},       Keyword{"DISTANCE", Kind::kDistance, true},
};

const Keyword* find_keyword(std::string_view name, bool bracketed) {
  const auto found = std::find_if(kKeywords.begin(), kKeywords.end(),
                                  [=](const Keyword& k) { return k.bracketed == bracketed && k.name == name; });
  return found == kKeywords.end() ? nullptr : &*found;
}

class Lexer {
 public:
  Lexer(std::string_view text, std::vector<Warning>& warnings) : text_(text), warnings_(warnings) {}

  std::vector<CtgovToken> run() {
    if (text_.size() > kLongestQuery) fail(kLongestQuery, "a query has at most 65,536 bytes: split it");
    while (at_ < text_.size()) {
      const base::CodePoint c = base::decode_utf8(text_, at_);
      if (is_blank(c.value)) {
        at_ += c.length;
      } else if (c.value == '(') {
        put(Kind::kOpen, at_ + 1);
      } else if (c.value == ')') {
        close();
      } else if (is_quote(c.value)) {
        phrase(c);
      } else if (!bracketed()) {
        word();
      }
    }
    put(Kind::kEnd, at_);
    return std::move(tokens_);
  }

 private:
  void put(Kind kind, std::size_t end) {
    CtgovToken token;
    token.kind = kind;
    token.text = text_.substr(at_, end - at_);
    token.span = {at_, end};
    tokens_.push_back(std::move(token));
    at_ = end;
  }

  void drop(Span span) {
    warn(warnings_, "dropped-sign",
         shown(text_.substr(span.begin, span.end - span.begin)) + " has no letter or digit and was left out", span);
  }

  /// HER2(+): parentheses right after text with no word in them are a sign.
  void close() {
    const std::size_t count = tokens_.size();
    const bool empty = count > 1 && tokens_[count - 1].kind == Kind::kOpen && tokens_[count - 2].kind == Kind::kText;
    if (!empty || tokens_[count - 2].span.end != tokens_[count - 1].span.begin) return put(Kind::kClose, at_ + 1);
    drop({tokens_.back().span.begin, at_ + 1});
    tokens_.pop_back();
    ++at_;
  }

  void phrase(base::CodePoint open) {
    CtgovToken token;
    token.kind = Kind::kText;
    token.quoted = true;
    const std::size_t begin = at_;
    bool closed = false;
    bool smart = open.value != '"';
    at_ += open.length;
    while (at_ < text_.size() && !closed) {
      base::CodePoint c = base::decode_utf8(text_, at_);
      if (c.value == '\\' && at_ + 1 < text_.size()) {
        at_ += c.length;
        c = base::decode_utf8(text_, at_);
      } else if (is_quote(c.value)) {
        closed = true;
        smart = smart || c.value != '"';
      }
      if (!closed) token.text += text_.substr(at_, c.length);
      at_ += c.length;
    }
    token.span = {begin, at_};
    if (!closed) fail(begin, "this quote is never closed: write a second \" where the phrase ends");
    if (smart) warn(warnings_, "smart-quotes", "typographic quotes were read as \"", token.span);
    if (count_letters(token.text) == 0)
      fail(begin, "there is no word between these quotes: write one, or leave them out");
    token.text = cleaned(token.text);
    tokens_.push_back(std::move(token));
  }

  /// NAME[parameter]: true if one stands here.
  bool bracketed() {
    std::size_t end = at_;
    while (end < text_.size() && base::is_letter(text_[end])) ++end;
    const std::string_view name = text_.substr(at_, end - at_);
    if (name.empty() || end >= text_.size() || text_[end] != '[') {
      refuse_blank_before_bracket(name, end);
      return false;
    }
    const Keyword* keyword = find_keyword(name, true);
    if (keyword == nullptr) {
      refuse_unknown_operator(name);
      return false;
    }
    const std::size_t bracket = text_.find(']', end);
    if (bracket == std::string_view::npos)
      fail(end, "this [ is never closed: write ] after what " + std::string(name) + " takes");
    CtgovToken token;
    token.kind = keyword->kind;
    token.text = name;
    const std::string_view inside = text_.substr(end + 1, bracket - end - 1);
    const std::string_view parameter = base::trim(inside);
    token.parameter = cleaned(parameter);
    token.parameter_begin = parameter.empty() ? bracket : static_cast<std::size_t>(parameter.data() - text_.data());
    token.span = {at_, bracket + 1};
    tokens_.push_back(std::move(token));
    at_ = bracket + 1;
    return true;
  }

  void refuse_blank_before_bracket(std::string_view name, std::size_t end) const {
    if (find_keyword(name, true) == nullptr) return;
    const std::size_t next = text_.find_first_not_of(' ', end);
    if (next == std::string_view::npos || next == end || text_[next] != '[') return;
    fail(next, "no blank stands before this [: write " + std::string(name) + "[...]");
  }

  /// AREAS[x] and area[x] are slips; PET[CT] and heart[ti] are not, but the second is another language's.
  void refuse_unknown_operator(std::string_view name) const {
    std::string upper(name);
    for (char& c : upper) c = base::to_upper(c);
    std::vector<std::string_view> names;
    for (const Keyword& keyword : kKeywords) {
      if (keyword.bracketed) names.push_back(keyword.name);
    }
    const std::string_view near = base::nearest(upper, names);
    if (near.empty()) return;
    fail(at_, "unknown operator " + shown(name) + ": did you mean " + std::string(near) + "?",
         "operators are written in upper case; a backslash before the word makes it text");
  }

  void word() {
    CtgovToken token;
    token.kind = Kind::kText;
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      base::CodePoint c = base::decode_utf8(text_, at_);
      if (c.value == '\\' && at_ + 1 < text_.size()) {
        token.escaped = true;
        at_ += c.length;
        c = base::decode_utf8(text_, at_);
      } else if (is_blank(c.value) || is_quote(c.value) || c.value == '(' || c.value == ')') {
        break;
      }
      token.text += text_.substr(at_, c.length);
      at_ += c.length;
    }
    token.span = {begin, at_};
    if (!token.escaped) {
      if (const Keyword* keyword = find_keyword(token.text, false)) token.kind = keyword->kind;
    }
    if (count_letters(token.text) == 0) return drop(token.span);
    token.text = cleaned(token.text);
    tokens_.push_back(std::move(token));
  }

  std::string_view text_;
  std::vector<Warning>& warnings_;
  std::vector<CtgovToken> tokens_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<CtgovToken> tokenize_ctgov(std::string_view text, std::vector<Warning>& warnings) {
  return Lexer(text, warnings).run();
}

}  // namespace trialsift::query
