// SPDX-License-Identifier: GPL-2.0-or-later
#include <filesystem>
#include <random>

#include "support/catch.hpp"
#include "support/exports.hpp"
#include "support/small_index.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/store/index_folder.hpp"

using namespace trialsift;
using namespace trialsift::testing;
using base::ErrorCode;

namespace {

/// With no limit, so that nothing but the evidence of the inputs keeps trials.
ingest::IndexOptions deleting(const SmallIndex& index, std::vector<std::string> inputs) {
  auto options = index.options(std::move(inputs));
  options.delete_missing = true;
  options.allow_empty = true;
  return options;
}

std::optional<base::Error> error_of(SmallIndex& index, const ingest::IndexOptions& options) {
  try {
    index.run(options);
  } catch (const base::Error& error) {
    return error;
  }
  return std::nullopt;
}

std::vector<model::Trial> numbered(int count) {
  std::vector<model::Trial> trials;
  for (int i = 1; i <= count; ++i) trials.push_back(trial(i, {{"title", "Trial " + std::to_string(i)}}));
  return trials;
}

std::vector<std::string> names(const ingest::Account& account) {
  std::vector<std::string> reasons;
  for (const auto& [reason, count] : account.completeness.by_reason) reasons.push_back(reason);
  return reasons;
}

}  // namespace

TEST_CASE("no export of any format that is cut off inside of a record deletes a trial") {
  std::mt19937 random(20260112);
  std::uint64_t kept = 0;
  for (const Export& sample : exports()) {
    INFO(sample.name);
    SmallIndex index;
    const std::string whole = sample.whole();
    index.run(index.options({index.folder().write(sample.file, whole)}));
    for (int round = 0; round < 4; ++round) {
      std::size_t size = random() % whole.size();
      while (sample.looks_whole(size)) size = random() % whole.size();
      auto options = deleting(index, {index.folder().write("cut/" + sample.file, whole.substr(0, size))});
      options.dry_run = true;
      options.read.temp_folder = index.folder() / "";
      options.allow_empty = false;
      INFO("cut after " << size << " bytes");
      ingest::Account account;
      try {
        account = index.run(options);
      } catch (const base::Error& error) {
        REQUIRE(error.code() == ErrorCode::kDeleteRefused);  // an input that holds no trial
        continue;
      }
      CHECK(account.removed == 0);
      CHECK(account.removed_ids.empty());
      CHECK(account.total == sample.records.size());
      kept += account.missing_kept;
    }
  }
  CHECK(kept > 50);
}

TEST_CASE("a whole export of any format deletes exactly what it no longer holds") {
  for (const Export& sample : exports()) {
    if (sample.records.size() == 1) continue;
    INFO(sample.name);
    SmallIndex index;
    index.run(index.options({index.folder().write(sample.file, sample.whole())}));
    Export fewer = sample;
    fewer.records.erase(fewer.records.begin() + 1);
    std::string bytes = fewer.whole();
    for (const auto& [stated, now] : {std::pair<std::string, std::string>{"totalCount\":4", "totalCount\":3"},
                                      {"NStudiesFound\":4", "NStudiesFound\":3"},
                                      {"count=\"4\"", "count=\"3\""}}) {
      bytes = detail::replaced(bytes, stated, now);
    }
    auto options = deleting(index, {index.folder().write(sample.file, bytes)});
    options.allow_empty = false;
    const auto account = index.run(options);
    CHECK(account.removed == 1);
    CHECK(account.removed_ids == std::vector<std::string>{export_id(2)});
    CHECK(account.missing_kept == 0);
    CHECK(account.total == 3);
    CHECK(index.index().manifest().trials == 3);
    CHECK_FALSE(index.index().find(*model::TrialId::parse(export_id(2))).has_value());
  }
}

TEST_CASE("a folder of files deletes what vanished from it, and nothing where one of them cannot be read") {
  SmallIndex index;
  const std::string input = (index.folder() / "in").string();
  for (int i = 1; i <= 4; ++i) {
    index.folder().write("in/" + std::to_string(i) + ".json", to_json(trial(i, {{"title", "Owl"}})));
  }
  index.run(index.options({input}));
  std::filesystem::remove(index.folder() / "in/4.json");
  std::filesystem::create_symlink("gone.json", index.folder() / "in/3b.json");
  const auto kept = index.run(deleting(index, {input}));
  CHECK(kept.removed == 0);
  CHECK(kept.missing_kept == 1);
  CHECK(names(kept) == std::vector<std::string>{"unreadable"});
  std::filesystem::remove(index.folder() / "in/3b.json");
  CHECK(index.run(deleting(index, {input})).removed_ids == std::vector<std::string>{id_of(4)});
}

TEST_CASE("the index remembers files that gave trials and do not look like it") {
  SmallIndex index;
  const std::string input = (index.folder() / "in").string();
  index.folder().write("in/a.json", to_json(numbered(2)));
  const std::string odd = index.folder().write("in/export", to_json(trial(3, {{"title", "Owl"}})));
  index.run(index.options({input}));
  CHECK(index.index().manifest().record_files == std::vector<std::string>{odd});
  index.folder().write("in/export", "");
  const auto kept = index.run(deleting(index, {input}));
  CHECK(kept.removed == 0);
  CHECK(names(kept) == std::vector<std::string>{"empty"});
  CHECK(index.index().manifest().record_files == std::vector<std::string>{odd});
  std::filesystem::remove(odd);
  CHECK(index.run(deleting(index, {input})).removed == 1);
  CHECK(index.index().manifest().record_files.empty());
}

TEST_CASE("tables of AACT that are named one by one are not empty inputs") {
  SmallIndex index;
  const std::string studies = "nct_id|brief_title|overall_status|study_type\nNCT99000001|a|Completed|x\n";
  const std::vector<std::string> inputs = {
      index.folder().write("studies.txt", studies + "NCT99000002|b|Completed|x\n"),
      index.folder().write("brief_summaries.txt", "id|nct_id|description\n1|NCT99000001|x\n"),
      index.folder().write("mesh_terms.txt", "id|qualifier|tree_number\n1|x|y\n")};
  index.run(index.options(inputs));
  index.folder().write("studies.txt", studies);
  auto options = deleting(index, inputs);
  options.allow_empty = false;
  CHECK(index.run(options).removed_ids == std::vector<std::string>{"NCT99000002"});
}

TEST_CASE("a limit is a number or a share of the index") {
  const auto limit = [](const char* text) { return ingest::DeleteLimit::parse(text); };
  CHECK(limit("10%")->allows(10, 100));
  CHECK_FALSE(limit("10%")->allows(11, 100));
  CHECK_FALSE(limit("10%")->allows(1, 9));
  CHECK(limit("0")->allows(0, 0));
  CHECK_FALSE(limit("5")->allows(6, 1'000'000));
  CHECK(limit("100%")->allows(3, 3));
  for (const char* bad : {"", "%", "x", "-1", "10 %", "101%", "1.5%", "99999999999999999999"}) {
    CHECK_FALSE(limit(bad).has_value());
  }
}

TEST_CASE("more trials than the limit are not deleted, and their number is told") {
  SmallIndex index(numbered(20));
  auto options = deleting(index, {index.folder().write("fewer.json", to_json(numbered(17)))});
  options.max_delete = ingest::DeleteLimit{10, true};
  const auto refused = error_of(index, options);
  REQUIRE(refused.has_value());
  CHECK(refused->code() == ErrorCode::kDeleteRefused);
  CHECK(std::string(refused->what()).find("lack 3 of the index's 20 trials, more than the limit of 10%") !=
        std::string::npos);
  CHECK(refused->hint().find("--max-delete 3") != std::string::npos);
  CHECK(index.index().manifest().trials == 20);
  options.max_delete = ingest::DeleteLimit{3, false};
  CHECK(index.run(options).removed_ids == std::vector<std::string>{id_of(18), id_of(19), id_of(20)});
}

TEST_CASE("the generation before a deletion can be put back, and what was put back too") {
  SmallIndex index(numbered(5));
  const auto before = rank(index.index(), "trial");
  index.run(deleting(index, {index.folder().write("fewer.json", to_json(numbered(2)))}));
  REQUIRE(index.index().manifest().trials == 2);
  const auto restored = store::restore_generation(index.path());
  CHECK(restored.now.trials == 5);
  CHECK(restored.before.trials == 2);
  const SmallIndex* const same = &index;
  CHECK(store::Index(same->path()).manifest().trials == 5);
  CHECK(rank(store::Index(index.path()), "trial") == before);
  CHECK(store::verify(index.path()).generation == 3);
  CHECK(store::restore_generation(index.path()).now.trials == 2);
  CHECK(store::restore_generation(index.path()).now.trials == 5);
  const auto account = index.add({trial(9, {{"title", "Trial 9"}})});
  CHECK(account.total == 6);
}
