// SPDX-License-Identifier: GPL-2.0-or-later
// What an index holds depends on the records alone: not on their order, the jobs, the files or the runs they came in.
#include <array>
#include <random>

#include "support/by_the_rule.hpp"
#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "support/words_state.hpp"
#include "trialsift/store/record.hpp"

using namespace trialsift;
using namespace trialsift::testing;

namespace {

using Trials = std::vector<model::Trial>;

const std::vector<std::string>& vocabulary() {
  static const std::vector<std::string> words = {"heron",
                                                 "herons",
                                                 "graft",
                                                 "grafts",
                                                 "grafted",
                                                 "Allo-SCT",
                                                 "AlloSCT",
                                                 "IL-2",
                                                 "IL2",
                                                 "relapse",
                                                 "the",
                                                 "follow-up",
                                                 "heron graft relapse (HGR)",
                                                 "heron grafts (HGs)",
                                                 "heron graft (HG)",
                                                 "HG (heron graft)"};
  return words;
}

std::string sentence(std::mt19937& random) {
  std::string text;
  for (std::size_t words = 1 + random() % 8; words > 0; --words)
    text += (text.empty() ? "" : " ") + vocabulary()[random() % vocabulary().size()];
  return text;
}

/// Up to 30 trials with up to four versions each, some of them the same, many of equal dates.
Trials corpus(std::mt19937& random) {
  Trials records;
  const int trials = 1 + static_cast<int>(random() % 30);
  for (int number = 1; number <= trials; ++number) {
    for (std::size_t versions = 1 + random() % 4; versions > 0; --versions) {
      Parts parts;
      for (const char* name : {"title", "summary", "eligibility", "keyword", "enrollment"}) {
        if (random() % 4 == 0) continue;  // a gap
        parts.emplace_back(name,
                           name == std::string_view("enrollment") ? std::to_string(random() % 50) : sentence(random));
      }
      if (random() % 3 > 0) parts.emplace_back("updated", std::to_string(2020 + random() % 2));
      if (random() % 3 > 0) parts.emplace_back("as_of", std::to_string(2022 + random() % 2) + "-01-01");
      constexpr std::array kStatuses = {"recruiting", "unknown", "completed"};
      if (random() % 2 == 0) parts.emplace_back("status", kStatuses[random() % kStatuses.size()]);
      if (random() % 3 > 0) parts.emplace_back("results", "no");
      records.push_back(trial(number, parts));
      if (random() % 4 == 0) records.push_back(records.back());
    }
  }
  return records;
}

/// A study of the API that is whole says what it lacks; to_json() makes one of a trial with a date of its source and a
/// word on results.
const store::Origin* origin_of(const model::Trial& trial) {
  static const store::Origin whole{"", "", "", "", {model::MemberSet::all(), {}}};
  static const store::Origin chosen;
  return trial.as_of.empty() || trial.has_results.empty() ? &chosen : &whole;
}

/// Each trial as it is to be.
std::map<std::string, model::Trial> merged(const Trials& records) {
  std::map<std::string, std::vector<Source>> sources;
  for (const model::Trial& one : records) sources[one.id.text()].push_back({one, origin_of(one)});
  std::map<std::string, model::Trial> trials;
  for (const auto& [id, of_one] : sources) trials[id] = merged_by_the_rule(of_one);
  return trials;
}

void check_same(SmallIndex& one, SmallIndex& other) {
  CHECK(words_state(one.index().words()) == words_state(other.index().words()));
  CHECK(abbreviations_state(one.index().abbreviations()) == abbreviations_state(other.index().abbreviations()));
  CHECK(one.index().manifest().content == other.index().manifest().content);
  for (const char* query : {"graft relapse", "\"graft the\"", "allo-SCT IL2", "heron*", "-relapse", "eligibility:heron",
                            "status:recruiting the", "updated:2021 graft"}) {
    CAPTURE(query);
    CHECK(rank(one.index(), query) == rank(other.index(), query));
    CHECK(rank(one.index(), query, search::Match::kAll) == rank(other.index(), query, search::Match::kAll));
  }
}

std::vector<std::string> split(SmallIndex& index, const Trials& records, std::size_t files) {
  std::vector<std::string> paths;
  for (std::size_t file = 0; file < files; ++file) {
    Trials part;
    for (std::size_t i = file; i < records.size(); i += files) part.push_back(records[i]);
    if (!part.empty()) paths.push_back(index.folder().write("part-" + std::to_string(file) + ".json", to_json(part)));
  }
  return paths;
}

}  // namespace

TEST_CASE("order, jobs and files of the input do not change the index") {
  std::mt19937 random(1'912);
  for (int round = 0; round < 24; ++round) {
    CAPTURE(round);
    Trials records = corpus(random);
    const auto expected = merged(records);
    SmallIndex plain;
    const auto account = plain.add(records);
    CHECK(account.read == records.size());
    CHECK(account.added == expected.size());
    CHECK(account.duplicates + account.conflicts == records.size() - expected.size());
    for (const auto& [id, record] : expected) {
      const auto document = plain.index().find(record.id);
      REQUIRE(document.has_value());
      CHECK(plain.index().trial(*document) == record);
    }
    for (const unsigned jobs : {1U, 2U, 5U}) {
      std::shuffle(records.begin(), records.end(), random);
      SmallIndex shuffled;
      auto options = shuffled.options(split(shuffled, records, jobs == 1 ? 1 : 3));
      options.jobs = jobs;
      const auto other = shuffled.run(options);
      CHECK(other.added == account.added);
      CHECK(other.duplicates == account.duplicates);
      CHECK(other.conflicts == account.conflicts);
      check_same(plain, shuffled);
    }
  }
}

TEST_CASE("runs one after the other end where one run over all records does") {
  std::mt19937 random(77);
  for (int round = 0; round < 24; ++round) {
    CAPTURE(round);
    Trials records = corpus(random);
    SmallIndex whole(records);
    std::shuffle(records.begin(), records.end(), random);
    SmallIndex steps;
    const std::size_t cuts = 2 + random() % 3;
    for (const std::string& part : split(steps, records, cuts)) {
      auto options = steps.options({part});
      options.jobs = 1 + static_cast<unsigned>(random() % 3);
      const auto account = steps.run(options);
      CHECK(account.read ==
            account.added + account.updated + account.unchanged + account.conflicts + account.duplicates);
      CHECK(account.total == steps.index().manifest().trials);
    }
    check_same(whole, steps);
  }
}

TEST_CASE("an index from which trials were deleted is one that never had them") {
  std::mt19937 random(1'848);
  for (int round = 0; round < 24; ++round) {
    CAPTURE(round);
    const Trials records = corpus(random);
    Trials stay;
    for (const model::Trial& one : records) {
      if (one.id.text().back() % 3 != 0) stay.push_back(one);
    }
    if (stay.empty()) continue;
    SmallIndex never(stay);
    SmallIndex deleted(records);
    auto options = deleted.options(split(deleted, stay, 1));
    options.delete_missing = true;
    options.jobs = 1 + static_cast<unsigned>(random() % 3);
    const auto account = deleted.run(options);
    CHECK(account.total == never.index().manifest().trials);
    CHECK(account.updated == 0);
    check_same(never, deleted);
  }
}
