// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "trialsift/query/dialects.hpp"
#include "trialsift/search/evaluator.hpp"

using namespace trialsift;
using namespace trialsift::testing;
using Numbers = std::vector<int>;

namespace {

/// The trials of a search expression, ascending.
Numbers found(SmallIndex& built, std::string_view expression) {
  const query::Query query = query::find_dialect("ctgov")->parse(expression, {}, {});
  Numbers numbers;
  for (const store::DocId document : search::Evaluator(built.index()).evaluate(query.root).ids()) {
    numbers.push_back(std::stoi(built.index().trial(document).id.text().substr(3)));
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

Numbers ranked(SmallIndex& built, std::string_view expression) {
  const query::Query query = query::find_dialect("ctgov")->parse(expression, {}, {});
  Numbers numbers;
  for (const Ranked& hit : rank(built.index(), query)) numbers.push_back(std::stoi(hit.id.substr(3)));
  return numbers;
}

SmallIndex conditions() {
  return SmallIndex({trial(1, {{"condition", "heart attack"}}), trial(2, {{"condition", "heart attack, acute"}}),
                     trial(3, {{"condition", "first heart attack"}}),
                     trial(4, {{"condition", "attack of the heart"}, {"condition", "attack"}}),
                     trial(5, {{"condition", "heart attacks"}}),
                     trial(6, {{"condition", "stroke"}, {"condition", "heart attack"}})});
}

}  // namespace

TEST_CASE("coverage asks where in a value a term stands") {
  SmallIndex built = conditions();
  CHECK(found(built, "AREA[Condition] COVERAGE[FullMatch] heart attack") == Numbers{1, 6});
  CHECK(found(built, "AREA[Condition] COVERAGE[StartsWith] heart attack") == Numbers{1, 2, 6});
  CHECK(found(built, "AREA[Condition] COVERAGE[EndsWith] heart attack") == Numbers{1, 3, 6});
  CHECK(found(built, "AREA[Condition] COVERAGE[Contains] \"heart attack\"") == Numbers{1, 2, 3, 6});
  CHECK(found(built, "AREA[Condition] COVERAGE[FullMatch] attack") == Numbers{4});
  CHECK(found(built, "AREA[Condition] COVERAGE[StartsWith] attack") == Numbers{4});
}

TEST_CASE("coverage goes with the forms of words that EXPANSION asks for") {
  SmallIndex built = conditions();
  CHECK(found(built, "AREA[Condition] EXPANSION[Term] COVERAGE[FullMatch] heart attack") == Numbers{1, 5, 6});
  CHECK(found(built, "AREA[Condition] EXPANSION[Term] COVERAGE[EndsWith] attack") == Numbers{1, 3, 4, 5, 6});
  CHECK(found(built, "AREA[Condition] EXPANSION[Term] COVERAGE[StartsWith] acute") == Numbers{});
}

TEST_CASE("a search with coverage finds what an evaluation finds") {
  SmallIndex built = conditions();
  Numbers hits = ranked(built, "AREA[Condition] COVERAGE[EndsWith] heart attack OR AREA[Condition] stroke");
  std::sort(hits.begin(), hits.end());
  CHECK(hits == Numbers{1, 3, 6});
}

TEST_CASE("the words of a term stand apart too, but together they rank first") {
  SmallIndex built({trial(1, {{"condition", "attack of the heart"}}), trial(2, {{"condition", "heart attack acute"}}),
                    trial(3, {{"condition", "heart"}})});
  CHECK(ranked(built, "heart attack") == Numbers{2, 1});
  CHECK(found(built, "heart attack") == Numbers{1, 2});
  CHECK(found(built, "EXPANSION[None] heart attack") == Numbers{2});
  CHECK(found(built, "EXPANSION[Lossy] heart attack") == Numbers{1, 2, 3});
}

TEST_CASE("BasicSearch leaves out detailed descriptions and eligibility") {
  SmallIndex built({trial(1, {{"summary", "aspirin"}}), trial(2, {{"detailed", "aspirin"}}),
                    trial(3, {{"eligibility", "aspirin"}}), trial(4, {{"outcome", "aspirin"}})});
  CHECK(found(built, "aspirin") == Numbers{1, 4});
  CHECK(found(built, "AREA[DetailedDescription]aspirin") == Numbers{2});
  CHECK(found(built, "AREA[EligibilitySearch]aspirin") == Numbers{3});
  CHECK(found(built, "NCT00000002") == Numbers{2});
}
