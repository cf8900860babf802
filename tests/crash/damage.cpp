// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>

#include "crash/index_case.hpp"
#include "support/catch.hpp"

using namespace trialsift::testing;
namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void put(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// Every file of the generation in force, and CURRENT.
std::vector<fs::path> files_of(const fs::path& index) {
  std::vector<fs::path> files = {index / "CURRENT"};
  const std::string current = content(index / "CURRENT");
  for (const auto& entry : fs::recursive_directory_iterator(index / current.substr(0, current.find(' ')))) {
    if (entry.is_regular_file() && entry.file_size() > 0) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// What a run on a damaged index may do: answer, or refuse with a sentence; never crash, hang or fill the memory.
std::string badly_ended(const Words& command, const Ended& ended) {
  const bool answered = ended.status == 0 || ended.status == 1;
  const bool refused = ended.status == 2 && ended.err.find("error[index-") != std::string::npos &&
                       ended.err.find("error[internal]") == std::string::npos;
  if (answered || refused) return {};
  std::string text;
  for (const std::string& word : command) text += word + " ";
  return text + "ended with status " + std::to_string(ended.status) + ": " + ended.err.substr(0, 2000);
}

const std::vector<Words> kReads = {
    {"search", "-n", "0", "-f", "jsonl", "--snippets", "2",
     "\"cancer trial\" OR title:version OR w12* OR status:recruiting"},
    {"show", "NCT99000001", "NCT99000300", "NCT99000600"},
    {"terms"},
    {"stats"},
    {"search", "relapses start:2015.. id:NCT99000007"},
};

class Damaged {
 public:
  Damaged() {
    folder_.write("all.ndjson", studies(0, 600, 1));
    folder_.write("new.ndjson", studies(590, 20, 2));
    REQUIRE(run({"index", "--index", "index", "all.ndjson"}, setting()).status == 0);
  }
  std::vector<fs::path> files() const { return files_of(folder_ / "index"); }
  /// A sanitizer leaves crashes to the program.
  Program::Setting setting() const {
    Program::Setting setting{folder_.path()};
    const char* given = std::getenv("ASAN_OPTIONS");
    setting.environment = {"ASAN_OPTIONS=" + std::string(given == nullptr ? "" : given) +
                           ":handle_segv=0:handle_sigbus=0:handle_sigfpe=0"};
    return setting;
  }

  /// Nothing, or what goes wrong with the file so damaged; it is mended afterwards.
  std::string wrong_with(const fs::path& file, const std::string& damaged) const {
    const std::string whole = content(file);
    put(file, damaged);
    std::string wrong = wrong_now();
    put(file, whole);
    return wrong;
  }

 private:
  std::string wrong_now() const {
    const Ended check = in_index({"check"});
    if (check.status != 2 || check.err.find("error[index-") == std::string::npos) {
      return "check does not find it: " + check.out + check.err;
    }
    for (const Words& command : kReads) {
      if (std::string wrong = badly_ended(command, in_index(command)); !wrong.empty()) return wrong;
    }
    const Words update = {"index", "new.ndjson"};
    const Ended updated = in_index(update);
    if (updated.status != 2) return "an update builds upon damage";
    return badly_ended(update, updated);
  }
  Ended in_index(Words command) const {
    command.insert(command.begin() + 1, {"--index", "index"});
    return run(command, setting());
  }

  TempFolder folder_;
};

}  // namespace

TEST_CASE("a flipped bit in any file is found by check, and nothing crashes on it", "[damage]") {
  const Damaged index;
  std::mt19937 random(7);
  for (const fs::path& file : index.files()) {
    const std::string whole = content(file);
    for (std::size_t round = 0; round < rounds(4); ++round) {
      // Headers stand at the beginnings, footers at the ends.
      const std::size_t near = std::min<std::size_t>(whole.size(), 64);
      const std::size_t at = round % 4 == 0   ? random() % near
                             : round % 4 == 1 ? whole.size() - 1 - random() % near
                                              : random() % whole.size();
      std::string damaged = whole;
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << (random() % 8)));
      INFO(file.string() << " at byte " << at);
      REQUIRE(index.wrong_with(file, damaged) == "");
    }
  }
}

TEST_CASE("a block whose directory ends beyond it is told as damage, though Xapian crashes on it", "[damage]") {
  const Damaged index;
  constexpr std::size_t kEndOfDirectory = 9;  // in the block's header
  for (const fs::path& file : index.files()) {
    if (file.filename() != "postlist.glass") continue;
    std::string damaged = content(file);
    damaged[kEndOfDirectory] = static_cast<char>(damaged[kEndOfDirectory] ^ 1);
    CHECK(index.wrong_with(file, damaged) == "");
  }
}

TEST_CASE("a cut file is found by check, and nothing crashes on it", "[damage]") {
  const Damaged index;
  std::mt19937 random(8);
  for (const fs::path& file : index.files()) {
    const std::string whole = content(file);
    for (std::size_t round = 0; round < std::max<std::size_t>(1, rounds(4) / 4); ++round) {
      const std::size_t size = round == 0 ? 0 : round == 1 ? whole.size() - 1 : random() % whole.size();
      INFO(file.string() << " cut to " << size);
      REQUIRE(index.wrong_with(file, whole.substr(0, size)) == "");
    }
  }
}

TEST_CASE("a missing file is found by check, and nothing crashes on it", "[damage]") {
  const Damaged index;
  for (const fs::path& file : index.files()) {
    if (file.filename() == "CURRENT") continue;  // without it there is no index
    INFO(file.string());
    const fs::path aside = file.string() + ".aside";
    fs::rename(file, aside);
    for (const char* command : {"check", "stats", "terms"}) {
      Words words = {command, "--index", "index"};
      if (words.front() == "terms") words.emplace_back("trial");
      const Ended ended = run(words, index.setting());
      CHECK(ended.status == 2);
      CHECK(ended.err.find("trialsift: error[index-corrupt]: ") == 0);
    }
    fs::rename(aside, file);
  }
}
