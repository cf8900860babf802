// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/bytes/unpacking.hpp"

#include <string>

namespace trialsift::formats {
namespace {

/// So much of a file may be read, and not unpacked, before a member begins: to look at it, and in libarchive's buffers.
constexpr std::uint64_t kReadAheadBytes = 256U << 10U;

}  // namespace

void Unpacking::restart() {
  read_before_ = file_.bytes_read();
  unpacked_ = 0;
}

void Unpacking::add(std::uint64_t bytes) {
  unpacked_ += bytes;
  if (unpacked_ / ratio_ <= file_.bytes_read() - read_before_ + kReadAheadBytes) return;
  throw UnpacksToTooMuch("It unpacks to more than " + std::to_string(ratio_) +
                         " times its size; --max-unpacked raises the limit.");
}

}  // namespace trialsift::formats
