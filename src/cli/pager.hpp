// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

namespace trialsift::cli {

/// Standard output, page by page where it is a terminal: through $PAGER, else less where there is one. The pager starts
/// with the first text, so that a search that takes long can be interrupted; from then on an interrupt is the pager's.
class Pager {
 public:
  /// `wanted`: false for --no-pager and for formats that are no reading matter.
  explicit Pager(bool wanted);
  /// Waits until the reader has left.
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

  void write(std::string_view text);

 private:
  void start();
  /// False if the pager could not be started: what it did not get is printed.
  bool close();

  bool wanted_;
  bool reads_ = false;  ///< it took more than a pipe holds
  std::size_t written_ = 0;
  std::string unread_;  ///< until it is known to read
  std::FILE* pipe_ = nullptr;
};

}  // namespace trialsift::cli
