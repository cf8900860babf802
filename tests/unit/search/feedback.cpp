// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cmath>

#include "support/catch.hpp"
#include "support/small_index.hpp"

using namespace trialsift;
using namespace trialsift::testing;
using Numbers = std::vector<int>;

namespace {

/// Four trials of quokkas, whose best ones also speak of wallabies; others that have little to do with either.
std::vector<model::Trial> animals() {
  return {trial(1, {{"title", "Quokka and wallaby"}, {"summary", "A quokka, a quokka and a wallaby at rest"}}),
          trial(2, {{"title", "Quokka day"}, {"summary", "The quokka is no wallaby"}}),
          trial(3, {{"summary", "Long words about the care of one quokka among numbats, dunnarts and other beasts"}}),
          trial(4, {{"summary", "Long words about the care of one quokka among wallabies, bats and other beasts"}}),
          trial(5, {{"summary", "wallaby wallaby wallaby"}}),
          trial(6, {{"summary", "numbat"}}),
          trial(7, {{"summary", "dunnart"}}),
          trial(8, {{"summary", "emu"}}),
          trial(9, {{"summary", "brolga"}}),
          trial(10, {{"summary", "galah"}}),
          trial(11, {{"summary", "potoroo"}}),
          trial(12, {{"summary", "bilby"}}),
          trial(13, {{"summary", "koala"}}),
          trial(14, {{"summary", "possum"}}),
          trial(15, {{"summary", "echidna"}}),
          trial(16, {{"summary", "platypus"}}),
          trial(17, {{"summary", "wombat"}}),
          trial(18, {{"summary", "quoll"}})};
}

search::ResultSet found(SmallIndex& index, std::string_view query, search::SearchOptions options = {}) {
  return search::Searcher(index.index()).search(query::parse_native(query), options);
}

Numbers numbers(const search::ResultSet& results) {
  Numbers all;
  for (std::size_t i = 0; i < results.size(); ++i) all.push_back(std::stoi(results.hit(i).id.text().substr(3)));
  return all;
}

search::SearchOptions without_feedback() {
  search::SearchOptions options;
  options.expansions = 0;
  return options;
}

long long in_millionths(double score) {
  return std::llround(score * 1e6);
}

}  // namespace

TEST_CASE("feedback moves trials that hold what the best hits have in common, and adds no hit") {
  SmallIndex index(animals());
  const search::ResultSet plain = found(index, "quokka", without_feedback());
  const search::ResultSet fed = found(index, "quokka");
  CHECK(numbers(plain) == Numbers{2, 1, 3, 4});  // 3 and 4 tie
  CHECK(numbers(fed) == Numbers{2, 1, 4, 3});
  CHECK(fed.counts().total == plain.counts().total);
  CHECK(plain.feedback_words().empty());
  const std::vector<std::string> words = fed.feedback_words();
  CHECK(std::count(words.begin(), words.end(), "wallaby") == 1);
  CHECK(std::count(words.begin(), words.end(), "the") == 0);
}

TEST_CASE("a title that is the whole query puts its trial first, a hyphenated word and a short title among others") {
  SmallIndex index(
      {trial(1, {{"title", "Open-angle glaucoma and drops"}, {"summary", "a long text about eyes and care"}}),
       trial(2, {{"title", "Glaucoma"}, {"summary", "drops drops open angle glaucoma glaucoma"}}),
       trial(3, {{"title", "Glaucoma drops"}, {"summary", "drops for open angle glaucoma, drops"}}),
       trial(4, {{"title", "Care"}, {"summary", "other"}}), trial(5, {{"summary", "and"}})});
  for (const bool feedback : {true, false}) {
    const search::SearchOptions options = feedback ? search::SearchOptions() : without_feedback();
    CHECK(numbers(found(index, "Open-angle glaucoma and drops", options)).front() == 1);
    CHECK(numbers(found(index, "glaucoma drops", options)).front() == 3);
    CHECK(numbers(found(index, "glaucoma", options)).front() == 2);
  }
  const std::vector<search::ScoreReason> reasons = found(index, "glaucoma drops", without_feedback()).reasons(0);
  REQUIRE(reasons.back().title);
  CHECK(reasons.back().saturation == 2);
}

TEST_CASE("trials that hold the whole query teach feedback more than those that hold half of it") {
  std::vector<model::Trial> trials = animals();
  trials.push_back(trial(19, {{"summary", "quokka bandicoot marsh"}}));
  trials.push_back(trial(20, {{"summary", "bandicoot and quokka in a marsh"}}));
  for (int i = 21; i < 25; ++i)
    trials.push_back(trial(i, {{"summary", "bandicoot bandicoot bandicoot dibbler dibbler"}}));
  SmallIndex index(trials);
  const std::vector<std::string> words = found(index, "quokka bandicoot").feedback_words();
  const auto whole = std::find(words.begin(), words.end(), "marsh");
  REQUIRE(whole != words.end());
  CHECK(whole < std::find(words.begin(), words.end(), "dibbler"));
}

TEST_CASE("feedback needs more than one hit and something that adds to scores") {
  SmallIndex index(animals());
  CHECK(found(index, "emu").feedback_words().empty());
  CHECK(found(index, "has:title").feedback_words().empty());
  CHECK(found(index, "").feedback_words().empty());
  CHECK(found(index, "nothing of it").size() > 0);
}

TEST_CASE("the reasons for a score add up to it, and the places of a reason to its own") {
  SmallIndex index(animals());
  for (const char* query : {"quokka", "quokka wallaby", "\"quokka and wallaby\" OR beast*", "title:quokka^2 care",
                            "quokka AND the", "quokka NEAR/3 wallaby", "=wallabies emu"}) {
    for (const bool feedback : {true, false}) {
      CAPTURE(query, feedback);
      const search::ResultSet results = found(index, query, feedback ? search::SearchOptions() : without_feedback());
      REQUIRE(results.size() > 0);
      for (std::size_t i = 0; i < results.size(); ++i) {
        long long sum = 0;
        for (const search::ScoreReason& reason : results.reasons(i)) {
          sum += in_millionths(reason.score);
          CHECK(reason.score == Approx(reason.weight * reason.saturation).margin(1e-6));
          if (!reason.feedback && !reason.title)
            CHECK(reason.weight == Approx(reason.boost * reason.share * reason.rarity));
          long long places = 0;
          for (const search::ScoreReason::Place& place : reason.places) places += in_millionths(place.score);
          CHECK(places == in_millionths(reason.score));
        }
        CHECK(sum == in_millionths(results.hit(i).score));
      }
    }
  }
}

TEST_CASE("a word that a query repeats counts once") {
  SmallIndex index(animals());
  CHECK(rank(index.index(), "quokka wallaby quokka quokkas") == rank(index.index(), "quokka wallaby"));
}

TEST_CASE("general words say little and function words next to nothing, unless a ranking takes words as they are") {
  SmallIndex index({trial(1, {{"summary", "treatment of the many"}}), trial(2, {{"summary", "gout"}}),
                    trial(3, {{"summary", "rest"}}), trial(4, {{"summary", "the end"}})});
  CHECK(numbers(found(index, "the treatment gout", without_feedback())) == Numbers{2, 1, 4});
  search::SearchOptions options = without_feedback();
  const std::vector<search::ScoreReason> reasons = found(index, "treatment gout", options).reasons(1);
  REQUIRE(reasons.size() == 1);
  CHECK(reasons[0].share < 0.5);
  options.ranking = search::find_ranking("bm25");
  CHECK(found(index, "treatment gout", options).reasons(0)[0].share == 1);
}

TEST_CASE("bm25 counts a word of the title as one of any field") {
  SmallIndex index({trial(1, {{"title", "gout"}, {"summary", "a b c d"}}), trial(2, {{"summary", "gout a b c d"}}),
                    trial(3, {{"summary", "other"}})});
  search::SearchOptions options = without_feedback();
  CHECK(found(index, "gout", options).hit(0).score > found(index, "gout", options).hit(1).score);
  options.ranking = search::find_ranking("bm25");
  CHECK(found(index, "gout", options).hit(0).score == found(index, "gout", options).hit(1).score);
}

TEST_CASE("of a long text the most telling words count in full and the rest little") {
  std::vector<model::Trial> trials;
  std::string text;
  for (int i = 0; i < 40; ++i) {
    const std::string word = std::string("w") + static_cast<char>('a' + i / 10) + static_cast<char>('k' + i % 10);
    text += word + " ";
    // The first words stand in few trials, the last in many.
    for (int j = 0; j <= i; ++j) {
      if (static_cast<int>(trials.size()) <= j)
        trials.push_back(trial(j + 1, {{"summary", word}}));
      else
        put_part(trials[static_cast<std::size_t>(j)], "keyword", word);
    }
  }
  SmallIndex index(trials);
  const search::ResultSet results = found(index, text, without_feedback());
  const std::vector<search::ScoreReason> reasons = results.reasons(0);
  const auto in_full = std::count_if(reasons.begin(), reasons.end(), [](const auto& r) { return r.share == 1; });
  CHECK(results.counts().total == 40);
  CHECK(in_full <= 24);
  CHECK(in_full < static_cast<long>(reasons.size()));
}

TEST_CASE("the rankings of the table can be found by name") {
  for (const search::Ranking& ranking : search::rankings()) CHECK(search::find_ranking(ranking.name) == &ranking);
  CHECK(search::find_ranking("pagerank") == nullptr);
}

TEST_CASE("expansions are read by name") {
  CHECK(search::read_expansions("none") == 0U);
  CHECK(search::read_expansions("feedback") == search::kFeedback);
  CHECK((search::read_expansions("all").value() & search::kFeedback) != 0);
  CHECK_FALSE(search::read_expansions("feedbck"));
  CHECK_FALSE(search::read_expansions(""));
}
