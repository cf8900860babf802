// SPDX-License-Identifier: GPL-2.0-or-later
#include "crash/index_case.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace trialsift::testing {
namespace {

namespace fs = std::filesystem;

constexpr int kTrials = 600;
constexpr int kFirstId = 99'000'001;
/// Under and over a tenth of the index, where an update changes a copy and where it compacts.
constexpr int kFewTrials = 20;
constexpr int kManyTrials = 300;

std::string prose(std::mt19937& random, int words) {
  constexpr std::array<std::string_view, 12> kWords = {"cancer",   "trial",    "of",       "a",
                                                       "dose",     "placebo",  "relapse",  "survival",
                                                       "patients", "diabetes", "response", "with"};
  std::string text;
  for (int i = 0; i < words; ++i) {
    if (random() % 8 == 0) {
      text += "w" + std::to_string(random() % 3000);
    } else {
      text += kWords[random() % kWords.size()];
    }
    text += i % 12 == 11 ? ". " : " ";
  }
  return text;
}

/// A killed run may leave a number that is not given out again.
std::string without_generation(std::string text) {
  constexpr std::string_view kKey = "\"generation\":";
  for (std::size_t at = 0; (at = text.find(kKey, at)) != std::string::npos;) {
    text.erase(at, text.find(',', at) - at);
  }
  return text;
}

Ended in_folder(const Words& words, const Program::Setting& where) {
  Words arguments = words;
  arguments.insert(arguments.begin() + 1, {"--index", "index"});
  return run(arguments, where);
}

std::string difference(const std::string& wanted, const std::string& got) {
  const auto [at, there] = std::mismatch(wanted.begin(), wanted.end(), got.begin(), got.end());
  const std::size_t from = static_cast<std::size_t>(at - wanted.begin());
  const std::size_t begin = from - std::min<std::size_t>(from, 200);
  return "\nwanted: ..." + wanted.substr(begin, 400) + "\ngot:    ..." + got.substr(begin, 400);
}

}  // namespace

std::string studies(int first, int count, int version) {
  std::string lines;
  for (int i = first; i < first + count; ++i) {
    std::mt19937 random(static_cast<unsigned>(i * 31 + version));
    lines += R"({"protocolSection":{"identificationModule":{"nctId":"NCT)" + std::to_string(kFirstId + i) +
             R"(","briefTitle":"Trial )" + std::to_string(i) + " version " + std::to_string(version) + " " +
             prose(random, 6) +
             R"("},"statusModule":{"overallStatus":"RECRUITING","lastUpdatePostDateStruct":{"date":"202)" +
             std::to_string(version) + R"(-01-01"}},"descriptionModule":{"briefSummary":")" + prose(random, 60) +
             "\"}}}\n";
  }
  return lines;
}

std::string answers(const Program::Setting& where) {
  const Ended stats = in_folder({"stats"}, where);
  if (stats.err.find("error[index-missing]") != std::string::npos) return {};
  std::string text = stats.err;
  std::istringstream lines(stats.out);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("generation") && !line.starts_with("bytes")) text += line + "\n";
  }
  for (const Words& query :
       {Words{"search", "-n", "0", "-f", "jsonl", "--snippets", "1", "relapse dose"},
        Words{"search", "-n", "0", "-f", "ids", "\"cancer trial\" OR title:\"version 2\""}, Words{"terms", "w1"}}) {
    const Ended ended = in_folder(query, where);
    text += without_generation(ended.out) + ended.err + std::to_string(ended.status) + "\n";
  }
  return text;
}

std::string name_of(Change::Kind kind) {
  return kind == Change::Kind::kBuild ? "build" : kind == Change::Kind::kUpdate ? "update" : "compaction";
}

Change::Change(Kind kind) : command_{"index", "--index", "index", "--jobs", "1", "new.ndjson"} {
  folder_.write("old.ndjson", studies(0, kTrials, 1));
  switch (kind) {
    case Kind::kBuild:
      folder_.write("new.ndjson", studies(0, kTrials, 1));
      break;
    case Kind::kUpdate:
      folder_.write("new.ndjson", studies(kTrials - kFewTrials / 2, kFewTrials, 2));
      break;
    case Kind::kCompaction:
      folder_.write("new.ndjson", studies(kTrials - kManyTrials / 2, kManyTrials, 2));
      break;
  }
  if (kind != Kind::kBuild) {
    // The state before has a generation before it, as any index in use has.
    folder_.write("first.ndjson", studies(0, kTrials / 2, 1));
    for (const char* input : {"first.ndjson", "old.ndjson"}) in_folder({"index", input}, setting());
    fs::copy(folder_ / "index", folder_ / "before", fs::copy_options::recursive);
    before_ = answers(setting());
  }
  const auto begin = std::chrono::steady_clock::now();
  const Ended ended = run(command_, setting());
  duration_ = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
  after_ = answers(setting());
  if (ended.status != 0 || after_ == before_) throw std::runtime_error("the change itself fails: " + ended.err);
}

Program::Setting Change::setting() const {
  return {folder_.path()};
}

void Change::restore() const {
  fs::remove_all(folder_ / "index");
  if (fs::exists(folder_ / "before")) fs::copy(folder_ / "before", folder_ / "index", fs::copy_options::recursive);
}

std::string Change::wrong() const {
  const std::string now = answers(setting());
  if (now != before_ && now != after_) return "answers as neither before nor after:" + difference(after_, now);
  if (now.empty()) return {};
  const Ended check = in_folder({"check"}, setting());
  return check.status == 0 ? "" : "check fails: " + check.err;
}

std::string Change::wrong_after_repeat() const {
  const Ended ended = run(command_, setting());
  if (ended.status != 0) return "the next run fails: " + ended.err;
  if (const std::string now = answers(setting()); now != after_) {
    return "the next run does not make the change:" + difference(after_, now);
  }
  const std::string unsound = wrong();
  if (!unsound.empty()) return unsound;
  std::size_t generations = 0;
  for (const auto& entry : fs::directory_iterator(folder_ / "index")) {
    const std::string name = entry.path().filename().string();
    const bool is_generation = name.starts_with("gen-") && !name.ends_with(".tmp");
    generations += is_generation ? 1 : 0;
    if (!is_generation && name != "CURRENT" && name != "LOCK") return "the next run leaves " + name;
  }
  return generations <= 2 ? "" : "the next run leaves " + std::to_string(generations) + " generations";
}

}  // namespace trialsift::testing
