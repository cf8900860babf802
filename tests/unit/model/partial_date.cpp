// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/partial_date.hpp"

#include <algorithm>
#include <vector>

#include "support/catch.hpp"

using trialsift::model::PartialDate;

namespace {

PartialDate date(std::string_view text) {
  const auto parsed = PartialDate::parse(text);
  REQUIRE(parsed.has_value());
  return *parsed;
}

}  // namespace

TEST_CASE("a day is itself from first to last") {
  CHECK(date("2015-06-09").first() == 20150609);
  CHECK(date("2015-06-09").last() == 20150609);
}

TEST_CASE("a date of which the day is unknown stands for the whole month") {
  CHECK(date("2015-06").first() == 20150601);
  CHECK(date("2015-06").last() == 20150630);
  CHECK(date("2015-12").last() == 20151231);
  CHECK(date("2015-01").last() == 20150131);
}

TEST_CASE("a date of which the month is unknown stands for the whole year") {
  CHECK(date("2015").first() == 20150101);
  CHECK(date("2015").last() == 20151231);
}

TEST_CASE("February has 29 days in leap years only") {
  CHECK(date("2015-02").last() == 20150228);
  CHECK(date("2016-02").last() == 20160229);
  CHECK(date("1900-02").last() == 19000228);
  CHECK(date("2000-02").last() == 20000229);
  CHECK(PartialDate::parse("2016-02-29").has_value());
  CHECK_FALSE(PartialDate::parse("2015-02-29").has_value());
  CHECK_FALSE(PartialDate::parse("1900-02-29").has_value());
  CHECK(PartialDate::parse("2000-02-29").has_value());
}

TEST_CASE("a date is written as it was read") {
  for (const std::string text : {"1800", "2200", "2015-06", "2015-12", "2015-06-09", "1999-12-31"}) {
    CHECK(date(text).text() == text);
  }
  CHECK(date(" 2015-06\n").text() == "2015-06");
  CHECK(date("2015-06-09").year() == 2015);
}

TEST_CASE("what is no date is refused") {
  for (const std::string_view text : {"",           " ",          "15",         "215",
                                      "20150",      "2015-",      "2015-6",     "2015-06-9",
                                      "2015-006",   "2015-00",    "2015-13",    "2015-06-00",
                                      "2015-06-31", "2015-04-31", "2015-01-32", "2015-06-09-01",
                                      "2015-06-",   "-2015",      "2015/06",    "2015-06-09T00:00",
                                      "June 2015",  "201a",       "+201",       " 2015 -06",
                                      "1799",       "2201",       "0000",       "9999",
                                      "2015--06",   "2015-+1",    "2015- 6"}) {
    CAPTURE(text);
    CHECK_FALSE(PartialDate::parse(text).has_value());
  }
}

TEST_CASE("a date is made of its parts, 0 being unknown") {
  CHECK(PartialDate::make(2015, 6, 9) == date("2015-06-09"));
  CHECK(PartialDate::make(2015, 6, 0) == date("2015-06"));
  CHECK(PartialDate::make(2015, 0, 0) == date("2015"));
}

TEST_CASE("parts that make no day are refused") {
  CHECK_FALSE(PartialDate::make(0, 0, 0).has_value());
  CHECK_FALSE(PartialDate::make(1799, 12, 31).has_value());
  CHECK_FALSE(PartialDate::make(2201, 1, 1).has_value());
  CHECK_FALSE(PartialDate::make(2015, 13, 1).has_value());
  CHECK_FALSE(PartialDate::make(2015, -1, 0).has_value());
  CHECK_FALSE(PartialDate::make(2015, 6, 31).has_value());
  CHECK_FALSE(PartialDate::make(2015, 6, -1).has_value());
  CHECK_FALSE(PartialDate::make(2015, 0, 9).has_value());
}

TEST_CASE("every day of four centuries is written, read and ordered as itself") {
  PartialDate before;
  int days = 0;
  for (int year = 1800; year <= 2200; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= 31; ++day) {
        const auto made = PartialDate::make(year, month, day);
        if (!made) continue;
        ++days;
        const bool sound = made->first() == made->last() && before < *made && PartialDate::parse(made->text()) == made;
        if (!sound) FAIL(year << " " << month << " " << day);
        before = *made;
      }
    }
  }
  CHECK(days == 401 * 365 + 97);
}

TEST_CASE("dates are ordered by year, month and day, the less exact first") {
  std::vector<PartialDate> dates;
  const std::vector<std::string> texts = {"2014-12-31", "2015",    "2015-01", "2015-01-01",
                                          "2015-01-02", "2015-02", "2016"};
  for (auto it = texts.rbegin(); it != texts.rend(); ++it) dates.push_back(date(*it));
  std::sort(dates.begin(), dates.end());
  for (std::size_t i = 0; i < texts.size(); ++i) CHECK(dates[i].text() == texts[i]);
  CHECK(PartialDate() < dates.front());
}

TEST_CASE("no date is empty and has no text") {
  CHECK(PartialDate().empty());
  CHECK(PartialDate().text().empty());
  CHECK_FALSE(date("1800").empty());
}
