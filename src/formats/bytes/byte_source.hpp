// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <stdexcept>

namespace trialsift::formats {

/// The unpacked bytes of one file or archive member; for readers always well-formed UTF-8 without a byte order mark.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Fills at most `capacity` bytes and returns how many; 0 at the end. Throws DamagedInput.
  virtual std::size_t read(char* out, std::size_t capacity) = 0;
};

/// Bytes that cannot be had: a broken archive, a read error. RecordStream makes it a Rejected.
class DamagedInput : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// How much of the beginning of a text its format is told by.
constexpr std::size_t kSniffBytes = 64U << 10U;

}  // namespace trialsift::formats
