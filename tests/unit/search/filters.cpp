// SPDX-License-Identifier: GPL-2.0-or-later
#include "support/catch.hpp"
#include "support/small_index.hpp"

using namespace trialsift;
using namespace trialsift::testing;
using Numbers = std::vector<int>;

namespace {

SmallIndex& designs() {
  static SmallIndex index({
      trial(1, {{"title", "ant"}, {"status", "RECRUITING"}, {"phase", "PHASE1"}, {"sex", "ALL"}}),
      trial(2,
            {{"title", "ant"}, {"status", "ACTIVE_NOT_RECRUITING"}, {"phase", "PHASE2"}, {"type", "INTERVENTIONAL"}}),
      trial(3, {{"title", "ant"}, {"status", "COMPLETED"}, {"phase", "PHASE1"}, {"phase", "PHASE2"}}),
      trial(4,
            {{"title", "bee"}, {"status", "COMPLETED"}, {"phase", "PHASE2"}, {"phase", "PHASE3"}, {"sex", "FEMALE"}}),
      trial(5, {{"title", "bee"}, {"status", "WITHDRAWN"}, {"phase", "NA"}, {"type", "OBSERVATIONAL"}}),
      trial(6, {{"title", "bee"}, {"results", "yes"}, {"allocation", "RANDOMIZED"}, {"other_id", "EORTC-12/34"}}),
  });
  return index;
}

SmallIndex& dates() {
  static SmallIndex index({
      trial(1, {{"title", "ant"}, {"start", "2015"}, {"enrollment", "99"}}),
      trial(2, {{"title", "ant"}, {"start", "2015-06"}, {"enrollment", "100"}}),
      trial(3, {{"title", "ant"}, {"start", "2015-06-15"}, {"enrollment", "101"}}),
      trial(4, {{"title", "ant"}, {"start", "2016-02-29"}, {"enrollment", "0"}}),
      trial(5, {{"title", "ant"}, {"start", "2014-12-31"}, {"enrollment", "5000000"}}),
      trial(6, {{"title", "bee"}}),
  });
  return index;
}

}  // namespace

TEST_CASE("a status is met in any spelling") {
  for (const char* spelling :
       {"status:active_not_recruiting", "status:ACTIVE_NOT_RECRUITING", "status:active-not-recruiting",
        "status:\"Active, not recruiting\"", "STATUS:\"active not recruiting\""}) {
    CAPTURE(spelling);
    CHECK(designs().find(spelling) == Numbers{2});
  }
  CHECK(designs().find("status:recruiting") == Numbers{1});
}

TEST_CASE("a phase holds for the combined phases with it") {
  CHECK(designs().find("phase:2") == Numbers{2, 3, 4});
  CHECK(designs().find("phase:II") == Numbers{2, 3, 4});
  CHECK(designs().find("phase:\"Phase 1\"") == Numbers{1, 3});
  CHECK(designs().find("phase:3") == Numbers{4});
  CHECK(designs().find("phase:na") == Numbers{5});
  CHECK(designs().find("phase:(1 AND 2)") == Numbers{3});
}

TEST_CASE("filters of one field are alternatives, of different fields conditions") {
  CHECK(designs().find("phase:1 phase:3") == Numbers{1, 3, 4});
  CHECK(designs().find("phase:2 status:completed") == Numbers{3, 4});
  CHECK(designs().find("phase:1 phase:3 status:completed") == Numbers{3, 4});
  CHECK(designs().find("ant phase:1 phase:3") == Numbers{1, 3});
  CHECK(designs().find("bee status:completed status:withdrawn") == Numbers{4, 5});
  CHECK(designs().find("ant bee status:completed") == Numbers{3, 4});
  CHECK(designs().find("ant -status:completed") == Numbers{1, 2});
  CHECK(designs().find("ant -phase:2 -status:completed") == Numbers{1});
  CHECK(designs().find("(ant AND phase:1) OR (bee AND phase:3)") == Numbers{1, 3, 4});
  CHECK(designs().find("sex:female") == Numbers{4});
  CHECK(designs().find("results:yes allocation:randomised") == Numbers{6});
  CHECK(designs().find("type:observational") == Numbers{5});
}

TEST_CASE("a filter is required even where words side by side are optional, and adds no score") {
  const auto plain = rank(designs().index(), "ant");
  const auto filtered = rank(designs().index(), "ant status:completed");
  REQUIRE(filtered.size() == 1);
  CHECK(filtered[0].id == id_of(3));
  const auto same = std::find_if(plain.begin(), plain.end(), [](const Ranked& hit) { return hit.id == id_of(3); });
  REQUIRE(same != plain.end());
  CHECK(filtered[0].score == same->score);
  for (const Ranked& hit : rank(designs().index(), "phase:2 has:title")) CHECK(hit.score == 0);
}

TEST_CASE("an id is found by the trial's number and by its others") {
  CHECK(designs().find("id:NCT00000004") == Numbers{4});
  CHECK(designs().find("nct:nct00000004") == Numbers{4});
  CHECK(designs().find("id:eortc-12/34") == Numbers{6});
  CHECK(designs().find("id:NCT00000001 id:NCT00000002") == Numbers{1, 2});
  CHECK(designs().find("id:NCT00000044").empty());
}

TEST_CASE("has and missing tell whether a record has a field") {
  CHECK(designs().find("has:phase") == Numbers{1, 2, 3, 4, 5});
  CHECK(designs().find("missing:phase") == Numbers{6});
  CHECK(designs().find("has:sex") == Numbers{1, 4});
  CHECK(designs().find("ant has:sex") == Numbers{1});
  CHECK(designs().find("missing:status missing:phase") == Numbers{6});
  CHECK(designs().find("has:has_results") == Numbers{6});
  CHECK(dates().find("has:start").size() == 5);
  CHECK(dates().find("missing:enrollment") == Numbers{6});
  CHECK(designs().find("has:detailed").empty());
  CHECK(designs().find("missing:detailed").size() == 6);
  CHECK(designs().find("-has:phase") == Numbers{6});
}

TEST_CASE("a partial date matches a range that it overlaps") {
  CHECK(dates().find("start:2015") == Numbers{1, 2, 3});
  CHECK(dates().find("start:2015-06") == Numbers{1, 2, 3});
  CHECK(dates().find("start:2015-06-15") == Numbers{1, 2, 3});
  CHECK(dates().find("start:2015-06-16") == Numbers{1, 2});
  CHECK(dates().find("start:2015-07") == Numbers{1});
  CHECK(dates().find("start:2015-07..2016-02-28") == Numbers{1});
  CHECK(dates().find("start:2016-02..2016-02") == Numbers{4});
  CHECK(dates().find("start:2014..2016").size() == 5);
}

TEST_CASE("a range may be open at one end") {
  CHECK(dates().find("start:2015-06-16..") == Numbers{1, 2, 4});
  CHECK(dates().find("start:..2014") == Numbers{5});
  CHECK(dates().find("start:>2015") == Numbers{4});
  CHECK(dates().find("start:>=2016-02-29") == Numbers{4});
  CHECK(dates().find("start:<2015") == Numbers{5});
  CHECK(dates().find("start:<=2015-06-14") == Numbers{1, 2, 5});
  CHECK(dates().find("ant start:2015 start:2014") == Numbers{1, 2, 3, 5});
  CHECK(dates().find("-start:2015") == Numbers{4, 5, 6});
}

TEST_CASE("enrollment is a number") {
  CHECK(dates().find("enrollment:100") == Numbers{2});
  CHECK(dates().find("enrollment:>=100") == Numbers{2, 3, 5});
  CHECK(dates().find("enrollment:>100") == Numbers{3, 5});
  CHECK(dates().find("enrollment:<100") == Numbers{1, 4});
  CHECK(dates().find("enrollment:0") == Numbers{4});
  CHECK(dates().find("enrollment:99..101") == Numbers{1, 2, 3});
  CHECK(dates().find("ant start:2015 enrollment:..99") == Numbers{1});
}

TEST_CASE("has and missing take groups of fields") {
  SmallIndex index({trial(1, {{"summary", "ant"}}), trial(2, {{"detailed", "ant"}}), trial(3, {{"title", "ant"}})});
  CHECK(index.find("has:desc") == Numbers{1, 2});
  CHECK(index.find("missing:desc") == Numbers{3});
  CHECK(index.find("has:any") == Numbers{1, 2, 3});
}

TEST_CASE("ages match where they overlap, to the day") {
  SmallIndex index({trial(1, {{"title", "x"}, {"minimum_age", "18 Years"}, {"maximum_age", "65 Years"}}),
                    trial(2, {{"title", "x"}, {"maximum_age", "17 Years"}}),
                    trial(3, {{"title", "x"}, {"minimum_age", "66 Years"}}),
                    trial(4, {{"title", "x"}, {"minimum_age", "6 Months"}, {"maximum_age", "11 Months"}}),
                    trial(5, {{"title", "x"}})});
  CHECK(index.find("age:18..65") == Numbers{1});
  CHECK(index.find("age:17") == Numbers{2});
  CHECK(index.find("age:>65") == Numbers{3});
  CHECK(index.find("age:<18") == Numbers{2, 4});
  CHECK(index.find("age:6m..11m") == Numbers{2, 4});
  CHECK(index.find("age:12m") == Numbers{2});
  CHECK(index.find("missing:age") == Numbers{5});
}

namespace {

search::Lacking lacking(SmallIndex& built, std::string_view text) {
  return search::Searcher(built.index()).count(query::parse_native(text), {}).lacking;
}

}  // namespace

TEST_CASE("trials that only lack the fields of filters are counted, for each field and together") {
  CHECK(to_string(lacking(designs(), "bee status:completed")) == "1 more without status");
  CHECK(to_string(lacking(designs(), "ant sex:female")) == "2 more without sex");
  CHECK(to_string(lacking(designs(), "status:completed sex:female type:interventional")) ==
        "3 more without status (1), sex (2) or type (3)");
  CHECK(to_string(lacking(designs(), "ant status:recruiting")).empty());
  CHECK(to_string(lacking(dates(), "start:2020..")) == "1 more without start");
}

TEST_CASE("kept trials without the field are those that were counted") {
  query::Query query = query::parse_native("bee status:completed");
  query::keep_missing(query.root);
  CHECK(search::Searcher(designs().index()).count(query, {}).total == 2);
}

TEST_CASE("a filter under NOT keeps its meaning: trials without the field are there anyway") {
  query::Query query = query::parse_native("bee NOT status:completed");
  query::keep_missing(query.root);
  CHECK(search::Searcher(designs().index()).count(query, {}).total == 2);
  CHECK(to_string(lacking(designs(), "bee NOT status:completed")).empty());
}
