// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <utility>

#include "cli/command.hpp"
#include "trialsift/base/error.hpp"

namespace trialsift::cli {
namespace {

/// The descriptor that a name such as /dev/fd/3 means, or nothing. Opened by name, a file that it leads to would be
/// written from its beginning.
std::optional<int> descriptor_of(std::string_view name) {
  if (name == "-" || name == "/dev/stdout") return STDOUT_FILENO;
  if (name == "/dev/stderr") return STDERR_FILENO;
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    if (!name.starts_with(folder)) continue;
    const std::string_view digits = name.substr(folder.size());
    int number = 0;
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (end.ec == std::errc() && end.ptr == digits.data() + digits.size() && number >= 0) return number;
  }
  return std::nullopt;
}

}  // namespace

bool OutputFile::is_stdout(const std::string& name) {
  return descriptor_of(name) == STDOUT_FILENO;
}

bool OutputFile::is_direct(const std::string& name) {
  struct stat status {};
  return descriptor_of(name).has_value() ||
         (::stat(name.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode));
}

OutputFile::OutputFile(const std::string& name) : name_(name) {
  if (is_stdout(name)) return;
  if (!is_direct(name)) {
    file_.emplace(name);
    return;
  }
  const std::optional<int> given = descriptor_of(name);
  descriptor_ = given ? ::fcntl(*given, F_DUPFD_CLOEXEC, 0)          // NOLINT(*-vararg)
                      : ::open(name.c_str(), O_WRONLY | O_CLOEXEC);  // NOLINT(*-vararg)
  if (descriptor_ < 0) base::throw_system_error("cannot write " + name, errno);
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void OutputFile::write(std::string_view text) {
  if (file_) {
    file_->write(text);
  } else if (descriptor_ < 0) {
    write_stdout(text);
  } else {
    while (!text.empty()) {
      const ssize_t n = ::write(descriptor_, text.data(), text.size());
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) base::throw_system_error("cannot write " + name_, errno);
      text.remove_prefix(static_cast<std::size_t>(n));
    }
  }
}

void OutputFile::finish() {
  if (file_) file_->finish();
  if (is_stdout(name_) && std::fflush(stdout) != 0) base::throw_system_error("cannot write to standard output", errno);
}

void OutputFile::publish() {
  finish();
  if (file_) file_->publish();
  if (descriptor_ >= 0 && ::close(std::exchange(descriptor_, -1)) != 0) {
    base::throw_system_error("cannot write " + name_, errno);
  }
}

}  // namespace trialsift::cli
