// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/bytes/inputs.hpp"

#include <glob.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <functional>

#include "trialsift/base/error.hpp"
#include "trialsift/formats/record_stream.hpp"

namespace trialsift::formats {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void unreadable(const std::string& input, int error_number) {
  throw base::Error(base::ErrorCode::kInputUnreadable, "cannot read " + input + ": " + std::strerror(error_number), {},
                    base::Place{input, 0, 0, {}});
}

/// The paths that match, sorted; empty if none does. A folder that cannot be listed may hold some.
std::vector<std::string> matches(const std::string& pattern) {
  static thread_local std::pair<std::string, int> failed;
  failed = {};
  std::vector<std::string> paths;
  glob_t found{};
  const auto on_error = [](const char* folder, int error_number) {
    if (failed.second == 0) failed = {folder, error_number};
    return 0;
  };
  if (::glob(pattern.c_str(), 0, on_error, &found) == 0) paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  ::globfree(&found);
  if (failed.second != 0) unreadable(failed.first, failed.second);
  return paths;
}

/// Why a thing in a folder is none to read, or empty.
std::string trouble_of(const struct stat& status) {
  if (S_ISREG(status.st_mode)) return {};
  const char* const what = S_ISFIFO(status.st_mode) ? "a pipe" : S_ISSOCK(status.st_mode) ? "a socket" : "a device";
  return std::string("It is ") + what + ": in a folder such a thing is not read.";
}

}  // namespace

std::vector<std::string> files_meant(const std::string& input) {
  struct stat status {};
  return ::stat(input.c_str(), &status) == 0 ? std::vector<std::string>{input} : matches(input);
}

Inputs::Inputs(const std::vector<std::string>& inputs) {
  for (std::size_t i = 0; i < inputs.size(); ++i) add(inputs[i], i);
}

void Inputs::add(const std::string& input, std::size_t index) {
  if (input == "-") {
    named_.push_back({input, index});
    return;
  }
  struct stat status {};
  const int error_number = ::stat(input.c_str(), &status) == 0 ? 0 : errno;
  const std::vector<std::string> paths = files_meant(input);
  if (paths.empty()) unreadable(input, error_number);
  for (const std::string& path : paths) {
    if (::access(path.c_str(), R_OK) != 0) unreadable(path, errno);
    named_.push_back({path, index});
  }
}

/// Lists a folder unless it was entered before; returns the number of the error if it cannot be listed, else 0.
int Inputs::enter(const Path& folder) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) return errno;
  const FolderKey key{status.st_dev, status.st_ino};
  const auto place = std::lower_bound(entered_.begin(), entered_.end(), key);
  if (place != entered_.end() && *place == key) return 0;
  std::error_code error;
  Folder listed{folder, {}};
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::string name = entry->path().filename().string();
    if (!name.starts_with('.')) listed.names.push_back(std::move(name));
  }
  if (error) return error.value();
  std::sort(listed.names.begin(), listed.names.end(), std::greater<>());
  entered_.insert(place, key);
  folders_.push_back(std::move(listed));
  return 0;
}

std::optional<InputFile> Inputs::next() {
  while (true) {
    if (folders_.empty()) {
      if (next_named_ == named_.size()) return std::nullopt;
      const Named& named = named_[next_named_++];
      entered_.clear();
      std::error_code error;
      if (named.path != "-" && fs::is_directory(named.path, error)) {
        if (const int error_number = enter(named.path); error_number != 0) unreadable(named.path, error_number);
        continue;
      }
      return InputFile{named.path.string(), named.input, true};
    }
    Folder& folder = folders_.back();
    if (folder.names.empty()) {
      folders_.pop_back();
      continue;
    }
    const Path path = folder.path / folder.names.back();
    folder.names.pop_back();
    InputFile file{path.string(), named_[next_named_ - 1].input, false};
    struct stat status {};
    int error_number = 0;
    if (::stat(path.c_str(), &status) != 0) {
      error_number = errno;
    } else if (S_ISDIR(status.st_mode)) {
      error_number = enter(path);
      if (error_number == 0) continue;
    } else {
      file.trouble = trouble_of(status);
    }
    if (error_number != 0) file.trouble = std::strerror(error_number);
    return file;
  }
}

std::uint64_t Inputs::bytes_total() const {
  Inputs walk = *this;
  walk.next_named_ = 0;
  walk.folders_.clear();
  walk.entered_.clear();
  std::uint64_t total = 0;
  while (const auto file = walk.next()) {
    struct stat status {};
    if (!file->trouble.empty()) continue;
    if (file->path == "-" || ::stat(file->path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return 0;
    total += static_cast<std::uint64_t>(status.st_size);
  }
  return total;
}

}  // namespace trialsift::formats
