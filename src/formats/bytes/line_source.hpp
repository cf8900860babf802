// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "formats/bytes/byte_source.hpp"

namespace trialsift::formats {

struct Line {
  std::string_view text;  ///< without its end (LF or CRLF) and a byte order mark; valid until the next call
  std::uint64_t number;   ///< from 1
  std::uint64_t offset;   ///< bytes from the start of the file
  bool too_long;          ///< the text was not kept
};

/// A stream as lines of at most `line_bytes_max`. Refers to the source.
class LineSource {
 public:
  LineSource(ByteSource& source, std::size_t line_bytes_max);

  /// Throws what the source throws.
  std::optional<Line> next();

 private:
  bool fill();
  Line line(std::size_t end);

  ByteSource& source_;
  std::size_t line_bytes_max_;
  std::vector<char> buffer_;
  std::size_t start_ = 0;
  std::size_t end_ = 0;
  std::uint64_t dropped_ = 0;  ///< bytes of the file before buffer_[0]
  std::uint64_t number_ = 0;
  std::uint64_t offset_ = 0;  ///< of the line under way
  bool too_long_ = false;
};

}  // namespace trialsift::formats
