// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/facets.hpp"

#include <map>
#include <random>

#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/search/evaluator.hpp"

using namespace trialsift;
using namespace trialsift::testing;
using search::Facet;
using search::FacetValue;

namespace {

Facet facet(SmallIndex& built, std::string_view query, std::string_view field) {
  const search::DocSet documents = search::Evaluator(built.index()).evaluate(query::parse_native(query).root);
  return search::count_facets(built.index(), documents, std::vector{std::string(field)}).front();
}

std::vector<model::Trial> some_trials() {
  return {trial(1, {{"title", "graft"},
                    {"status", "RECRUITING"},
                    {"phase", "PHASE1"},
                    {"phase", "PHASE2"},
                    {"start", "2019-03"},
                    {"country", "France"},
                    {"country", "France"},
                    {"country", "Spain"}}),
          trial(2, {{"title", "graft"},
                    {"status", "RECRUITING"},
                    {"phase", "PHASE2"},
                    {"start", "2021"},
                    {"country", "FRANCE"}}),
          trial(3, {{"title", "graft"}, {"status", "COMPLETED"}}),
          trial(4, {{"title", "other"}, {"status", "WITHDRAWN"}, {"start", "2019-01-01"}, {"country", "Peru"}})};
}

}  // namespace

TEST_CASE("a facet counts the values of the trials that match, the most frequent first") {
  SmallIndex built(some_trials());
  const Facet status = facet(built, "graft", "status");
  CHECK(status.field == "status");
  CHECK((status.values == std::vector<FacetValue>{{"recruiting", 2}, {"completed", 1}}));
  CHECK(status.missing == 0);
  CHECK(facet(built, "other", "status").values == std::vector<FacetValue>{{"withdrawn", 1}});
}

TEST_CASE("a trial counts once for each of its values, and those without are told") {
  SmallIndex built(some_trials());
  const Facet phase = facet(built, "graft", "phases");
  CHECK(phase.field == "phase");
  CHECK((phase.values == std::vector<FacetValue>{{"phase2", 2}, {"phase1", 1}}));
  CHECK(phase.missing == 1);
}

TEST_CASE("dates are counted by year, in the order of years") {
  SmallIndex built(some_trials());
  const Facet start = facet(built, "", "start");
  CHECK((start.values == std::vector<FacetValue>{{"2019", 2}, {"2021", 1}}));
  CHECK(start.missing == 1);
}

TEST_CASE("countries are counted by what their names mean") {
  SmallIndex built(some_trials());
  const Facet country = facet(built, "graft", "country");
  CHECK((country.values == std::vector<FacetValue>{{"france", 2}, {"spain", 1}}));
  CHECK(country.missing == 1);
}

TEST_CASE("texts are counted without regard to case") {
  SmallIndex built({trial(1, {{"title", "graft"}, {"condition", "Haste"}}),
                    trial(2, {{"title", "graft"}, {"condition", "HASTE"}, {"condition", "Rush"}})});
  const Facet condition = facet(built, "graft", "condition");
  CHECK((condition.values == std::vector<FacetValue>{{"Haste", 2}, {"Rush", 1}}));
}

TEST_CASE("a result without trials has facets without values") {
  SmallIndex built(some_trials());
  for (const char* field : {"status", "start", "country"}) {
    CHECK(facet(built, "nothing", field).values.empty());
    CHECK(facet(built, "nothing", field).missing == 0);
  }
}

TEST_CASE("what cannot be counted is refused with what can") {
  SmallIndex built(some_trials());
  for (const char* field : {"title", "enrollment", "id", "nonsense", ""}) {
    CAPTURE(field);
    CHECK_THROWS_AS(search::check_facet(field), base::Error);
    CHECK_THROWS_AS(facet(built, "graft", field), base::Error);
  }
  search::check_facet("Condition");
}

TEST_CASE("facets of keywords agree with a count over the records") {
  std::mt19937 random(6);
  const std::vector<std::string> statuses = {"recruiting", "completed", "terminated", ""};
  std::vector<model::Trial> trials;
  std::map<std::string, std::uint64_t> counts;
  for (int number = 1; number <= 300; ++number) {
    Parts parts = {{"title", random() % 2 == 0 ? "graft" : "other"}};
    const std::string& status = statuses[random() % statuses.size()];
    if (!status.empty()) parts.emplace_back("status", status);
    if (parts[0].second == "graft") ++counts[status];
    trials.push_back(trial(number, parts));
  }
  SmallIndex built(trials);
  const Facet found = facet(built, "graft", "status");
  CHECK(found.missing == counts[""]);
  CHECK(found.values.size() == 3);
  for (const FacetValue& value : found.values) CHECK(value.count == counts[value.value]);
}

TEST_CASE("the facets of one run are those of single ones") {
  SmallIndex built(some_trials());
  const search::DocSet all = search::Evaluator(built.index()).evaluate(query::parse_native("").root);
  const std::vector<std::string> fields = {"condition", "status", "country", "start", "keyword"};
  const std::vector<Facet> together = search::count_facets(built.index(), all, fields);
  REQUIRE(together.size() == fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Facet alone = facet(built, "", fields[i]);
    CAPTURE(fields[i]);
    CHECK(together[i].field == fields[i]);
    CHECK(together[i].values == alone.values);
    CHECK(together[i].missing == alone.missing);
  }
}
