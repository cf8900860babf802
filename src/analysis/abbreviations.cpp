// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/analysis/abbreviations.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

#include "trialsift/base/interrupt.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::analysis {
namespace {

constexpr std::size_t kLongestShortForm = 14;
constexpr std::size_t kLongestLowerCase = 5;
constexpr std::size_t kMostBlanks = 2;           ///< in a short form
constexpr std::size_t kLongestInBrackets = 200;  ///< bytes
constexpr std::size_t kLongestLongForm = 160;    ///< bytes
constexpr std::size_t kLongestMark = 4;          ///< in brackets inside a long form: "K (+) channel"

// What a letter of the short form is worth by the place where it is found, and what it costs to pass over a word.
constexpr float kAtWordStart = 1.0F;
constexpr float kAfterHyphen = 0.9F;
constexpr float kNextLetter = 0.7F;
constexpr float kInsideWord = 0.3F;
constexpr float kSkippedWord = -0.7F;
constexpr float kSkippedPart = -0.2F;  ///< of a hyphenated word
constexpr float kComma = -1.0F;
constexpr float kImpossible = -1000;
constexpr float kTie = 0.001F;

// A letter, on average.
constexpr float kLeastScore = 0.45F;
constexpr float kLeastScoreWithoutDigits = 0.6F;
constexpr float kLeastLowerCaseScore = 0.9F;

using base::is_digit;
using base::is_lower;
using base::is_upper;

/// Any byte outside ASCII is of one.
bool is_letter(char c) {
  return base::is_letter(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}
bool is_alnum(char c) {
  return is_letter(c) || is_digit(c);
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_open(char c) {
  return c == '(' || c == '[';
}
bool is_close(char c) {
  return c == ')' || c == ']';
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view unquote(std::string_view text) {
  text = trim(text);
  while (!text.empty() && (text.front() == '"' || text.front() == '\'')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == '"' || text.back() == '\'')) text.remove_suffix(1);
  return text;
}

std::size_t blanks_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_blank));
}

bool equal_folded(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return base::to_lower(x) == base::to_lower(y); });
}

/// Words that a short form may pass over for nothing.
bool is_function_word(std::string_view word) {
  constexpr std::array<std::string_view, 17> kWords{"a",  "an",  "and", "as", "at", "by",   "de",  "for", "from",
                                                    "in", "non", "of",  "on", "or", "that", "the", "to"};
  return word == "with" ||
         std::any_of(kWords.begin(), kWords.end(), [&](std::string_view each) { return equal_folded(each, word); });
}

bool is_roman_numeral(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return base::to_lower(c) == 'i' || base::to_lower(c) == 'v' || base::to_lower(c) == 'x';
  });
}

/// Enough like an abbreviation to look for what it stands for.
bool may_be_short_form(std::string_view text) {
  if (text.empty() || text.size() > kLongestShortForm) return false;
  if (!is_alnum(text.front()) || is_roman_numeral(text)) return false;
  std::size_t upper = 0;
  std::size_t letters = 0;
  int depth = 0;
  for (const char c : text) {
    if (std::string_view("=<>%;,:*?").find(c) != std::string_view::npos) return false;
    upper += is_upper(c) ? 1U : 0U;
    letters += is_letter(c) ? 1U : 0U;
    if (is_open(c)) ++depth;
    if (is_close(c) && --depth < 0) return false;
  }
  if (depth != 0 || letters == 0) return false;
  const std::size_t blanks = blanks_in(text);
  if (blanks > (upper > 1 ? kMostBlanks : 1)) return false;
  // "10 mM", "1 microM": amounts.
  if (is_digit(text.front()) && blanks > 0) return false;
  // "substance(s)"; and lower-case words are words, as a rule.
  return upper > 0 || (letters > 1 && letters <= kLongestLowerCase);
}

/// Finds the letters of one short form in the words before it.
class Alignment {
 public:
  explicit Alignment(std::string_view short_form, bool with_digits) {
    for (const char c : short_form) {
      if (is_letter(c) || (with_digits && is_digit(c))) letters_[count_++] = base::to_lower(c);
    }
  }

  struct Result {
    std::size_t begin = 0;
    float score = kImpossible;  ///< a letter
  };

  std::size_t size() const { return count_; }

  Result best(std::string_view text, std::size_t most_words) {
    text_ = text;
    split();
    Result best;
    if (words_ == 0) return best;
    // chains[k]: the best way to find the letters from the one at hand on, its first at place k.
    std::array<float, kLongestLongForm> chains{};
    std::array<float, kLongestLongForm> next{};
    for (std::size_t i = count_; i-- > 0;) {
      bool any = false;
      for (std::size_t at = 0; at < text.size(); ++at) {
        next[at] = kImpossible;
        if (base::to_lower(text[at]) != letters_[i]) continue;
        const float rest = i + 1 == count_ ? passed_over(at, text.size()) : best_rest(chains, at);
        if (rest == kImpossible) continue;
        next[at] = rest + value_of(at);
        any = true;
      }
      if (!any) return best;
      chains = next;
    }
    for (std::size_t at = text.size(); at-- > 0;) {
      if (words_ - word_of_[at] > most_words) break;
      if (chains[at] == kImpossible || value_of(at) < kAfterHyphen || starts_function_word(at)) continue;
      const float score = chains[at] / static_cast<float>(count_);
      if (score > best.score + kTie) best = {at, score};
    }
    return best;
  }

 private:
  float best_rest(const std::array<float, kLongestLongForm>& chains, std::size_t at) const {
    float rest = kImpossible;
    for (std::size_t to = at + 1; to < text_.size(); ++to) {
      if (chains[to] == kImpossible) continue;
      float value = chains[to] + passed_over(at, to);
      if (to == at + 1 && value_of(to) < kNextLetter) value += kNextLetter - value_of(to);
      rest = std::max(rest, value);
    }
    return rest;
  }

  /// What the words between two places cost.
  float passed_over(std::size_t from, std::size_t to) const {
    const std::size_t first = word_of_[from];
    const std::size_t last = to == text_.size() ? words_ : word_of_[to];
    float cost = last <= first + 1 ? 0 : costs_[last - 1] - costs_[first];
    if (last > first && to < text_.size())
      cost += kComma * static_cast<float>(commas_[last - 1] - (first == 0 ? 0 : commas_[first - 1]));
    return cost;
  }

  void split() {
    words_ = 0;
    bool inside = false;
    std::size_t begin = 0;
    const auto end_word = [&](std::size_t end) {
      const std::string_view word = text_.substr(begin, end - begin);
      float cost = begin > 0 && !is_blank(text_[begin - 1]) ? kSkippedPart : kSkippedWord;
      if (is_function_word(word) || is_digit(word.front())) cost = 0;
      const bool comma = end + 1 < text_.size() && text_[end] == ',' && is_blank(text_[end + 1]);
      commas_[words_] = (words_ == 0 ? 0 : commas_[words_ - 1]) + (comma ? 1 : 0);
      costs_[words_] = cost + (words_ == 0 ? 0 : costs_[words_ - 1]);
      ++words_;
    };
    for (std::size_t at = 0; at < text_.size(); ++at) {
      const bool letter = is_alnum(text_[at]);
      if (letter && !inside) begin = at;
      if (!letter && inside) end_word(at);
      inside = letter;
      word_of_[at] = words_;
    }
    if (inside) end_word(text_.size());
  }

  float value_of(std::size_t at) const {
    if (at == 0 || is_blank(text_[at - 1])) return kAtWordStart;
    if (!is_alnum(text_[at - 1]) || is_digit(text_[at]) != is_digit(text_[at - 1])) return kAfterHyphen;
    return is_upper(text_[at]) ? kNextLetter : kInsideWord;
  }

  bool starts_function_word(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && is_alnum(text_[end])) ++end;
    return end < text_.size() && is_blank(text_[end]) && is_function_word(text_.substr(at, end - at));
  }

  std::array<char, kLongestShortForm> letters_{};
  std::size_t count_ = 0;
  std::string_view text_;
  std::array<std::size_t, kLongestLongForm> word_of_{};
  std::array<float, kLongestLongForm> costs_{};  ///< of passing over all words up to this one
  std::array<int, kLongestLongForm> commas_{};   ///< after any of the words up to this one
  std::size_t words_ = 0;
};

/// The part of the text before a bracket that may hold the long form: of the same sentence, and not too long.
std::string_view left_of(std::string_view text, std::size_t end) {
  while (end > 0 && is_blank(text[end - 1])) --end;
  const std::size_t begin = end > kLongestLongForm ? end - kLongestLongForm : 0;
  std::size_t from = end;
  int depth = 0;
  for (; from > begin; --from) {
    const char c = text[from - 1];
    if (is_close(c)) ++depth;
    if (is_open(c) && --depth < 0) break;
    if (depth > 0) continue;
    if (std::string_view(";:!?\n").find(c) != std::string_view::npos) break;
    const bool ends_sentence = c == '.' && from < end && is_blank(text[from]) && from > 2 && is_lower(text[from - 2]) &&
                               is_lower(text[from - 3]);
    if (ends_sentence) break;
  }
  if (from == begin && from > 0) {
    while (from < end && !is_blank(text[from])) ++from;  // a cut word is none
  }
  return trim(text.substr(from, end - from));
}

/// With a bracket that is not closed, or closed but not opened, or that holds more than a mark (" (29.3%) ").
bool has_odd_brackets(std::string_view text) {
  int depth = 0;
  std::size_t open = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_open(text[at]) && ++depth == 1) open = at;
    if (is_close(text[at])) {
      if (--depth < 0) return true;
      if (open > 0 && is_blank(text[open - 1]) && at - open > kLongestMark) return true;
    }
  }
  return depth != 0;
}

bool holds_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || is_blank(text[at - 1])) && (end == text.size() || is_blank(text[end]))) return true;
  }
  return false;
}

/// "20-item Toronto Alexithymia Scale" for TAS-20.
std::size_t with_same_digits(std::string_view words, std::size_t begin, std::string_view short_form) {
  const std::size_t end = short_form.find_last_of("0123456789");
  std::size_t first = end;
  while (first > 0 && is_digit(short_form[first - 1])) --first;
  const std::string_view digits = short_form.substr(first, end + 1 - first);
  if (begin < 2) return begin;
  const std::size_t blank = words.find_last_of(" \n", begin - 2);
  const std::size_t before = blank == std::string_view::npos ? 0 : blank + 1;
  return words.substr(before).starts_with(digits) ? before : begin;
}

std::optional<Abbreviation> pair_of(std::string_view short_form, std::string_view words) {
  if (!may_be_short_form(short_form) || words.empty()) return std::nullopt;
  if (words.size() > kLongestLongForm) return std::nullopt;
  Alignment::Result found;
  const auto digits = static_cast<std::size_t>(std::count_if(short_form.begin(), short_form.end(), is_digit));
  bool with_digits = true;
  for (;; with_digits = false) {
    Alignment alignment(short_form, with_digits);
    const std::size_t letters = alignment.size();
    if (!with_digits && (letters < 2 || letters < digits)) return std::nullopt;
    found = alignment.best(words, std::min(letters + 5, letters * 2));
    if (found.score >= (with_digits ? kLeastScore : kLeastScoreWithoutDigits)) break;
    if (digits == 0 || !with_digits) return std::nullopt;
  }
  const bool has_upper = std::any_of(short_form.begin(), short_form.end(), is_upper);
  if (!has_upper && found.score < kLeastLowerCaseScore) return std::nullopt;
  std::size_t begin = found.begin;
  // "2,6-diaminopurine" for DAP.
  while (begin > 0 && !is_blank(words[begin - 1]) && words[begin - 1] != '/' &&
         !(begin > 1 && words[begin - 1] == '-' && words[begin - 2] == '-')) {
    --begin;
  }
  if (!with_digits) begin = with_same_digits(words, begin, short_form);
  const std::string_view long_form = words.substr(begin);
  if (!is_alnum(long_form.front())) return std::nullopt;
  if (long_form.size() <= short_form.size() || has_odd_brackets(long_form) || holds_word(long_form, short_form)) {
    return std::nullopt;
  }
  return Abbreviation{short_form, long_form};
}

/// Where the text's first part ends: at a mark with a blank behind it.
std::size_t first_mark(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (std::string_view(",;:").find(text[at]) != std::string_view::npos && is_blank(text[at + 1])) return at;
  }
  return text.size();
}

bool is_capitals(std::string_view text) {
  return text.size() > 2 && std::all_of(text.begin(), text.end(), is_upper);
}

std::size_t closing(std::string_view text, std::size_t open) {
  int depth = 0;
  const std::size_t end = std::min(text.size(), open + kLongestInBrackets);
  for (std::size_t at = open; at < end; ++at) {
    if (is_open(text[at])) ++depth;
    if (is_close(text[at]) && --depth == 0) return at;
  }
  return std::string_view::npos;
}

}  // namespace

void find_abbreviations(std::string_view text, std::vector<Abbreviation>& out) {
  for (std::size_t open = text.find_first_of("(["); open != std::string_view::npos;
       open = text.find_first_of("([", open + 1)) {
    const std::size_t close = closing(text, open);
    if (close == std::string_view::npos) continue;
    base::check_interrupt();
    const std::string_view inner = trim(text.substr(open + 1, close - open - 1));
    if (inner.empty()) continue;
    const std::string_view left = left_of(text, open);
    const bool apart = open > 0 && is_blank(text[open - 1]);
    const std::size_t mark = first_mark(inner);
    const std::string_view first = unquote(inner.substr(0, mark));
    std::optional<Abbreviation> found;
    if (apart || is_capitals(first)) found = pair_of(first, left);
    if (!found && mark < inner.size()) found = pair_of(unquote(inner.substr(mark + 1)), first);
    if (!found && apart && blanks_in(inner) > 0) {
      const std::string_view word = unquote(left.substr(left.find_last_of(" \n\t(") + 1));
      if (word.size() > 1) found = pair_of(word, inner.substr(0, inner.find(';')));
    }
    if (found) out.push_back(*found);
  }
}

Abbreviation in_singular(Abbreviation found) {
  std::string_view& text = found.short_form;
  const bool plural = text.size() > 2 && text.back() == 's' && is_upper(text[text.size() - 2]) &&
                      base::to_lower(found.long_form.back()) == 's';
  if (plural) text.remove_suffix(1);
  return found;
}

}  // namespace trialsift::analysis
