// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "query/characters.hpp"

namespace trialsift::query {

/// A place of a text, outside of quotes: see Dialect::sign_at.
struct SignPlace {
  std::string_view text;
  std::size_t at = 0;
  std::size_t word_begin = 0;  ///< of the word that the place is in or behind

  char char_at(std::size_t place) const { return place < text.size() ? text[place] : '\0'; }
  bool begins_word() const { return at == word_begin && is_word_byte(text[at]); }
  /// Letters, digits and underscores from there.
  std::string_view word_at(std::size_t place) const {
    std::size_t end = place;
    while (end < text.size() && (is_word_byte(text[end]) || text[end] == '_')) ++end;
    return text.substr(place, end - place);
  }
};

}  // namespace trialsift::query
