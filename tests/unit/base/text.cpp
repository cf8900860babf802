// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/base/text.hpp"

#include <algorithm>
#include <random>

#include "support/catch.hpp"

using namespace trialsift::base;
using Views = std::vector<std::string_view>;

namespace {

/// The definition, without a limit.
std::size_t plain_distance(std::string_view a, std::string_view b) {
  if (a.empty()) return b.size();
  if (b.empty()) return a.size();
  const std::size_t change = plain_distance(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0U : 1U);
  if (a[0] == b[0]) return change;
  std::size_t least = std::min({change, plain_distance(a.substr(1), b) + 1, plain_distance(a, b.substr(1)) + 1});
  const bool exchanged = a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0];
  if (exchanged) least = std::min(least, plain_distance(a.substr(2), b.substr(2)) + 1);
  return least;
}

}  // namespace

TEST_CASE("only ASCII letters are lowered") {
  CHECK(to_lower_ascii("Phase II/III [X]@`{") == "phase ii/iii [x]@`{");
  CHECK(to_lower_ascii("\xC3\x89T\xC3\x89") == "\xC3\x89t\xC3\x89");
  CHECK(to_lower_ascii("").empty());
}

TEST_CASE("white space goes from both ends and stays inside") {
  CHECK(trim(" \t\r\n\v\f a b \n") == "a b");
  CHECK(trim("a") == "a");
  CHECK(trim(" \n ").empty());
  CHECK(trim("").empty());
}

TEST_CASE("a split text has one part more than separators") {
  CHECK(split("a,b", ',') == Views{"a", "b"});
  CHECK(split(",a,,b,", ',') == Views{"", "a", "", "b", ""});
  CHECK(split("", ',') == Views{""});
  CHECK(split("a b", ',') == Views{"a b"});
}

TEST_CASE("joined texts have the separator between them and nowhere else") {
  CHECK(joined(Views{"a", "b", "c"}) == "a, b, c");
  CHECK(joined(std::vector<std::string>{"a"}, "; ") == "a");
  CHECK(joined(Views{"", "b", ""}, "|") == "|b|");
  CHECK(joined(Views{}).empty());
  CHECK(joined(std::vector<int>{1, 2}, "+", [](int number) { return std::to_string(number); }) == "1+2");
}

TEST_CASE("a list in a sentence has a word before its last member") {
  CHECK(listed({"text", "tsv", "json"}, "or") == "text, tsv or json");
  CHECK(listed({"ris", "nbib"}, "and") == "ris and nbib");
  CHECK(listed({"ids"}, "or") == "ids");
  CHECK(listed({}, "or").empty());
}

TEST_CASE("runs of white space become one blank") {
  CHECK(collapse_space("  a \t\r\n b\vc\f ") == "a b c");
  CHECK(collapse_space("a b") == "a b");
  CHECK(collapse_space(" \n\t").empty());
  CHECK(collapse_space("").empty());
}

TEST_CASE("a text in a sentence is cut at a character, and says so") {
  CHECK(shown("NCT01421927\t") == "NCT01421927 ");
  CHECK(shown(std::string(60, 'a')) == std::string(60, 'a'));
  CHECK(shown(std::string(61, 'a')) == std::string(60, 'a') + "...");
  CHECK(shown(std::string(59, 'a') + "\xC3\xA9") == std::string(59, 'a') + "...");
}

TEST_CASE("text for a terminal keeps its words and its lines") {
  CHECK(printable("a\nb") == "a\nb");
  CHECK(printable("a\tb\rc") == "a b c");
  CHECK(printable("na\xC3\xAFve \xE4\xB8\xAD \xF0\x9F\x98\x80") == "na\xC3\xAFve \xE4\xB8\xAD \xF0\x9F\x98\x80");
  CHECK(printable("").empty());
}

TEST_CASE("control characters do not reach a terminal") {
  const std::string mark = "\xEF\xBF\xBD";
  CHECK(printable("\x1B[31mred") == mark + "[31mred");
  CHECK(printable(std::string_view("a\0b", 3)) == "a" + mark + "b");
  CHECK(printable("\x7F") == mark);
  CHECK(printable("\xC2\x80\xC2\x9B\xC2\x9F") == mark + mark + mark);
  CHECK(printable("\xC2\xA0") == "\xC2\xA0");
  for (char c = 0; c < 0x20; ++c) {
    const std::string shown = printable(std::string(1, c));
    CAPTURE(static_cast<int>(c));
    CHECK(shown == (c == '\n' ? "\n" : c == '\t' || c == '\r' ? " " : mark));
  }
}

TEST_CASE("bidirectional marks do not reach a terminal") {
  for (const char32_t c : {0x202AU, 0x202BU, 0x202CU, 0x202DU, 0x202EU, 0x2066U, 0x2067U, 0x2068U, 0x2069U, 0x200EU,
                           0x200FU, 0x061CU, 0x2028U, 0x2029U}) {
    std::string text = "a";
    append_utf8(text, c);
    CHECK(printable(text + "b") ==
          "a\xEF\xBF\xBD"
          "b");
  }
}

TEST_CASE("printable text of random bytes is well-formed and stays as it is") {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 30, '\0');
    for (char& c : bytes) c = static_cast<char>(random() % 256);
    const std::string shown = printable(bytes);
    const bool clean = std::none_of(shown.begin(), shown.end(), [](char c) { return c != '\n' && c >= 0 && c < 0x20; });
    if (!clean || !is_utf8(shown) || printable(shown) != shown) FAIL("round " << round);
  }
  SUCCEED();
}

TEST_CASE("the distance of two words is counted in bytes put in, taken out or changed") {
  CHECK(edit_distance("", "", 3) == 0);
  CHECK(edit_distance("phase", "phase", 0) == 0);
  CHECK(edit_distance("phase", "phrase", 3) == 1);
  CHECK(edit_distance("kitten", "sitting", 5) == 3);
  CHECK(edit_distance("phaes", "phase", 3) == 1);
  CHECK(edit_distance("", "abc", 5) == 3);
  CHECK(edit_distance("abc", "", 5) == 3);
}

TEST_CASE("a distance beyond the limit is the limit and one") {
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("a", "abcdefgh", 2) == 3);
  CHECK(edit_distance("abcdefgh", "a", 2) == 3);
  CHECK(edit_distance("ab", "cd", 0) == 1);
}

TEST_CASE("the limit changes no distance below it") {
  std::mt19937 random(4);
  const auto word = [&random] {
    std::string text(random() % 6, 'a');
    for (char& c : text) c = static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int round = 0; round < 500; ++round) {
    const std::string a = word();
    const std::string b = word();
    const std::size_t wanted = plain_distance(a, b);
    for (std::size_t limit = 0; limit < 7; ++limit) {
      if (edit_distance(a, b, limit) != std::min(wanted, limit + 1)) FAIL(a << " " << b << " " << limit);
    }
  }
  SUCCEED();
}

TEST_CASE("the nearest candidate is suggested, and none that is far") {
  const Views names = {"title", "summary", "condition", "intervention", "status"};
  CHECK(nearest("summery", {"summon", "summary", "summit"}) == "summary");
  CHECK(nearest("sumary", names) == "summary");
  CHECK(nearest("conditon", names) == "condition");
  CHECK(nearest("interventoins", names) == "intervention");
  CHECK(nearest("status", names) == "status");
  CHECK(nearest("zebra", names).empty());
  CHECK(nearest("title", {}).empty());
  CHECK(nearest("ovdi", {"native", "ovid"}) == "ovid");
  CHECK(nearest("titel", {"tite", "title"}) == "title");
}
