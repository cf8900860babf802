// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/citation/pasted_text.hpp"

#include <algorithm>

#include "query/characters.hpp"
#include "query/diagnostics.hpp"
#include "query/frame/frame.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

bool is_smart_quote(char32_t c) {
  return (c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0x00AB || c == 0x00BB || c == 0xFF02;
}

bool is_smart_apostrophe(char32_t c) {
  return (c >= 0x2018 && c <= 0x201B) || c == 0x2032 || c == 0x00B4;
}

bool is_odd_dash(char32_t c) {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

bool is_invisible(char32_t c) {
  return c == 0x00AD || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF;
}

}  // namespace

PastedText::PastedText(std::string_view given, std::vector<Warning>& warnings) {
  if (given.size() > kLongestQuery) fail(kLongestQuery, "a query has at most 64 KiB: split it");
  for (std::size_t at = 0; at < given.size();) {
    const base::CodePoint c = base::decode_utf8(given, at);
    const Span span{at, at + c.length};
    const std::size_t before = text_.size();
    if (is_smart_quote(c.value)) {
      text_ += '"';
      warn(warnings, "smart-quotes", "typographic quotes were read as plain ones", span);
    } else if (is_smart_apostrophe(c.value)) {
      text_ += '\'';
      warn(warnings, "smart-quotes", "typographic quotes were read as plain ones", span);
    } else if (is_odd_dash(c.value)) {
      text_ += '-';
      warn(warnings, "odd-dashes", "typographic dashes were read as hyphens", span);
    } else if (is_blank(c.value) || (c.value >= 0x80 && c.value < 0xA0)) {
      text_ += ' ';
    } else if (!is_invisible(c.value)) {
      base::append_utf8(text_, c.value);
    }
    given_at_.insert(given_at_.end(), text_.size() - before, at);
    at += c.length;
  }
  given_at_.push_back(given.size());
}

std::size_t result_count_at(std::string_view line) {
  const std::string_view rest = base::trim(line);
  constexpr std::size_t kNone = std::string_view::npos;
  if (!rest.ends_with(')')) return kNone;
  const std::size_t open = rest.rfind('(');
  if (open == kNone || open + 2 == rest.size()) return kNone;
  const std::string_view count = rest.substr(open + 1, rest.size() - open - 2);
  const auto in_count = [](char c) { return base::is_digit(c) || c == ',' || c == ' '; };
  if (!std::all_of(count.begin(), count.end(), in_count)) return kNone;
  // Behind an operator it is a reference in parentheses.
  const std::string_view before = base::trim(rest.substr(0, open));
  const std::size_t blank = before.find_last_of(" (");
  const std::string last = base::to_lower_ascii(blank == kNone ? before : before.substr(blank + 1));
  if (last.empty() || last == "and" || last == "or" || last == "not" || last.starts_with("adj")) return kNone;
  return static_cast<std::size_t>(rest.data() - line.data()) + open;
}

}  // namespace trialsift::query
