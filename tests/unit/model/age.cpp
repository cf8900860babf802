// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/age.hpp"

#include "support/catch.hpp"

#include <string>
#include <string_view>

#include "trialsift/model/vocabulary.hpp"

using namespace trialsift::model;

namespace {

struct Row {
  std::string_view text;
  std::string_view read;  ///< ? for what is not understood
};

template <std::size_t Size>
void check(AgePlace place, const Row (&rows)[Size]) {
  for (const Row& row : rows) {
    const WrittenAges ages = read_ages(row.text, place);
    std::string read = place == AgePlace::kMinimum ? ages.minimum : ages.maximum;
    if (place == AgePlace::kBoth) read = ages.minimum + " to " + ages.maximum;
    CAPTURE(row.text);
    CHECK((ages.says == Written::Says::kUnknown ? "?" : read) == row.read);
  }
}

constexpr Row kMinima[] = {
    {"6M", "6 Months"},
    {"730D", "730 Days"},
    {"6.00 Month(s)", "6 Months"},
    {"6-months", "6 Months"},
    {"6 (months)", "6 Months"},
    {"2W", "2 Weeks"},
    {"1.5 Years", "18 Months"},
    {"18age 0month 0week old", "18 Years"},
    {"1 year 6 months", "18 Months"},
    {"18 moons", "?"},
    {">=18", "18 Years"},
    {"≥ 18 years", "18 Years"},
    {"18 years and older", "18 Years"},
    {"from 18 years", "18 Years"},
    {"Adult: 19 Year-44 Year", "19 Years"},
    {"18Y", "18 Years"},
    {"18岁", "18 Years"},
    {"0D", "No limit"},
    {"999 Years", "?"},
    {"N/A (No limit)", "No limit"},
    {"NA", ""},
    {"Not applicable", ""},
    {"at least 18 years of age", "18 Years"},
    {"> 17", "17 Years"},
    {"18 Years (Adult)", "18 Years"},
    {"18,5 years", "222 Months"},
    {"20age old", "20 Years"},
    {"18age old over", "18 Years"},
    {"0 Year(s)", "No limit"},
    {"18 years; 65 years", "18 Years"},
    {"Birth", "No limit"},
};

constexpr Row kMaxima[] = {
    {"18.00 Year(s)", "18 Years"},
    {"<= 75age old", "75 Years"},
    {"< 65age old", "64 Years"},
    {"80 and over: 80+ Year", "No limit"},
    {"Adult: 19 Year-44 Year", "44 Years"},
    {"0 Days", "0 Days"},
    {"999 Years", "No limit"},
    {"no maximum age", "No limit"},
    {"None", "No limit"},
    {"under 18", "17 Years"},
    {"18 years (inclusive)", "18 Years"},
    {"Not applicable (No limit)", "No limit"},
    {"20age old under", "20 Years"},
    {"Not limited", "No limit"},
    {"17 Years 11 Months", "215 Months"},
};

constexpr Row kRanges[] = {
    {"65+", "65 Years to No limit"},
    {"18-64 years, 65+ years", "18 Years to No limit"},
    {"CHILD, ADULT, OLDER_ADULT", "No limit to No limit"},
    {"Child|Adult", "No limit to 64 Years"},
    {"18 Years to 70 Years   (Adult, Older Adult)", "18 Years to 70 Years"},
    {"up to 18 Years   (Child, Adult)", "No limit to 18 Years"},
    {"18 Years and older   (Adult, Older Adult)", "18 Years to No limit"},
    {"0-17 years, 18-64 years, 65+ years", "No limit to No limit"},
    {"In utero, 0-17 years", "No limit to 17 Years"},
    {"Adults (18-64 years)", "18 Years to 64 Years"},
    {"Elderly (>=65 years)", "65 Years to No limit"},
    {"Adolescents (12-17 years); Adults (18-64 years)", "12 Years to 64 Years"},
    {"Infants and toddlers (28 days-23 months)", "28 Days to 23 Months"},
    {"Preterm newborn infants (up to gestational age < 37 weeks)", "No limit to 27 Days"},
    {"between 18 and 65 years", "18 Years to 65 Years"},
    {"18 to 65", "18 Years to 65 Years"},
    {"6 to 24 months", "6 Months to 24 Months"},
    {"6 months to 5 years", "6 Months to 5 Years"},
    {">= 18 and <= 65", "18 Years to 65 Years"},
    {"18+", "18 Years to No limit"},
    {"older than 18", "18 Years to No limit"},
    {"not older than 65", "No limit to 65 Years"},
    {"All ages", "No limit to No limit"},
    {"N/A to 65 Years", "No limit to 65 Years"},
    {"18 Years to N/A", "18 Years to No limit"},
    {"18 Years to no limit", "18 Years to No limit"},
    {"child", "No limit to 17 Years"},
    {"Older Adult", "65 Years to No limit"},
    {"18 years or above", "18 Years to No limit"},
    {"from birth to 17 years", "No limit to 17 Years"},
    {"over 65s", "65 Years to No limit"},
    {"18 Jahre", "18 Years to 18 Years"},
    {"18 a 65 años", "18 Years to 65 Years"},
    {"12-18y", "12 Years to 18 Years"},
    {"18 Years - 75 Years", "18 Years to 75 Years"},
    {"Minimum age: 18 years, Maximum age: 65 years", "18 Years to 65 Years"},
    {"18 years old to 75 years old", "18 Years to 75 Years"},
    {"50 Years to 80 Years (Adult, Older Adult)", "50 Years to 80 Years"},
    {"children under 5", "No limit to 4 Years"},
    {"≥18 years old", "18 Years to No limit"},
    {"2 doses", "?"},
    {"65 and older", "65 Years to No limit"},
    {"<18 Years", "No limit to 17 Years"},
    {"18+ years", "18 Years to No limit"},
    {"under 18, 65+", "No limit to No limit"},
    {">=18, <=65", "18 Years to 65 Years"},
};

}  // namespace

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
  for (const char* text : {"", "N/A", "old", "18 moons", "-1 Years", "999 Years", "18-65"}) {
    INFO(text);
    CHECK_FALSE(parse_age(text).has_value());
  }
}

TEST_CASE("a record takes ages between its limits; a limit that is no age is no limit; without both nothing is known") {
  CHECK(ages_between("18 Years", "65 Years") == AgeSpan{6574, 24105});
  CHECK(ages_between("18 Years", "") == AgeSpan{6574, kOldestDays});
  CHECK(ages_between(kNoAgeLimit, "17 Years") == AgeSpan{0, 6573});
  CHECK(ages_between(kNoAgeLimit, kNoAgeLimit) == AgeSpan{0, kOldestDays});
  CHECK_FALSE(ages_between("", "").has_value());
}

TEST_CASE("a limit of ages is read in every spelling, whatever its unit; one in an unknown unit is none") {
  check(AgePlace::kMinimum, kMinima);
  check(AgePlace::kMaximum, kMaxima);
}

TEST_CASE("both limits stand in one text: ranges, bounds, groups and lists of them") {
  check(AgePlace::kBoth, kRanges);
}

TEST_CASE("an age has decimals in a smaller unit") {
  CHECK(parse_age("1.5 years") == parse_age("18 months"));
  CHECK(parse_age("0.5 months") == parse_age("15 days"));
}

TEST_CASE("a query asks for groups of ages and for ranges as records write them") {
  CHECK(parse_ages("child") == AgeSpan{0, parse_age("18 years")->first - 1});
  CHECK(parse_ages("ADULT") == AgeSpan{parse_age("18 years")->first, parse_age("65 years")->first - 1});
  CHECK(parse_ages("older adult") == AgeSpan{parse_age("65 years")->first, kOldestDays});
  CHECK(parse_ages("65+") == parse_ages("older_adult"));
  CHECK(parse_ages("18-64 years") == parse_ages("adult"));
  CHECK(parse_ages("40") == parse_age("40"));
  CHECK_FALSE(parse_ages("nobody").has_value());
}

TEST_CASE("limits in words") {
  CHECK(ages_in_words("18 Years", "65 Years") == "18 Years to 65 Years");
  CHECK(ages_in_words("18 Years", kNoAgeLimit) == "18 Years and older");
  CHECK(ages_in_words("18 Years", "") == "18 Years and older");
  CHECK(ages_in_words("", "65 Years") == "up to 65 Years");
  CHECK(ages_in_words(kNoAgeLimit, kNoAgeLimit) == "all ages");
  CHECK(ages_in_words("", "").empty());
}
