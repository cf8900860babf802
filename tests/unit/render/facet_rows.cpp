// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/facet_rows.hpp"

#include "support/catch.hpp"

using namespace trialsift;
using namespace trialsift::render;

TEST_CASE("years without a trial are shown too") {
  const FacetRows facts = facet_rows({"start", {{"2019", 2}, {"2021", 1}}, 3}, 12);
  CHECK(facts.title == "Start, by year");
  REQUIRE(facts.rows.size() == 3);
  CHECK(facts.rows[1].label == "2020");
  CHECK(facts.rows[1].count == 0);
  CHECK(facts.missing == 3);
}

TEST_CASE("the earliest years of a long histogram come together") {
  const FacetRows facts = facet_rows({"start", {{"1900", 1}, {"1950", 2}, {"2020", 5}}, 0}, 12);
  REQUIRE(facts.rows.size() == 41);
  CHECK(facts.rows[0].label == "before 1981");
  CHECK(facts.rows[0].count == 3);
  CHECK(facts.rows[40].count == 5);
}

TEST_CASE("values have their labels; those beyond the most frequent are counted") {
  const FacetRows facts = facet_rows({"status", {{"recruiting", 5}, {"completed", 3}, {"suspended", 1}}, 0}, 2);
  REQUIRE(facts.rows.size() == 2);
  CHECK(facts.rows[0].label == "Recruiting");
  CHECK(facts.rows[0].value == "recruiting");
  CHECK(facts.left_out == 1);
}

TEST_CASE("bars are as long as their counts, in eighths of a column") {
  Style style;
  style.bars = true;
  style.width = 40;
  CHECK(facet_text({"status", {{"recruiting", 200}, {"completed", 25}, {"suspended", 1}}, 0}, style) ==
        "Status\n"
        "  Recruiting  200  █████████████████████\n"
        "  Completed    25  ██▋\n"
        "  Suspended     1  ▏\n");
  style.bars = false;
  CHECK(facet_text({"status", {{"recruiting", 200}}, 4}, style) ==
        "Status\n"
        "  Recruiting   200\n"
        "  (not given)    4\n");
}

TEST_CASE("a label too long for its column is shortened, and ideographs keep the columns") {
  const Style style;
  const std::string text =
      facet_text({"condition", {{std::string(60, 'x'), 2}, {"\xE8\x82\xBA\xE8\x82\xBA", 1}}, 0}, style);
  CHECK(text ==
        "Condition\n  " + std::string(35, 'x') + "…  2\n  \xE8\x82\xBA\xE8\x82\xBA" + std::string(32, ' ') + "  1\n");
}
