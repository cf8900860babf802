// SPDX-License-Identifier: GPL-2.0-or-later
// One trial, many records: gaps are filled, trials leave only when they are to.
#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "trialsift/base/error.hpp"

using namespace trialsift;
using namespace trialsift::testing;

namespace {

base::ErrorCode code_of(SmallIndex& index, const ingest::IndexOptions& options) {
  try {
    index.run(options);
  } catch (const base::Error& error) {
    return error.code();
  }
  return base::ErrorCode::kInternal;
}

ingest::IndexOptions deleting(SmallIndex& index, std::vector<std::string> inputs) {
  auto options = index.options(std::move(inputs));
  options.delete_missing = true;
  return options;
}

}  // namespace

TEST_CASE("a newer record without a description does not erase the one in the index") {
  SmallIndex index({trial(1, {{"title", "Heron"}, {"detailed", "Wading birds"}, {"updated", "2020"}})});
  const auto account = index.add({trial(1, {{"title", "Egret"}, {"updated", "2021"}})});
  CHECK(account.updated == 1);
  CHECK(index.find("title:egret") == std::vector{1});
  CHECK(index.find("heron").empty());
  CHECK(index.find("wading") == std::vector{1});
}

TEST_CASE("an older record that only fills gaps counts as updated") {
  SmallIndex index({trial(1, {{"title", "Heron"}, {"updated", "2021"}})});
  const auto account = index.add({trial(1, {{"title", "Old"}, {"summary", "Wading birds"}, {"updated", "2020"}})});
  CHECK(account.updated == 1);
  CHECK(account.unchanged == 0);
  CHECK(index.find("wading") == std::vector{1});
  CHECK(index.find("old").empty());
  CHECK(index.add({trial(1, {{"title", "Old"}, {"summary", "Wading birds"}, {"updated", "2020"}})}).unchanged == 1);
}

TEST_CASE("--rebuild starts clean: gaps stay gaps") {
  SmallIndex index({trial(1, {{"title", "Heron"}, {"summary", "Wading birds"}, {"updated", "2020"}})});
  auto options = index.options({index.folder().write("new.json", to_json(trial(1, {{"title", "Heron"}})))});
  options.rebuild = true;
  CHECK(index.run(options).added == 1);
  CHECK(index.find("wading").empty());
}

TEST_CASE("a dry run gives the account and changes nothing, not even a folder") {
  const auto one = trial(1, {{"title", "Heron"}, {"updated", "2020"}});
  const auto newer = trial(1, {{"title", "Egret"}, {"updated", "2021"}});
  SmallIndex index;
  auto options = index.options({index.folder().write("a.json", to_json({one, newer, trial(2, {{"title", "Owl"}})}))});
  options.dry_run = true;
  options.read.temp_folder = index.folder() / "";
  const auto first = index.run(options);
  CHECK(first.added == 2);
  CHECK(first.duplicates == 1);
  CHECK(first.total == 2);
  CHECK_FALSE(first.published);
  CHECK_FALSE(std::filesystem::exists(index.path()));
  index.add({one, trial(3, {{"title", "Stork"}})});
  options.delete_missing = true;
  const auto second = index.run(options);
  CHECK(second.added == 1);
  CHECK(second.updated == 1);
  CHECK(second.removed == 1);
  CHECK(second.total == 2);
  CHECK(index.find("heron") == std::vector{1});
  CHECK(index.index().manifest().generation == 1);
}

TEST_CASE("--delete-missing removes the trials that the inputs no longer hold") {
  SmallIndex index({trial(1, {{"title", "Heron"}}), trial(2, {{"title", "Owl"}})});
  const auto account =
      index.run(deleting(index, {index.folder().write("n.json", to_json(trial(2, {{"title", "Owl"}})))}));
  CHECK(account.removed == 1);
  CHECK(account.unchanged == 1);
  CHECK(account.total == 1);
  CHECK(index.find("heron").empty());
  CHECK(index.find("owl") == std::vector{2});
  CHECK(index.index().words().find("heron") == std::nullopt);
  CHECK(index.index().manifest().sources.size() == 1);
}

TEST_CASE("--delete-missing keeps a trial whose record was rejected in this run") {
  SmallIndex index({trial(1, {{"title", "Heron"}}), trial(2, {{"title", "Owl"}}), trial(3, {{"title", "Stork"}})});
  const std::string broken = "{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT00000001\",]}}}\n";
  const auto account =
      index.run(deleting(index, {index.folder().write("n.json", to_json(trial(2, {{"title", "Owl"}})) + broken)}));
  CHECK(account.rejected == 1);
  CHECK(account.removed == 1);
  CHECK(index.find("heron") == std::vector{1});
  CHECK(index.find("stork").empty());
}

TEST_CASE("--delete-missing removes nothing where a rejected record may be any trial's") {
  SmallIndex index({trial(1, {{"title", "Heron"}}), trial(2, {{"title", "Owl"}})});
  const auto account = index.run(deleting(
      index, {index.folder().write("n.json", to_json(trial(2, {{"title", "Owl"}})) + "{\"protocolSection\":{}}\n")}));
  CHECK(account.removed == 0);
  CHECK(account.missing_kept == 1);
  CHECK(index.find("heron") == std::vector{1});
}

TEST_CASE("--delete-missing refuses an input without trials and inputs that would empty the index") {
  SmallIndex index({trial(1, {{"title", "Heron"}}), trial(2, {{"title", "Owl"}})});
  const std::string same = index.folder().write("same.json", to_json(trial(1, {{"title", "Heron"}})));
  const std::string none = index.folder().write("none.json", "[]\n");
  const std::string others = index.folder().write("others.json", to_json(trial(3, {{"title", "Stork"}})));
  CHECK(code_of(index, deleting(index, {same, none})) == base::ErrorCode::kDeleteRefused);
  CHECK(code_of(index, deleting(index, {none})) == base::ErrorCode::kDeleteRefused);
  CHECK(code_of(index, deleting(index, {others})) == base::ErrorCode::kDeleteRefused);
  CHECK(index.find("heron OR owl").size() == 2);
  auto allowed = deleting(index, {others});
  allowed.allow_empty = true;
  CHECK(index.run(allowed).removed == 2);
  CHECK(index.find("").size() == 1);
  allowed = deleting(index, {none});
  allowed.allow_empty = true;
  CHECK(index.run(allowed).total == 0);
  CHECK(index.find("").empty());
}
