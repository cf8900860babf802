// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// What a character is in a query, and text made of one kind of them. Pure functions: any thread.
namespace trialsift::query {

/// White space and control characters part words, whatever the script they come from.
bool is_blank(char32_t c);
/// " and its typographic forms.
bool is_quote(char32_t c);

/// Part of a word: a letter, a digit, or anything outside ASCII.
bool is_word_byte(char c);

/// How many letters and digits `text` has. Outside ASCII all but punctuation and symbols count.
std::size_t count_letters(std::string_view text);

/// True if it is not empty and all digits.
bool is_number(std::string_view text);
/// Its value, if it is a number of at most so many digits, nine at the most.
std::optional<std::uint32_t> number_of(std::string_view text, std::size_t most_digits);

}  // namespace trialsift::query
