// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <map>
#include <sstream>

#include "crash/index_case.hpp"
#include "support/catch.hpp"

using namespace trialsift::testing;
namespace fs = std::filesystem;

namespace {

Program::Setting with_fault(const Change& change, const std::string& kind, std::size_t at) {
  Program::Setting setting = change.setting();
  setting.environment = {"LD_PRELOAD=" FAULT_SHIM, "FAULT_COUNT=" + (change.folder() / "calls").string(),
                         "FAULT_KIND=" + kind, "FAULT_AT=" + std::to_string(at)};
  // Sanitizers want to be the first library and need not be; Xapian frees less than all where a write of its own fails.
  const char* given = std::getenv("ASAN_OPTIONS");
  setting.environment.push_back("ASAN_OPTIONS=" + std::string(given == nullptr ? "" : given) +
                                ":verify_asan_link_order=0:detect_leaks=0");
  return setting;
}

/// What a power cut could undo: bytes of files, and names in folders, that were changed since they were last synced.
class Unsynced {
 public:
  explicit Unsynced(const fs::path& folder) : folder_(fs::canonical(folder)) {}

  void change(const fs::path& path) {
    const auto [file, fresh] = files_.try_emplace(whole(path));
    file->second.bytes = true;
    if (fresh) file->second.name = true;
  }
  void sync(const fs::path& path) {
    const fs::path synced = whole(path);
    for (auto& [file, unsynced] : files_) {
      if (file == synced) unsynced.bytes = false;
      if (file.parent_path() == synced) unsynced.name = false;
    }
  }
  void rename(const fs::path& from, const fs::path& to) {
    std::map<fs::path, What> files;
    for (const auto& [file, unsynced] : files_) {
      if (is_below(file, from)) {
        files[(whole(to) / file.lexically_relative(whole(from)) / "").lexically_normal().parent_path()] = unsynced;
      } else {
        files.emplace(file, unsynced);
      }
    }
    files_ = std::move(files);
    files_[whole(to)].name = true;
  }
  bool bytes(const fs::path& path) const { return of(path).bytes; }
  bool name(const fs::path& path) const { return of(path).name; }
  /// The first of that path and those below it, or nothing.
  std::string first_below(const fs::path& path) const {
    for (const auto& [file, unsynced] : files_) {
      if (is_below(file, path) && (unsynced.name || (unsynced.bytes && !is_folder(file)))) return file.string();
    }
    return {};
  }

 private:
  struct What {
    bool bytes = false;
    bool name = false;
  };

  fs::path whole(const fs::path& path) const { return (folder_ / path / "").lexically_normal().parent_path(); }
  bool is_below(const fs::path& file, const fs::path& folder) const {
    const fs::path below = file.lexically_relative(whole(folder));
    return !below.empty() && *below.begin() != "..";
  }
  /// Its bytes are its names.
  bool is_folder(const fs::path& path) const {
    return std::any_of(files_.begin(), files_.end(),
                       [&](const auto& file) { return file.first.parent_path() == path; });
  }
  What of(const fs::path& path) const {
    const auto found = files_.find(whole(path));
    return found == files_.end() ? What() : found->second;
  }

  fs::path folder_;
  std::map<fs::path, What> files_;
};

/// Nothing, or what a power cut could undo of a generation that is in force.
std::string lost_by_power_cut(const fs::path& folder, const fs::path& trace) {
  Unsynced unsynced(folder);
  fs::path published;
  std::ifstream lines(trace);
  for (std::string line; std::getline(lines, line);) {
    const std::string what = line.substr(0, line.find(' '));
    const std::string path = line.substr(what.size() + 1);
    if (what == "change") unsynced.change(path);
    if (what == "sync") unsynced.sync(path);
    if (what != "rename") continue;
    const fs::path from = path.substr(0, path.find('\t'));
    const fs::path to = path.substr(path.find('\t') + 1);
    if (to.filename() == "CURRENT") {
      if (published.empty()) return "no generation is there";
      if (std::string lost = unsynced.first_below(published); !lost.empty()) return lost;
      if (unsynced.bytes(from)) return from.string();
    } else if (to.filename().string().starts_with("gen-") && to.extension() != ".tmp") {
      published = to;
    }
    unsynced.rename(from, to);
  }
  if (published.empty()) return "nothing was published";
  if (unsynced.name(published.parent_path())) return "the index's folder";
  return unsynced.name(published.parent_path() / "CURRENT") ? "CURRENT" : "";
}

/// How often an undisturbed run changes files.
std::size_t calls(const Change& change) {
  change.restore();
  REQUIRE(run(change.command(), with_fault(change, "none", 0)).status == 0);
  std::size_t count = 0;
  std::ifstream(change.folder() / "calls") >> count;
  return count;
}

/// Every call, or so many evenly spread ones, but always the last, which publish.
std::vector<std::size_t> chosen(std::size_t count, std::size_t most) {
  std::vector<std::size_t> places;
  const std::size_t publishing = std::min(count, most / 2);
  const std::size_t others = std::min(count - publishing, most - publishing);
  for (std::size_t i = 0; i < others; ++i) places.push_back(1 + i * (count - publishing) / others);
  for (std::size_t i = count - publishing; i < count; ++i) places.push_back(i + 1);
  return places;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// The run may also go on where the call was not needed; where it fails it says why.
std::string badly_told(const std::string& kind, const Ended& ended) {
  if (kind == "kill") return ended.status == 128 + SIGKILL ? "" : "it was not killed";
  if (ended.status == 0) return "";
  const bool told =
      kind == "full" ? holds(ended.err, "trialsift: error[disk-full]: ") && holds(ended.err, "No space left on device")
                     : holds(ended.err, "trialsift: error[io]: ") && holds(ended.err, "Input/output error");
  return ended.status == 2 && told ? "" : "status " + std::to_string(ended.status) + ", " + ended.err;
}

}  // namespace

TEST_CASE("where any write, sync or rename fails or is the last, the index is that of before or of after", "[faults]") {
  for (const Change::Kind kind : kChanges) {
    const Change change(kind);
    const std::size_t count = calls(change);
    REQUIRE(count > 20);
    for (const std::string fault : {"kill", "io", "full"}) {
      for (const std::size_t at : chosen(count, rounds(6))) {
        INFO(name_of(kind) << ", " << fault << " at call " << at << " of " << count);
        change.restore();
        const Ended ended = run(change.command(), with_fault(change, fault, at));
        REQUIRE(badly_told(fault, ended) == "");
        REQUIRE(change.wrong() == "");
        if (ended.status == 2 && change.is_after()) REQUIRE(holds(ended.err, "the new index is in force all the same"));
        REQUIRE(change.wrong_after_repeat() == "");
      }
    }
  }
}

TEST_CASE("before a generation is in force all of it is synced, so that a power cut leaves one whole", "[faults]") {
  for (const Change::Kind kind : kChanges) {
    const Change change(kind);
    change.restore();
    const fs::path trace = change.folder() / "trace";
    Program::Setting setting = with_fault(change, "none", 0);
    setting.environment.push_back("FAULT_TRACE=" + trace.string());
    // The second run meets the same records under another name: a new manifest over the same files.
    fs::copy_file(change.folder() / "new.ndjson", change.folder() / "again.ndjson");
    for (const std::string input : {"new.ndjson", "again.ndjson"}) {
      INFO(name_of(kind) << ", " << input);
      fs::remove(trace);
      Words command = change.command();
      command.back() = input;
      REQUIRE(run(command, setting).status == 0);
      CHECK(lost_by_power_cut(change.folder(), trace) == "");
    }
  }
}

TEST_CASE("where a file system has no locks an index is read, and a run that would change it says what to do",
          "[faults]") {
  const Change change(Change::Kind::kUpdate);
  for (const int error : {ENOLCK, EOPNOTSUPP, EIO}) {
    change.restore();
    Program::Setting setting = with_fault(change, "none", 0);
    setting.environment.push_back("FAULT_FLOCK=" + std::to_string(error));
    const Ended ended = run(change.command(), setting);
    CHECK(ended.status == 2);
    CHECK(ended.err.starts_with("trialsift: error[io]: cannot lock index/LOCK: "));
    CHECK(holds(ended.err, "build the index in a folder of this machine and copy it there"));
    CHECK(change.wrong() == "");
    CHECK(run({"count", "--index", "index", "trial OR study OR dose"}, setting).status == 0);
  }
}
