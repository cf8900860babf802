// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/values/wrapped_text.hpp"

#include "support/catch.hpp"

using trialsift::formats::tidy_lines;
using trialsift::formats::unwrapped;

TEST_CASE("lines of a paragraph become one, and paragraphs stay apart") {
  CHECK(unwrapped("\n      One\r\n      two.\r\n\r\n\n      Three.\n    ") == "One two.\n\nThree.");
  CHECK(unwrapped("").empty());
  CHECK(unwrapped(" \n\n ").empty());
}

TEST_CASE("items keep their lines and levels") {
  CHECK(unwrapped("    Who:\n\n      -  one\n         more\n\n           1. deep\n\n           2. deeper\n\n      -  "
                  "two\n\n    End.") == "Who:\n\n- one more\n  1. deep\n  2. deeper\n- two\n\nEnd.");
  CHECK(unwrapped("  text\n  -  item\n  -  item") == "text\n\n- item\n- item");
}

TEST_CASE("a number or a dash inside of a sentence begins no item") {
  CHECK(unwrapped("  given at visit\n  5. Then - after that -\n  - no more") ==
        "given at visit 5. Then - after that - - no more");
}

TEST_CASE("a text with lines longer than the site's keeps its line breaks") {
  const std::string longer(101, 'x');
  CHECK(unwrapped(longer + "\n  two\n\n\n\nthree  ") == longer + "\ntwo\n\nthree");
  std::string hundred;
  for (int i = 0; i < 100; ++i) hundred += "\xC3\xA9";
  CHECK(unwrapped(hundred + "\nx") == hundred + " x");
}

TEST_CASE("tidy lines have no superfluous white space") {
  CHECK(tidy_lines("\n\n a  b \r\n\n\n\nc\n d\t e\n") == "a b\n\nc\nd e");
  CHECK(tidy_lines("  ").empty());
}
