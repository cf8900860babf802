// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/formats/record_stream.hpp"

#include <unistd.h>
#include <set>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "trialsift/base/error.hpp"
#include "unit/formats/samples.hpp"

using namespace trialsift;
using namespace trialsift::formats;
using Texts = std::vector<std::string>;
using testing::TempFolder;
namespace fs = std::filesystem;

namespace {

const std::string kOne = study("NCT00000001");
const std::string kTwo = study("NCT00000002");
const std::string kText = "NCT ID: NCT00000003\nBrief Summary: Text.\n";

base::ErrorCode code_of(const std::vector<std::string>& inputs, const ReadOptions& options = {}) {
  try {
    RecordStream stream(inputs, options);
  } catch (const base::Error& error) {
    return error.code();
  }
  return base::ErrorCode::kInternal;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string many_studies(int count) {
  std::string all;
  unsigned noise = 1;
  for (int i = 0; i < count; ++i) {
    std::string title;
    for (int k = 0; k < 200; ++k)
      title.push_back(static_cast<char>('a' + (noise = noise * 1103515245U + 12345U) / 65536U % 26));
    all += study("NCT" + std::to_string(10'000'000 + i), title) + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("files, folders and formats are read in order") {
  const TempFolder folder;
  const std::string first = folder.write("z.json", "[" + kOne + "]");
  folder.write("in/b/deep.txt", kText);
  folder.write("in/a.json", kTwo);
  folder.write("in/.hidden.json", kOne);
  folder.write("in/.git/x.json", kOne);
  folder.write("in/empty.json", "");
  folder.write("in/readme.md", "# read me");
  RecordStream stream({first, (folder / "in").string()}, {});
  Outcome outcome;
  while (auto record = stream.next()) outcome.add(std::move(*record));
  CHECK(outcome.ids() == Texts{"NCT00000001", "NCT00000002", "NCT00000003"});
  CHECK(outcome.rejected.empty());
  CHECK(outcome.skipped == Texts{(folder / "in/empty.json").string(), (folder / "in/readme.md").string()});
  CHECK(stream.files() == 3);
  CHECK(stream.bytes_total() > 0);
  CHECK(stream.bytes_read() == stream.bytes_total());
  REQUIRE(stream.sources().size() == 2);
  CHECK(stream.sources()[0].name == first);
  CHECK(stream.sources()[0].format == "api-v2");
  CHECK(stream.sources()[0].records == 1);
  CHECK(stream.sources()[1].records == 2);
}

TEST_CASE("what the user names and cannot be used is rejected") {
  const TempFolder folder;
  const std::string prose = folder.write("prose.txt", "Nothing but prose.");
  const std::string empty = folder.write("empty.json", "");
  const std::string mark = folder.write("mark.json", "\xEF\xBB\xBF");
  const auto outcome = read_inputs({prose, empty, mark});
  CHECK(outcome.reasons() == Texts{"unknown-format", "empty", "empty"});
  CHECK(outcome.rejected[0].where.file == prose);
  CHECK(outcome.skipped.empty());
}

TEST_CASE("an input that is not there and a format that nobody knows are errors") {
  CHECK(code_of({"/no/such/file"}) == base::ErrorCode::kInputUnreadable);
  CHECK(code_of({"/no/such/*.json"}) == base::ErrorCode::kInputUnreadable);
  ReadOptions options;
  options.format = "api-v9";
  CHECK(code_of({}, options) == base::ErrorCode::kUsage);
}

TEST_CASE("a glob pattern stands for its files unless a file has that name") {
  const TempFolder folder;
  folder.write("b.json", kTwo);
  folder.write("a.json", kOne);
  folder.write("c.txt", kText);
  const auto outcome = read_inputs({(folder / "*.json").string()});
  CHECK(outcome.ids() == Texts{"NCT00000001", "NCT00000002"});
  const std::string odd = folder.write("[ab].json", kText);
  CHECK(read_inputs({odd}).ids() == Texts{"NCT00000003"});
}

TEST_CASE("links to files are followed and loops of folders are not") {
  const TempFolder folder;
  folder.write("in/a.json", kOne);
  const std::string outside = folder.write("b.json", kTwo);
  fs::create_symlink(outside, folder / "in/link.json");
  fs::create_directory_symlink(folder / "in", folder / "in/loop");
  fs::create_symlink("/no/such/file", folder / "in/dangling");
  CHECK(read_inputs({(folder / "in").string()}).ids() == Texts{"NCT00000001", "NCT00000002"});
}

TEST_CASE("compressed files are read by content whatever their name") {
  const TempFolder folder;
  for (const char* filter : {"gzip", "zstd", "bzip2", "xz"}) {
    INFO(filter);
    const std::string path = (folder / (std::string("data.") + filter)).string();
    compress(path, filter, "\xEF\xBB\xBF" + kOne + "\n{}\n" + kTwo);
    const auto outcome = read_inputs({path});
    CHECK(outcome.ids() == Texts{"NCT00000001", "NCT00000002"});
    REQUIRE(outcome.rejected.size() == 1);
    CHECK(outcome.rejected[0].where.file == path);
    const std::string prose = (folder / (std::string("prose.") + filter)).string();
    compress(prose, filter, "prose");
    CHECK(read_inputs({prose}).reasons() == Texts{"unknown-format"});
  }
}

TEST_CASE("gzip and zstd files that were appended to each other are one") {
  const TempFolder folder;
  for (const char* filter : {"gzip", "zstd"}) {
    INFO(filter);
    const std::string a = (folder / "a").string();
    const std::string b = (folder / "b").string();
    compress(a, filter, kOne + "\n");
    compress(b, filter, kTwo + "\n");
    CHECK(read_inputs({folder.write("both", bytes_of(a) + bytes_of(b))}).ids() == Texts{"NCT00000001", "NCT00000002"});
  }
}

TEST_CASE("the members of archives are walked as files") {
  const TempFolder folder;
  const Files files = {{"./a.json", kOne},
                       {"__MACOSX/._a.json", "junk"},
                       {".hidden", kOne},
                       {"empty", ""},
                       {"b/c.json", kTwo},
                       {"readme.txt", "prose"},
                       {"d/bad.json", "{\"protocolSection\":{}}"}};
  for (const auto packing : {Packing::kZip, Packing::kTar, Packing::kTarGzip, Packing::kTarZstd}) {
    const std::string path = (folder / "archive").string();
    pack(path, packing, files);
    RecordStream stream({path}, {});
    Outcome outcome;
    while (auto record = stream.next()) outcome.add(std::move(*record));
    CHECK(outcome.ids() == Texts{"NCT00000001", "NCT00000002"});
    CHECK(outcome.skipped == Texts{path + ":empty", path + ":readme.txt"});
    REQUIRE(outcome.reasons() == Texts{"no-id"});
    CHECK(outcome.rejected[0].where.file == path + ":d/bad.json");
    CHECK(stream.files() == 3);
    CHECK(stream.bytes_read() == stream.bytes_total());
  }
}

TEST_CASE("archives inside of archives are opened") {
  const TempFolder folder;
  compress((folder / "one.gz").string(), "gzip", kOne);
  pack((folder / "two.zip").string(), Packing::kZip, {{"two.json", kTwo}});
  const std::string path = (folder / "all.tar").string();
  pack(path, Packing::kTar,
       {{"one.gz", bytes_of(folder / "one.gz")}, {"two.zip", bytes_of(folder / "two.zip")}, {"t", kText}});
  const auto outcome = read_inputs({path});
  CHECK(outcome.ids() == Texts{"NCT00000001", "NCT00000002", "NCT00000003"});
  CHECK(outcome.skipped.empty());
}

TEST_CASE("a damaged archive gives what is readable and says so once") {
  const TempFolder folder;
  const std::string path = (folder / "whole.gz").string();
  compress(path, "gzip", many_studies(3000));
  const std::string whole = bytes_of(path);
  const auto cut = read_inputs({folder.write("cut.gz", whole.substr(0, whole.size() / 2))});
  CHECK(cut.reasons() == Texts{"damaged-archive"});
  CHECK(cut.trials.size() > 500);
  CHECK(read_inputs({folder.write("stub.gz", whole.substr(0, 30))}).reasons() == Texts{"damaged-archive"});
  for (const auto packing : {Packing::kZip, Packing::kTar}) {
    pack((folder / "archive").string(), packing, {{"a.json", kOne}, {"b.json", many_studies(1000)}});
    const std::string bytes = bytes_of(folder / "archive");
    const auto outcome = read_inputs({folder.write("cut", bytes.substr(0, bytes.size() / 2)), path});
    CHECK(outcome.reasons() == Texts{"damaged-archive"});
    CHECK(outcome.trials.size() > 3000);
  }
}

TEST_CASE("an archive without files is empty") {
  const TempFolder folder;
  pack((folder / "none.zip").string(), Packing::kZip, {});
  CHECK(read_inputs({(folder / "none.zip").string()}).reasons() == Texts{"empty"});
  compress((folder / "none.gz").string(), "gzip", "");
  CHECK(read_inputs({(folder / "none.gz").string()}).reasons() == Texts{"empty"});
}

TEST_CASE("a file in a known format without records is told and not rejected") {
  const TempFolder folder;
  const std::string none = folder.write("none.json", "{\"studies\":[]}");
  const auto outcome = read_inputs({none});
  CHECK(outcome.rejected.empty());
  CHECK(outcome.skipped == Texts{none});
}

TEST_CASE("UTF-16 and Latin-1 are read by evidence, in files and in archives") {
  const TempFolder folder;
  const std::string text =
      R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"Caf\xE9"}}})";
  const auto latin = [&] {
    std::string bytes = text;
    return bytes.replace(bytes.find("\\xE9"), 4, "\xE9");
  }();
  std::string wide = "\xFF\xFE";
  for (const char c : latin) wide += {c, '\0'};
  pack((folder / "a.zip").string(), Packing::kZip, {{"latin.json", latin}, {"wide.json", wide}});
  const auto outcome =
      read_inputs({folder.write("latin.json", latin), folder.write("wide.json", wide), (folder / "a.zip").string()});
  REQUIRE(outcome.trials.size() == 4);
  for (const auto& trial : outcome.trials) CHECK(trial.brief_title == "Café");
}

TEST_CASE("a format that is asked for is forced") {
  const TempFolder folder;
  ReadOptions options;
  options.format = "api-v2";
  CHECK(read_inputs({folder.write("a.txt", "prose")}, options).reasons() == Texts{"bad-json"});
  CHECK(read_inputs({folder.write("b.txt", "{\"a\":1}")}, options).reasons() == Texts{"not-a-study"});
  options.format = "module-text";
  CHECK(read_inputs({folder.write("c.txt", "Brief Summary: a\n")}, options).reasons() == Texts{"no-id"});
}

TEST_CASE("standard input is read as any file, compressed or not") {
  const TempFolder folder;
  compress((folder / "a.gz").string(), "gzip", kOne);
  const int before = ::dup(STDIN_FILENO);
  for (const std::string& path : {folder.write("a.json", kOne), (folder / "a.gz").string()}) {
    REQUIRE(std::freopen(path.c_str(), "r", stdin) != nullptr);
    RecordStream stream({"-"}, {});
    const auto record = stream.next();
    REQUIRE(record.has_value());
    CHECK(std::get<model::Trial>(*record).id.text() == "NCT00000001");
    CHECK_FALSE(stream.next().has_value());
    CHECK(stream.bytes_total() == 0);
    CHECK(stream.sources().at(0).name == "-");
  }
  ::dup2(before, STDIN_FILENO);
  ::close(before);
}

TEST_CASE("the table of formats names each once") {
  std::set<std::string_view> names;
  for (const auto& info : known_formats()) {
    CHECK(names.insert(info.name).second);
    CHECK_FALSE(info.about.empty());
  }
  for (const char* name : {"module-text", "api-v2", "ctgov-xml", "ictrp-xml"}) CHECK(names.count(name) == 1);
}
