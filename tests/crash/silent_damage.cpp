// SPDX-License-Identifier: GPL-2.0-or-later
//
// Damage is never shown as truth: on an index with a damaged file a command answers as on the sound one, or ends with
// an error before it says anything else. That holds of the files with checksums of their own, of CURRENT, MANIFEST and
// the database's small files; its large ones are read inside of Xapian (docs/architecture.md, "What is damage?").
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <random>

#include "crash/index_case.hpp"
#include "support/catch.hpp"

using namespace trialsift::testing;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kBlock = 4096;

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void put(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// Three made-up words and, in brackets, their first letters in capitals; one of 150 such, others by version.
std::string definition(std::mt19937& any, int version) {
  std::mt19937 random(static_cast<unsigned>(version) * 1000 + any() % 150);
  std::string words;
  std::string capitals;
  for (int i = 0; i < 3; ++i) {
    if (i > 0) words += ' ';
    for (int letters = 0; letters < 6; letters += 2) {
      words += "bdfgklmnprstvz"[random() % 14];
      if (letters == 0) capitals += static_cast<char>(words.back() - 'a' + 'A');
      words += "aeiou"[random() % 5];
    }
  }
  return words + " (" + capitals + ")";
}

/// studies() whose summaries define abbreviations.
std::string studies_with_definitions(int first, int count, int version) {
  constexpr std::string_view kSummary = "\"briefSummary\":\"";
  std::mt19937 random(static_cast<unsigned>(version));
  std::string text = studies(first, count, version);
  for (std::size_t at = 0; (at = text.find(kSummary, at)) != std::string::npos;) {
    at += kSummary.size();
    text.insert(at, "Effect of " + definition(random, version) + " and " + definition(random, version) + ". ");
  }
  return text;
}

/// Of the first of them.
std::string abbreviation_in(const std::string& studies) {
  const std::size_t at = studies.find(" (");
  return studies.substr(at + 2, studies.find(')', at) - at - 2);
}

const std::vector<Words> kReads = {
    {"search", "-n", "0", "-f", "jsonl", "--explain", "--snippets", "2",
     "\"cancer trial\" OR title:version OR w12* OR status:recruiting OR (relapse NEAR/4 dose)"},
    {"search", "-n", "30", "--facets", "status,condition", "relapses doses patient w17"},
    {"search", "-n", "0", "-f", "ris", ""},
    {"search", "-n", "0", "-f", "csv", "diabetes -w3"},
    {"show", "NCT99000001", "NCT99000300", "NCT99000600"},
    {"explain", "NCT99000300", "-e", "relapse dose survival"},
    {"similar", "NCT99000017", "-n", "5"},
    {"terms"},
    {"count", "\"dose of\" status:recruiting"},
    {"stats"},
};

/// An index of two generations, the files that are to be damaged, and what it answers when it is sound.
class Index {
 public:
  Index() {
    folder_.write("old.ndjson", studies_with_definitions(0, 600, 1));
    folder_.write("new.ndjson", studies_with_definitions(0, 600, 2));
    folder_.write("newer.ndjson", studies_with_definitions(590, 5, 3));
    for (const char* input : {"old.ndjson", "new.ndjson"}) REQUIRE(in_index({"index", input}).status == 0);
    reads_ = kReads;
    reads_.push_back({"expansions", abbreviation_in(studies_with_definitions(0, 600, 2)), "dose", "relapse"});
    for (const Words& command : reads_) {
      sound_.push_back(in_index(command));
      INFO(sound_.back().err);
      CHECK((sound_.back().status == 0 && !sound_.back().out.empty()));
    }
    for (const char* name : {"words", "abbreviations", "tokens", "records", "MANIFEST", "db/iamglass"}) {
      files_.push_back({folder_ / "index" / "gen-000002" / name, folder_ / "index" / "gen-000001" / name});
    }
    files_.push_back({folder_ / "index" / "CURRENT", {}});
  }

  struct File {
    fs::path path;
    fs::path before;  ///< the same file of the generation before
  };
  const std::vector<File>& files() const { return files_; }

  /// Nothing, or what a command says that is neither what it says of the sound index nor an error.
  std::string wrong_with(const File& file, const std::string& damaged) const {
    const std::string whole = content(file.path);
    put(file.path, damaged);
    const std::string wrong = wrong_now(file.path.filename().string());
    put(file.path, whole);
    return wrong;
  }
  Ended in_index(Words command) const {
    command.insert(command.begin() + 1, {"--index", "index"});
    return run(command, setting());
  }
  Program::Setting setting() const {
    Program::Setting setting{folder_.path()};
    const char* given = std::getenv("ASAN_OPTIONS");
    setting.environment = {"ASAN_OPTIONS=" + std::string(given == nullptr ? "" : given) +
                           ":handle_segv=0:handle_sigbus=0:handle_sigfpe=0"};
    return setting;
  }

 private:
  std::string wrong_now(const std::string& name) const {
    if (!is_refusal(in_index({"check"}), name)) return "check does not find it";
    if (!is_refusal(in_index({"index", "newer.ndjson"}), name)) return "an update builds upon it";
    for (std::size_t i = 0; i < reads_.size(); ++i) {
      const Ended ended = in_index(reads_[i]);
      const bool same = ended.status == sound_[i].status && ended.out == sound_[i].out && ended.err == sound_[i].err;
      // What was told before the error stands in the sound answer, too.
      if (same || (is_refusal(ended, name) && sound_[i].out.starts_with(ended.out))) continue;
      std::string text;
      for (const std::string& word : reads_[i]) text += word + " ";
      return text + "ended with status " + std::to_string(ended.status) + ": " + ended.err.substr(0, 2000);
    }
    return {};
  }
  /// The error says which file.
  static bool is_refusal(const Ended& ended, const std::string& name) {
    return ended.status == 2 && ended.err.find("trialsift: error[index-") != std::string::npos &&
           ended.err.find(name) != std::string::npos && ended.err.find("hint: build it again") != std::string::npos;
  }

  TempFolder folder_;
  std::vector<Words> reads_;
  std::vector<Ended> sound_;  ///< what each of them says of the sound index
  std::vector<File> files_;
};

const char* const kKinds[] = {"a flipped bit",
                              "another byte",
                              "a range of zeros",
                              "a cut",
                              "swapped blocks",
                              "another length",
                              "a block of the generation before",
                              "a block of the generation before with its checksum",
                              "the file of the generation before"};
constexpr std::size_t kFirstOfBefore = 6;

std::uint64_t number_at(const std::string& bytes, std::size_t at) {
  std::uint64_t number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

/// The bytes with damage of that kind; nothing where it does not apply.
std::string damaged_by(std::size_t kind, const std::string& whole, const std::string& before, std::mt19937& random) {
  std::string bytes = whole;
  const std::size_t at = random() % bytes.size();
  const std::size_t blocks = bytes.size() / kBlock;
  switch (kind) {
    case 0:
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
      break;
    case 1:
      bytes[at] = static_cast<char>(random());
      break;
    case 2:
      std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                  std::min<std::size_t>(bytes.size() - at, 1 + random() % (2 * kBlock)), '\0');
      break;
    case 3:
      bytes.resize(at);
      break;
    case 4: {
      if (blocks < 2) return {};
      const std::size_t a = random() % blocks * kBlock;
      const std::size_t b = random() % blocks * kBlock;
      bytes.replace(a, kBlock, whole, b, kBlock);
      bytes.replace(b, kBlock, whole, a, kBlock);
      break;
    }
    case 5:
      bytes.append(1 + random() % kBlock, '\0');
      break;
    case 6:
    case 7: {
      const std::size_t there = std::min(whole.size(), before.size()) / kBlock;
      if (there == 0) return {};
      const std::size_t block = random() % there;
      bytes.replace(block * kBlock, kBlock, before, block * kBlock, kBlock);
      if (kind == 6) break;
      // The size of the content stands at the end, the blocks' checksums behind the content.
      const std::size_t checksum = number_at(whole, whole.size() - 8) + 8 * block;
      const std::size_t old_checksum = number_at(before, before.size() - 8) + 8 * block;
      if (checksum + 8 > whole.size() || old_checksum + 8 > before.size()) return {};
      bytes.replace(checksum, 8, before, old_checksum, 8);
      break;
    }
    default:
      bytes = before;
  }
  return bytes == whole ? std::string() : bytes;
}

}  // namespace

TEST_CASE("no damage of a file with checksums is ever shown as truth", "[silent]") {
  const Index index;
  std::mt19937 random(seed(9));
  std::size_t damages = 0;
  for (std::size_t round = 0; damages < rounds(24); ++round) {
    const Index::File& file = index.files()[round % index.files().size()];
    const std::size_t kind = random() % std::size(kKinds);
    // An older pointer names an older index, which is whole.
    if (file.before.empty() && kind >= kFirstOfBefore) continue;
    const std::string damaged = damaged_by(kind, content(file.path), content(file.before), random);
    if (damaged.empty()) continue;
    ++damages;
    INFO("round " << round << ": " << file.path.string() << ", " << kKinds[kind]);
    REQUIRE(index.wrong_with(file, damaged) == "");
  }
}

TEST_CASE("a file that becomes shorter under a reader is damage, and nothing is told that depends on it", "[silent]") {
  const Index index;
  const Words query = {"search", "--index", "index", "-n", "0", "-f", "jsonl", "--explain", ""};
  const std::string sound = run(query, index.setting()).out;
  REQUIRE(sound.size() > 200'000);  // more than a pipe holds
  for (const Index::File& file : index.files()) {
    const std::string name = file.path.filename().string();
    const std::string whole = content(file.path);
    for (const std::size_t size : {std::size_t{0}, whole.size() / 2}) {
      INFO(name << " cut to " << size);
      int pipe[2];
      REQUIRE(::pipe2(pipe, O_CLOEXEC) == 0);
      Program::Setting setting = index.setting();
      setting.out = pipe[1];
      Program reader(query, setting);
      ::close(pipe[1]);
      std::string out;
      char part[4096];
      const auto read_some = [&] {
        const ssize_t got = ::read(pipe[0], part, sizeof part);
        if (got > 0) out.append(part, static_cast<std::size_t>(got));
        return got > 0;
      };
      read_some();
      fs::resize_file(file.path, size);
      while (read_some()) continue;
      ::close(pipe[0]);
      const Ended ended = reader.wait();
      put(file.path, whole);
      CHECK(sound.starts_with(out));
      if (ended.status == 0 && name != "records") {
        CHECK((out == sound));
      } else {
        CHECK(ended.status == 2);
        CHECK(ended.err.starts_with("trialsift: error[index-corrupt]: "));
        CHECK(ended.err.find(name) != std::string::npos);
        CHECK(ended.err.find("hint: build it again") != std::string::npos);
      }
    }
  }
}
