// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/base/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "trialsift/base/text.hpp"

namespace trialsift::base {
namespace {

/// All of those escaped are in the basic plane.
void append_hex(std::string& out, char32_t c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += "\\u";
  for (unsigned shift = 16; shift > 0; shift -= 4) out += kHex[(c >> (shift - 4)) & 0xFU];
}

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        // What a terminal would act upon, printed as it is, is escaped as well.
        if (const CodePoint point = decode_utf8(text, at); moves_terminal(point.value)) {
          append_hex(out, point.value);
          at += point.length - 1;
        } else {
          out += c;
        }
    }
  }
}

}  // namespace

void JsonWriter::separate() {
  if (!fresh_) out_ += ',';
  fresh_ = false;
}

JsonWriter& JsonWriter::begin_object() {
  separate();
  out_ += '{';
  fresh_ = true;
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  out_ += '}';
  fresh_ = false;
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  separate();
  out_ += '[';
  fresh_ = true;
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  out_ += ']';
  fresh_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  value(name);
  out_ += ':';
  fresh_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  out_ += '"';
  if (is_utf8(text)) {
    append_escaped(out_, text);
  } else {
    std::string repaired(text);
    repair_utf8(repaired);
    append_escaped(out_, repaired);
  }
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
  separate();
  out_ += truth ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t number) {
  separate();
  out_ += std::to_string(number);
  return *this;
}

JsonWriter& JsonWriter::natural(std::uint64_t number) {
  separate();
  out_ += std::to_string(number);
  return *this;
}

JsonWriter& JsonWriter::value(double number, int decimals) {
  if (!std::isfinite(number)) return null();
  separate();
  std::array<char, 512> digits{};  // the largest double has 309 before the point
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed, decimals);
  out_.append(digits.data(), end.ec == std::errc() ? end.ptr : digits.data());
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  out_ += "null";
  return *this;
}

JsonWriter& JsonWriter::strings(std::string_view name, const std::vector<std::string>& values) {
  key(name).begin_array();
  for (const std::string& text : values) value(text);
  return end_array();
}

}  // namespace trialsift::base
