// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <stdexcept>

#include "formats/bytes/byte_sources.hpp"

namespace trialsift::formats {

/// A bomb: it unpacks to more than ReadOptions::unpacked_ratio allows. No DamagedInput: no source or reader may take it
/// for the end of its own input, it ends them all.
class UnpacksToTooMuch : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What a file unpacks to, by all archives inside of each other, against what was read of it. Text shrinks to a tenth,
/// tables to a thirtieth; a bomb to a thousandth or a millionth. Refers to the file.
class Unpacking {
 public:
  Unpacking(const FileSource& file, std::uint64_t ratio) : file_(file), ratio_(ratio) {}

  /// From here on, for another member of the outermost archive.
  void restart();
  /// An archive gave so many bytes. Throws UnpacksToTooMuch.
  void add(std::uint64_t bytes);

 private:
  const FileSource& file_;
  std::uint64_t ratio_;
  std::uint64_t read_before_ = 0;
  std::uint64_t unpacked_ = 0;
};

}  // namespace trialsift::formats
