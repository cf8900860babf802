// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "formats/bytes/byte_source.hpp"

namespace trialsift::formats {

/// The part of a stream that a splitter holds while it looks for the end of a piece: the base of splitters, which move
/// `at_` on and set `start_` and `kept_` where a piece begins. Memory is one piece, at most `piece_bytes_max`, and a
/// chunk: of a larger piece nothing is kept. Refers to the source.
class Window {
 protected:
  /// So many readable bytes as `padding` says follow what was read.
  Window(ByteSource& source, std::size_t chunk_bytes, std::size_t padding, std::size_t piece_bytes_max)
      : source_(source),
        chunk_bytes_(chunk_bytes),
        padding_(padding),
        piece_bytes_max_(piece_bytes_max),
        buffer_(chunk_bytes + padding) {}
  ~Window() = default;

  /// Reads on until `count` bytes stand from at_ on; false if the input ends before that. Bytes may move: positions
  /// relative to at_ stay true. Throws what the source throws.
  bool ensure(std::size_t count) {
    while (end_ - at_ < count) {
      if (!fill()) return false;
    }
    return true;
  }
  std::size_t piece_bytes_max() const { return piece_bytes_max_; }
  /// The offset of at_ in the file.
  std::uint64_t offset() const { return dropped_ + at_; }
  /// True if the piece up to at_ is above the limit, and not kept any more.
  bool is_too_large() {
    if (at_ - start_ > piece_bytes_max_) kept_ = false;
    return !kept_;
  }

 private:
  ByteSource& source_;
  std::size_t chunk_bytes_;
  std::size_t padding_;
  std::size_t piece_bytes_max_;

 protected:
  std::vector<char> buffer_;
  std::size_t start_ = 0;      ///< of the piece under way; bytes before it may go
  std::size_t at_ = 0;         ///< next byte to look at
  std::size_t end_ = 0;        ///< of the bytes that were read
  std::uint64_t dropped_ = 0;  ///< bytes of the file before buffer_[0]
  bool kept_ = false;          ///< the piece under way is held from start_ on

 private:
  bool fill();

  bool input_ended_ = false;
};

}  // namespace trialsift::formats
