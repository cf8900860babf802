// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/sentences.hpp"

#include <algorithm>

#include "trialsift/base/text.hpp"

namespace trialsift::search {
namespace {

constexpr std::string_view kAbbreviations[] = {"e.g", "i.e", "vs",   "cf", "approx", "dr",
                                               "no",  "fig", "resp", "al", "ca"};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
bool is_upper_or_digit(char c) {
  return base::is_upper(c) || base::is_digit(c);
}

bool ends_with_abbreviation(std::string_view text, std::size_t stop) {
  std::size_t begin = stop;
  while (begin > 0 && !is_blank(text[begin - 1]) && text[begin - 1] != '(') --begin;
  const std::string_view word = text.substr(begin, stop - begin);
  if (word.size() <= 1) return true;
  return std::any_of(std::begin(kAbbreviations), std::end(kAbbreviations), [word](std::string_view known) {
    return std::equal(word.begin(), word.end(), known.begin(), known.end(),
                      [](char a, char b) { return base::to_lower(a) == b; });
  });
}

bool ends_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\n') return true;
  if (c != '.' && c != '!' && c != '?') return false;
  if (at + 1 >= text.size() || !is_blank(text[at + 1])) return false;
  std::size_t next = at + 1;
  while (next < text.size() && (is_blank(text[next]) || text[next] == '(' || text[next] == '"')) ++next;
  if (next < text.size() && !is_upper_or_digit(text[next]) && static_cast<unsigned char>(text[next]) < 0x80)
    return false;
  return c != '.' || !ends_with_abbreviation(text, at);
}

}  // namespace

std::vector<TextSpan> sentences(std::string_view text) {
  std::vector<TextSpan> found;
  const auto add = [&](std::size_t begin, std::size_t end) {
    while (begin < end && is_blank(text[begin])) ++begin;
    while (end > begin && is_blank(text[end - 1])) --end;
    if (begin < end) found.push_back({begin, end});
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!ends_at(text, at)) continue;
    add(begin, at + 1);
    begin = at + 1;
  }
  add(begin, text.size());
  return found;
}

}  // namespace trialsift::search
