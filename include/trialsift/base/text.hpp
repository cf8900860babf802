// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// UTF-8 text without knowledge of trials. Pure functions: any thread.
namespace trialsift::base {

/// True if `text` is well-formed UTF-8 (no overlong forms, no surrogates, at most U+10FFFF).
bool is_utf8(std::string_view text);

/// Replaces each maximal ill-formed sequence by U+FFFD (Unicode 15, section 3.9) and returns how many there were.
std::size_t repair_utf8(std::string& text);

/// The code point at `at` and its length in bytes; U+FFFD and 1 at an ill-formed byte. `at` must be inside.
struct CodePoint {
  char32_t value;
  unsigned length;
};
CodePoint decode_utf8(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t code_point);

/// Kinds of ASCII characters, of char and of char32_t; objects, so that algorithms take them as predicates.
inline constexpr auto is_digit = [](auto c) { return c >= '0' && c <= '9'; };
inline constexpr auto is_lower = [](auto c) { return c >= 'a' && c <= 'z'; };
inline constexpr auto is_upper = [](auto c) { return c >= 'A' && c <= 'Z'; };
inline constexpr auto is_letter = [](auto c) { return is_lower(c) || is_upper(c); };

/// The ASCII letter in the other case; anything else as it is.
constexpr char to_lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr char to_upper(char c) {
  return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

/// ASCII only, by design: names of options, fields and vocabulary values.
std::string to_lower_ascii(std::string_view text);
std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);

/// What `text_of` gives for each item, a string or a view of one, with `between` between them.
template <class Items, class TextOf>
std::string joined(const Items& items, std::string_view between, TextOf&& text_of) {
  std::string all;
  bool first = true;
  for (const auto& item : items) {
    if (!first) all += between;
    first = false;
    all += text_of(item);
  }
  return all;
}
template <class Texts>
std::string joined(const Texts& texts, std::string_view between = ", ") {
  return joined(texts, between, [](std::string_view text) { return text; });
}

/// As a sentence has them, `last` before the last one: "text, tsv or json".
std::string listed(const std::vector<std::string>& texts, std::string_view last);

/// A run of ASCII white space becomes one blank, none at the ends.
std::string collapse_space(std::string_view text);

/// Control characters (C0 but newline, C1, DEL), Unicode's own line ends (U+2028, U+2029) and marks that turn the
/// direction of writing: no output holds them as they are.
bool moves_terminal(char32_t code_point);

/// Makes text from a record safe for a terminal: what moves_terminal() becomes U+FFFD, tabs become blanks.
std::string printable(std::string_view text);

/// The beginning of a text for a sentence: at most 60 bytes, made safe as above, "..." where there is more.
std::string shown(std::string_view text);

/// The line of the text that holds the byte at `offset`, with a caret under it, both lines indented by two blanks; long
/// lines are cut around it. No line end at the end.
std::string caret(std::string text, std::size_t offset);

/// Letters to add, to drop, to replace and neighbours to exchange (optimal string alignment) until `a` is `b`, in
/// bytes, at most `limit` + 1: for "did you mean".
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidate nearest to `word` within a third of its length, or an empty view. Two neighbours that changed places
/// (titel) are nearer than their edit distance says.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace trialsift::base
