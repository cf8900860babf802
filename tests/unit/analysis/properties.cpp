// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/base/text.hpp"

using namespace trialsift;
using namespace trialsift::analysis;

namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr Range kScripts[] = {{0x20, 0x7E},      {0x20, 0x7E},     {'0', '9'},       {0xA0, 0xBB},     {0xC0, 0x148},
                              {0x14A, 0x17F},    {0x391, 0x3C9},   {0x400, 0x45F},   {0x5D0, 0x5EA},   {0x621, 0x64A},
                              {0x905, 0x939},    {0x1E00, 0x1E99}, {0x2000, 0x206F}, {0x2070, 0x209C}, {0x2100, 0x214F},
                              {0x2160, 0x218B},  {0x300, 0x33F},   {0xAC00, 0xD7A3}, {0xFB00, 0xFB06}, {0xFF01, 0xFF5E},
                              {0x1D400, 0x1D6A3}};
constexpr Range kIdeographs = {0x4E00, 0x9FFF};

char32_t pick(std::mt19937& random, Range range) {
  return range.first + static_cast<char32_t>(random()) % (range.last - range.first + 1);
}

/// A few short words of one script each, with what stands between words in between.
std::string random_text(std::mt19937& random, bool ideographs) {
  static constexpr std::string_view kBetween[] = {" ",        "-",  ", ", "/", ".", "'s ", "\xE2\x80\x99",
                                                  "\xC2\xAD", "\n", ""};
  std::string text;
  for (std::size_t words = random() % 8; words > 0; --words) {
    Range script = kScripts[random() % std::size(kScripts)];
    if (ideographs && random() % 4 == 0) script = kIdeographs;
    for (std::size_t size = 1 + random() % 6; size > 0; --size) base::append_utf8(text, pick(random, script));
    text += kBetween[random() % std::size(kBetween)];
  }
  return text;
}

std::string random_bytes(std::mt19937& random) {
  std::string bytes(random() % 60, '\0');
  for (char& c : bytes) c = static_cast<char>(random() % 256);
  return bytes;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + ' ';
  return text;
}

std::string hex(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4U];
    out += "0123456789abcdef"[static_cast<unsigned char>(c) & 0xFU];
  }
  return out;
}

/// What every list of tokens keeps to.
bool is_sound(std::string_view text, const TokenList& list) {
  std::uint32_t last_begin = 0;
  std::uint32_t last_end = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Token& token = list.tokens[i];
    const std::string_view word = list.word(i);
    if (word.empty() || word.size() > kLongestWordBytes || !base::is_utf8(word)) return false;
    if (word.find_first_of(" \n-'") != std::string_view::npos) return false;
    if (token.begin >= token.end || token.end > text.size()) return false;
    const bool same = i > 0 && token.begin == last_begin && token.end == last_end;
    if (!same && token.begin < last_end) return false;
    if (i == 0 && token.link != Link::kNone) return false;
    last_begin = token.begin;
    last_end = token.end;
  }
  return true;
}

}  // namespace

TEST_CASE("words are never empty or long, and offsets ascend inside the text") {
  std::mt19937 random(11);
  TokenList list;
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = random_text(random, true);
    analyze(text, list);
    if (!is_sound(text, list)) FAIL(hex(text));
  }
  SUCCEED();
}

TEST_CASE("random bytes give sound words") {
  std::mt19937 random(12);
  TokenList list;
  for (int round = 0; round < 20'000; ++round) {
    const std::string bytes = random_bytes(random);
    analyze(bytes, list);
    if (!is_sound(bytes, list)) FAIL(hex(bytes));
  }
  SUCCEED();
}

TEST_CASE("every code point alone and between letters gives sound words") {
  TokenList list;
  for (char32_t c = 0; c <= 0x10FFFF; c += (c < 0x20000 ? 1 : 251)) {
    for (const std::string_view around : {"", "a", "1"}) {
      std::string text(around);
      base::append_utf8(text, c);
      text += around;
      analyze(text, list);
      if (!is_sound(text, list)) FAIL(static_cast<unsigned long>(c) << " in " << around);
    }
  }
  SUCCEED();
}

TEST_CASE("words that were folded once are not changed by folding them again") {
  std::mt19937 random(13);
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = random_text(random, false);
    const auto words = words_of(text);
    if (words_of(joined(words)) != words) FAIL(hex(text) << " gives " << joined(words));
  }
  SUCCEED();
}

TEST_CASE("the words of two texts are those of the texts with a blank between") {
  std::mt19937 random(14);
  for (int round = 0; round < 5000; ++round) {
    const std::string first = random_text(random, true);
    const std::string second = random_text(random, true);
    auto words = words_of(first);
    for (std::string& word : words_of(second)) words.push_back(std::move(word));
    if (words_of(first + " " + second) != words) FAIL(hex(first) << " " << hex(second));
  }
  SUCCEED();
}

TEST_CASE("ASCII letters in another case give the same words") {
  std::mt19937 random(15);
  for (int round = 0; round < 5000; ++round) {
    const std::string text = random_text(random, true);
    if (words_of(base::to_lower_ascii(text)) != words_of(text)) FAIL(hex(text));
  }
  SUCCEED();
}

TEST_CASE("a cut number keeps its form when it is folded again") {
  const auto words = words_of(std::string(63, '1') + ".5");
  CHECK(words_of(joined(words)) == words);
}

TEST_CASE("the letter n with an apostrophe before it keeps its form when it is folded again") {
  const auto words = words_of("\xC5\x89");
  CHECK(words_of(joined(words)) == words);
}
