// SPDX-License-Identifier: GPL-2.0-or-later
#include <filesystem>
#include <fstream>
#include <iterator>

#include "trialsift/formats/record_stream.hpp"
#include "unit/formats/samples.hpp"

using namespace trialsift;
using namespace trialsift::formats;
using testing::TempFolder;
using Texts = std::vector<std::string>;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMegabyte = 1U << 20U;

const std::string kOne = study("NCT99000001");
const std::string kTwo = study("NCT99000002");

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A beginning, so many bytes of one kind, an end; tells how large a buffer was filled from it.
class LongSource : public ByteSource {
 public:
  LongSource(std::string begin, std::size_t count, std::string end)
      : begin_(std::move(begin)), end_(std::move(end)), size_(begin_.size() + count + end_.size()) {}

  std::size_t read(char* out, std::size_t capacity) override {
    largest_ = std::max(largest_, capacity);
    const std::size_t count = std::min(capacity, size_ - at_);
    for (std::size_t i = 0; i < count;) {
      const std::size_t at = at_ + i;
      const std::size_t behind = size_ - end_.size();
      if (at < begin_.size()) {
        out[i++] = begin_[at];
      } else if (at >= behind) {
        out[i++] = end_[at - behind];
      } else {
        const std::size_t run = std::min(count - i, behind - at);
        std::memset(out + i, 'x', run);
        i += run;
      }
    }
    at_ += count;
    return count;
  }
  std::size_t largest() const { return largest_; }

 private:
  std::string begin_;
  std::string end_;
  std::size_t size_;
  std::size_t at_ = 0;
  std::size_t largest_ = 0;
};

Outcome read_source(std::string_view name, ByteSource& source, std::size_t record_bytes_max) {
  ReadOptions options;
  options.record_bytes_max = record_bytes_max;
  const auto reader = format(name).open(source, "file", options);
  Outcome outcome;
  while (auto record = reader->next()) outcome.add(std::move(*record));
  return outcome;
}

/// So many megabytes of one letter: a small archive.
std::string monotony(std::size_t megabytes) {
  return std::string(megabytes * kMegabyte, 'x');
}

ReadOptions with_ratio(std::uint64_t ratio) {
  ReadOptions options;
  options.unpacked_ratio = ratio;
  return options;
}

}  // namespace

TEST_CASE("a record larger than the limit is passed over in little memory, those around it are read") {
  LongSource json(kOne + "\n{\"protocolSection\":{\"x\":\"", 200 * kMegabyte, "\"}}\n" + kTwo + "\n");
  const auto outcome = read_source("api-v2", json, kMegabyte);
  CHECK(outcome.ids() == Texts{"NCT99000001", "NCT99000002"});
  CHECK(outcome.reasons() == Texts{"too-large"});
  CHECK(json.largest() < 4 * kMegabyte);

  LongSource text("NCT ID: NCT99000001\nBrief Summary: a\n\nDescription Module\n\nNCT ID: NCT99000003\nBrief Summary: ",
                  200 * kMegabyte, "\n\nDescription Module\n\nNCT ID: NCT99000002\nBrief Summary: b\n");
  const auto pages = read_source("module-text", text, kMegabyte);
  CHECK(pages.ids() == Texts{"NCT99000001", "NCT99000002"});
  CHECK(pages.reasons() == Texts{"too-large"});
  CHECK(text.largest() < 4 * kMegabyte);
}

TEST_CASE("a row larger than the limit is passed over in little memory, those around it are read") {
  LongSource table("NCT Number,Title\nNCT99000001,a\nNCT99000003,", 100 * kMegabyte, "\nNCT99000002,b\n");
  const auto rows = read_source("ctgov-csv", table, kMegabyte);
  CHECK(rows.ids() == Texts{"NCT99000001", "NCT99000002"});
  CHECK(rows.reasons() == Texts{"too-large"});
  CHECK(table.largest() < 4 * kMegabyte);
}

TEST_CASE("a record of some megabytes is read whole") {
  const std::string title(2'400'000, 'a');
  const auto outcome = read_text("api-v2", study("NCT99000001", title));
  REQUIRE(outcome.ids() == Texts{"NCT99000001"});
  CHECK(outcome.trials[0].brief_title.size() == title.size());
}

TEST_CASE("a record of more values than anyone needs is rejected by its id, those around it are read") {
  std::string values = "1";
  for (int i = 0; i < 500'000; ++i) values += ",1";
  const std::string many =
      R"({"protocolSection":{"identificationModule":{"nctId":"NCT99000003"}},"x":[)" + values + "]}";
  const auto outcome = read_text("api-v2", kOne + "\n" + many + "\n" + kTwo + "\n");
  CHECK(outcome.ids() == Texts{"NCT99000001", "NCT99000002"});
  CHECK(outcome.reasons() == Texts{"too-large"});
  CHECK(outcome.rejected[0].where.id == "NCT99000003");

  std::string elements;
  for (int i = 0; i < 500'000; ++i) elements += "<k/>";
  const auto xml = read_text(
      "ctgov-xml", "<clinical_study><id_info><nct_id>NCT99000003</nct_id></id_info>" + elements + "</clinical_study>");
  CHECK(xml.reasons() == Texts{"too-large"});
  CHECK(xml.rejected[0].where.id == "NCT99000003");
}

TEST_CASE("a list of a hundred thousand entries is read at once, and nothing in it comes twice") {
  std::string ids = "\"x\"";
  for (int i = 0; i < 200'000; ++i) ids += ",\"id " + std::to_string(i % 100'000) + "\"";
  const TempFolder folder;
  const std::string path = folder.write(
      "long.json",
      R"({"protocolSection":{"identificationModule":{"nctId":"NCT99000001","nctIdAliases":[)" + ids + "]}}}");
  const auto outcome = read_inputs({path});
  REQUIRE(outcome.trials.size() == 1);
  CHECK(outcome.trials[0].other_ids.size() == 100'001);
}

TEST_CASE("nesting without end is a record that is rejected") {
  for (const std::string& deep :
       {std::string(200'000, '['), std::string(200'000, '{'),
        "{\"protocolSection\":" + std::string(200'000, '[') + std::string(200'000, ']') + "}"}) {
    const auto outcome = read_text("api-v2", deep + "\n" + kOne + "\n");
    CHECK_FALSE(outcome.rejected.empty());
    CHECK(outcome.trials.size() <= 1);
  }
  std::string nested = "{\"protocolSection\":";
  for (int i = 0; i < 5000; ++i) nested += "{\"a\":";
  nested += "1" + std::string(5000, '}') + "}";
  const auto outcome = read_text("api-v2", nested + "\n" + kOne + "\n");
  CHECK(outcome.reasons() == Texts{"bad-json"});
  CHECK(outcome.ids() == Texts{"NCT99000001"});
}

TEST_CASE("a compressed file that unpacks to thousands of times its size is given up, and the next is read") {
  const TempFolder folder;
  for (const char* filter : {"gzip", "zstd", "bzip2", "xz"}) {
    INFO(filter);
    const std::string bomb = (folder / "bomb").string();
    compress(bomb, filter, kOne + "\n" + monotony(16));
    const auto outcome = read_inputs({bomb, folder.write("good.json", kTwo)}, with_ratio(20));
    CHECK(outcome.ids() == Texts{"NCT99000001", "NCT99000002"});
    CHECK(outcome.reasons() == Texts{"bomb"});
    CHECK(outcome.rejected[0].where.file == bomb);
    CHECK(read_inputs({bomb}, with_ratio(1'000'000)).reasons() == Texts{"bad-json"});
  }
}

TEST_CASE("a bomb in a zip costs that member only, one in a compressed tar the archive") {
  const TempFolder folder;
  for (const auto packing : {Packing::kZip, Packing::kTarGzip}) {
    const std::string path = (folder / "archive").string();
    pack(path, packing, {{"a.json", kOne}, {"bomb.json", "{\"protocolSection\":\"" + monotony(16)}, {"b.json", kTwo}});
    const auto outcome = read_inputs({path}, with_ratio(20));
    CHECK(outcome.reasons() == Texts{"bomb"});
    CHECK(outcome.ids().size() == (packing == Packing::kZip ? 2 : 1));
  }
}

TEST_CASE("a bomb in a member that is no record, passed over without being read, is found as well") {
  const TempFolder folder;
  const std::string path = (folder / "archive").string();
  pack(path, Packing::kTarGzip, {{"zeros", monotony(32)}, {"a.json", kOne}});
  CHECK(read_inputs({path}, with_ratio(20)).reasons() == Texts{"bomb"});
  CHECK(read_inputs({path}, with_ratio(1'000'000)).ids() == Texts{"NCT99000001"});
}

TEST_CASE("a bomb inside of an archive inside of an archive counts all that is unpacked") {
  const TempFolder folder;
  pack((folder / "inner").string(), Packing::kZip, {{"x", monotony(8)}, {"y", monotony(8)}});
  pack((folder / "outer").string(), Packing::kZip, {{"inner.zip", bytes_of(folder / "inner")}, {"a.json", kOne}});
  // Of members in no known format only the beginnings are unpacked.
  CHECK(read_inputs({(folder / "outer").string()}, with_ratio(40)).ids() == Texts{"NCT99000001"});
  pack((folder / "inner").string(), Packing::kZip,
       {{"x", "{\"protocolSection\":\"" + monotony(8)}, {"y", "{\"protocolSection\":\"" + monotony(8)}});
  pack((folder / "outer").string(), Packing::kZip, {{"inner.zip", bytes_of(folder / "inner")}, {"a.json", kOne}});
  const auto outcome = read_inputs({(folder / "outer").string()}, with_ratio(40));
  CHECK(outcome.ids() == Texts{"NCT99000001"});
  CHECK(outcome.reasons() == Texts{"truncated", "bomb"});
}

TEST_CASE("archives inside of each other without end are told") {
  const TempFolder folder;
  std::string bytes = kOne;
  for (int i = 0; i < 12; ++i) {
    pack((folder / "a.zip").string(), Packing::kZip, {{i == 0 ? "a.json" : "a.zip", bytes}});
    bytes = bytes_of(folder / "a.zip");
  }
  const auto outcome = read_inputs({(folder / "a.zip").string()});
  CHECK(outcome.trials.empty());
  CHECK(outcome.reasons() == Texts{"too-deep"});
}

TEST_CASE("the names of members are read and nothing is written by them") {
  const TempFolder folder;
  const std::string outside = (folder / "outside").string();
  const fs::path archive = folder / "in/deep/archive";
  fs::create_directories(archive.parent_path());
  for (const auto packing : {Packing::kZip, Packing::kTar}) {
    pack(archive.string(), packing,
         {{"../../outside", kOne}, {outside, kTwo}, {"a\x1B[2Jb\r\nc.json", "{\"protocolSection\":{}}"}});
    const auto outcome = read_inputs({archive.string()});
    CHECK(outcome.ids() == Texts{"NCT99000001", "NCT99000002"});
    CHECK(outcome.reasons() == Texts{"no-id"});
    CHECK_FALSE(fs::exists(outside));
  }
}

TEST_CASE("links that lead round in a circle are no files and no folders without end") {
  const TempFolder folder;
  folder.write("in/a/one.json", kOne);
  fs::create_symlink("round", folder / "in/round");
  fs::create_symlink("b", folder / "in/c");
  fs::create_symlink("c", folder / "in/b");
  fs::create_directory_symlink("..", folder / "in/a/up");
  fs::create_directory_symlink(folder / "in", folder / "in/a/top");
  CHECK(read_inputs({(folder / "in").string()}).ids() == Texts{"NCT99000001"});
}

TEST_CASE("NUL bytes, control characters and terminal escapes in a title cost no record") {
  using namespace std::string_literals;
  for (const std::string& title :
       {R"(A\u0000 \u001b[31mred\u001b[0m \u0007 title)"s, "A\0 \x1B[31mred\x1B[0m \x07 title"s}) {
    const auto outcome = read_text("api-v2", study("NCT99000001", title));
    REQUIRE(outcome.ids() == Texts{"NCT99000001"});
    CHECK(outcome.trials[0].brief_title.find("red") != std::string::npos);
  }
}

TEST_CASE("half a million empty rows are passed over at once") {
  std::string table = "NCT Number,Title,Status\nNCT99000001,a,\n";
  for (int i = 0; i < 500'000; ++i) table += ",,\n";
  table += "NCT99000002,b,\n";
  const auto outcome = read_text("ctgov-csv", table);
  CHECK(outcome.ids() == Texts{"NCT99000001", "NCT99000002"});
  CHECK(outcome.rejected.size() <= 1);
}
