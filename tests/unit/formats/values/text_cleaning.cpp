// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/values/text_cleaning.hpp"

#include "formats/json/json_repair.hpp"
#include "support/catch.hpp"

using trialsift::formats::clean_text;
using trialsift::formats::repair_json;

TEST_CASE("Markdown escapes are undone and other backslashes stay") {
  CHECK(clean_text(R"(HLA-A\*1101, p \< 0.05, \~6, 1\. a\_b \[x\] \\ \& \`)") ==
        "HLA-A*1101, p < 0.05, ~6, 1. a_b [x] \\ & `");
  CHECK(clean_text(R"(C:\new \)") == R"(C:\new \)");
  CHECK(clean_text(R"(\\*)") == R"(\*)");
}

TEST_CASE("HTML entities are undone once and what is none stays") {
  CHECK(clean_text("&lt;5 &gt; &amp;lt; &quot;&apos;&nbsp;&ge;&le;&gte;&lte;") ==
        "<5 > &lt; \"'\u00A0\u2265\u2264\u2265\u2264");
  CHECK(clean_text("&plusmn;&micro;&deg;&alpha;&beta;&gamma;&eq;") == "\u00B1\u00B5\u00B0\u03B1\u03B2\u03B3=");
  CHECK(clean_text("&#8805;&#x2265;&#X7C;&#39;") == "\u2265\u2265|'");
  CHECK(clean_text("M&T; AT&T &; &#; &#x; &#12x; &unknown; R&D &") == "M&T; AT&T &; &#; &#x; &#12x; &unknown; R&D &");
  CHECK(clean_text("a &#150; b") == "a \u2013 b");
  CHECK(clean_text("x&#0;y &#xD800; &#x110000;") == "x y \uFFFD \uFFFD");
  CHECK(clean_text("&#99999999999;") == "&#99999999999;");
  CHECK(clean_text(R"(\&lt; 5)") == "< 5");
}

TEST_CASE("lines stay, their ends are one kind, byte order marks go") {
  CHECK(clean_text("\uFEFFa\r\n\r\nb\rc\n* d \uFEFF") == "a\n\nb\nc\n* d");
  CHECK(clean_text("  \n\t ").empty());
  CHECK(clean_text("").empty());
  CHECK(clean_text("\uFF1D full width") == "\uFF1D full width");
}

TEST_CASE("JSON that a strict parser refuses is repaired and other JSON stays the same") {
  const char* fine = R"({"a":"\u00e9\ud83d\ude00 \"x\\","b":[-1.5e3,true,null,123456789012345678]})";
  CHECK(repair_json(fine) == fine);
  CHECK(repair_json("{\"a\":\"x\n\ty\"}") == R"({"a":"x  y"})");
  CHECK(repair_json(R"({"a":"\ud800 \udc00 \ud83d\u0041"})") == R"({"a":"\uFFFD \uFFFD \uFFFD\u0041"})");
  CHECK(repair_json(R"({"a":"\x \u12 \'"})") == R"({"a":"\\x \\u12 \\'"})");
  CHECK(repair_json(R"([99999999999999999999,-99999999999999999999,1e5,1e999,NaN,-Infinity])") ==
        "[null,null,1e5,null,null,null]");
  CHECK(repair_json("[18446744073709551615,-9223372036854775808]") == "[18446744073709551615,-9223372036854775808]");
  CHECK(repair_json("\"\xFF\"") == "\"\uFFFD\"");
  CHECK(repair_json("\"a\\") == "\"a\\\\");
}
