// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/merged_trial.hpp"

#include <algorithm>
#include <random>

#include "support/catch.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/store/record.hpp"

using namespace trialsift;
using store::MergedTrial;

namespace {

model::Trial record(const char* updated, const char* as_of = "") {
  model::Trial trial;
  trial.id = model::TrialId::parse("NCT99000001").value();
  trial.updated = model::PartialDate::parse(updated).value_or(model::PartialDate());
  trial.as_of = model::PartialDate::parse(as_of).value_or(model::PartialDate());
  return trial;
}

std::vector<MergedTrial> random_records(std::mt19937& random) {
  constexpr std::array kDates = {"", "2020", "2021-05", "2021-05-09"};
  std::vector<MergedTrial> records;
  for (std::size_t count = 1 + random() % 6; count > 0; --count) {
    model::Trial trial = record(kDates[random() % kDates.size()], kDates[random() % kDates.size()]);
    const auto some = [&random] { return random() % 2 == 0 ? std::string() : std::to_string(random() % 3); };
    trial.brief_title = some();
    trial.brief_summary = some();
    trial.status = some();
    if (random() % 2 == 0) trial.conditions = {some(), "x"};
    if (random() % 2 == 0) trial.enrollment = random() % 3;
    if (random() % 3 == 0) trial.start = model::PartialDate::parse("2019").value();
    records.emplace_back(trial);
  }
  return records;
}

MergedTrial merged(const std::vector<MergedTrial>& records) {
  MergedTrial all = records.front();
  for (std::size_t i = 1; i < records.size(); ++i) all.merge(records[i]);
  return all;
}

}  // namespace

TEST_CASE("a newer record replaces what it has and leaves what it lacks") {
  model::Trial full = record("2020");
  full.brief_title = "Old title";
  full.detailed_description = "A long story";
  model::Trial csv = record("2021");
  csv.brief_title = "New title";
  MergedTrial both{full};
  CHECK(both.merge(MergedTrial{csv}));
  CHECK(both.trial().brief_title == "New title");
  CHECK(both.trial().detailed_description == "A long story");
  CHECK(both.trial().updated.text() == "2021");
  CHECK(both.content_hash() == store::content_hash(both.trial()));
}

TEST_CASE("a record between two others fills a gap in its own turn") {
  model::Trial oldest = record("2019");
  oldest.brief_summary = "of 2019";
  model::Trial middle = record("2020");
  middle.brief_summary = "of 2020";
  MergedTrial all{oldest};
  all.merge(MergedTrial{record("2021")});
  REQUIRE(all.trial().brief_summary == "of 2019");
  CHECK(all.merge(MergedTrial{middle}));
  CHECK(all.trial().brief_summary == "of 2020");
  CHECK_FALSE(all.merge(MergedTrial{oldest}));
}

TEST_CASE("merging knows no order, no grouping and no repetition") {
  std::mt19937 random(31);
  for (int round = 0; round < 500; ++round) {
    std::vector<MergedTrial> records = random_records(random);
    const MergedTrial all = merged(records);
    std::shuffle(records.begin(), records.end(), random);
    records.push_back(records[random() % records.size()]);
    REQUIRE(merged(records) == all);
    const auto cut = static_cast<std::ptrdiff_t>(1 + random() % (records.size() - 1));
    MergedTrial left = merged({records.begin(), records.begin() + cut});
    left.merge(merged({records.begin() + cut, records.end()}));
    REQUIRE(left == all);
    REQUIRE_FALSE(left.merge(all));
  }
}

TEST_CASE("what is stored is read as it was, origins included") {
  std::mt19937 random(32);
  for (int round = 0; round < 500; ++round) {
    const MergedTrial all = merged(random_records(random));
    const std::string bytes = all.encode();
    REQUIRE(MergedTrial::decode(bytes, all.trial().as_of) == all);
    model::Trial plain = store::decode(bytes);
    plain.as_of = all.trial().as_of;
    REQUIRE(plain == all.trial());
  }
}

TEST_CASE("one record alone is stored without a word about origins") {
  const model::Trial alone = record("2020", "2024-01-01");
  CHECK(MergedTrial{alone}.encode() == store::encode(alone));
}

TEST_CASE("damaged bytes are refused or read, nothing else") {
  std::mt19937 random(33);
  for (int round = 0; round < 2'000; ++round) {
    const MergedTrial all = merged(random_records(random));
    std::string bytes = all.encode();
    if (random() % 2 == 0) {
      bytes.resize(random() % bytes.size());
    } else {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    try {
      MergedTrial read = MergedTrial::decode(bytes, all.trial().as_of);
      if (read.trial().id == all.trial().id) read.merge(all);
    } catch (const base::Error& error) {
      CHECK(error.code() == base::ErrorCode::kIndexCorrupt);
    }
  }
}
