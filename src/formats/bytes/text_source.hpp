// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <exception>
#include <string>

#include "formats/bytes/byte_source.hpp"

namespace trialsift::formats {

/// Another source's text as well-formed UTF-8 without a byte order mark. The encoding is decided by evidence: a byte
/// order mark or every second byte NUL is UTF-16; bytes that are more often ill-formed than well-formed UTF-8, where
/// the first of them come, are Windows-1252 (the superset of Latin-1 that is written); all else is UTF-8. What is
/// ill-formed becomes U+FFFD and is counted. Refers to the source.
class TextSource : public ByteSource {
 public:
  explicit TextSource(ByteSource& source) : source_(source) {}

  std::size_t read(char* out, std::size_t capacity) override;
  /// Bytes so far that were replaced.
  std::uint64_t invalid_bytes() const { return invalid_bytes_; }

 private:
  enum class Encoding { kUnknown, kAscii, kUtf8, kWindows1252, kUtf16Le, kUtf16Be };

  bool fill();
  void decide_by_start();
  void decide_by_first_bytes(std::size_t at);
  void decode();
  void decode_utf8();
  void decode_utf16(bool big_endian);
  void decode_windows1252();
  void replace(std::uint64_t bytes);

  ByteSource& source_;
  Encoding encoding_ = Encoding::kUnknown;
  std::string raw_;      ///< read and not yet decoded
  std::string decoded_;  ///< to be given out from given_ on
  std::size_t given_ = 0;
  bool ended_ = false;
  std::exception_ptr damage_;  ///< thrown by the source: told after the text before it
  std::uint64_t invalid_bytes_ = 0;
};

}  // namespace trialsift::formats
