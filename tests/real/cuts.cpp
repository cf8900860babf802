// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <random>
#include <set>

#include "real/real_data.hpp"
#include "support/catch.hpp"
#include "support/temp_folder.hpp"
#include "trialsift/base/file.hpp"
#include "trialsift/formats/record_stream.hpp"

using namespace trialsift;
namespace fs = std::filesystem;

namespace {

/// Of each file; TRIALSIFT_CUT_ROUNDS asks for more.
std::size_t rounds() {
  const char* told = std::getenv("TRIALSIFT_CUT_ROUNDS");
  return told != nullptr ? std::strtoul(told, nullptr, 10) : 2;
}

struct Read {
  std::set<std::string> ids;  ///< of trials, and of rejected records that name theirs
  bool whole = false;
};

Read read(const std::string& input) {
  formats::RecordStream stream({input}, {});
  Read read;
  while (const auto record = stream.next()) {
    if (const auto* trial = std::get_if<model::Trial>(&*record)) read.ids.insert(trial->id.text());
    if (const auto* bad = std::get_if<formats::Rejected>(&*record)) read.ids.insert(bad->where.id);
  }
  read.ids.erase("");
  read.whole = stream.completeness().whole();
  return read;
}

}  // namespace

TEST_CASE("a real export that is cut off anywhere shows that records may be lacking") {
  const auto data = testing::real_data();
  if (!data) return;
  std::mt19937_64 random(20260113);
  const testing::TempFolder folder;
  std::size_t files = 0;
  std::size_t cuts = 0;
  std::size_t lacking = 0;
  for (const auto& entry : fs::recursive_directory_iterator(*data + "/exports")) {
    if (!entry.is_regular_file()) continue;
    const Read whole = read(entry.path().string());
    if (whole.ids.empty()) continue;
    ++files;
    const std::string bytes = base::read_file(entry.path());
    for (std::size_t round = 0; round < rounds(); ++round) {
      const std::size_t size = random() % bytes.size();
      // Behind a line nothing tells that there was another.
      if (size > 0 && (bytes[size - 1] == '\n' || bytes[size] == '\n')) continue;
      ++cuts;
      const Read cut = read(folder.write(entry.path().filename().string(), bytes.substr(0, size)));
      const bool lacks = !std::includes(cut.ids.begin(), cut.ids.end(), whole.ids.begin(), whole.ids.end());
      lacking += lacks ? 1 : 0;
      // A named file without any record is an error of its own.
      if (lacks && cut.whole && !cut.ids.empty()) FAIL(entry.path() << " cut after " << size << " bytes");
    }
  }
  std::cerr << files << " real exports, " << cuts << " cuts, " << lacking << " of them without some of the records\n";
  CHECK(files > 200);
}

TEST_CASE("real exports as they are hold all that they should") {
  const auto data = testing::real_data();
  if (!data) return;
  std::size_t doubtful = 0;
  for (const auto& entry : fs::recursive_directory_iterator(*data + "/exports")) {
    if (!entry.is_regular_file()) continue;
    formats::RecordStream stream({entry.path().string()}, {});
    while (stream.next()) {
    }
    if (stream.completeness().whole()) continue;
    ++doubtful;
    const formats::Incomplete& why = stream.completeness().first.front();
    std::cerr << why.reason << ": " << why.file << ": " << why.detail << "\n";
  }
  std::cerr << doubtful << " real exports are in doubt\n";
  SUCCEED();
}
