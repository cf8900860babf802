// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/size.hpp"

#include <cstdint>
#include <string_view>

#include "support/catch.hpp"

using namespace trialsift::model;

TEST_CASE("a size is a number of people, in the writing of any country, or the sum of its groups") {
  constexpr std::int64_t kNothing = -1;
  constexpr std::int64_t kUnknown = -2;
  struct Row {
    std::string_view text;
    std::int64_t size;
  };
  constexpr Row kRows[] = {
      {"1,200", 1200},
      {"1.200", 1200},
      {"120 participants", 120},
      {"25.0", 25},
      {"99999999", kNothing},
      {"120 (Actual)", 120},
      {"Group 1:20;Group 2:1,049;", 1069},
      {"1 200", 1200},
      {"1.2", kUnknown},
      {"60 per arm", kUnknown},
      {"100-200", kUnknown},
      {"n=120", 120},
      {"Approximately 1,200 patients", 1200},
      {"Actual: 120", 120},
      {"120 [Anticipated]", 120},
      {"1.200,0", 1200},
      {"1,200.00", 1200},
      {"abc", kUnknown},
      {"N/A", kNothing},
      {"2 groups of 60", kUnknown},
      {"Patients with COVID-19 VS Healthy controls; Severe group VS Mild group:600;", 600},
      {"Group 1: 20, Group 2: 30", 50},
      {"-5", kUnknown},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    const WrittenSize read = read_size(row.text);
    const std::int64_t size = read.says == Written::Says::kValue     ? read.size
                              : read.says == Written::Says::kNothing ? kNothing
                                                                     : kUnknown;
    CHECK(size == row.size);
  }
}

TEST_CASE("a size past a thousand million is none") {
  CHECK(read_size("1000000000").size == kSizeMax);
  CHECK(read_size("1000000001").says == Written::Says::kUnknown);
  CHECK(read_size("99999999999999999999999999").says == Written::Says::kUnknown);
}
