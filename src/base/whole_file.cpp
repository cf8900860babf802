// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/base/whole_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "trialsift/base/error.hpp"

namespace trialsift::base {
namespace {

constexpr std::size_t kBufferBytes = 1U << 18U;
constexpr mode_t kPermissions = 07777;

/// The file behind links; one whose target does not exist yet is followed as well.
Path behind_links(const Path& path) {
  constexpr int kMostLinks = 40;  // as Linux
  Path target = path;
  std::error_code error;
  for (int links = 0; std::filesystem::is_symlink(target, error); ++links) {
    if (links == kMostLinks) throw_system_error("cannot write " + path.string(), ELOOP);
    const Path to = std::filesystem::read_symlink(target, error);
    if (error) throw_system_error("cannot write " + path.string(), error.value());
    target = to.is_absolute() ? to : target.parent_path() / to;
  }
  return target;
}

Path folder_of(const Path& path) {
  return path.has_parent_path() ? path.parent_path() : Path(".");
}

/// A name beside the target that no file has; `take` makes the file and returns false, with errno, where it cannot.
template <class Take>
Path take_name_beside(const Path& target, Take take) {
  constexpr int kAttempts = 100;
  const std::string stem = (folder_of(target) / ("." + target.filename().string())).string();
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    const Path name = stem + "." + std::to_string(::getpid()) + "-" + std::to_string(attempt);
    if (take(name)) return name;
    if (errno != EEXIST) break;
  }
  throw_system_error("cannot write " + target.string(), errno);
}

}  // namespace

WholeFile::WholeFile(const Path& path) : target_(behind_links(path)) {
  struct stat status {};
  const bool replaces = ::stat(target_.c_str(), &status) == 0;
  if (!replaces && errno != ENOENT) throw_system_error("cannot write " + path.string(), errno);
  if (replaces && !S_ISREG(status.st_mode)) {
    throw_system_error("cannot write " + path.string(), S_ISDIR(status.st_mode) ? EISDIR : EINVAL);
  }
  if (replaces && ::access(target_.c_str(), W_OK) != 0) throw_system_error("cannot write " + path.string(), errno);
  constexpr mode_t kNewFiles = 0666;  // less the umask
#ifdef O_TMPFILE
  descriptor_ = ::open(folder_of(target_).c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, kNewFiles);  // NOLINT(*-vararg)
  if (descriptor_ >= 0 && ::access(name_by_descriptor().c_str(), F_OK) != 0) ::close(std::exchange(descriptor_, -1));
#endif
  if (descriptor_ < 0) {
    temporary_ = take_name_beside(target_, [this](const Path& name) {
      descriptor_ = ::open(name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, kNewFiles);  // NOLINT(*-vararg)
      return descriptor_ >= 0;
    });
  }
  if (replaces) ::fchmod(descriptor_, status.st_mode & kPermissions);  // a file system without modes keeps none
  buffer_.reserve(kBufferBytes);
}

WholeFile::~WholeFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void WholeFile::write(std::string_view bytes) {
  if (buffer_.size() + bytes.size() > kBufferBytes) flush();
  buffer_ += bytes;
}

void WholeFile::flush() {
  std::string_view left = buffer_;
  while (!left.empty()) {
    const ssize_t n = ::write(descriptor_, left.data(), left.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw_system_error("cannot write " + target_.string(), errno);
    left.remove_prefix(static_cast<std::size_t>(n));
  }
  buffer_.clear();
}

void WholeFile::finish() {
  if (finished_) return;
  flush();
  if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) {
    throw_system_error("cannot write " + target_.string(), errno);
  }
  finished_ = true;
}

std::string WholeFile::name_by_descriptor() const {
  return "/proc/self/fd/" + std::to_string(descriptor_);
}

/// A file without a name gets one beside the target: linking cannot replace a file, renaming can.
void WholeFile::name_it() {
  const std::string from = name_by_descriptor();
  temporary_ = take_name_beside(target_, [&from](const Path& name) {
    return ::linkat(AT_FDCWD, from.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
  });
}

void WholeFile::publish() {
  finish();
  if (temporary_.empty()) name_it();
  const int descriptor = std::exchange(descriptor_, -1);
  if (::close(descriptor) != 0) throw_system_error("cannot write " + target_.string(), errno);
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) {
    throw_system_error("cannot rename " + temporary_.string() + " to " + target_.string(), errno);
  }
  temporary_.clear();
  sync_path(folder_of(target_));
}

}  // namespace trialsift::base
