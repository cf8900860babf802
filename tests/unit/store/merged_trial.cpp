// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/merged_trial.hpp"

#include <algorithm>
#include <memory>
#include <random>

#include "store/record_members.hpp"
#include "support/by_the_rule.hpp"
#include "support/catch.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/store/record.hpp"
#include "unit/store/samples.hpp"

using namespace trialsift;
using store::MergedTrial;
using testing::ByTheRule;
using testing::Source;
namespace member = model::member;

namespace {

const store::Origin kUnknown;
const store::Origin kFull{"full.json", "api-v2", "", "", {model::MemberSet::all(), {}}};
const store::Origin kOther{"other.json", "api-v2", "", "", {model::MemberSet::all(), {}}};
const store::Origin kTable{"table.csv",
                           "ctgov-csv",
                           "",
                           "",
                           {member::kBriefTitle | member::kStatus | member::kConditions, member::kLocations}};

model::Trial record(const char* updated, const char* as_of = "") {
  model::Trial trial;
  trial.id = model::TrialId::parse("NCT99000001").value();
  trial.updated = model::PartialDate::parse(updated).value_or(model::PartialDate());
  trial.as_of = model::PartialDate::parse(as_of).value_or(model::PartialDate());
  return trial;
}

model::Trial with_title(const char* title, const char* updated, const char* as_of = "") {
  model::Trial trial = record(updated, as_of);
  trial.brief_title = title;
  return trial;
}

model::Trial with_status(const char* status, const char* updated, const char* as_of = "") {
  model::Trial trial = record(updated, as_of);
  trial.status = status;
  return trial;
}

MergedTrial merged(const std::vector<MergedTrial>& records) {
  MergedTrial all = records.front();
  for (std::size_t i = 1; i < records.size(); ++i) all.merge(records[i]);
  return all;
}

/// The two in either order.
model::Trial merged(const model::Trial& a, const store::Origin& of_a, const model::Trial& b,
                    const store::Origin& of_b) {
  const MergedTrial all = merged({MergedTrial(a, of_a), MergedTrial(b, of_b)});
  REQUIRE(merged({MergedTrial(b, of_b), MergedTrial(a, of_a)}) == all);
  REQUIRE(all.content_hash() == store::content_hash(all.trial()));
  return all.trial();
}

/// Records of few values, dates and origins, so that all relations between them come.
std::vector<Source> random_sources(std::mt19937& random) {
  static std::vector<std::unique_ptr<store::Origin>> origins;
  if (origins.empty()) {
    for (int i = 0; i < 40; ++i) {
      model::Coverage coverage{
          model::MemberSet::of_bits(i % 4 == 0 ? ~0ULL : random() | std::uint64_t{random()} << 32U), {}};
      coverage.speaks = coverage.speaks & model::MemberSet::all();
      if (i % 3 == 0) coverage.fills = member::kConditions | member::kBriefTitle;
      coverage.speaks = coverage.speaks - coverage.fills;
      origins.push_back(std::make_unique<store::Origin>(
          store::Origin{"file-" + std::to_string(i % 3), i % 2 == 0 ? "api-v2" : "ctgov-csv", "", "", coverage}));
    }
  }
  constexpr std::array kDates = {"", "", "2020", "2021-05", "2021-05-09", "2022"};
  constexpr std::array kStatuses = {"", "recruiting", "unknown", "suspended"};
  std::vector<Source> sources;
  for (std::size_t count = 1 + random() % 6; count > 0; --count) {
    model::Trial trial = record(kDates[random() % kDates.size()], kDates[random() % kDates.size()]);
    const auto some = [&random] { return random() % 2 == 0 ? std::string() : std::to_string(random() % 3); };
    trial.brief_title = some();
    trial.brief_summary = some();
    trial.status = kStatuses[random() % kStatuses.size()];
    trial.why_stopped = some();
    if (random() % 2 == 0) trial.conditions = {some(), "x"};
    if (random() % 2 == 0) trial.enrollment = random() % 3;
    if (random() % 3 == 0) trial.start = model::PartialDate::parse("2019").value();
    sources.push_back({trial, origins[random() % origins.size()].get()});
  }
  return sources;
}

std::vector<MergedTrial> as_merged(const std::vector<Source>& sources) {
  std::vector<MergedTrial> records;
  for (const Source& source : sources) records.emplace_back(source.record, *source.origin);
  return records;
}

std::vector<MergedTrial> random_records(std::mt19937& random) {
  return as_merged(random_sources(random));
}

}  // namespace

TEST_CASE("a newer record replaces what it has and leaves what it cannot speak of") {
  model::Trial full = with_title("Old title", "2020");
  full.detailed_description = "A long story";
  const model::Trial both = merged(full, kFull, with_title("New title", "2021"), kTable);
  CHECK(both.brief_title == "New title");
  CHECK(both.detailed_description == "A long story");
  CHECK(both.updated.text() == "2021");
}

TEST_CASE("a part that a newer record could speak of and does not have is gone") {
  model::Trial old = with_status("suspended", "2020");
  old.why_stopped = "No money";
  old.maximum_age = "65 Years";
  const model::Trial now = with_status("recruiting", "2021");
  CHECK(merged(old, kFull, now, kFull) == now);
}

TEST_CASE("whatever an older record had, a newer full record that lacks it has the last word, member by member") {
  testing::RandomTrials random(77, true);
  const model::Trial any;
  model::for_each_member(any, [&](unsigned wanted, std::string_view name, const auto&) {
    if (wanted == model::kAsOfTag || wanted == member::kUpdated) return;
    CAPTURE(name);
    model::Trial old = random.next();
    old.updated = model::PartialDate::parse("2020").value();
    model::Trial newer = random.next();
    newer.id = old.id;
    newer.updated = model::PartialDate::parse("2021").value();
    store::decode_member({}, wanted, newer);
    REQUIRE(merged(old, kFull, newer, kFull) == newer);
    // Without an update of the record the newer source decides.
    for (model::Trial* trial : {&old, &newer}) trial->updated = {};
    newer.as_of = model::PartialDate::parse("2022").value();
    REQUIRE(merged(old, kFull, newer, kFull) == newer);
  });
}

TEST_CASE("a record of chosen fields says nothing of the others") {
  model::Trial old = with_title("Old", "2020");
  old.why_stopped = "No money";
  const model::Trial both = merged(old, kFull, with_title("New", "2021"), kUnknown);
  CHECK(both.brief_title == "New");
  CHECK(both.why_stopped == "No money");
}

TEST_CASE("countries without sites fill a gap and replace no sites") {
  model::Trial sites = record("2020");
  sites.locations = {{"Clinic", "Lille", "France"}};
  model::Trial countries = record("2021");
  countries.locations = {{"", "", "France"}};
  CHECK(merged(sites, kFull, countries, kTable).locations == sites.locations);
  CHECK(merged(record("2020"), kUnknown, countries, kTable).locations == countries.locations);
  // A full record without sites says that there are none.
  CHECK(merged(record("2020"), kFull, countries, kTable).locations.empty());
}

TEST_CASE("a record between two others fills a gap in its own turn") {
  model::Trial oldest = record("2019");
  oldest.brief_summary = "of 2019";
  model::Trial middle = record("2020");
  middle.brief_summary = "of 2020";
  MergedTrial all(oldest, kUnknown);
  all.merge(MergedTrial(record("2021"), kUnknown));
  REQUIRE(all.trial().brief_summary == "of 2019");
  CHECK(all.merge(MergedTrial(middle, kUnknown)).changed);
  CHECK(all.trial().brief_summary == "of 2020");
  CHECK_FALSE(all.merge(MergedTrial(oldest, kUnknown)).changed);
}

TEST_CASE("the record's own date decides before that of its source") {
  CHECK(merged(with_title("Old", "2023-01-01", "2025-01-01"), kTable, with_title("New", "2024-05-01"), kTable)
            .brief_title == "New");
}

TEST_CASE("a record without a date of its own is as new as its source") {
  const model::Trial table = with_title("Table", "", "2025-03");
  CHECK(merged(with_title("Api", "2019-01-01", "2019-02-01"), kFull, table, kTable).brief_title == "Table");
  CHECK(merged(with_title("Api", "2024-01-01", "2025-06-01"), kFull, table, kTable).brief_title == "Api");
  CHECK(merged(with_title("Api", "2024-01-01"), kFull, table, kTable).brief_title == "Table");
  CHECK(merged(with_title("Api", "2019"), kFull, with_title("Table", ""), kTable).brief_title == "Api");
  CHECK(merged(with_title("Before", "", "2025-02"), kTable, table, kTable).brief_title == "Table");
}

TEST_CASE("a status is that of the newest source") {
  const model::Trial who = with_status("not_recruiting", "", "2025-01-01");
  CHECK(merged(with_status("recruiting", "2019-01-01", "2019-06-01"), kFull, who, kTable).status == "not_recruiting");
  const model::Trial api = with_status("recruiting", "2023-01-01", "2024-01-01");
  const model::Trial later = with_status("completed", "2022-01-01", "2025-01-01");
  CHECK(merged(api, kFull, later, kFull).status == "completed");
}

TEST_CASE("on equal dates Unknown follows what it replaces") {
  for (const char* as_of : {"", "2025-01-01"}) {
    const model::Trial before = with_status("recruiting", "2020-01-01", as_of);
    const model::Trial after = with_status("unknown", "2020-01-01", as_of);
    CHECK(merged(before, kFull, after, kFull).status == "unknown");
    CHECK(MergedTrial(before, kFull).merge(MergedTrial(after, kFull)).conflicts.empty());
  }
}

TEST_CASE("a status of a study that goes on takes away why it was stopped") {
  model::Trial stopped = with_status("suspended", "2020");
  stopped.why_stopped = "No money";
  CHECK(merged(stopped, kFull, with_status("recruiting", "2021"), kTable).why_stopped.empty());
  CHECK(merged(stopped, kFull, with_status("terminated", "2021"), kTable).why_stopped == "No money");
  CHECK(merged(stopped, kFull, with_status("not_recruiting", "2021"), kTable).why_stopped == "No money");
}

TEST_CASE("who gives a date or a size speaks of whether it is actual") {
  model::Trial old = record("2020");
  old.start = model::PartialDate::parse("2019-01").value();
  old.start_type = "actual";
  old.enrollment = 10;
  old.enrollment_type = "estimated";
  model::Trial fresh = record("2021");
  fresh.start = model::PartialDate::parse("2019-02").value();
  const model::Trial both = merged(old, kFull, fresh, kUnknown);
  CHECK(both.start.text() == "2019-02");
  CHECK(both.start_type.empty());
  CHECK(both.enrollment == 10);
  CHECK(both.enrollment_type == "estimated");
}

TEST_CASE("the last known status goes with the status") {
  model::Trial old = with_status("unknown", "2020");
  old.last_known_status = "recruiting";
  CHECK(merged(old, kFull, with_status("completed", "2021"), kTable).last_known_status.empty());
}

TEST_CASE("records that differ with nothing to tell which is newer are a conflict") {
  const model::Trial one = with_status("recruiting", "", "2024");
  const model::Trial other = with_status("completed", "", "2024");
  MergedTrial both(one, kTable);
  CHECK(both.merge(MergedTrial(other, kTable)).conflicts == member::kStatus);
  CHECK(both.conflicts() == member::kStatus);
  // Told again, each time it is met.
  const model::Trial& loser = both.trial().status == one.status ? other : one;
  const MergedTrial::Merging again = both.merge(MergedTrial(loser, kTable));
  CHECK_FALSE(again.changed);
  CHECK(again.conflicts == member::kStatus);
  // A newer record settles it.
  CHECK(both.merge(MergedTrial(with_status("withdrawn", "", "2025"), kTable)).conflicts.empty());
  CHECK(both.conflicts().empty());
  // The same said twice is none.
  MergedTrial twice(one, kFull);
  CHECK(twice.merge(MergedTrial(one, kOther)).conflicts.empty());
}

TEST_CASE("a record without any date is older than others, and where it differs it is told") {
  const model::Trial dated = with_status("recruiting", "2024-01-01", "2024-02-01");
  const model::Trial table = with_status("completed", "");
  MergedTrial both(dated, kFull);
  CHECK(both.merge(MergedTrial(table, kTable)).changed);
  CHECK(both.trial().status == "recruiting");
  CHECK(both.conflicts() == member::kStatus);
  CHECK(both.disputed() == member::kStatus);
  // Until a record comes that says the same.
  both.merge(MergedTrial(with_status("completed", "2025-01-01", "2025-02-01"), kFull));
  CHECK(both.conflicts().empty());
  both.merge(MergedTrial(with_status("withdrawn", "2026-01-01", "2026-02-01"), kFull));
  CHECK(both.conflicts() == member::kStatus);
}

TEST_CASE("as_of is the date of the source of the status, if there is one") {
  const model::Trial text = with_title("Text", "", "2026-01-04");
  CHECK(merged(with_status("recruiting", "2019", "2019-05-01"), kTable, text, kUnknown).as_of.text() == "2019-05-01");
  CHECK(merged(with_status("recruiting", "2019"), kTable, text, kUnknown).as_of.empty());
  CHECK(merged(record("2019", "2019-05-01"), kUnknown, text, kUnknown).as_of.text() == "2026-01-04");
}

TEST_CASE("each member is what the rule says over all the records at once") {
  std::mt19937 random(30);
  for (int round = 0; round < 3'000; ++round) {
    CAPTURE(round);
    const std::vector<Source> sources = random_sources(random);
    const MergedTrial all = merged(as_merged(sources));
    for (unsigned tag = member::kOtherIds; tag < member::kAsOf; ++tag) {
      CAPTURE(tag);
      const ByTheRule rule(sources, tag);
      const Source* const newest = rule.newest();
      REQUIRE(store::encode_member(all.trial(), tag) ==
              (newest == nullptr ? "" : store::encode_member(newest->record, tag)));
      REQUIRE(all.conflicts().contains(tag) == rule.is_contested());
      const store::Version* const source = all.source_of(static_cast<member::Tag>(tag));
      REQUIRE((source == nullptr) == (newest == nullptr));
      if (source != nullptr) REQUIRE(source->origin == newest->origin);
    }
  }
}

TEST_CASE("merging knows no order, no grouping and no repetition") {
  std::mt19937 random(31);
  for (int round = 0; round < 3'000; ++round) {
    CAPTURE(round);
    std::vector<MergedTrial> records = random_records(random);
    const MergedTrial all = merged(records);
    std::shuffle(records.begin(), records.end(), random);
    records.push_back(records[random() % records.size()]);
    REQUIRE(merged(records) == all);
    const auto cut = static_cast<std::ptrdiff_t>(1 + random() % (records.size() - 1));
    MergedTrial left = merged({records.begin(), records.begin() + cut});
    left.merge(merged({records.begin() + cut, records.end()}));
    REQUIRE(left == all);
    REQUIRE_FALSE(left.merge(all).changed);
  }
}

TEST_CASE("what is stored is read as it was, origins included") {
  std::mt19937 random(32);
  store::OriginTable origins;
  for (int round = 0; round < 1'000; ++round) {
    const MergedTrial all = merged(random_records(random));
    const std::string bytes = all.encode(origins);
    REQUIRE(MergedTrial::decode(bytes, all.trial().as_of, origins) == all);
    model::Trial plain = store::decode(bytes);
    plain.as_of = all.trial().as_of;
    REQUIRE(plain == all.trial());
  }
}

TEST_CASE("one record alone is stored with the number of its origin and no word more") {
  const model::Trial alone = record("2020", "2024-01-01");
  store::OriginTable origins;
  CHECK(MergedTrial(alone, kUnknown).encode(origins) == store::encode(alone));
  CHECK(MergedTrial(alone, kFull).encode(origins).size() == store::encode(alone).size() + 4);
  // One that replaces all of another is alone again.
  MergedTrial both(record("2019"), kFull);
  both.merge(MergedTrial(alone, kFull));
  CHECK(both.encode(origins) == MergedTrial(alone, kFull).encode(origins));
}

TEST_CASE("damaged bytes are refused or read, nothing else") {
  std::mt19937 random(33);
  store::OriginTable origins;
  for (int round = 0; round < 2'000; ++round) {
    const MergedTrial all = merged(random_records(random));
    std::string bytes = all.encode(origins);
    if (random() % 2 == 0) {
      bytes.resize(random() % bytes.size());
    } else {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    try {
      MergedTrial read = MergedTrial::decode(bytes, all.trial().as_of, origins);
      if (read.trial().id == all.trial().id) read.merge(all);
    } catch (const base::Error& error) {
      CHECK(error.code() == base::ErrorCode::kIndexCorrupt);
    }
  }
}
