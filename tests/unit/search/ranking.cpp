// SPDX-License-Identifier: GPL-2.0-or-later
#include <cmath>
#include <random>

#include "support/catch.hpp"
#include "support/small_index.hpp"

using namespace trialsift;
using namespace trialsift::testing;
using search::Match;
using Numbers = std::vector<int>;

namespace {

/// BM25 by the book with the default ranking's k1 and b; a document counts as at least half as long as the average.
double saturation(double frequency, double length, double average) {
  const double k1 = search::default_ranking().k1;
  const double b = search::default_ranking().b;
  const double relative = std::max(length / average, 0.5);
  return frequency * (k1 + 1) / (frequency + k1 * (1 - b + b * relative));
}
double rarity(double matching, double all) {
  const double odds = (all - matching + 0.5) / (matching + 0.5);
  return std::log(odds < 2 ? 1 + odds / 2 : odds);
}

search::SearchOptions without_feedback() {
  search::SearchOptions options;
  options.limit = 0;
  options.with_records = false;
  options.expansions = 0;
  return options;
}

/// Without what feedback and titles add; a whole number of millionths.
double score_of(SmallIndex& index, std::string_view query, int number) {
  const auto found = search::Searcher(index.index()).search(query::parse_native(query), without_feedback());
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found.hit(i).id.text() != id_of(number)) continue;
    double score = found.hit(i).score;
    for (const search::ScoreReason& reason : found.reasons(i)) score -= reason.title ? reason.score : 0;
    return std::round(score * 1e6) / 1e6;
  }
  return -1;
}

/// As exact as scores of millionths are, of up to three parts.
Approx nearly(double score) {
  return Approx(score).epsilon(0).margin(2e-6);
}

/// Ranked lengths 6, 9, 1, 8 and 4: 5.6 in the mean.
std::vector<model::Trial> fruit() {
  return {
      trial(1, {{"title", "Figs and dates"}, {"summary", "Figs for all"}, {"eligibility", "no mangos no kiwis"}}),
      trial(2, {{"summary", "A fig a day"}, {"detailed", "One kiwi"}, {"keyword", "stone fruit"}, {"keyword", "kiwi"}}),
      trial(3, {{"title", "Mango"}}),
      trial(4, {{"summary", "Nothing of the sort here"}, {"condition", "kiwi allergy"}, {"intervention", "water"}}),
      trial(5, {{"title", "Plain water"}, {"acronym", "PLAIN"}, {"summary", "Wet"}})};
}
constexpr double kMean = (6 + 9 + 1 + 8 + 4) / 5.0;

std::vector<model::Trial> random_corpus(unsigned seed, int count) {
  static const std::vector<std::string> kWords = {"ant", "bee", "cat", "dog",  "eel",
                                                  "fox", "gnu", "hen", "ibis", "jay"};
  std::mt19937 random(seed);
  std::vector<model::Trial> trials;
  for (int i = 1; i <= count; ++i) {
    std::string summary;
    for (std::size_t words = 1 + random() % 12; words > 0; --words) summary += kWords[random() % kWords.size()] + " ";
    trials.push_back(trial(i, {{"title", kWords[random() % kWords.size()]}, {"summary", summary}}));
  }
  return trials;
}

}  // namespace

TEST_CASE("the score of a word is BM25 with the title counted twice") {
  SmallIndex index(fruit());
  // "figs" and "fig" are one family, in trials 1 and 2; trial 1 has it in the title and in the summary.
  CHECK(score_of(index, "fig", 1) == nearly(rarity(2, 5) * saturation(3, 6, kMean)));
  CHECK(score_of(index, "fig", 2) == nearly(rarity(2, 5) * saturation(1, 9, kMean)));
  CHECK(score_of(index, "kiwi", 2) == nearly(rarity(2, 5) * saturation(2, 9, kMean)));
  CHECK(score_of(index, "kiwi", 4) == nearly(rarity(2, 5) * saturation(1, 8, kMean)));
  CHECK(score_of(index, "plain", 5) == nearly(rarity(1, 5) * saturation(4, 4, kMean)));
}

TEST_CASE("a word counts no more often than its text is long, though the title counts twice") {
  SmallIndex index(fruit());
  // A document shorter than half the average counts as half as long.
  CHECK(score_of(index, "mango", 3) == nearly(rarity(1, 5) * saturation(1, 1, kMean)));
  CHECK(score_of(index, "mango", 3) == nearly(score_of(index, "mango*", 3)));
}

TEST_CASE("scores of several words, phrases, prefixes and exact words are sums of the same BM25") {
  SmallIndex index(fruit());
  const double fig = rarity(2, 5) * saturation(1, 9, kMean);
  const double kiwi = rarity(2, 5) * saturation(2, 9, kMean);
  CHECK(score_of(index, "fig kiwi", 2) == nearly(fig + kiwi));
  CHECK(score_of(index, "fig AND kiwi", 2) == nearly(fig + kiwi));
  CHECK(score_of(index, "+fig kiwi", 2) == nearly(fig + kiwi));
  CHECK(score_of(index, "fig -mango", 2) == nearly(fig));
  CHECK(score_of(index, "\"stone fruit\"", 2) == nearly(rarity(1, 5) * saturation(1, 9, kMean)));
  CHECK(score_of(index, "\"figs and dates\"", 1) == nearly(rarity(1, 5) * saturation(2, 6, kMean)));
  CHECK(score_of(index, "=figs", 1) == nearly(rarity(1, 5) * saturation(3, 6, kMean)));
  CHECK(score_of(index, "fig*", 1) == nearly(rarity(2, 5) * saturation(3, 6, kMean)));
  CHECK(score_of(index, "summary:fig", 1) == nearly(rarity(2, 5) * saturation(1, 6, kMean)));
  CHECK(score_of(index, "title:fig", 1) == nearly(rarity(1, 5) * saturation(2, 6, kMean)));
  // Outside of the ranked length a word counts as one occurrence in an average document.
  CHECK(score_of(index, "eligibility:kiwi", 1) == nearly(rarity(1, 5)));
}

TEST_CASE("a word in most trials still adds a little") {
  SmallIndex index({trial(1, {{"title", "ant"}}), trial(2, {{"title", "ant"}}), trial(3, {{"title", "ant bee"}})});
  const auto hits = rank(index.index(), "ant");
  REQUIRE(hits.size() == 3);
  for (const Ranked& hit : hits) CHECK(hit.score > 0);
  CHECK(score_of(index, "ant", 3) == nearly(rarity(3, 3) * saturation(2, 2, 4 / 3.0)));
}

TEST_CASE("what a family matches counts each trial once") {
  SmallIndex index({trial(1, {{"summary", "transplant transplants"}}), trial(2, {{"summary", "transplants again"}}),
                    trial(3, {{"summary", "other things"}}), trial(4, {{"summary", "more things"}})});
  CHECK(score_of(index, "transplant", 1) == nearly(rarity(2, 4) * saturation(2, 2, 2)));
  CHECK(score_of(index, "transplants", 2) == nearly(rarity(2, 4) * saturation(1, 2, 2)));
}

TEST_CASE("eligibility and other fields outside of the default do not change the scores of default searches") {
  auto trials = fruit();
  SmallIndex before(trials);
  for (model::Trial& one : trials) {
    for (const char* field :
         {"eligibility", "outcome", "arm", "sponsor", "location", "country", "mesh", "why_stopped"}) {
      put_part(one, field, "fig kiwi mango water fig fig");
    }
  }
  SmallIndex after(trials);
  for (const char* query : {"fig", "kiwi water", "\"stone fruit\"", "fig*", "=kiwi", "title:water", "+fig -mango"}) {
    CAPTURE(query);
    CHECK(rank(before.index(), query) == rank(after.index(), query));
  }
}

TEST_CASE("equal scores are in the order of ids") {
  SmallIndex index({trial(30, {{"title", "ant"}}), trial(4, {{"title", "ant"}}), trial(200, {{"title", "ant"}}),
                    trial(1, {{"title", "ant"}}), trial(5, {{"summary", "an ant among many other words"}})});
  CHECK(index.ranked("ant") == Numbers{1, 4, 30, 200, 5});
  CHECK(index.ranked("") == Numbers{1, 4, 5, 30, 200});
  CHECK(index.ranked("has:title") == Numbers{1, 4, 30, 200});
  CHECK(index.ranked("-bee") == Numbers{1, 4, 5, 30, 200});
}

TEST_CASE("the order of a query's words does not change a score in its last bit") {
  SmallIndex index(random_corpus(11, 150));
  std::vector<std::string> words = {"ant", "bee", "cat", "dog", "eel", "\"fox gnu\"", "hen*", "=ibis"};
  std::mt19937 random(5);
  for (const char* glue : {" ", " OR ", " AND "}) {
    const std::size_t count = std::string_view(glue) == " AND " ? 3 : words.size();
    const auto joined = [&] {
      std::string query = words[0];
      for (std::size_t i = 1; i < count; ++i) query += glue + words[i];
      return query;
    };
    std::sort(words.begin(), words.end());
    const auto expected = rank(index.index(), joined());
    CHECK_FALSE(expected.empty());
    for (int i = 0; i < 20; ++i) {
      std::shuffle(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count), random);
      CAPTURE(joined());
      CHECK(rank(index.index(), joined()) == expected);
    }
  }
}

TEST_CASE("offset and limit cut the same list") {
  SmallIndex index(random_corpus(3, 60));
  const auto query = query::parse_native("ant bee cat");
  const auto all = rank(index.index(), query);
  REQUIRE(all.size() > 20);
  for (const std::size_t offset :
       {std::size_t{0}, std::size_t{1}, std::size_t{7}, all.size() - 1, all.size(), std::size_t{999}}) {
    for (const std::size_t limit : {std::size_t{0}, std::size_t{1}, std::size_t{10}, std::size_t{999}}) {
      CAPTURE(offset, limit);
      search::SearchOptions options;
      options.offset = offset;
      options.limit = limit;
      const auto found = search::Searcher(index.index()).search(query, options);
      const std::size_t left = all.size() - std::min(offset, all.size());
      CHECK(found.counts().total == all.size());
      REQUIRE(found.size() == (limit == 0 ? left : std::min(limit, left)));
      for (std::size_t i = 0; i < found.size(); ++i) {
        const search::Hit hit = found.hit(i);
        CHECK(hit.rank == offset + i + 1);
        CHECK(Ranked{hit.id.text(), hit.score} == all[offset + i]);
        CHECK(hit.trial.id == hit.id);
      }
    }
  }
}

TEST_CASE("offset and limit cut the same list where a thousand and more hits have equal scores") {
  std::vector<model::Trial> trials;
  for (int i = 0; i < 1500; ++i) {
    const int number = 1 + i * 7919 % 1500;  // in an order of their own
    trials.push_back(trial(number, {{"title", number % 3 == 0 ? "ant and bee" : number % 3 == 1 ? "ant" : "an ant"}}));
  }
  SmallIndex index(trials);
  for (const char* text : {"", "ant", "ant bee"}) {
    const auto query = query::parse_native(text);
    const auto all = rank(index.index(), query);
    REQUIRE(all.size() == trials.size());
    REQUIRE(std::is_sorted(all.begin(), all.end(), [](const Ranked& a, const Ranked& b) {
      return a.score != b.score ? a.score > b.score : a.id < b.id;
    }));
    for (const std::size_t offset : {0, 25, 190, 990, 1400}) {
      for (const std::size_t limit : {1, 20, 150}) {
        CAPTURE(text, offset, limit);
        search::SearchOptions options;
        options.offset = offset;
        options.limit = limit;
        const auto found = search::Searcher(index.index()).search(query, options);
        REQUIRE(found.size() == std::min(limit, all.size() - offset));
        for (std::size_t i = 0; i < found.size(); ++i) {
          const search::Hit hit = found.hit(i);
          REQUIRE(Ranked{hit.id.text(), hit.score} == all[offset + i]);
        }
      }
    }
  }
}

TEST_CASE("counts agree with the lists they count") {
  SmallIndex index(random_corpus(8, 100));
  for (const char* query :
       {"ant bee", "ant AND bee", "ant OR NOT bee", "\"ant bee\"", "fox*", "-cat", "+dog ant -eel"}) {
    for (const Match match : {Match::kAny, Match::kAll}) {
      CAPTURE(query);
      search::SearchOptions options;
      options.match = match;
      const auto total = search::Searcher(index.index()).count(query::parse_native(query), options).total;
      CHECK(total == rank(index.index(), query, match).size());
    }
  }
}
