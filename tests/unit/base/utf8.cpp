// SPDX-License-Identifier: GPL-2.0-or-later
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "trialsift/base/text.hpp"

using namespace trialsift::base;

namespace {

struct Case {
  std::string_view bytes;
  std::string_view repaired;
  std::size_t replaced;
};

constexpr std::string_view kMark = "\xEF\xBF\xBD";

/// Each maximal ill-formed sequence written as #.
const std::vector<Case> kIllFormed = {{"a\x80z", "a#z", 1},                    // a following byte alone
                                      {"\xC0\xAF", "##", 2},                   // overlong slash
                                      {"\xC1\xBF", "##", 2},                   // overlong DEL
                                      {"\xE0\x80\x80", "###", 3},              // overlong NUL in three bytes
                                      {"\xE0\x9F\xBF", "###", 3},              // the largest overlong in three bytes
                                      {"\xF0\x8F\xBF\xBF", "####", 4},         // the largest overlong in four bytes
                                      {"\xED\xA0\x80", "###", 3},              // the first surrogate
                                      {"\xED\xBF\xBF", "###", 3},              // the last surrogate
                                      {"\xF4\x90\x80\x80", "####", 4},         // U+110000
                                      {"\xF5\x80\x80\x80", "####", 4},         // a byte that starts nothing
                                      {"\xFE\xFF", "##", 2},                   // a byte order mark of UTF-16
                                      {"\xE2\x82", "#", 1},                    // the euro sign, cut at the end
                                      {"\xE2\x82z", "#z", 1},                  // the euro sign, cut before a letter
                                      {"\xF0\x9F\x98", "#", 1},                // four bytes cut to three
                                      {"\xF0\x9F", "#", 1},                    // and to two
                                      {"\xC3", "#", 1},                        // two bytes cut to one
                                      {"\xF1\x80\xE1\x80\xC2z", "###z", 3},    // three cut sequences in a row
                                      {"caf\xE9 au lait", "caf# au lait", 1},  // Latin-1
                                      {"\xC3\xA9\xFF\xC3\xA9", "\xC3\xA9#\xC3\xA9", 1}};

std::string with_marks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '#') {
      out += kMark;
    } else {
      out += c;
    }
  }
  return out;
}

std::string random_bytes(std::mt19937& random, std::size_t most) {
  // Lead and following bytes more often than chance would have them.
  static constexpr unsigned char kTelling[] = {0x80, 0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF, 'a'};
  std::string bytes(random() % (most + 1), '\0');
  for (char& c : bytes) {
    c = static_cast<char>(random() % 2 == 0 ? kTelling[random() % std::size(kTelling)] : random() % 256);
  }
  return bytes;
}

}  // namespace

TEST_CASE("text of every length of sequence is well-formed") {
  CHECK(is_utf8(""));
  CHECK(is_utf8("plain"));
  CHECK(is_utf8(std::string_view("\0", 1)));
  CHECK(is_utf8("\x7F"));
  CHECK(is_utf8("\xC2\x80 \xDF\xBF"));
  CHECK(is_utf8("\xE0\xA0\x80 \xED\x9F\xBF \xEE\x80\x80 \xEF\xBF\xBF"));
  CHECK(is_utf8("\xF0\x90\x80\x80 \xF4\x8F\xBF\xBF"));
}

TEST_CASE("ill-formed bytes are seen and each maximal sequence is replaced once") {
  for (const Case& c : kIllFormed) {
    CAPTURE(c.repaired);
    CHECK_FALSE(is_utf8(c.bytes));
    std::string text(c.bytes);
    CHECK(repair_utf8(text) == c.replaced);
    CHECK(text == with_marks(c.repaired));
  }
}

TEST_CASE("well-formed text is left as it is") {
  std::string text = "na\xC3\xAFve \xF0\x9F\x98\x80";
  const std::string before = text;
  CHECK(repair_utf8(text) == 0);
  CHECK(text == before);
}

TEST_CASE("repaired random bytes are well-formed and need no second repair") {
  std::mt19937 random(1);
  for (int round = 0; round < 5000; ++round) {
    const std::string bytes = random_bytes(random, 24);
    std::string text = bytes;
    const std::size_t replaced = repair_utf8(text);
    std::string again = text;
    const bool sound = is_utf8(text) && (replaced == 0) == is_utf8(bytes) && repair_utf8(again) == 0 && again == text;
    if (!sound) FAIL("round " << round);
  }
  SUCCEED();
}

TEST_CASE("well-formed parts of random bytes outlive the repair") {
  std::mt19937 random(2);
  for (int round = 0; round < 1000; ++round) {
    std::string text = "<" + random_bytes(random, 12) + ">";
    repair_utf8(text);
    if (text.front() != '<' || text.back() != '>') FAIL("round " << round);
  }
  SUCCEED();
}

TEST_CASE("every code point is decoded as it was appended") {
  std::string text;
  for (char32_t c = 0; c <= 0x10FFFF; c += (c < 0x3000 ? 1 : 17)) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    text.clear();
    append_utf8(text, c);
    const CodePoint decoded = decode_utf8(text, 0);
    if (decoded.value != c || decoded.length != text.size() || !is_utf8(text)) {
      FAIL("code point " << static_cast<unsigned long>(c));
    }
  }
  SUCCEED();
}

TEST_CASE("what is no code point is appended as the replacement character") {
  for (const char32_t c : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}, char32_t{0xFFFFFFFF}}) {
    std::string text;
    append_utf8(text, c);
    CHECK(text == kMark);
  }
}

TEST_CASE("decoding goes on by one byte past an ill-formed one") {
  for (const Case& c : kIllFormed) {
    std::string rebuilt;
    for (std::size_t at = 0; at < c.bytes.size();) {
      const CodePoint point = decode_utf8(c.bytes, at);
      REQUIRE(point.length >= 1);
      REQUIRE(at + point.length <= c.bytes.size());
      append_utf8(rebuilt, point.value);
      at += point.length;
    }
    CHECK(is_utf8(rebuilt));
    CHECK(rebuilt.find(kMark) != std::string::npos);
  }
  const CodePoint cut = decode_utf8("\xE2\x82", 0);
  CHECK(cut.value == 0xFFFD);
  CHECK(cut.length == 1);
}
