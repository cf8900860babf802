// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/diagnostics.hpp"

#include <algorithm>
#include <utility>

#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA || c == 0xB2 || c == 0xB3 || c == 0xB9;
  if (c == 0xD7 || c == 0xF7 || c == 0xFEFF || c == 0xFFFD) return false;
  // General punctuation; currency; arrows, operators, shapes and dingbats; ideographic punctuation.
  return !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x20A0 && c <= 0x20CF) && !(c >= 0x2190 && c <= 0x27BF) &&
         !(c >= 0x3000 && c <= 0x303F && c != 0x3005);
}

}  // namespace

void fail(std::size_t offset, const std::string& sentence, std::string hint) {
  base::Place where;
  where.offset = offset;
  throw base::Error(base::ErrorCode::kQuerySyntax, sentence, std::move(hint), std::move(where));
}

void warn(std::vector<Warning>& warnings, std::string_view code, std::string sentence, Span span) {
  const auto same = [code](const Warning& w) { return w.code == code; };
  if (std::any_of(warnings.begin(), warnings.end(), same)) return;
  warnings.push_back({std::string(code), std::move(sentence), span});
}

std::string shown(std::string_view text) {
  return base::shown(cleaned(text));
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string_view near = base::nearest(base::to_lower_ascii(word), candidates);
  return near.empty() ? std::string() : ": did you mean " + std::string(near) + "?";
}

std::string cleaned(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, at);
    const bool control = c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0);
    out += control ? std::string_view(" ") : text.substr(at, c.length);
    at += c.length;
  }
  base::repair_utf8(out);
  return out;
}

bool is_blank(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

std::size_t count_letters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, at);
    if (is_letter(c.value)) ++count;
    at += c.length;
  }
  return count;
}

}  // namespace trialsift::query
