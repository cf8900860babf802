// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "trialsift/store/abbreviations.hpp"
#include "trialsift/store/words.hpp"

namespace trialsift::testing {

/// All that a words file says but the numbers of the token stream, which depend on the index's history.
inline std::vector<std::string> words_state(const store::Words& words) {
  std::vector<std::string> lines;
  for (store::Words::Index word = 0; word < words.size(); ++word) {
    const store::Words::Family family = words.family_of(word);
    std::string line(words.text(word));
    for (const std::uint64_t number : {words.occurrences(word), std::uint64_t{words.document_count(word)},
                                       std::uint64_t{words.family_document_count(family)}}) {
      line += ' ' + std::to_string(number);
    }
    for (const store::Words::Index member : words.members(family)) line += ' ' + std::string(words.text(member));
    line += " |";
    for (store::Words::Index other = 0; other < words.size(); ++other) {
      if (words.is_hyphenated(word, other)) line += ' ' + std::string(words.text(other));
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

/// All that a file of abbreviations says.
inline std::vector<std::string> abbreviations_state(const store::Abbreviations& abbreviations) {
  std::vector<std::string> lines;
  for (store::Abbreviations::Index pair = 0; pair < abbreviations.size(); ++pair) {
    lines.push_back(std::string(abbreviations.short_form(pair)) + " = " + std::string(abbreviations.long_form(pair)) +
                    ' ' + std::to_string(abbreviations.trials(pair)) + ' ' +
                    std::to_string(abbreviations.meaning(pair)));
  }
  return lines;
}

}  // namespace trialsift::testing
