// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "formats/bytes/byte_source.hpp"

namespace trialsift::formats {

/// A file without a name: it goes when the object or the process does. Failures are Errors(kIo, kDiskFull).
class TempFile {
 public:
  explicit TempFile(const std::filesystem::path& folder);
  ~TempFile();
  TempFile(const TempFile&) = delete;
  TempFile& operator=(const TempFile&) = delete;

  void append(std::string_view bytes);
  std::uint64_t size() const { return size_; }
  /// As many bytes as there are from `offset` on, up to `capacity`.
  std::size_t read(std::uint64_t offset, char* out, std::size_t capacity) const;

 private:
  std::filesystem::path folder_;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
};

/// A source that can be read twice: the first time it keeps what it gives out. Refers to the source.
class SpooledSource : public ByteSource {
 public:
  SpooledSource(ByteSource& source, const std::filesystem::path& temp_folder) : source_(source), file_(temp_folder) {}

  std::size_t read(char* out, std::size_t capacity) override;
  /// From the start again, once. A damage that the source met is met at the same place.
  void rewind() { replayed_ = 0; }

 private:
  ByteSource& source_;
  TempFile file_;
  std::string damage_;
  std::optional<std::uint64_t> replayed_;  ///< bytes given out for the second time
};

}  // namespace trialsift::formats
