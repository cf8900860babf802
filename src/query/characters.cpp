// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/characters.hpp"

#include <algorithm>

#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return base::is_digit(c) || base::is_letter(c);
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA || c == 0xB2 || c == 0xB3 || c == 0xB9;
  if (c == 0xD7 || c == 0xF7 || c == 0xFEFF || c == 0xFFFD) return false;
  // General punctuation; currency; arrows, operators, shapes and dingbats; ideographic punctuation.
  return !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x20A0 && c <= 0x20CF) && !(c >= 0x2190 && c <= 0x27BF) &&
         !(c >= 0x3000 && c <= 0x303F && c != 0x3005);
}

}  // namespace

bool is_blank(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_quote(char32_t c) {
  return c == '"' || (c >= 0x201C && c <= 0x201F);
}

bool is_word_byte(char c) {
  return base::is_letter(c) || base::is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t count_letters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, at);
    if (is_letter_or_digit(c.value)) ++count;
    at += c.length;
  }
  return count;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), base::is_digit);
}

std::optional<std::uint32_t> number_of(std::string_view text, std::size_t most_digits) {
  if (!is_number(text) || text.size() > most_digits) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : text) value = value * 10 + static_cast<std::uint32_t>(c - '0');
  return value;
}

}  // namespace trialsift::query
