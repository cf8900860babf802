// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "formats/bytes/byte_source.hpp"

namespace trialsift::formats {

/// A file or standard input, read in order. Owns the descriptor (but not standard input's).
class FileSource : public ByteSource {
 public:
  /// "-" is standard input. Throws DamagedInput if the file cannot be opened.
  explicit FileSource(const std::string& path);
  ~FileSource() override;
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  std::size_t read(char* out, std::size_t capacity) override;
  std::uint64_t bytes_read() const { return bytes_read_; }
  /// 0 if unknown.
  std::uint64_t size() const { return size_; }
  /// How the file differs from what it was when it was opened, a sentence, or empty.
  std::string change() const;

 private:
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
  bool regular_ = false;
  struct timespec modified_ {};
  std::uint64_t bytes_read_ = 0;
};

/// Another source with a look at its first bytes, which are given out afterwards as if they had not been read. Refers
/// to the source.
class PeekedSource : public ByteSource {
 public:
  /// Reads up to kSniffBytes. A damage met in them is thrown by read(), after the bytes before it.
  explicit PeekedSource(ByteSource& source);

  std::string_view head() const { return std::string_view(head_).substr(given_); }
  bool damaged() const { return !damage_.empty(); }
  const std::string& damage() const { return damage_; }
  std::size_t read(char* out, std::size_t capacity) override;

 private:
  ByteSource& source_;
  std::string head_;
  std::size_t given_ = 0;
  std::string damage_;
};

}  // namespace trialsift::formats
