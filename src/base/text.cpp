// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace trialsift::base {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Sequence {
  unsigned length;  ///< bytes of the well-formed sequence, or of the maximal ill-formed one
  bool valid;
  char32_t value;
};

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// Table 3-7 of the Unicode standard: the ranges of the second byte depend on the first.
Sequence sequence_at(std::string_view text, std::size_t at) {
  const unsigned char first = byte_at(text, at);
  if (first < 0x80) return {1, true, first};
  unsigned need = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  char32_t value = 0;
  if (first >= 0xC2 && first <= 0xDF) {
    need = 1;
    value = first & 0x1FU;
  } else if (first >= 0xE0 && first <= 0xEF) {
    need = 2;
    value = first & 0x0FU;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;
  } else if (first >= 0xF0 && first <= 0xF4) {
    need = 3;
    value = first & 0x07U;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
  } else {
    return {1, false, 0xFFFD};
  }
  for (unsigned i = 1; i <= need; ++i) {
    if (at + i >= text.size()) return {i, false, 0xFFFD};
    const unsigned char next = byte_at(text, at + i);
    if (next < low || next > high) return {i, false, 0xFFFD};
    low = 0x80;
    high = 0xBF;
    value = (value << 6U) | (next & 0x3FU);
  }
  return {need + 1, true, value};
}

std::size_t ascii_run(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && byte_at(text, end) < 0x80) ++end;
  return end;
}

/// Of characters that printable() leaves as they are; most texts are one such run.
std::size_t plain_run(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && ((text[end] >= ' ' && text[end] <= '~') || text[end] == '\n')) ++end;
  return end;
}

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t at = ascii_run(text, 0); at < text.size(); at = ascii_run(text, at)) {
    const Sequence s = sequence_at(text, at);
    if (!s.valid) return false;
    at += s.length;
  }
  return true;
}

std::size_t repair_utf8(std::string& text) {
  if (is_utf8(text)) return 0;
  std::string repaired;
  repaired.reserve(text.size() + 16);
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Sequence s = sequence_at(text, at);
    if (s.valid) {
      repaired.append(text, at, s.length);
    } else {
      repaired += kReplacement;
      ++count;
    }
    at += s.length;
  }
  text = std::move(repaired);
  return count;
}

CodePoint decode_utf8(std::string_view text, std::size_t at) {
  if (byte_at(text, at) < 0x80) return {byte_at(text, at), 1};
  const Sequence s = sequence_at(text, at);
  return s.valid ? CodePoint{s.value, s.length} : CodePoint{0xFFFD, 1};
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
    return;
  }
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
  if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

std::string to_lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_lower(c);
  return lower;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string listed(const std::vector<std::string>& texts, std::string_view last) {
  std::string all;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) all += i + 1 == texts.size() ? " " + std::string(last) + " " : ", ";
    all += texts[i];
  }
  return all;
}

std::string collapse_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : trim(text)) {
    if (!is_space(c)) {
      out.push_back(c);
    } else if (out.back() != ' ') {
      out.push_back(' ');
    }
  }
  return out;
}

bool moves_terminal(char32_t c) {
  return (c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C || c == 0x2028 || c == 0x2029;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = plain_run(text, at);
    out.append(text, at, plain - at);
    at = plain;
    if (at == text.size()) break;
    const CodePoint c = decode_utf8(text, at);
    if (c.value == '\t' || c.value == '\r') {
      out.push_back(' ');
    } else if (moves_terminal(c.value)) {
      out += kReplacement;
    } else {
      append_utf8(out, c.value);
    }
    at += c.length;
  }
  return out;
}

std::string shown(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  std::string safe = printable(text);
  if (safe.size() <= kLongest) return safe;
  std::size_t end = kLongest;
  while (end > 0 && (byte_at(safe, end) & 0xC0U) == 0x80U) --end;
  return safe.substr(0, end) + "...";
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size() + limit || b.size() > a.size() + limit) return limit + 1;
  std::vector<std::size_t> before;  // the row above the one above
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    std::size_t best = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    // Two letters that change places jump over a row.
    if (best > limit + 1) return limit + 1;
    before = above;
    std::swap(above, row);
  }
  return std::min(above[b.size()], limit + 1);
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  if (word.empty()) return {};
  std::string swapped(word);
  for (std::size_t i = 0; i + 1 < swapped.size(); ++i) {
    std::swap(swapped[i], swapped[i + 1]);
    const auto same = std::find(candidates.begin(), candidates.end(), swapped);
    if (same != candidates.end()) return *same;
    std::swap(swapped[i], swapped[i + 1]);
  }
  std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
  std::string_view found;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate, best - 1);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

std::string caret(std::string text, std::size_t offset) {
  constexpr std::size_t kBefore = 60;
  constexpr std::size_t kAfter = 40;
  offset = std::min(offset, text.size());
  const std::size_t line_end = text.find('\n', offset);
  if (line_end != std::string::npos) text.resize(line_end);
  const std::size_t line_begin = offset == 0 ? std::string::npos : text.rfind('\n', offset - 1);
  if (line_begin != std::string::npos) {
    text.erase(0, line_begin + 1);
    offset -= line_begin + 1;
  }
  for (char& c : text) {
    if (c == '\t' || c == '\r') c = ' ';
  }
  std::size_t begin = offset > kBefore ? offset - kBefore : 0;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
  std::size_t end = std::min(text.size(), offset + kAfter);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  std::size_t column = 0;
  for (std::size_t i = begin; i < offset; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) ++column;
  }
  const std::string front = begin > 0 ? "…" : "";
  return "  " + front + printable(text.substr(begin, end - begin)) + (end < text.size() ? "…" : "") + "\n  " +
         std::string(column + (begin > 0 ? 1 : 0), ' ') + "^";
}

}  // namespace trialsift::base
