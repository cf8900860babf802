// SPDX-License-Identifier: GPL-2.0-or-later
// Fields that are parts of others: criteria by their side, outcomes and sponsors by their role, one site of several.
#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/search/facets.hpp"

using namespace trialsift;
using namespace trialsift::testing;
using Numbers = std::vector<int>;

namespace {

SmallIndex& parts() {
  static SmallIndex index({
      trial(1, {{"title", "ant"},
                {"eligibility", "Inclusion Criteria:\n\n- HIV infection\n\nExclusion Criteria:\n\n- pregnancy"},
                {"outcome", "survival"},
                {"secondary_outcome", "pain"},
                {"sponsor", "Clinic of Lille"},
                {"collaborator", "Novartis"}}),
      trial(2, {{"title", "ant"},
                {"eligibility", "Inclusion Criteria:\n\n- adults\n\nExclusion Criteria:\n\n- HIV infection"},
                {"outcome", "pain"},
                {"sponsor", "NOVARTIS"}}),
      trial(3, {{"title", "ant"}, {"eligibility", "Adults with HIV infection."}, {"sponsor", "Novartis"}}),
  });
  return index;
}

SmallIndex& sites() {
  static SmallIndex index({
      trial(1, {{"site", "Bonn, Germany, RECRUITING"}, {"site", "Lille, France, COMPLETED"}}),
      trial(2, {{"site", "Bonn, Germany, COMPLETED"}, {"site", "Lille, France, RECRUITING"}}),
      trial(3, {{"site", "Bonn, Germany, NOT_YET_RECRUITING"}}),
      trial(4, {{"site", "Vienna, Austria, RECRUITING"}}),
      trial(5, {{"title", "zz sites recruiting"}}),
  });
  return index;
}

}  // namespace

TEST_CASE("criteria are found by their side, and all of them by eligibility") {
  CHECK(parts().find("inclusion:HIV") == Numbers{1});
  CHECK(parts().find("exclusion:HIV") == Numbers{2});
  CHECK(parts().find("other_criteria:HIV") == Numbers{3});
  CHECK(parts().find("eligibility:\"HIV infection\"") == Numbers{1, 2, 3});
  CHECK(parts().find("criteria:pregnancy") == Numbers{1});
  CHECK(parts().find("has:eligibility") == Numbers{1, 2, 3});
  CHECK(parts().find("has:exclusion") == Numbers{1, 2});
  CHECK(parts().find("missing:inclusion") == Numbers{3});
}

TEST_CASE("outcomes and sponsors are found by their role, and all of them by the name of before") {
  CHECK(parts().find("primary_outcome:pain") == Numbers{2});
  CHECK(parts().find("secondary_outcome:pain") == Numbers{1});
  CHECK(parts().find("outcome:pain") == Numbers{1, 2});
  CHECK(parts().find("lead_sponsor:novartis") == Numbers{2, 3});
  CHECK(parts().find("collaborator:novartis") == Numbers{1});
  CHECK(parts().find("sponsor:novartis") == Numbers{1, 2, 3});
}

TEST_CASE("a snippet names the side of the criteria that it is of") {
  CHECK(parts().first("exclusion:HIV").snippets.at(0).field == "exclusion");
}

TEST_CASE("conditions of one site hold of one site together") {
  CHECK(sites().find("site:(germany recruiting)") == Numbers{1});
  CHECK(sites().find("site:(germany completed)") == Numbers{2});
  CHECK(sites().find("site:(germany not yet recruiting)") == Numbers{3});
  CHECK(sites().find("site:((germany OR austria) recruiting)") == Numbers{1, 4});
  CHECK(sites().find("site:(bonn germany)") == Numbers{1, 2, 3});
  CHECK(sites().find("site:(bonn france)").empty());
  CHECK(sites().find("site:recruiting") == Numbers{1, 2, 4});
  CHECK(sites().find("site_status:recruiting") == Numbers{1, 2, 4});
  CHECK(sites().find("location:germany AND site_status:recruiting") == Numbers{1, 2});
}

TEST_CASE("the status of a site is no word of its place") {
  CHECK(sites().find("location:recruiting").empty());
  CHECK(sites().find("af:recruiting") == Numbers{5});
  CHECK(sites().find("location:\"Germany Lille\"").empty());
  CHECK(sites().find("location:\"Bonn Germany\"") == Numbers{1, 2, 3});
}

TEST_CASE("eligibility warns where most trials have the words among their exclusion criteria only") {
  std::vector<model::Trial> trials;
  for (int i = 1; i <= 30; ++i) {
    const std::string line = i <= 20 ? "Exclusion Criteria:\n- HIV" : "Inclusion Criteria:\n- HIV";
    trials.push_back(trial(i, {{"eligibility", line}}));
  }
  SmallIndex built(trials);
  const auto warnings = [&built](std::string_view query) {
    return search::Searcher(built.index()).count(query::parse_native(query), {}).warnings;
  };
  const auto found = warnings("eligibility:HIV");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "mostly-exclusions");
  CHECK(found[0].sentence ==
        "20 of 30 trials have HIV among their exclusion criteria only: write inclusion: or exclusion: in the place of "
        "eligibility:");
  CHECK(warnings("exclusion:HIV").empty());
  CHECK(warnings("inclusion:HIV").empty());
}

TEST_CASE("only the status of a study itself can be past its completion") {
  SmallIndex built({trial(
      1,
      {{"status", "RECRUITING"}, {"site", "Bonn, Germany, RECRUITING"}, {"completion", "2020"}, {"as_of", "2025"}})});
  CHECK(built.find("status:recruiting_past_completion") == Numbers{1});
  CHECK(built.find("site_status:recruiting_past_completion").empty());
  const auto documents = search::Searcher(built.index()).documents(query::parse_native(""), {});
  const std::vector<std::string> names = {"site_status"};
  CHECK(search::count_facets(built.index(), documents, names)[0].values ==
        std::vector<search::FacetValue>{{"recruiting", 1}});
}

TEST_CASE("a facet of a combined field counts the values of its parts, in the commonest spelling") {
  const auto documents = search::Searcher(parts().index()).documents(query::parse_native("ant"), {});
  const std::vector<std::string> names = {"sponsors", "lead_sponsor"};
  const auto facets = search::count_facets(parts().index(), documents, names);
  CHECK(facets[0].field == "sponsor");
  CHECK(facets[0].values == std::vector<search::FacetValue>{{"Novartis", 3}, {"Clinic of Lille", 1}});
  CHECK(facets[1].values == std::vector<search::FacetValue>{{"Novartis", 2}, {"Clinic of Lille", 1}});
  CHECK_THROWS_AS(search::check_facet("eligibility"), base::Error);
}
