// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <random>
#include <string>

#include "query/ctgov/ctgov.hpp"
#include "query/ctgov/ctgov_area.hpp"
#include "support/catch.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/schema/fields.hpp"

namespace {

using namespace trialsift;

query::Query parse(const std::string& text) {
  return query::parse_ctgov(text, {}, {});
}

/// The third of four lines, labelled a, 2, 3 and 4.
std::string in_strategy(const std::string& text) {
  query::References references;
  references.find = [](std::string_view label) -> std::optional<std::size_t> {
    static constexpr std::array<std::string_view, 4> kLabels = {"a", "2", "3", "4"};
    for (std::size_t i = 0; i < kLabels.size(); ++i) {
      if (kLabels.at(i) == label) return i;
    }
    return std::nullopt;
  };
  references.line = 2;
  references.lines = 4;
  try {
    return query::to_string(query::parse_ctgov(text, references, {}).root);
  } catch (const base::Error& error) {
    return error.what();
  }
}

std::size_t depth_of(const query::Node& node) {
  std::size_t depth = 0;
  for (const query::Node& child : node.children) depth = std::max(depth, depth_of(child));
  return depth + 1;
}

void check_spans(const query::Node& node, std::size_t size) {
  REQUIRE(node.span.begin <= node.span.end);
  REQUIRE(node.span.end <= size);
  REQUIRE(base::is_utf8(node.text));
  for (const query::Node& child : node.children) check_spans(child, size);
}

bool reads(const std::string& text) {
  INFO(text);
  try {
    const query::Query query = parse(text);
    check_spans(query.root, text.size());
    REQUIRE(depth_of(query.root) < 500);
    for (const query::Warning& warning : query.warnings) REQUIRE(warning.span.end <= text.size());
    return true;
  } catch (const base::Error& error) {
    REQUIRE(error.code() == base::ErrorCode::kQuerySyntax);
    REQUIRE(error.where().offset <= text.size());
    REQUIRE(base::is_utf8(error.what()));
    return false;
  }
}

}  // namespace

TEST_CASE("an empty search expression is every record") {
  CHECK(query::to_string(parse("").root) == "(any)");
  CHECK(query::to_string(parse(" \t").root) == "(any)");
}

TEST_CASE("every area that is searched has its field") {
  for (const char* name :
       {"BasicSearch", "ConditionSearch", "LocationSearch", "InterventionSearch", "Phase", "NCTId", "StartDate"}) {
    const query::Area* area = query::find_area(name);
    REQUIRE(area != nullptr);
    const bool known = schema::find_field(area->field) != nullptr || !schema::text_fields(area->field).empty();
    CHECK(known);
  }
  CHECK(query::find_area("phase") == query::find_area("Phase"));
  CHECK(query::find_area("Phas") == nullptr);
}

TEST_CASE("an area that a field names is searched in that field, and is no other field's") {
  for (const schema::Field& field : schema::fields()) {
    for (const std::string_view name : field.areas) {
      if (name.empty()) continue;
      CAPTURE(name);
      const query::Area* area = query::find_area(name);
      REQUIRE(area != nullptr);
      CHECK(area->field == field.name);
      CHECK(area->fit == (field.areas[1].empty() ? query::Fit::kSame : query::Fit::kWider));
    }
  }
  CHECK(query::find_area("BriefSummary")->synonyms);
  CHECK_FALSE(query::find_area("LeadSponsorName")->synonyms);
  CHECK_FALSE(query::find_area("OverallStatus")->synonyms);
}

TEST_CASE("lines of a strategy are written #2; bare numbers are words") {
  CHECK(in_strategy("#a OR #2") == "(or #1 #2)");
  CHECK(in_strategy("#2 AND asthma") == "(and #2 area_basic:\"asthma\")");
  CHECK(in_strategy("type 2 AND asthma") ==
        "(and (any +area_basic:\"type\" +area_basic:\"2\" area_basic:\"type 2\") area_basic:\"asthma\")");
  CHECK(in_strategy("#3") == "line 3 refers to itself");
  CHECK(in_strategy("#2 OR #4") == "line 4 stands after this one: a line refers to lines before it");
  CHECK(in_strategy("#2 OR #9") == "there is no line 9 in this strategy");
}

TEST_CASE("a number outside of a strategy is a word") {
  CHECK(query::to_string(parse("1 AND #2").root) == "(and area_basic:\"1\" area_basic:\"#2\")");
}

TEST_CASE("terms that other records would be found for are warned of as result-changing") {
  const query::Query query = parse("AREA[BriefTitle]asthma AND TILT[StartDate]AREA[OversightHasDMC]Yes");
  REQUIRE(query.warnings.size() == 4);
  CHECK(query.warnings[0].code == "wider-area");
  CHECK(query.warnings[0].result_changing);
  CHECK(query.warnings[2].code == "tilt-ignored");
  CHECK_FALSE(query.warnings[2].result_changing);
  CHECK(query.warnings[3].code == "not-indexed");
  CHECK(query.warnings[3].result_changing);
}

TEST_CASE("length, depth and number of terms of a search expression are bounded") {
  CHECK_THROWS_AS(parse(std::string(70'000, 'a')), base::Error);
  CHECK_THROWS_AS(parse(std::string(101, '(') + "a" + std::string(101, ')')), base::Error);
  CHECK_NOTHROW(parse(std::string(100, '(') + "a" + std::string(100, ')')));
  std::string term;
  for (int i = 0; i < 101; ++i) term += "word ";
  CHECK_THROWS_AS(parse(term), base::Error);
  std::string chain;
  for (int i = 0; i < 10'001; ++i) chain += "a OR ";
  CHECK_THROWS_AS(parse(chain + "b"), base::Error);
  std::string contexts;
  for (int i = 0; i < 5000; ++i) contexts += "NOT ";
  CHECK_NOTHROW(parse(contexts + "a"));
}

TEST_CASE("random tokens of search expressions are read or refused with a place inside of the query") {
  static constexpr std::array kPieces = {"a",
                                         "heart",
                                         "\"a b\"",
                                         "\"",
                                         "\\",
                                         "\\AND",
                                         "(",
                                         ")",
                                         "AND",
                                         "OR",
                                         "NOT",
                                         "and",
                                         "ALL",
                                         "MISSING",
                                         "AREA[Phase]",
                                         "AREA[StartDate]",
                                         "AREA[BriefTitle]",
                                         "AREA[LocationState]",
                                         "AREA[x]",
                                         "AREA[",
                                         "AREA",
                                         "]",
                                         "[",
                                         "RANGE[2015, MAX]",
                                         "RANGE[MIN,]",
                                         "DISTANCE[1,2,3mi]",
                                         "EXPANSION[Term]",
                                         "EXPANSION[Lossy]",
                                         "EXPANSION[None]",
                                         "COVERAGE[FullMatch]",
                                         "COVERAGE[Contains]",
                                         "SEARCH[Location]",
                                         "TILT[StartDate]",
                                         "PHASE2",
                                         "2015-06",
                                         "NCT99000001",
                                         "#1",
                                         "\xFF",
                                         "\xE2\x80\x9Cx\xE2\x80\x9D",
                                         "&"};
  std::mt19937 random(20241125);
  int read = 0;
  constexpr int kRounds = 20'000;
  for (int round = 0; round < kRounds; ++round) {
    std::string text;
    for (auto more = random() % 9; more > 0; --more) {
      text += kPieces.at(random() % kPieces.size());
      if (random() % 3 != 0) text += ' ';
    }
    if (reads(text)) ++read;
  }
  CHECK(read > kRounds / 20);
  CHECK(read < kRounds);
}
