// SPDX-License-Identifier: GPL-2.0-or-later
#include <random>

#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "support/words_state.hpp"
#include "trialsift/store/index_folder.hpp"

using namespace trialsift;
using namespace trialsift::testing;

namespace {

const std::vector<std::string> kWords = {"lenalidomide",      "maintenance", "transplant",  "transplants", "relapse",
                                         "graft-versus-host", "IL-2",        "interleukin", "randomised",  "placebo",
                                         "Allo-SCT",          "AlloSCT",     "children",    "child",       "survival"};
const std::vector<std::string> kQueries = {
    "lenalidomide",   "transplant relapse",  "\"placebo survival\"", "allo SCT", "IL2",
    "title:children", "eligibility:relaps*", "graft-versus-host",    "-placebo", "updated:2021.."};

std::string sentence(std::mt19937& random, std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) text += (i > 0 ? " " : "") + kWords[random() % kWords.size()];
  return text;
}

model::Trial random_trial(int number, std::mt19937& random, const std::string& updated) {
  return trial(number, {{"title", sentence(random, 4)},
                        {"summary", sentence(random, 10)},
                        {"detailed", sentence(random, 20)},
                        {"condition", sentence(random, 2)},
                        {"condition", sentence(random, 1)},
                        {"eligibility", sentence(random, 8)},
                        {"updated", updated}});
}

void check_same(SmallIndex& one, SmallIndex& other) {
  for (const std::string& query : kQueries) {
    CAPTURE(query);
    CHECK(rank(one.index(), query) == rank(other.index(), query));
    CHECK(rank(one.index(), query, search::Match::kAll) == rank(other.index(), query, search::Match::kAll));
  }
  CHECK(words_state(one.index().words()) == words_state(other.index().words()));
  CHECK(one.index().manifest().content == other.index().manifest().content);
  CHECK(one.index().manifest().trials == other.index().manifest().trials);
}

/// `changed` of `count` trials get a newer version and `fresh` more are added; compares with a build of all at once.
void check_update(int count, int changed, int fresh) {
  std::mt19937 random(20'26);
  std::vector<model::Trial> trials;
  for (int i = 1; i <= count; ++i) trials.push_back(random_trial(i, random, "2020-01-01"));
  SmallIndex updated(trials);
  std::vector<model::Trial> newer;
  for (int i = 0; i < changed; ++i) {
    const int number = 1 + i * count / std::max(changed, 1);
    trials[static_cast<std::size_t>(number - 1)] = random_trial(number, random, "2021-06-01");
    newer.push_back(trials[static_cast<std::size_t>(number - 1)]);
  }
  for (int i = 1; i <= fresh; ++i) {
    trials.push_back(random_trial(count + i, random, "2021-07-01"));
    newer.push_back(trials.back());
  }
  const auto account = updated.add(newer);
  CHECK(account.updated == static_cast<std::uint64_t>(changed));
  CHECK(account.added == static_cast<std::uint64_t>(fresh));
  SmallIndex built(trials);
  check_same(updated, built);
  store::verify(updated.path());
}

}  // namespace

TEST_CASE("few changes, made in place, give what a fresh build gives") {
  check_update(120, 4, 3);
  check_update(120, 1, 0);
  check_update(120, 0, 1);
}

TEST_CASE("many changes, merged by compaction, give what a fresh build gives") {
  check_update(60, 30, 10);
  check_update(40, 40, 0);
  check_update(5, 0, 30);
}

TEST_CASE("updates upon updates give what a fresh build gives") {
  std::mt19937 random(7);
  std::vector<model::Trial> trials;
  for (int i = 1; i <= 80; ++i) trials.push_back(random_trial(i, random, "2019"));
  SmallIndex updated(trials);
  for (int round = 0; round < 6; ++round) {
    std::vector<model::Trial> newer;
    const int changes = round % 2 == 0 ? 3 : 30;
    for (int i = 0; i < changes; ++i) {
      const auto number = static_cast<int>(1 + random() % trials.size());
      auto& place = trials[static_cast<std::size_t>(number - 1)];
      place = random_trial(number, random, std::to_string(2020 + round));
      std::erase_if(newer, [&](const model::Trial& other) { return other.id == place.id; });
      newer.push_back(place);
    }
    trials.push_back(random_trial(static_cast<int>(trials.size()) + 1, random, "2019"));
    newer.push_back(trials.back());
    updated.add(newer);
  }
  SmallIndex built(trials);
  check_same(updated, built);
}

TEST_CASE("the old words of an updated trial are found no more") {
  std::vector<model::Trial> trials;
  for (int i = 1; i <= 30; ++i) trials.push_back(trial(i, {{"title", "Common ground"}, {"eligibility", "shared"}}));
  trials[4] = trial(5, {{"title", "Wolfram chairs"},
                        {"eligibility", "quixotic"},
                        {"keyword", "odd-ball"},
                        {"status", "RECRUITING"},
                        {"other_id", "XYZ-1"},
                        {"updated", "2020"}});
  SmallIndex index(trials);
  REQUIRE(index.find("wolfram") == std::vector{5});
  REQUIRE(index.find("id:XYZ-1") == std::vector{5});
  index.add({trial(5, {{"title", "Common table"},
                       {"eligibility", "adults"},
                       {"keyword", "even"},
                       {"status", "COMPLETED"},
                       {"other_id", "XYZ-2"},
                       {"updated", "2021"}})});
  for (const char* gone : {"wolfram", "chairs", "eligibility:quixotic", "oddball", "\"wolfram chairs\"",
                           "status:recruiting", "id:XYZ-1", "updated:2020"}) {
    CAPTURE(gone);
    CHECK(index.find(gone).empty());
  }
  CHECK(index.find("status:completed") == std::vector{5});
  CHECK(index.find("table") == std::vector{5});
  const auto& words = index.index().words();
  for (const char* gone : {"wolfram", "chairs", "quixotic", "odd", "ball"}) CHECK_FALSE(words.find(gone).has_value());
  REQUIRE(words.find("ground").has_value());
  CHECK(words.document_count(*words.find("ground")) == 29);
  CHECK(words.document_count(*words.find("common")) == 30);
  CHECK(words.document_count(*words.find("shared")) == 0);
  CHECK(words.occurrences(*words.find("shared")) == 29);
}

TEST_CASE("an older version does not replace a newer one") {
  SmallIndex index({trial(1, {{"title", "New"}, {"updated", "2022-05-01"}})});
  const auto account = index.add({trial(1, {{"title", "Old"}, {"updated", "2021-05-01"}})});
  CHECK(account.unchanged == 1);
  CHECK(account.updated == 0);
  CHECK(index.find("new") == std::vector{1});
  CHECK(index.find("old").empty());
}

TEST_CASE("of equal update dates the record of the newer source wins, in one run and in two") {
  const auto early = trial(1, {{"title", "Early"}, {"updated", "2022"}, {"as_of", "2023-01-01"}});
  const auto late = trial(1, {{"title", "Late"}, {"updated", "2022"}, {"as_of", "2024-01-01"}});
  SmallIndex together({late, early});
  CHECK(together.find("late") == std::vector{1});
  CHECK(together.find("early").empty());
  for (const auto& [first, second] : {std::pair(early, late), std::pair(late, early)}) {
    SmallIndex apart({first});
    apart.add({second});
    CHECK(apart.find("late") == std::vector{1});
    CHECK(apart.find("early").empty());
  }
}

TEST_CASE("versions of a trial in one run that come back to what the index has leave it unchanged") {
  const auto now = trial(1, {{"title", "Now"}, {"updated", "2022"}});
  SmallIndex index({now, trial(2, {{"title", "Other"}})});
  const auto words = words_state(index.index().words());
  const auto account = index.add({now, trial(1, {{"title", "Before"}, {"updated", "2021"}}), now});
  CHECK(account.unchanged == 1);
  CHECK(account.duplicates == 2);
  CHECK(index.find("before").empty());
  CHECK(words_state(index.index().words()) == words);
}

TEST_CASE("a record seen again in a newer source keeps out records of sources in between") {
  const auto kept = [](const std::string& as_of) {
    return trial(1, {{"title", "Kept"}, {"updated", "2022"}, {"as_of", as_of}});
  };
  const auto between = trial(1, {{"title", "Between"}, {"updated", "2022"}, {"as_of", "2023-06-01"}});
  SmallIndex together({kept("2023-01-01"), kept("2024-01-01"), between});
  REQUIRE(together.find("kept") == std::vector{1});
  SmallIndex apart({kept("2023-01-01")});
  apart.add({kept("2024-01-01")});
  apart.add({between});
  CHECK(apart.find("kept") == std::vector{1});
}

TEST_CASE("what every trial has is found after an update that leaves gaps in the numbers of documents") {
  // Xapian 1.4.22 takes the list of all documents for damaged where it stands for such a term and has several blocks.
  std::vector<model::Trial> trials;
  for (int i = 1; i <= 3000; ++i) trials.push_back(trial(i, {{"title", "ant"}, {"status", "RECRUITING"}}));
  SmallIndex index(trials);
  std::vector<model::Trial> newer;
  for (const int number : {5, 300, 301, 2700}) {
    newer.push_back(trial(number, {{"title", "ant bee"}, {"status", "RECRUITING"}, {"updated", "2021"}}));
  }
  REQUIRE(index.add(newer).updated == 4);
  const search::Searcher searcher(index.index());
  for (const char* query : {"ant", "=ant", "title:ant", "status:recruiting", "ant status:recruiting", "has:title",
                            "bee OR title:ant", "ant -title:wasp"}) {
    INFO(query);
    CHECK(index.find(query).size() == 3000);
    CHECK(searcher.count(query::parse_native(query), {}).total == 3000);
  }
  CHECK(index.find("bee -title:ant").empty());
  CHECK(index.find("bee -status:recruiting").empty());
}
