// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include "query/characters.hpp"
#include "query/citation/tags.hpp"
#include "query/ovid/ovid.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

/// .ti,ab. and .mp at the end of something.
std::optional<Span> tags(const SignPlace& place) {
  const std::size_t at = place.at;
  if (at == 0 || place.char_at(at - 1) == '\n') return std::nullopt;
  const std::string_view code = place.word_at(at + 1);
  const Tag* tag = find_ovid_tag(code);
  if (tag == nullptr) return std::nullopt;
  std::size_t end = at + 1 + code.size();
  const char next = place.char_at(end);
  const bool closed = next == '.' || next == ',';
  const bool common = tag->kind == TagKind::kText && (next == '\n' || next == '\0' || next == ' ' || next == ')');
  if (!closed && !common) return std::nullopt;
  while (base::is_letter(place.char_at(end)) || place.char_at(end) == ',') ++end;
  return Span{at, end + (place.char_at(end) == '.' ? 1 : 0)};
}

/// The end of a heading; or/1-4.
std::optional<Span> slash(const SignPlace& place) {
  const std::size_t at = place.at;
  const char last = at == 0 ? ' ' : place.text[at - 1];
  if (!is_word_byte(last) && last != '"' && last != ')') return std::nullopt;
  std::size_t next = at + 1;
  while (place.char_at(next) == ' ') ++next;
  const std::string before = base::to_lower_ascii(place.text.substr(place.word_begin, at - place.word_begin));
  const std::string after = base::to_lower_ascii(place.word_at(next));
  const char c = place.char_at(next);
  if (before == "or" || before == "and") {
    if (!base::is_digit(c)) return std::nullopt;
    return Span{place.word_begin, next + after.size()};
  }
  const bool ends =
      c == '\0' || c == '\n' || c == '\r' || c == ')' || after == "or" || after == "and" || after == "not";
  return ends ? std::optional(Span{place.word_begin, at + 1}) : std::nullopt;
}

/// adj3; adj alone is a word.
std::optional<Span> nearness(const SignPlace& place) {
  const std::string word = base::to_lower_ascii(place.word_at(place.at));
  if (!word.starts_with("adj") || !is_number(std::string_view(word).substr(3))) return std::nullopt;
  return Span{place.at, place.at + word.size()};
}

}  // namespace

std::optional<Span> ovid_sign(const SignPlace& place) {
  if (place.text[place.at] == '.') return tags(place);
  if (place.text[place.at] == '/') return slash(place);
  return place.begins_word() ? nearness(place) : std::nullopt;
}

bool is_ovid_combination(std::string_view line) {
  return line.find('#') == std::string_view::npos;
}

}  // namespace trialsift::query
