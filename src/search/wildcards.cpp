// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/wildcards.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>

#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::search {
namespace {

// While the analyzer cuts and folds a pattern, letters that it leaves as they are stand for the wildcards: those of the
// Vai syllabary, which no registry record is written in.
constexpr char32_t kRun = 0xA500;
constexpr char32_t kOptional = 0xA501;
constexpr char32_t kOne = 0xA502;
constexpr char32_t kRunOfMost = 0xA510;  ///< and one for each limit
constexpr unsigned kLargestLimit = 64;

std::string with_letters_for_wildcards(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case '*': {
        unsigned limit = 0;
        bool limited = false;
        for (; i + 1 < text.size() && base::is_digit(text[i + 1]); ++i) {
          limited = true;
          limit = std::min(limit * 10 + static_cast<unsigned>(text[i + 1] - '0'), kLargestLimit);
        }
        base::append_utf8(out, limited ? kRunOfMost + limit : kRun);
        break;
      }
      case '?':
        base::append_utf8(out, kOptional);
        break;
      case '#':
        base::append_utf8(out, kOne);
        break;
      default:
        out += text[i];
    }
  }
  return out;
}

/// Places of a word that the first items of a pattern can have come to: bit i is before code point i.
using Places = std::bitset<analysis::kLongestWordBytes + 1>;

}  // namespace

std::vector<WordPattern> WordPattern::of(std::string_view text) {
  std::vector<WordPattern> patterns;
  for (const std::string& word : analysis::words_of(with_letters_for_wildcards(text))) {
    WordPattern& pattern = patterns.emplace_back();
    for (std::size_t at = 0; at < word.size();) {
      const base::CodePoint c = base::decode_utf8(word, at);
      at += c.length;
      Item item{Item::Kind::kLetter, c.value, 0};
      if (c.value == kRun) item.kind = Item::Kind::kRun;
      if (c.value == kOptional) item.kind = Item::Kind::kOptional;
      if (c.value == kOne) item.kind = Item::Kind::kOne;
      if (c.value >= kRunOfMost && c.value <= kRunOfMost + kLargestLimit) {
        item.most = c.value - kRunOfMost;
        if (item.most == 0) continue;
        item.kind = Item::Kind::kRun;
      }
      if (item.kind != Item::Kind::kLetter) ++pattern.wildcards_;
      pattern.items_.push_back(item);
    }
  }
  return patterns;
}

std::string WordPattern::text() const {
  std::string out;
  for (const Item& item : items_) {
    switch (item.kind) {
      case Item::Kind::kLetter:
        base::append_utf8(out, item.letter);
        break;
      case Item::Kind::kRun:
        out += item.most == 0 ? "*" : "*" + std::to_string(item.most);
        break;
      case Item::Kind::kOptional:
        out += '?';
        break;
      case Item::Kind::kOne:
        out += '#';
        break;
    }
  }
  return out;
}

bool WordPattern::matches(std::string_view word) const {
  std::array<char32_t, analysis::kLongestWordBytes> letters{};
  std::size_t count = 0;
  for (std::size_t at = 0; at < word.size() && count < letters.size(); ++count) {
    const base::CodePoint c = base::decode_utf8(word, at);
    letters[count] = c.value;
    at += c.length;
  }
  Places reached;
  reached.set(0);
  for (const Item& item : items_) {
    switch (item.kind) {
      case Item::Kind::kLetter: {
        Places next;
        for (std::size_t i = 0; i < count; ++i) next[i + 1] = reached[i] && letters[i] == item.letter;
        reached = next;
        break;
      }
      case Item::Kind::kRun: {
        const std::size_t most = item.most == 0 ? count : item.most;
        std::size_t since = most + 1;  // letters since a place that was reached
        for (std::size_t i = 0; i <= count; ++i) {
          since = reached[i] ? 0 : since + 1;
          reached[i] = since <= most;
        }
        break;
      }
      case Item::Kind::kOptional:
        reached |= reached << 1U;
        break;
      case Item::Kind::kOne:
        reached <<= 1U;
        break;
    }
    if (reached.none()) return false;
  }
  return reached[count];
}

std::vector<store::Words::Index> WordPattern::expand(const store::Words& words) const {
  std::string prefix;
  for (const Item& item : items_) {
    if (item.kind != Item::Kind::kLetter) break;
    base::append_utf8(prefix, item.letter);
  }
  std::vector<store::Words::Index> found;
  if (is_literal()) {
    if (const auto word = words.find(prefix)) found.push_back(*word);
    return found;
  }
  const auto [begin, end] = words.with_prefix(prefix);
  const bool any_ending = items_.back().kind == Item::Kind::kRun && items_.back().most == 0 && wildcards_ == 1;
  for (store::Words::Index word = begin; word < end; ++word) {
    if (any_ending || matches(words.text(word))) found.push_back(word);
  }
  return found;
}

}  // namespace trialsift::search
