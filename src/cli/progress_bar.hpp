// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "cli/command.hpp"

namespace trialsift::ingest {
struct Progress;
}

namespace trialsift::cli {

/// One line on standard error, drawn over itself: share read, files, records, rate and time left. Shown on a terminal
/// that can, and not with --quiet.
class ProgressBar {
 public:
  explicit ProgressBar(const Globals& globals);

  bool shown() const { return shown_; }
  /// Draws anew, ten times a second at most.
  void show(const ingest::Progress& progress);
  /// Makes room for another line.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool shown_;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_;
};

/// The line, at most `columns` wide, for a run that has taken `seconds`.
std::string progress_line(const ingest::Progress& progress, double seconds, std::size_t columns);

}  // namespace trialsift::cli
