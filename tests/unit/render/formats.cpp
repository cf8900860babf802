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

TEST_CASE("a file's ending chooses one format, a format's name always its own") {
  std::set<std::string_view> endings;
  for (const OutputFormat& format : output_formats()) {
    CAPTURE(format.name);
    CHECK(output_format_of_ending(format.name) == &format);
    CHECK(endings.insert(format.name).second);
    if (!format.endings.empty()) CHECK(endings.insert(format.endings).second);
  }
  CHECK(output_format_of_ending("txt") == find_output_format("ids"));
  CHECK(output_format_of_ending("md") == find_output_format("markdown"));
  CHECK(output_format_of_ending("htm") == find_output_format("html"));
  CHECK(output_format_of_ending("") == nullptr);
  CHECK(output_format_of_ending("docx") == nullptr);
}

TEST_CASE("the formats of a use come in the order of the table") {
  CHECK(output_format_names(kFields) == std::vector<std::string>{"jsonl", "csv", "tsv"});
  CHECK(output_format_names(kReasons) == std::vector<std::string>{"text", "jsonl"});
  CHECK(output_format_names(kTitleIds) == std::vector<std::string>{"ris", "nbib"});
  CHECK(output_format_names(kNullEnds) == std::vector<std::string>{"ids"});
  CHECK(output_format_names().size() == output_formats().size());
  CHECK(&output_format_for(kJson) == find_output_format("jsonl"));
}

TEST_CASE("without a word text is printed, page by page, of hits and of one record") {
  CHECK(output_formats().front().name == "text");
  CHECK((output_formats().front().uses & kPaged) != 0);
  CHECK(record_formats().front().name == "text");
  CHECK((record_formats().front().uses & kPaged) != 0);
}

TEST_CASE("a format with sentences or fields of records has records") {
  for (const OutputFormat& format : output_formats()) {
    CAPTURE(format.name);
    CHECK((format.snippets == 0 || (format.uses & kRecords) != 0));
    CHECK(((format.uses & kFields) == 0 || (format.uses & kRecords) != 0));
  }
}
