// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/lint.hpp"

#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "support/trees.hpp"
#include "trialsift/query/dialects.hpp"
#include "trialsift/search/searcher.hpp"

using namespace trialsift;
using namespace trialsift::testing;
using search::Match;

namespace {

/// The warnings of counting and of searching, which must not differ.
std::vector<query::Warning> warnings(SmallIndex& built, std::string_view text, Match match = Match::kAny,
                                     std::string_view language = "native") {
  const query::Query query = query::find_dialect(language)->parse(text, {}, {});
  const search::Searcher searcher(built.index());
  search::SearchOptions options;
  options.match = match;
  options.expansions = {};
  const std::vector<query::Warning> counted = searcher.count(query, options).warnings;
  const search::ResultSet results = searcher.search(query, options);
  CHECK(counted.size() == results.counts().warnings.size());
  return counted;
}

std::string codes(const std::vector<query::Warning>& warnings) {
  std::string codes;
  for (const query::Warning& warning : warnings) codes += (codes.empty() ? "" : " ") + warning.code;
  return codes;
}

SmallIndex& drugs() {
  static SmallIndex index({trial(1, {{"summary", "lenalidomide after transplantation"}}),
                           trial(2, {{"summary", "thalidomide and lenalidomide"}}),
                           trial(3, {{"summary", "pomalidomide in myeloma, follow-up"}})});
  return index;
}

/// Forty trials with "ant", of which thirty have "bee" too.
SmallIndex& insects() {
  static SmallIndex index([] {
    std::vector<model::Trial> trials;
    for (int i = 1; i <= 40; ++i) trials.push_back(trial(i, {{"summary", i <= 30 ? "ant bee" : "ant"}}));
    return trials;
  }());
  return index;
}

}  // namespace

TEST_CASE("a word that no trial has is told with the nearest that there are") {
  const auto found = warnings(drugs(), "lenalidomode AND myeloma");
  REQUIRE(codes(found) == "no-such-word");
  CHECK(found.front().sentence == "no trial has lenalidomode (nearest: lenalidomide)");
  CHECK_FALSE(found.front().result_changing);
}

TEST_CASE("all words that no trial has are told in one warning, the first five by name") {
  const auto found = warnings(drugs(), "qqqa qqqb qqqc qqqd qqqe qqqf qqqg");
  REQUIRE(codes(found) == "no-such-word");
  CHECK(found.front().sentence == "no trial has qqqa, qqqb, qqqc, qqqd, qqqe and 2 more");
}

TEST_CASE("a word of which trials have the family, or a spelling with a hyphen, is no unknown word") {
  CHECK(codes(warnings(drugs(), "transplant")).empty());
  CHECK(codes(warnings(drugs(), "followup")).empty());
  CHECK(codes(warnings(drugs(), "=transplant")) == "no-such-word");
  CHECK(codes(warnings(drugs(), "\"follow up\"")).empty());
}

TEST_CASE("the words of a phrase and a wildcard that fits no word are unknown words") {
  CHECK(warnings(drugs(), "\"thalidomide or lenalidomide\"").front().sentence == "no trial has or");
  CHECK(warnings(drugs(), "xyz*").front().sentence == "no trial has xyz*");
}

TEST_CASE("a NOT that leaves out more than half of many trials is told") {
  const auto found = warnings(insects(), "ant NOT bee");
  REQUIRE(codes(found) == "not-removes-most");
  CHECK(found.front().sentence == "NOT leaves out 30 of 40 trials: bee");
  CHECK(codes(warnings(insects(), "ant -bee")) == "not-removes-most");
  CHECK(codes(warnings(insects(), "(ant OR wasp) NOT (bee OR wasp)")) == "no-such-word not-removes-most");
}

TEST_CASE("a NOT of few trials, or that leaves out the smaller part, or alone, is none to tell of") {
  CHECK(codes(warnings(drugs(), "lenalidomide NOT thalidomide")).empty());
  CHECK(codes(warnings(insects(), "NOT bee")).empty());
  CHECK(codes(warnings(insects(), "ant NOT (ant NOT bee)")) == "not-removes-most");
  CHECK(codes(warnings(insects(), "-bee")).empty());
}

TEST_CASE("the filter for studies of people leaves out nothing and is not told of") {
  CHECK(codes(warnings(insects(), "ant.tw. not (animals/ not humans/)", Match::kAny, "ovid")).empty());
}

TEST_CASE("a wildcard that stands for very many words is told with their number") {
  std::string text;
  for (int i = 0; i < 1200; ++i) text += "ab" + std::to_string(1000 + i) + " ";
  SmallIndex built({trial(1, {{"summary", text}})});
  const auto found = warnings(built, "ab1* OR ab2* OR \"ab1000\"");
  CHECK(codes(found).empty());
  SmallIndex more({trial(1, {{"summary", text}})});
  query::Query query;
  query.root = pattern("ab*");
  const auto told = search::Searcher(more.index()).count(query, {}).warnings;
  REQUIRE(codes(told) == "wildcard-explodes");
  CHECK(told.front().sentence == "ab* stands for 1200 words; --analyze shows them");
}
