// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace trialsift::analysis {

enum class CharClass : std::uint8_t {
  kSeparator,
  kWord,
  kAlone,      ///< words of its own: ideographs, whose script writes no blanks, and fractions
  kInvisible,  ///< neither parts words nor counts: soft hyphen, zero-width characters, trademark signs
  kHyphen,
  kApostrophe,
};

/// For code points outside of ASCII.
CharClass classify(char32_t code_point);

/// Folds a word that is not ASCII alone: Unicode compatibility composition, case folding, marks stripped (Unicode
/// Standard Annex 15 and chapter 3.13), letters that do not decompose by a short list, Greek letters by name. The
/// result holds blanks where the word falls apart.
std::string fold_word(std::string_view word);

}  // namespace trialsift::analysis
