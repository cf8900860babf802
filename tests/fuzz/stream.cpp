// SPDX-License-Identifier: GPL-2.0-or-later
//
// A whole input: archives inside of archives, encodings, formats told apart by content, every reader.

#include <fstream>
#include <iterator>

#include "fuzz/harness.hpp"
#include "fuzz/samples.hpp"
#include "trialsift/formats/record_stream.hpp"

namespace trialsift::fuzz {
namespace {

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::vector<std::string> seeds() {
  using namespace trialsift::formats;
  const testing::TempFolder folder;
  const std::string path = (folder / "archive").string();
  std::vector<std::string> archives;
  Files files = {{"../prose.txt", "Nothing but prose."}};
  for (const Sample& sample : samples()) files.emplace_back(std::string(sample.format) + "/file", sample.text);
  for (const auto packing : {Packing::kZip, Packing::kTar, Packing::kTarGzip, Packing::kTarZstd}) {
    pack(path, packing, {{"a.json", json_lines()}, {"b/c.txt", kModuleText}});
    archives.push_back(content(path));
  }
  pack(path, Packing::kZip, {{"inner.zip", archives.front()}, {"d.csv", kTable}});
  archives.push_back(content(path));
  pack(path, Packing::kTarGzip, files);
  archives.push_back(content(path));
  for (const char* filter : {"gzip", "zstd", "bzip2", "xz"}) {
    compress(path, filter, kTable);
    archives.push_back(content(path));
  }
  archives.push_back("\xEF\xBB\xBF" + kTable);
  archives.push_back(std::string("\xFF\xFE{\0}\0\n\0", 8));
  return archives;
}

}  // namespace trialsift::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trialsift::fuzz;
  const MemoryFile file(bytes_of(data, size));
  trialsift::formats::ReadOptions options;
  options.record_bytes_max = 64U << 10U;
  options.unpacked_ratio = 10;
  trialsift::formats::RecordStream stream({file.path()}, options);
  std::uint64_t records = 0;
  while (const auto record = stream.next()) {
    if (const auto* trial = std::get_if<trialsift::model::Trial>(&*record)) {
      require(!trial->id.empty(), "every trial has an id");
      ++records;
    } else if (const auto* bad = std::get_if<trialsift::formats::Rejected>(&*record)) {
      require(!bad->reason.empty(), "every rejection has a reason");
      ++records;
    }
  }
  require(stream.sources().size() == 1 && stream.sources()[0].records == records, "the account adds up");
  return 0;
}
