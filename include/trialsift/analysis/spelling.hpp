// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trialsift::analysis {

/// Two ways to write the same: British and American, Greek and Latin plurals, older and present names of drugs.
struct SpellingRule {
  /// Where the letters must stand in a word.
  enum class Place { kAnywhere, kEnd, kWhole };
  std::string_view one;
  std::string_view other;
  Place place;
};

/// The table of rules: letters of one spelling for letters of the other, in both directions.
std::span<const SpellingRule> spelling_rules();

/// Other ways to spell a folded word by the rules, up to three of them one after the other ("anaesthetised":
/// anesthetised, anaesthetized, anesthetized), sorted, without the word itself. Rules know no words: what no text holds
/// is for the caller to drop. At most 64.
std::vector<std::string> other_spellings(std::string_view word);

/// Roman numerals from i to xx as digits, and digits from 1 to 20 as Roman numerals; empty for anything else.
std::string other_numeral(std::string_view word);

/// True for words that are followed by a number written either way: phase II, type 2, stage IIIb.
bool takes_numeral(std::string_view word);

}  // namespace trialsift::analysis
