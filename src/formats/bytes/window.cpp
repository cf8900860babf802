// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/bytes/window.hpp"

#include <cstring>

namespace trialsift::formats {

bool Window::fill() {
  if (input_ended_) return false;
  is_too_large();
  if (!kept_) start_ = at_;
  const std::size_t room = buffer_.size() - padding_;
  if (start_ > 0 && (room - end_ < chunk_bytes_ / 2 || start_ == end_)) {
    std::memmove(buffer_.data(), buffer_.data() + start_, end_ - start_);
    dropped_ += start_;
    at_ -= start_;
    end_ -= start_;
    start_ = 0;
  }
  if (room - end_ < chunk_bytes_ / 2) buffer_.resize(room * 2 + padding_);
  const std::size_t got = source_.read(buffer_.data() + end_, buffer_.size() - padding_ - end_);
  end_ += got;
  input_ended_ = got == 0;
  return got > 0;
}

}  // namespace trialsift::formats
