// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/formats.hpp"

#include <set>

#include "support/catch.hpp"

using namespace trialsift::render;

TEST_CASE("a score has six decimals") {
  CHECK(score_text(0) == "0.000000");
  CHECK(score_text(12.5) == "12.500000");
  CHECK(score_text(1.0 / 3) == "0.333333");
  CHECK(score_text(2.0 / 3) == "0.666667");
  CHECK(score_text(-1.25) == "-1.250000");
  CHECK(score_text(1e-7) == "0.000000");
  CHECK(score_text(123456789.123456) == "123456789.123456");
  CHECK(score_text(1e20) == "100000000000000000000.000000");
}

TEST_CASE("a format is found by its name, and only so") {
  std::set<std::string_view> names;
  for (const OutputFormat& format : output_formats()) {
    CAPTURE(format.name);
    CHECK(names.insert(format.name).second);
    CHECK(find_output_format(format.name) == &format);
    CHECK_FALSE(format.about.empty());
    CHECK(format.render != nullptr);
  }
  CHECK(find_output_format("") == nullptr);
  CHECK(find_output_format("TEXT") == nullptr);
  CHECK(find_output_format("xml") == nullptr);
  for (const char* name : {"text", "jsonl", "csv", "ids", "trec"}) CHECK(names.count(name) == 1);
}

TEST_CASE("a format with sentences or fields of records has records") {
  for (const OutputFormat& format : output_formats()) {
    CAPTURE(format.name);
    CHECK((format.snippets == 0 || (format.uses & kRecords) != 0));
    CHECK(((format.uses & kFields) == 0 || (format.uses & kRecords) != 0));
  }
}
