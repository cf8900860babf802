// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/analysis/analyzer.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

#include "analysis/folding.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::analysis {
namespace {

/// What an ASCII byte is to the tokenizer: 0 parts words, else the folded byte.
constexpr std::array<char, 128> kAsciiFold = [] {
  std::array<char, 128> fold{};
  for (char c = 'a'; c <= 'z'; ++c) fold[static_cast<unsigned char>(c)] = c;
  for (char c = 'A'; c <= 'Z'; ++c) fold[static_cast<unsigned char>(c)] = static_cast<char>(c - 'A' + 'a');
  for (char c = '0'; c <= '9'; ++c) fold[static_cast<unsigned char>(c)] = c;
  return fold;
}();

using base::is_digit;

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}
bool is_ascii_word(char c) {
  return is_ascii(c) && kAsciiFold[static_cast<unsigned char>(c)] != 0;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, TokenList& out) : text_(text), out_(out) {}

  void run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_ascii_word(c)) {
        read_word();
      } else if (is_ascii(c)) {
        gap(c);
        ++at_;
      } else {
        const base::CodePoint point = base::decode_utf8(text_, at_);
        switch (classify(point.value)) {
          case CharClass::kWord:
            read_word();
            break;
          case CharClass::kAlone:
            read_alone(point);
            break;
          case CharClass::kInvisible:
            at_ += point.length;
            break;
          case CharClass::kHyphen:
            gap('-');
            at_ += point.length;
            break;
          case CharClass::kApostrophe:
            gap('\'');
            at_ += point.length;
            break;
          case CharClass::kSeparator:
            gap(' ');
            at_ += point.length;
            break;
        }
      }
    }
  }

 private:
  /// Notes what stands between two words: one mark alone links them.
  void gap(char mark) { gap_ = gap_ == kNoGap ? mark : ' '; }

  Link link() const {
    switch (gap_) {
      case '-':
        return Link::kHyphen;
      case '*':
      case '+':
      case '_':
      case '\'':
        return Link::kCompact;
      case '/':
      case '.':
      case ':':
      case '&':
      case '=':
      case '<':
      case '>':
      case '^':
        return Link::kCompact;
      default:
        return Link::kNone;
    }
  }

  /// True at 's that ends a word, the possessive.
  bool possessive_at(std::size_t at) const {
    if (at + 1 > text_.size() || at >= text_.size()) return false;
    if (text_[at] != 's' && text_[at] != 'S') return false;
    return at + 1 == text_.size() || !is_word_at(at + 1);
  }

  /// Three digits and no more: a thousands group after a comma.
  bool thousands_at(std::size_t at) const {
    if (at + 3 > text_.size()) return false;
    for (std::size_t i = at; i < at + 3; ++i) {
      if (!is_digit(text_[i])) return false;
    }
    return at + 3 == text_.size() || !is_word_at(at + 3);
  }

  bool is_word_at(std::size_t at) const {
    return is_ascii(text_[at]) ? is_ascii_word(text_[at])
                               : classify(base::decode_utf8(text_, at).value) == CharClass::kWord;
  }

  void read_word() {
    const std::size_t begin = at_;
    const std::size_t word_begin = out_.folded.size();
    std::size_t end = at_;
    bool ascii = true;
    bool number = true;
    bool fraction = false;
    for (; at_ < text_.size();) {
      const char c = text_[at_];
      if (is_ascii(c)) {
        const char folded = kAsciiFold[static_cast<unsigned char>(c)];
        if (folded != 0) {
          out_.folded.push_back(folded);
          number = number && is_digit(c);
          end = ++at_;
        } else if (number && c == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1])) {
          out_.folded.push_back('.');
          fraction = true;
          ++at_;
        } else if (number && c == ',' && at_ - begin <= 3 && !fraction && thousands_at(at_ + 1)) {
          at_ = read_thousands(at_);
          end = at_;
        } else {
          break;
        }
        continue;
      }
      const base::CodePoint point = base::decode_utf8(text_, at_);
      const CharClass what = classify(point.value);
      if (what == CharClass::kInvisible) {
        at_ += point.length;
        continue;
      }
      if (what != CharClass::kWord) break;
      ascii = false;
      number = false;
      out_.folded.append(text_, at_, point.length);
      at_ += point.length;
      end = at_;
    }
    if (ascii) {
      finish(word_begin, begin, end);
    } else {
      finish_folding(word_begin, begin, end);
    }
    skip_possessive();
  }

  /// Appends the digits of the groups that follow and returns where they end.
  std::size_t read_thousands(std::size_t comma) {
    while (comma < text_.size() && text_[comma] == ',' && thousands_at(comma + 1)) {
      out_.folded.append(text_, comma + 1, 3);
      comma += 4;
    }
    return comma;
  }

  void skip_possessive() {
    if (at_ >= text_.size()) return;
    std::size_t length = 1;
    if (text_[at_] != '\'') {
      if (is_ascii(text_[at_])) return;
      const base::CodePoint point = base::decode_utf8(text_, at_);
      if (classify(point.value) != CharClass::kApostrophe) return;
      length = point.length;
    }
    if (possessive_at(at_ + length)) at_ += length + 1;
  }

  void read_alone(base::CodePoint point) {
    const std::size_t before = out_.tokens.size();
    const bool adjacent = gap_ == kNoGap && before > 0;
    const std::size_t word_begin = out_.folded.size();
    out_.folded.append(text_, at_, point.length);
    finish_folding(word_begin, at_, at_ + point.length);
    if (adjacent && out_.tokens.size() > before) out_.tokens[before].link = Link::kCompact;
    at_ += point.length;
  }

  void finish(std::size_t word_begin, std::size_t begin, std::size_t end) {
    std::size_t size = out_.folded.size() - word_begin;
    if (size > kLongestWordBytes) {
      size = kLongestWordBytes;
      while (size > 0 && (static_cast<unsigned char>(out_.folded[word_begin + size]) & 0xC0U) == 0x80U) --size;
      while (out_.folded[word_begin + size - 1] == '.') --size;
      out_.folded.resize(word_begin + size);
    }
    out_.tokens.push_back({static_cast<std::uint32_t>(word_begin), static_cast<std::uint32_t>(size),
                           static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                           out_.tokens.empty() ? Link::kNone : link()});
    gap_ = kNoGap;
    // A giant text takes seconds.
    constexpr std::size_t kLookEvery = 1U << 12U;
    if (out_.tokens.size() % kLookEvery == 0) base::check_interrupt();
  }

  /// Folding may turn one run of characters into several words (½ is 1⁄2) or into none.
  void finish_folding(std::size_t word_begin, std::size_t begin, std::size_t end) {
    const std::string folded = fold_word(std::string_view(out_.folded).substr(word_begin));
    out_.folded.resize(word_begin);
    bool first = true;
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t stop = std::min(folded.find(' ', at), folded.size());
      if (stop > at) {
        const std::size_t part_begin = out_.folded.size();
        out_.folded.append(folded, at, stop - at);
        finish(part_begin, begin, end);
        if (!first) out_.tokens.back().link = Link::kCompact;
        first = false;
      }
      at = stop + 1;
    }
  }

  static constexpr char kNoGap = '\0';

  std::string_view text_;
  TokenList& out_;
  std::size_t at_ = 0;
  char gap_ = kNoGap;
};

}  // namespace

void analyze(std::string_view text, TokenList& out) {
  out.folded.clear();
  out.tokens.clear();
  // Of a giant text the list is the largest thing in memory: it must not be copied as it grows.
  constexpr std::size_t kGiantBytes = 1U << 20U;
  if (text.size() > kGiantBytes) out.tokens.reserve(text.size() / 2 + 1);
  Tokenizer(text.substr(0, std::numeric_limits<std::uint32_t>::max() / 4), out).run();
}

std::vector<std::string> words_of(std::string_view text) {
  TokenList list;
  analyze(text, list);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < list.size(); ++i) words.emplace_back(list.word(i));
  return words;
}

bool is_plain_word(std::string_view word) {
  return std::all_of(word.begin(), word.end(), base::is_lower);
}

std::vector<std::size_t> letter_digit_boundaries(std::string_view word) {
  const auto digit_like = [](char c) { return is_digit(c) || c == '.'; };
  std::vector<std::size_t> found;
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (digit_like(word[i - 1]) != digit_like(word[i])) found.push_back(i);
  }
  return found;
}

}  // namespace trialsift::analysis
