// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/bytes/temp_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "trialsift/base/error.hpp"

namespace trialsift::formats {
namespace {

[[noreturn]] void throw_failed(const std::string& doing, const std::filesystem::path& folder, int error_number) {
  try {
    base::throw_system_error(doing + folder.string(), error_number);
  } catch (const base::Error& error) {
    if (error.code() != base::ErrorCode::kDiskFull) throw;
    throw base::Error(error.code(), error.what(), "free some space there, or name another folder with --tmp");
  }
}

}  // namespace

TempFile::TempFile(const std::filesystem::path& folder) : folder_(folder) {
  std::string name = (folder / "trialsift-XXXXXX").string();
  descriptor_ = ::mkostemp(name.data(), 0);
  if (descriptor_ < 0) throw_failed("cannot make a temporary file in ", folder_, errno);
  ::unlink(name.c_str());
}

TempFile::~TempFile() {
  ::close(descriptor_);
}

void TempFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(size_));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_failed("cannot write a temporary file in ", folder_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
    size_ += static_cast<std::uint64_t>(count);
  }
}

std::size_t TempFile::read(std::uint64_t offset, char* out, std::size_t capacity) const {
  ssize_t count = 0;
  while ((count = ::pread(descriptor_, out, capacity, static_cast<off_t>(offset))) < 0 && errno == EINTR) {
  }
  if (count < 0) throw_failed("cannot read a temporary file in ", folder_, errno);
  return static_cast<std::size_t>(count);
}

std::size_t SpooledSource::read(char* out, std::size_t capacity) {
  if (replayed_) {
    const std::size_t count = file_.read(*replayed_, out, capacity);
    *replayed_ += count;
    if (count == 0 && !damage_.empty()) throw DamagedInput(damage_);
    return count;
  }
  try {
    const std::size_t count = source_.read(out, capacity);
    file_.append({out, count});
    return count;
  } catch (const DamagedInput& damage) {
    damage_ = damage.what();
    throw;
  }
}

}  // namespace trialsift::formats
