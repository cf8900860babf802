// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/layout.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "trialsift/base/text.hpp"

using namespace trialsift;
using namespace trialsift::render;

namespace {

const std::string kLung = "\xE8\x82\xBA";
const std::string kReplacement = "\xEF\xBF\xBD";

Style of_width(std::size_t width) {
  Style style;
  style.width = width;
  return style;
}

Style coloured() {
  Style style;
  style.color = true;
  return style;
}

std::string plain(std::string_view text, std::size_t width, std::size_t indent = 0) {
  return wrapped(text, {}, indent, Ink::kPlain, of_width(width));
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

std::string marked(std::string_view text) {
  return "\x1b[1;31m" + std::string(text) + "\x1b[0m";
}

}  // namespace

TEST_CASE("text is broken between words at the width") {
  CHECK(plain("aaaa bbbb cccc dddd eeee ffff", 24) == "aaaa bbbb cccc dddd eeee\nffff");
  CHECK(plain("aaaa bbbb cccc dddd eeee ffff", 23) == "aaaa bbbb cccc dddd\neeee ffff");
  CHECK(plain("", 24).empty());
  CHECK(plain("  \n ", 24).empty());
}

TEST_CASE("text of width 0 stays in one line") {
  const std::string text = repeated("word ", 200) + "end";
  CHECK(plain(text, 0) == text);
  CHECK(plain(text, 0, 7) == text);
}

TEST_CASE("white space of any kind becomes one blank") {
  CHECK(plain(" a \n\n b\t\tc\r\nd ", 80) == "a b c d");
}

TEST_CASE("every line but the first is indented, within the width") {
  CHECK(plain("aaaaaaaaaa bbbbbbbbbb cccccccccc", 25, 4) == "aaaaaaaaaa bbbbbbbbbb\n    cccccccccc");
  CHECK(plain("aaaaaaaaaa bbbbbbbbbb cccccccccc", 24, 4) == "aaaaaaaaaa\n    bbbbbbbbbb\n    cccccccccc");
}

TEST_CASE("a narrow terminal keeps room for some text") {
  CHECK(plain("aaaa bbbb cccc dddd eeee", 1) == "aaaa bbbb cccc dddd\neeee");
  CHECK(plain("aaaa bbbb cccc dddd eeee", 10, 50) == "aaaa bbbb cccc dddd\n" + std::string(50, ' ') + "eeee");
}

TEST_CASE("a word longer than the line is cut at the line's end") {
  const std::string word(50, 'x');
  CHECK(plain("a " + word + " b", 20) ==
        "a\n" + repeated("x", 20) + "\n" + repeated("x", 20) + "\n" + repeated("x", 10) + " b");
  CHECK(plain(word, 24, 4) == repeated("x", 20) + "\n    " + repeated("x", 20) + "\n    " + repeated("x", 10));
  CHECK(plain(word, 0) == word);
}

TEST_CASE("an accent is never cut from its letter") {
  const std::string letter = "e\xCC\x81";
  CHECK(plain(repeated(letter, 30), 20) == repeated(letter, 20) + "\n" + repeated(letter, 10));
}

TEST_CASE("a sentence of ideographs, which has no blanks, fills its lines") {
  CHECK(plain(repeated(kLung, 25), 20) == repeated(kLung, 10) + "\n" + repeated(kLung, 10) + "\n" + repeated(kLung, 5));
  CHECK(plain(repeated(kLung, 25), 21) == repeated(kLung, 10) + "\n" + repeated(kLung, 10) + "\n" + repeated(kLung, 5));
  CHECK(plain("ab" + repeated(kLung, 10), 20) == "ab" + repeated(kLung, 9) + "\n" + kLung);
}

TEST_CASE("no line begins with the sign that ends a phrase") {
  CHECK(plain(repeated(kLung, 10) + "\u3002" + kLung, 20) == repeated(kLung, 9) + "\n" + kLung + "\u3002" + kLung);
}

TEST_CASE("text is shortened by columns, its cut told") {
  CHECK(shortened("abcdef", 6) == "abcdef");
  CHECK(shortened("abcdefg", 6) == "abcde…");
  CHECK(shortened(repeated(kLung, 4), 8) == repeated(kLung, 4));
  CHECK(shortened(repeated(kLung, 5), 8) == repeated(kLung, 3) + "…");
}

TEST_CASE("no line of short words is wider than the width, and nothing is lost") {
  std::mt19937 random(61);
  for (int round = 0; round < 500; ++round) {
    std::vector<std::string> words(random() % 40);
    std::string text;
    for (std::string& word : words) {
      const std::string letters[] = {"a", "\xC3\xA9", kLung, "e\xCC\x81"};
      word = repeated(letters[random() % 4], 1 + static_cast<int>(random() % 8));
      text += word + " ";
    }
    const std::size_t width = 24 + random() % 60;
    const std::size_t indent = random() % 4;
    const std::string out = plain(text, width, indent);
    std::string again;
    for (const std::string_view line : base::split(out, '\n')) {
      const std::size_t first_indent = line.data() == out.data() ? indent : 0;
      if (columns(line) + first_indent > width) FAIL("width " << width << ": " << out);
      again += line;
    }
    std::erase(again, ' ');
    std::erase(text, ' ');
    if (again != text) FAIL(out);
  }
  SUCCEED();
}

TEST_CASE("an ideograph takes two columns and a combining accent none") {
  CHECK(columns("abc") == 3);
  CHECK(columns("na\xC3\xAFve") == 5);
  CHECK(columns("nai\xCC\x88ve") == 5);
  CHECK(columns(kLung + kLung) == 4);
  CHECK(columns("\xEF\xBC\xA1") == 2);
  CHECK(columns("") == 0);
}

TEST_CASE("lines of ideographs are measured in columns") {
  const std::string five = repeated(kLung, 5);
  CHECK(plain(five + " " + five, 21) == five + " " + five);
  CHECK(plain(five + " " + five, 20) == five + " " + repeated(kLung, 4) + "\n" + kLung);
}

TEST_CASE("lines with combining accents are measured in columns") {
  const std::string ten = repeated("e\xCC\x81", 10);
  CHECK(plain(ten + " " + ten, 21) == ten + " " + ten);
  CHECK(plain(ten + " " + ten, 20) == ten + "\n" + ten);
}

TEST_CASE("control characters and bidirectional marks of a record do not reach the terminal") {
  CHECK(plain("\x1b[31mred\x07", 80) == kReplacement + "[31mred" + kReplacement);
  CHECK(plain("a\xE2\x80\xAE"
              "b\xE2\x81\xA6"
              "c",
              80) == "a" + kReplacement + "b" + kReplacement + "c");
  CHECK(plain("\xC2\x9B"
              "31m",
              80) == kReplacement + "31m");
  CHECK(plain("a\xFF z", 80) == "a" + kReplacement + " z");
}

TEST_CASE("marks are painted where the style has colours and left out where not") {
  const std::vector<search::Mark> marks = {{0, 5}};
  CHECK(wrapped("graft versus host", marks, 0, Ink::kPlain, coloured()) == marked("graft") + " versus host");
  CHECK(wrapped("graft versus host", marks, 0, Ink::kPlain, of_width(80)) == "graft versus host");
}

TEST_CASE("a mark over several words is painted word by word") {
  CHECK(wrapped("graft versus host", {{0, 12}}, 0, Ink::kPlain, coloured()) ==
        marked("graft") + " " + marked("versus") + " host");
}

TEST_CASE("a mark inside a word paints its part alone") {
  CHECK(wrapped("(graft)", {{1, 6}}, 0, Ink::kPlain, coloured()) == "(" + marked("graft") + ")");
  CHECK(wrapped("ab", {{0, 1}, {1, 2}}, 0, Ink::kPlain, coloured()) == marked("ab"));
}

TEST_CASE("marks count code points, not bytes or columns") {
  CHECK(wrapped(kLung + "\xC3\xA9 graft", {{3, 8}}, 0, Ink::kPlain, coloured()) ==
        kLung + "\xC3\xA9 " + marked("graft"));
  CHECK(wrapped("\x07\tgraft", {{2, 7}}, 0, Ink::kPlain, coloured()) == kReplacement + " " + marked("graft"));
}

TEST_CASE("marks beyond the text paint nothing") {
  CHECK(wrapped("ab", {{5, 9}}, 0, Ink::kPlain, coloured()) == "ab");
  CHECK(wrapped("ab", {{1, 99}}, 0, Ink::kPlain, coloured()) == "a" + marked("b"));
  CHECK(wrapped("", {{0, 1}}, 0, Ink::kPlain, coloured()).empty());
}

TEST_CASE("colours take no columns") {
  const std::string text = "aaaa bbbb cccc dddd eeee ffff";
  Style style = coloured();
  style.width = 24;
  std::string out = wrapped(text, {{0, 4}, {25, 29}}, 0, Ink::kPlain, style);
  CHECK(out == marked("aaaa") + " bbbb cccc dddd eeee\n" + marked("ffff"));
}

TEST_CASE("ink is used where the style has colours only") {
  CHECK(painted("x", Ink::kBold, of_width(80)) == "x");
  CHECK(painted("x", Ink::kBold, coloured()) == "\x1b[1mx\x1b[0m");
  CHECK(painted("x", Ink::kPlain, coloured()) == "x");
  CHECK(painted("", Ink::kBold, coloured()).empty());
}

TEST_CASE("a link surrounds its text where the style has links and there is one") {
  Style links;
  links.links = true;
  CHECK(linked("x", "https://a.b/c", links) == "\x1b]8;;https://a.b/c\x1b\\x\x1b]8;;\x1b\\");
  CHECK(linked("x", "", links) == "x");
  CHECK(linked("x", "https://a.b/c", Style()) == "x");
}
