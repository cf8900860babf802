// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Text to words. The same object serves ingest, queries and snippets, so that all of them agree.
namespace trialsift::analysis {

/// Stored in every index: raise it with any change of the words that the same text gives.
constexpr unsigned kAnalyzerVersion = 1;

/// Longer words are cut, in text and query alike (Xapian's terms hold 245 bytes, prefix included).
constexpr std::size_t kLongestWordBytes = 64;

/// How a word hangs together with the one before it in the same text.
enum class Link : std::uint8_t {
  kNone,     ///< something that parts words stands between, a blank for one
  kHyphen,   ///< a hyphen: Allo-SCT, IL-2
  kCompact,  ///< another mark without blanks: HLA-A*1101, mg/m2, d'Amico
};

struct Token {
  std::uint32_t word_begin;  ///< in TokenList::folded
  std::uint32_t word_size;
  std::uint32_t begin;  ///< bytes in the text as given
  std::uint32_t end;
  Link link;
};

/// The words of one text. Reuse it: its buffers keep their capacity.
struct TokenList {
  std::string folded;
  std::vector<Token> tokens;

  std::size_t size() const { return tokens.size(); }
  std::string_view word(std::size_t i) const {
    return std::string_view(folded).substr(tokens[i].word_begin, tokens[i].word_size);
  }
};

/// Splits UTF-8 text into folded words: case, accents, compatibility forms and ligatures folded, Greek letters by
/// name (γ is gamma; µ before a letter is u), possessive 's dropped, 1.5 and 10,000 kept whole (as 1.5 and 10000),
/// trademark signs and invisible characters dropped, each ideograph a word. What is no letter or digit parts words.
/// Texts of 4 GiB and more are cut. Has no state: any thread.
void analyze(std::string_view text, TokenList& out);

/// The words of a short text, for tests and tools.
std::vector<std::string> words_of(std::string_view text);

/// True for words of ASCII letters only, the ones that stem.
bool is_plain_word(std::string_view word);

/// Places inside a word where writers differ about a hyphen or a blank: between letters and digits (IL2, 5FU, V600E).
/// Byte offsets, ascending.
std::vector<std::size_t> letter_digit_boundaries(std::string_view word);

}  // namespace trialsift::analysis
