// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/written_date.hpp"

#include "support/catch.hpp"

using trialsift::model::DayMonth;
using trialsift::model::proven_order;
using trialsift::model::read_date;

namespace {

std::string read(std::string_view text, DayMonth order = DayMonth::kUnknown) {
  const auto date = read_date(text, order);
  return date ? date->text() : "none";
}

}  // namespace

TEST_CASE("a date is read in every spelling of the exports") {
  for (const char* text : {"2015-06-09", "2015/6/9", "20150609", "June 9, 2015", "june 09, 2015", "9 June 2015",
                           "9-Jun-2015", "Jun 9 2015", "2015 June 9", "2015-06-09T12:30:00Z", "2015-06-09 12:30",
                           " June 9, 2015 6:53:35 PM ", "2015-06-09 @ 5:18 AM"}) {
    INFO(text);
    CHECK(read(text) == "2015-06-09");
  }
  for (const char* text : {"2015-06", "June 2015", "Jun 2015", "06/2015", "2015/06"}) {
    INFO(text);
    CHECK(read(text) == "2015-06");
  }
  CHECK(read("2015") == "2015");
  CHECK(read("Sept 2015") == "2015-09");
}

TEST_CASE("where the year comes last the order tells the day from the month") {
  CHECK(read("06-08-2025", DayMonth::kDayFirst) == "2025-08-06");
  CHECK(read("06-08-2025", DayMonth::kMonthFirst) == "2025-06-08");
  CHECK(read("6.8.2025", DayMonth::kDayFirst) == "2025-08-06");
  CHECK(read("3/14/2020 6:53:35 PM", DayMonth::kMonthFirst) == "2020-03-14");
}

TEST_CASE("without an order only a date that has one meaning is read") {
  CHECK(read("06-08-2025") == "none");
  CHECK(read("18-12-2025") == "2025-12-18");
  CHECK(read("3/14/2020") == "2020-03-14");
  CHECK(read("05/05/2020") == "2020-05-05");
}

TEST_CASE("a date that contradicts the order is none") {
  CHECK(read("3/14/2020", DayMonth::kDayFirst) == "none");
  CHECK(read("18-12-2025", DayMonth::kMonthFirst) == "none");
}

TEST_CASE("what is no date is none") {
  for (const char* text : {"",
                           "N/A",
                           "2015-13",
                           "2015-02-30",
                           "2015-00",
                           "00/06/2015",
                           "20150600",
                           "31 June 2015",
                           "20",
                           "12/5/15",
                           "Ju 2015",
                           "June",
                           "June 9",
                           "2015-06-09-01",
                           "9 June 2015 or later",
                           "2015_06",
                           "12:30",
                           "123456789",
                           "99999999999999999999",
                           "2015:06:09 10:00"}) {
    INFO(text);
    CHECK(read(text) == "none");
  }
}

TEST_CASE("a number above 12 proves the order of a date") {
  CHECK(proven_order("18-12-2025") == DayMonth::kDayFirst);
  CHECK(proven_order("3/14/2020") == DayMonth::kMonthFirst);
  CHECK(proven_order("06-08-2025") == DayMonth::kUnknown);
  CHECK(proven_order("14/15/2020") == DayMonth::kUnknown);
  CHECK(proven_order("2020-03-14") == DayMonth::kUnknown);
  CHECK(proven_order("March 14, 2020") == DayMonth::kUnknown);
  CHECK(proven_order("none") == DayMonth::kUnknown);
}
