// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/bytes/line_source.hpp"

#include <cstring>

namespace trialsift::formats {
namespace {

constexpr std::size_t kChunkBytes = 64U << 10U;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

LineSource::LineSource(ByteSource& source, std::size_t line_bytes_max)
    : source_(source), line_bytes_max_(line_bytes_max), buffer_(kChunkBytes) {}

bool LineSource::fill() {
  if (end_ - start_ > line_bytes_max_) {
    too_long_ = true;
    dropped_ += end_;
    start_ = end_ = 0;
  } else if (start_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + start_, end_ - start_);
    dropped_ += start_;
    end_ -= start_;
    start_ = 0;
  }
  if (end_ == buffer_.size()) buffer_.resize(buffer_.size() * 2);
  const std::size_t got = source_.read(buffer_.data() + end_, buffer_.size() - end_);
  end_ += got;
  return got > 0;
}

Line LineSource::line(std::size_t end) {
  std::string_view text(buffer_.data() + start_, end - start_);
  if (text.ends_with('\r')) text.remove_suffix(1);
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const bool too_long = too_long_ || end - start_ > line_bytes_max_;
  return {too_long ? std::string_view() : text, ++number_, offset_, too_long};
}

std::optional<Line> LineSource::next() {
  offset_ = dropped_ + start_;
  too_long_ = false;
  std::size_t searched = start_;
  while (true) {
    const auto* const newline = static_cast<const char*>(std::memchr(buffer_.data() + searched, '\n', end_ - searched));
    if (newline != nullptr) {
      const auto at = static_cast<std::size_t>(newline - buffer_.data());
      const Line found = line(at);
      start_ = at + 1;
      return found;
    }
    const std::size_t held = end_ - start_;
    const bool more = fill();
    if (!more) break;
    searched = start_ + (too_long_ ? 0 : held);
    if (searched > end_) searched = start_;
  }
  if (start_ == end_ && !too_long_) return std::nullopt;
  const Line found = line(end_);
  start_ = end_;
  return found;
}

}  // namespace trialsift::formats
