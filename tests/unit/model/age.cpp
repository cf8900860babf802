// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/age.hpp"

#include "support/catch.hpp"

using namespace trialsift::model;

TEST_CASE("an age is all the days on which somebody is so old") {
  CHECK(parse_age("18 Years") == AgeSpan{6574, 6938});
  CHECK(parse_age("18") == parse_age("18 years"));
  CHECK(parse_age("6 Months") == AgeSpan{182, 212});
  CHECK(parse_age("2w") == AgeSpan{14, 20});
  CHECK(parse_age("1 Day") == AgeSpan{1, 1});
  CHECK(parse_age("30 Minutes") == AgeSpan{0, 0});
}

TEST_CASE("units meet: twelve months begin where a year does") {
  CHECK(parse_age("12 months")->first == parse_age("1 year")->first);
  CHECK(parse_age("216 months")->first == parse_age("18 years")->first);
  CHECK(parse_age("17 years")->last + 1 == parse_age("18 years")->first);
}

TEST_CASE("what is no age is none") {
  for (const char* text : {"", "N/A", "old", "18 moons", "-1 Years", "999 Years", "1.5 Years"}) {
    INFO(text);
    CHECK_FALSE(parse_age(text).has_value());
  }
}

TEST_CASE("a record takes ages between its limits; a limit that is no age is no limit; without both nothing is known") {
  CHECK(ages_between("18 Years", "65 Years") == AgeSpan{6574, 24105});
  CHECK(ages_between("18 Years", "") == AgeSpan{6574, kOldestDays});
  CHECK(ages_between("N/A", "17 Years") == AgeSpan{0, 6573});
  CHECK(ages_between("N/A", "N/A") == AgeSpan{0, kOldestDays});
  CHECK_FALSE(ages_between("", "").has_value());
}
