// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/kept_values.hpp"

#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/query/parser.hpp"
#include "trialsift/search/evaluator.hpp"
#include "trialsift/search/facets.hpp"

using namespace trialsift;
using namespace trialsift::testing;

namespace {

std::vector<model::Trial> some_trials() {
  return {trial(1, {{"title", "graft"}, {"status", "Trial now transitioned"}, {"country", "Korea, Republic of"}}),
          trial(2, {{"title", "graft"}, {"status", "Temporarily halted"}, {"country", "South Korea"}}),
          trial(3, {{"title", "graft"}, {"status", "RECRUITING"}, {"country", "Wuhan"}})};
}

std::uint64_t count(SmallIndex& built, const std::string& text) {
  query::DialectOptions options;
  options.has_value = [&](const schema::Field& field, std::string_view key) {
    return search::has_value(built.index(), field, key);
  };
  return search::Evaluator(built.index()).evaluate(query::parse_native(text, options).root).size();
}

}  // namespace

TEST_CASE("what a facet shows can be asked for, as it is written and by its key") {
  SmallIndex built(some_trials());
  const search::DocSet all = search::Evaluator(built.index()).evaluate(query::parse_native("").root);
  const std::vector<std::string> fields = {"status", "country"};
  for (const search::Facet& facet : search::count_facets(built.index(), all, fields)) {
    for (const search::FacetValue& value : facet.values) {
      CAPTURE(facet.field, value.value);
      CHECK(count(built, facet.field + ":" + value.value) == value.count);
    }
  }
  CHECK(count(built, "status:\"Trial now transitioned\"") == 1);
  CHECK(count(built, "status:\"temporarily halted\"") == 1);
  CHECK(count(built, "country:wuhan") == 1);
}

TEST_CASE("a value that neither a vocabulary nor a record has is an error") {
  SmallIndex built(some_trials());
  CHECK_THROWS_AS(count(built, "status:transitioned"), base::Error);
  CHECK_THROWS_AS(count(built, "country:atlantis"), base::Error);
}

TEST_CASE("a country is found by any of its names, several are alternatives, and beside words it is required") {
  SmallIndex built(some_trials());
  for (const char* name : {"country:KR", "country:kor", "country:korea", "country:\"Republic of Korea\""}) {
    CAPTURE(name);
    CHECK(count(built, name) == 2);
  }
  CHECK(count(built, "country:KR country:wuhan") == 3);
  CHECK(count(built, "graft country:wuhan") == 1);
  CHECK(count(built, "country:france") == 0);
  CHECK(count(built, "location:republic") == 1);
}
