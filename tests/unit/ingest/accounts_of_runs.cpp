// SPDX-License-Identifier: GPL-2.0-or-later
#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/store/index_folder.hpp"
#include "trialsift/store/record.hpp"

using namespace trialsift;
using namespace trialsift::testing;
using base::ErrorCode;

namespace {

std::uint64_t explained(const ingest::Account& account) {
  return account.added + account.updated + account.unchanged + account.conflicts + account.duplicates +
         account.rejected;
}

std::optional<ErrorCode> code_of_run(SmallIndex& index, const ingest::IndexOptions& options) {
  try {
    index.run(options);
  } catch (const base::Error& error) {
    return error.code();
  }
  return std::nullopt;
}

/// Every file below a folder with its bytes.
std::map<std::string, std::string> bytes_below(const base::Path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files[entry.path().string()] = base::read_file(entry.path());
  }
  return files;
}

const std::vector<model::Trial> kThree = {trial(1, {{"title", "Apples for asthma"}, {"updated", "2020-01-01"}}),
                                          trial(2, {{"title", "Bananas for bronchitis"}}),
                                          trial(3, {{"title", "Cherries for colds"}})};

}  // namespace

TEST_CASE("every record of a run is added, updated, unchanged, a duplicate or rejected") {
  SmallIndex index(kThree);
  std::string export_text = to_json(kThree);  // three unchanged
  export_text +=
      to_json(trial(1, {{"title", "Apricots"}, {"updated", "2021-01-01"}}));  // the first is updated after all
  export_text += to_json(trial(4, {{"title", "Dates"}}));
  export_text += to_json(trial(4, {{"title", "Dates"}}));
  export_text += "{\"protocolSection\":{\"identificationModule\":{\"briefTitle\":\"no id\"}}}\n";
  export_text += "{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT00000009\",}\n";
  std::vector<std::string> rejected;
  auto options = index.options({index.folder().write("more.json", export_text)});
  options.on_rejected = [&](const formats::Rejected& bad) { rejected.push_back(bad.reason); };
  const ingest::Account account = index.run(options);
  CHECK(account.files == 1);
  CHECK(account.read == 8);
  CHECK(account.added == 1);
  CHECK(account.updated == 1);
  CHECK(account.unchanged == 2);
  CHECK(account.duplicates == 2);
  CHECK(account.rejected == 2);
  CHECK(account.removed == 0);
  CHECK(account.total == 4);
  CHECK(account.read == explained(account));
  CHECK(account.published);
  CHECK(rejected.size() == 2);
  std::uint64_t by_reason = 0;
  for (const auto& [reason, count] : account.rejected_by_reason) by_reason += count;
  CHECK(by_reason == 2);
  CHECK(index.index().manifest().trials == 4);
}

TEST_CASE("indexing the same input again changes nothing") {
  SmallIndex index;
  const auto first = index.add(kThree, "same.json");
  CHECK(first.published);
  const auto before = bytes_below(index.path());
  const auto again = index.add(kThree, "same.json");
  CHECK_FALSE(again.published);
  CHECK(again.unchanged == 3);
  CHECK(again.total == 3);
  CHECK(again.read == explained(again));
  CHECK(bytes_below(index.path()) == before);
}

TEST_CASE("a new source of known trials is told without new files") {
  SmallIndex index;
  index.add(kThree, "a.json");
  const auto content = index.index().manifest().content;
  const auto account = index.add({kThree[0]}, "b.json");
  CHECK(account.published);
  CHECK(account.unchanged == 1);
  CHECK(index.index().manifest().sources.size() == 2);
  CHECK(index.index().manifest().content == content);
  CHECK(index.find("bananas") == std::vector{2});
  CHECK(store::verify(index.path()).trials == 3);
}

TEST_CASE("the manifest holds the sources with their formats, dates and records") {
  SmallIndex index;
  const std::string json = index.folder().write(
      "b.json", to_json({trial(1, {{"as_of", "2024-03-01"}}), trial(2, {{"as_of", "2024-05-07"}})}));
  const std::string text = index.folder().write("a.txt",
                                                "Ignite Creation Date: 2023-01-02 @ 5:18 AM\n"
                                                "Ignite Modification Date: 2023-02-03 @ 5:18 PM\n"
                                                "NCT ID: NCT00000003\nBrief Summary: Plums.\n"
                                                "Detailed Description: Prunes.\nStudy: NCT00000003\n");
  const auto account = index.run(index.options({json, text}));
  const auto& sources = index.index().manifest().sources;
  REQUIRE(sources.size() == 2);
  CHECK(sources[0] == store::SourceInfo{text, "module-text", "2023-02-03T17:18", 1});
  CHECK(sources[1] == store::SourceInfo{json, "api-v2", "2024-05-07", 2});
  CHECK(account.sources.size() == 2);
  CHECK(account.files == 2);
}

TEST_CASE("the manifest's content is the sum of the records' content hashes") {
  SmallIndex index(kThree);
  index.add({trial(2, {{"title", "Blueberries"}, {"updated", "2022-01-01"}}), trial(4, {})});
  std::uint64_t sum = 0;
  for (const int number : {1, 2, 3, 4}) {
    const auto document = index.index().find(*model::TrialId::parse(id_of(number)));
    REQUIRE(document.has_value());
    sum += store::content_hash(index.index().trial(*document));
  }
  CHECK(index.index().manifest().content == sum);
}

TEST_CASE("files of no known format are skipped and told") {
  SmallIndex index;
  index.folder().write("in/a.json", to_json(kThree));
  index.folder().write("in/b.bin", std::string("\x7F"
                                               "ELF",
                                               4));
  auto options = index.options({(index.folder() / "in").string()});
  std::vector<std::string> skipped;
  options.on_skipped = [&](const formats::Skipped& file) { skipped.push_back(file.file); };
  const auto account = index.run(options);
  CHECK(account.skipped_files == 1);
  CHECK(account.read == 3);
  REQUIRE(skipped.size() == 1);
  CHECK(skipped[0].ends_with("b.bin"));
}

TEST_CASE("progress is told along the way") {
  std::vector<model::Trial> many;
  for (int i = 1; i <= 200; ++i) many.push_back(trial(i, {{"title", "Grapes"}}));
  SmallIndex index;
  auto options = index.options({index.folder().write("many.json", to_json(many))});
  std::uint64_t last = 0;
  std::uint64_t calls = 0;
  options.on_progress = [&](const ingest::Progress& progress) {
    CHECK(progress.records >= last);
    CHECK(progress.bytes_read <= progress.bytes_total);
    CHECK(progress.assembling == (progress.records == 200));
    last = progress.records;
    ++calls;
  };
  index.run(options);
  CHECK(calls >= 4);
  CHECK(last == 200);
}

TEST_CASE("a rebuild forgets trials that its inputs do not hold") {
  SmallIndex index(kThree);
  auto options = index.options({index.folder().write("new.json", to_json({kThree[1], trial(7, {{"title", "Figs"}})}))});
  options.rebuild = true;
  const auto account = index.run(options);
  CHECK(account.added == 2);
  CHECK(account.unchanged == 0);
  CHECK(account.total == 2);
  CHECK(index.find("apples OR cherries").empty());
  CHECK(index.find("bananas OR figs") == std::vector{2, 7});
  CHECK(index.index().manifest().sources.size() == 1);
  CHECK_FALSE(index.index().words().find("apples").has_value());
}

TEST_CASE("with strict the first rejected record ends the run and the old index stays byte for byte") {
  SmallIndex index(kThree);
  const auto before = bytes_below(index.path());
  auto options = index.options({index.folder().write(
      "bad.json", to_json(trial(9, {{"title", "Kiwis"}})) + "{\"protocolSection\":{\"identificationModule\":{}}}\n")});
  options.strict = true;
  CHECK(code_of_run(index, options) == ErrorCode::kInputRejected);
  CHECK(bytes_below(index.path()) == before);
  CHECK(index.find("kiwis").empty());
  options.rebuild = true;
  CHECK(code_of_run(index, options) == ErrorCode::kInputRejected);
  CHECK(bytes_below(index.path()) == before);
  options.strict = false;
  options.rebuild = false;
  CHECK(code_of_run(index, options) == std::nullopt);
  CHECK(index.find("kiwis") == std::vector{9});
}

TEST_CASE("strict ends a first run without leaving an index") {
  SmallIndex index;
  auto options = index.options({index.folder().write("bad.json", "{\"protocolSection\":{}}\n" + to_json(kThree))});
  options.strict = true;
  CHECK(code_of_run(index, options) == ErrorCode::kInputRejected);
  CHECK_FALSE(store::is_index(index.path()));
}

TEST_CASE("inputs without a record that could be read make no index and spoil none") {
  SmallIndex index;
  const auto bad = index.options({index.folder().write("bad.json", "{\"protocolSection\":{}}\n")});
  CHECK(code_of_run(index, bad) == ErrorCode::kInputUnreadable);
  CHECK_FALSE(store::is_index(index.path()));
  CHECK(code_of_run(index, index.options({(index.folder() / "nowhere.json").string()})) == ErrorCode::kInputUnreadable);
  index.add(kThree);
  auto rebuild = bad;
  rebuild.rebuild = true;
  const auto before = bytes_below(index.path());
  CHECK(code_of_run(index, rebuild) == ErrorCode::kInputUnreadable);
  CHECK(bytes_below(index.path()) == before);
}

TEST_CASE("a second writer is refused at once") {
  SmallIndex index(kThree);
  const auto options = index.options({index.folder().write("more.json", to_json(trial(9, {{"title", "Kiwis"}})))});
  {
    const store::GenerationWriter other(index.path());
    CHECK(code_of_run(index, options) == ErrorCode::kIndexLocked);
    CHECK(index.find("apples") == std::vector{1});
  }
  CHECK(code_of_run(index, options) == std::nullopt);
  CHECK(index.find("kiwis") == std::vector{9});
}

TEST_CASE("a folder without an index cannot be opened") {
  SmallIndex index;
  std::optional<ErrorCode> code;
  try {
    index.index();
  } catch (const base::Error& error) {
    code = error.code();
  }
  CHECK(code == ErrorCode::kIndexMissing);
}

TEST_CASE("nothing but CURRENT, LOCK and two generations stays behind") {
  SmallIndex index;
  for (int run = 1; run <= 5; ++run) {
    index.add({trial(run, {{"title", "Run " + std::to_string(run)}})});
    std::vector<std::string> names;
    std::size_t generations = 0;
    for (const auto& entry : std::filesystem::directory_iterator(index.path())) {
      const std::string name = entry.path().filename().string();
      const bool generation = name.starts_with("gen-") && name.find('.') == std::string::npos && entry.is_directory();
      generations += generation ? 1 : 0;
      if (!generation) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    CHECK(names == std::vector<std::string>{"CURRENT", "LOCK"});
    CHECK(generations == static_cast<std::size_t>(std::min(run, 2)));
    CHECK(store::verify(index.path()).generation == static_cast<std::uint64_t>(run));
  }
}

TEST_CASE("a reader goes on answering from its generation through three further ones") {
  SmallIndex index(kThree);
  const store::Index reader(index.path());
  const auto before = rank(reader, "apples bananas cherries");
  for (int run = 0; run < 3; ++run) {
    index.add({trial(1, {{"title", "Apples again"}, {"updated", std::to_string(2021 + run)}}),
               trial(10 + run, {{"title", "More bananas"}})});
  }
  CHECK(rank(reader, "apples bananas cherries") == before);
  CHECK(rank(reader, "again").empty());
  CHECK(reader.trial(*reader.find(kThree[0].id)).brief_title == "Apples for asthma");
  CHECK(index.find("bananas") == std::vector{2, 10, 11, 12});
}
