// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/progress_bar.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "trialsift/ingest/pipeline.hpp"

namespace trialsift::cli {
namespace {

constexpr std::chrono::milliseconds kRedrawEvery{100};
/// A rate from less than this says little.
constexpr double kSecondsForRate = 0.5;

std::string with_thousands(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return text;
}

std::string duration(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  char text[32];
  std::snprintf(text, sizeof text, "%llu:%02llu", static_cast<unsigned long long>(whole / 60),
                static_cast<unsigned long long>(whole % 60));
  return text;
}

}  // namespace

std::string progress_line(const ingest::Progress& progress, double seconds, std::size_t columns) {
  constexpr std::size_t kBarCells = 20;
  std::string line;
  if (progress.bytes_total > 0) {
    const double share =
        std::min(1.0, static_cast<double>(progress.bytes_read) / static_cast<double>(progress.bytes_total));
    const auto full = static_cast<std::size_t>(share * kBarCells);
    char percent[8];
    std::snprintf(percent, sizeof percent, "%3.0f%%", share * 100);
    line.append("[").append(full, '#').append(kBarCells - full, '.').append("] ").append(percent).append("  ");
  }
  line += with_thousands(progress.files) + (progress.files == 1 ? " file, " : " files, ");
  line += with_thousands(progress.records) + " records";
  if (progress.assembling) {
    line += "; putting the index together";
  } else if (seconds >= kSecondsForRate) {
    line += ", " + with_thousands(static_cast<std::uint64_t>(static_cast<double>(progress.records) / seconds)) + "/s";
    if (progress.bytes_total > progress.bytes_read && progress.bytes_read > 0) {
      const double left = static_cast<double>(progress.bytes_total - progress.bytes_read) /
                          static_cast<double>(progress.bytes_read) * seconds;
      line += ", " + duration(left) + " left";
    }
  }
  return line.substr(0, columns > 0 ? columns - 1 : 0);
}

ProgressBar::ProgressBar(const Globals& globals) {
  const char* const term = std::getenv("TERM");
  shown_ = !globals.quiet && ::isatty(STDERR_FILENO) == 1 && term != nullptr && std::string_view(term) != "dumb";
}

void ProgressBar::show(const ingest::Progress& progress) {
  const Clock::time_point now = Clock::now();
  if (now - last_ < kRedrawEvery && !progress.assembling) return;
  last_ = now;
  drawn_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::string line = "\r";
  line.append(progress_line(progress, seconds, terminal_columns(STDERR_FILENO))).append("\x1B[K");
  std::fputs(line.c_str(), stderr);
}

void ProgressBar::clear() {
  if (!drawn_) return;
  drawn_ = false;
  std::fputs("\r\x1B[K", stderr);
}

}  // namespace trialsift::cli
