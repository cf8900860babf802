// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "formats/xml/xml_records.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

constexpr std::array<std::string_view, 5> kDefined = {"&amp;", "&apos;", "&gt;", "&lt;", "&quot;"};

bool begins_name(char c) {
  return base::is_letter(c) || c == '_';
}
bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

bool is_xml_character(std::uint32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) ||
         (c >= 0x10000 && c <= 0x10FFFF);
}

/// `text` starts with "&#".
struct Numeric {
  std::size_t length;  ///< 0 if it is no reference
  bool allowed;
};
Numeric numeric(std::string_view text) {
  constexpr std::size_t kLongest = 10;
  const std::size_t semicolon = text.substr(0, kLongest).find(';');
  if (semicolon == std::string_view::npos) return {0, false};
  const bool hexadecimal = text[2] == 'x';
  const char* const first = text.data() + (hexadecimal ? 3 : 2);
  const char* const last = text.data() + semicolon;
  std::uint32_t value = 0;
  const auto [stop, error] = std::from_chars(first, last, value, hexadecimal ? 16 : 10);
  if (first >= last || stop != last || error != std::errc()) return {0, false};
  return {semicolon + 1, is_xml_character(value)};
}

/// The length of "&name;" or 0.
std::size_t named(std::string_view text) {
  constexpr std::size_t kLongest = 32;
  std::size_t length = 1;
  while (length < std::min(kLongest, text.size()) && (begins_name(text[length]) || base::is_digit(text[length]))) {
    ++length;
  }
  return length > 1 && length < text.size() && text[length] == ';' ? length + 1 : 0;
}

/// Appends what an ampersand begins and returns how much of `text` that was.
std::size_t repair_ampersand(std::string& out, std::string_view text, bool keep_entities) {
  if (text.starts_with("&#")) {
    const Numeric reference = numeric(text);
    if (reference.length > 0) {
      out += reference.allowed ? text.substr(0, reference.length) : " ";
      return reference.length;
    }
  }
  const bool defined =
      std::any_of(kDefined.begin(), kDefined.end(), [text](std::string_view name) { return text.starts_with(name); });
  const bool kept = defined || (keep_entities && named(text) > 0);
  out += kept ? "&" : "&amp;";
  return 1;
}

bool starts_markup(std::string_view text) {
  return text.size() > 1 && (begins_name(text[1]) || text[1] == '/' || text[1] == '!' || text[1] == '?');
}

}  // namespace

std::string repair_xml(std::string_view text, bool keep_entities) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '&') {
      at += repair_ampersand(out, text.substr(at), keep_entities);
      continue;
    }
    if (c == '<' && !starts_markup(text.substr(at))) {
      out += "&lt;";
    } else {
      out.push_back(is_control(c) ? ' ' : c);
    }
    ++at;
  }
  base::repair_utf8(out);
  return out;
}

}  // namespace trialsift::formats
