// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/explanation.hpp"

#include <algorithm>
#include <cmath>

#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "trialsift/search/similar.hpp"

using namespace trialsift;
using namespace trialsift::testing;
using search::Explanation;
using search::PartFinding;

namespace {

std::vector<model::Trial> trials() {
  return {trial(1, {{"title", "Lenalidomide for myeloma"},
                    {"summary", "Lenalidomide after a graft. Then the myeloma is watched."},
                    {"eligibility", "No bortezomib before"}}),
          trial(2, {{"title", "Bortezomib"}, {"summary", "Myeloma and bortezomib"}}),
          trial(3, {{"summary", "Nothing of the kind"}})};
}

Explanation explain(SmallIndex& index, std::string_view query, int number) {
  const auto document = index.index().find(*model::TrialId::parse(id_of(number)));
  return search::explain(index.index(), query::parse_native(query), {}, document.value());
}

const PartFinding& part(const Explanation& explanation, std::string_view text) {
  const auto found = std::find_if(explanation.parts.begin(), explanation.parts.end(),
                                  [text](const PartFinding& each) { return each.part == text; });
  if (found == explanation.parts.end()) throw std::logic_error("no part " + std::string(text));
  return *found;
}

std::vector<std::string> deciding(const Explanation& explanation) {
  std::vector<std::string> parts;
  for (const PartFinding& each : explanation.parts) {
    if (each.decides) parts.push_back(each.part);
  }
  return parts;
}

}  // namespace

TEST_CASE("a hit is explained by its rank, its score, its parts and its sentences") {
  SmallIndex index(trials());
  const Explanation explanation = explain(index, "lenalidomide myeloma", 1);
  CHECK(explanation.is_hit);
  CHECK(explanation.rank == 1);
  CHECK(explanation.total == 2);
  long long sum = 0;
  for (const search::ScoreReason& reason : explanation.reasons) sum += std::llround(reason.score * 1e6);
  CHECK(sum == std::llround(explanation.hit.score * 1e6));
  const PartFinding& word = part(explanation, "lenalidomide");
  CHECK(word.met);
  REQUIRE(word.places.size() == 2);
  CHECK(word.places[0].field == "title");
  CHECK(word.places[1].field == "summary");
  CHECK(deciding(explanation).empty());
  CHECK_FALSE(explanation.hit.snippets.empty());
}

TEST_CASE("of a miss the parts that decide are told") {
  SmallIndex index(trials());
  CHECK(deciding(explain(index, "lenalidomide AND myeloma", 2)) ==
        std::vector<std::string>{"(and lenalidomide myeloma)", "lenalidomide"});
  CHECK(deciding(explain(index, "lenalidomide OR thalidomide", 2)) ==
        std::vector<std::string>{"(or lenalidomide thalidomide)", "lenalidomide", "thalidomide"});
  CHECK(deciding(explain(index, "myeloma NOT bortezomib", 2)).back() == "bortezomib");
  CHECK(deciding(explain(index, "+lenalidomide thalidomide", 2)).back() == "lenalidomide");
  CHECK(deciding(explain(index, "myeloma -bortezomib", 2)).back() == "-bortezomib");
}

TEST_CASE("a word that is missed is looked for in the other fields, and what is like it is named") {
  SmallIndex index(trials());
  const Explanation elsewhere = explain(index, "bortezomib", 1);
  CHECK_FALSE(elsewhere.is_hit);
  CHECK(elsewhere.parts.back().note == "The record has bortezomib in other_criteria, where this part does not look.");
  const Explanation misspelt = explain(index, "lenalidomde", 1);
  CHECK(misspelt.parts.back().nearest == std::vector<std::string>{"lenalidomide"});
  const Explanation phrase = explain(index, "\"myeloma lenalidomide\"", 1);
  CHECK(phrase.parts.back().note.find("not so that they stand as wanted") != std::string::npos);
}

TEST_CASE("a filter that is missed is told with the value that the record has") {
  std::vector<model::Trial> all = trials();
  put_part(all[0], "status", "completed");
  SmallIndex index(all);
  CHECK(part(explain(index, "myeloma status:recruiting", 1), "status:recruiting").note ==
        "The record's status: completed.");
  CHECK(part(explain(index, "myeloma status:recruiting", 2), "status:recruiting").note == "The record has no status.");
}

TEST_CASE("similar trials are those that share the telling words, without the trial itself") {
  SmallIndex index(trials());
  const auto first = index.index().find(*model::TrialId::parse(id_of(1))).value();
  const std::vector<store::DocId> documents = {first};
  const std::string query = search::similar_query(index.index(), documents, search::default_ranking());
  CHECK(query.find("myeloma^") != std::string::npos);
  CHECK(query.find("lenalidomide^") == std::string::npos);  // no other trial has it
  CHECK(query.find("the^") == std::string::npos);
  CHECK(query.find("-id:" + id_of(1)) != std::string::npos);
  const std::vector<Ranked> similar = rank(index.index(), query);
  REQUIRE_FALSE(similar.empty());
  CHECK(similar[0].id == id_of(2));
  for (const Ranked& each : similar) CHECK(each.id != id_of(1));
}
