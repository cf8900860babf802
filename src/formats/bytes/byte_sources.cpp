// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/bytes/byte_sources.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>

#include "trialsift/base/interrupt.hpp"

namespace trialsift::formats {

FileSource::FileSource(const std::string& path) {
  descriptor_ = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) throw DamagedInput(std::strerror(errno));
  struct stat status {};
  if (::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode)) {
    regular_ = true;
    size_ = static_cast<std::uint64_t>(status.st_size);
    modified_ = status.st_mtim;
  }
  ::posix_fadvise(descriptor_, 0, 0, POSIX_FADV_SEQUENTIAL);
}

FileSource::~FileSource() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

std::string FileSource::change() const {
  struct stat status {};
  if (!regular_ || ::fstat(descriptor_, &status) != 0) return {};
  if (const auto size = static_cast<std::uint64_t>(status.st_size); size != size_) {
    return "It had " + std::to_string(size_) + " bytes when it was opened and " + std::to_string(size) +
           " when it had been read.";
  }
  const bool same = status.st_mtim.tv_sec == modified_.tv_sec && status.st_mtim.tv_nsec == modified_.tv_nsec;
  return same ? std::string() : "It was changed while it was read.";
}

std::size_t FileSource::read(char* out, std::size_t capacity) {
  ssize_t got = 0;
  while ((got = ::read(descriptor_, out, capacity)) < 0 && errno == EINTR) base::check_interrupt();
  if (got < 0) throw DamagedInput(std::strerror(errno));
  bytes_read_ += static_cast<std::uint64_t>(got);
  return static_cast<std::size_t>(got);
}

PeekedSource::PeekedSource(ByteSource& source) : source_(source) {
  // In steps: most members of a zip of single studies are small.
  constexpr std::size_t kStep = 16U << 10U;
  std::size_t size = 0;
  try {
    while (size < kSniffBytes) {
      if (size == head_.size()) head_.resize(std::min(size + kStep, kSniffBytes));
      const std::size_t got = source_.read(head_.data() + size, head_.size() - size);
      if (got == 0) break;
      size += got;
    }
  } catch (const DamagedInput& damage) {
    damage_ = damage.what();
  }
  head_.resize(size);
}

std::size_t PeekedSource::read(char* out, std::size_t capacity) {
  base::check_interrupt();  // a record without an end is read on and on
  if (given_ < head_.size()) {
    const std::size_t count = std::min(capacity, head_.size() - given_);
    std::memcpy(out, head_.data() + given_, count);
    given_ += count;
    return count;
  }
  if (!damage_.empty()) throw DamagedInput(damage_);
  return source_.read(out, capacity);
}

}  // namespace trialsift::formats
