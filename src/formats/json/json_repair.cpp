// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/json/json_repair.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <system_error>

#include "formats/values/left_out.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

constexpr std::string_view kReplacement = "\\uFFFD";

using base::is_digit;

/// The value of the four hexadecimal digits of an escape at `at`, which stands on the backslash.
std::optional<unsigned> unicode_escape(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  unsigned value = 0;
  const char* const first = text.data() + at + 2;
  const auto [stop, error] = std::from_chars(first, first + 4, value, 16);
  if (error != std::errc() || stop != first + 4) return std::nullopt;
  return value;
}

bool is_high_surrogate(unsigned value) {
  return value >= 0xD800 && value < 0xDC00;
}
bool is_low_surrogate(unsigned value) {
  return value >= 0xDC00 && value < 0xE000;
}

/// Copies the escape at `at` in a form that any parser takes; returns how many bytes it took.
std::size_t append_escape(std::string& out, std::string_view text, std::size_t at) {
  const char kind = at + 1 < text.size() ? text[at + 1] : '\0';
  if (kind == 'u') {
    if (const auto value = unicode_escape(text, at)) {
      if (is_high_surrogate(*value)) {
        const auto low = unicode_escape(text, at + 6);
        const bool pair = low && is_low_surrogate(*low);
        out += pair ? text.substr(at, 12) : kReplacement;
        return pair ? 12 : 6;
      }
      out += is_low_surrogate(*value) ? kReplacement : text.substr(at, 6);
      return 6;
    }
  } else if (kind != '\0' && std::string_view("\"\\/bfnrt").find(kind) != std::string_view::npos) {
    out += text.substr(at, 2);
    return 2;
  }
  out += "\\\\";
  return 1;
}

/// True of a number that a double, or 64 bits, cannot hold.
template <class Number>
bool is_out_of_range(std::string_view text) {
  Number value{};
  return std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc::result_out_of_range;
}

std::size_t append_number(std::string& out, std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789.eE+-", at), text.size());
  const std::string_view number = text.substr(at, end - at);
  const bool is_integer = number.find_first_of(".eE") == std::string_view::npos;
  const bool lost = !is_integer             ? is_out_of_range<double>(number)
                    : number.front() == '-' ? is_out_of_range<std::int64_t>(number)
                                            : is_out_of_range<std::uint64_t>(number);
  if (lost) left_out().add_number(number);
  out += lost ? "null" : number;
  return end - at;
}

std::size_t append_outside(std::string& out, std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 3> kNoNumbers = {"NaN", "Infinity", "-Infinity"};
  for (const std::string_view word : kNoNumbers) {
    if (text.substr(at).starts_with(word)) {
      out += "null";
      return word.size();
    }
  }
  if (is_digit(text[at]) || text[at] == '-') return append_number(out, text, at);
  out.push_back(text[at]);
  return 1;
}

}  // namespace

std::string repair_json(std::string_view given) {
  std::string text(given);
  base::repair_utf8(text);
  std::string out;
  out.reserve(text.size() + 64);
  bool in_string = false;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"') {
      in_string = !in_string;
      out.push_back(c);
      ++at;
    } else if (!in_string) {
      at += append_outside(out, text, at);
    } else if (c == '\\') {
      at += append_escape(out, text, at);
    } else {
      out.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
      ++at;
    }
  }
  return out;
}

}  // namespace trialsift::formats
