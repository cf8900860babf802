// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/pager.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <string>
#include <utility>

#include "cli/command.hpp"

namespace trialsift::cli {
namespace {

/// Of text that nobody reads; with what stdio keeps.
constexpr std::size_t kMoreThanAPipeHolds = 256U << 10U;

}  // namespace

Pager::Pager(bool wanted) : wanted_(wanted && ::isatty(STDOUT_FILENO) == 1) {}

Pager::~Pager() {
  if (pipe_ != nullptr) close();
}

/// A shell that finds no such program, or may not run it, ends with one of these.
bool Pager::close() {
  constexpr int kMayNotRun = 126;
  constexpr int kNotFound = 127;
  const int status = ::pclose(std::exchange(pipe_, nullptr));
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGPIPE, SIG_DFL);
  if (!WIFEXITED(status) || (WEXITSTATUS(status) != kMayNotRun && WEXITSTATUS(status) != kNotFound)) return true;
  std::fputs("trialsift: the pager could not be started: all is printed without one\n", stderr);
  std::fwrite(unread_.data(), 1, unread_.size(), stdout);
  return false;
}

void Pager::start() {
  wanted_ = false;
  const char* given = std::getenv("PAGER");
  const std::string pager = given == nullptr ? "" : given;
  if (given != nullptr && (pager.empty() || pager == "cat")) return;
  // As git has it: leave at once if all fits on a screen, let colours through, leave the text there at the end.
  ::setenv("LESS", "FRX", 0);
  constexpr const char* kLess = "command -v less >/dev/null 2>&1 && exec less -R; exec cat";
  std::fflush(stdout);
  pipe_ = ::popen(given == nullptr ? kLess : pager.c_str(), "w");  // NOLINT(cert-env33-c): $PAGER is a command line
  if (pipe_ == nullptr) return;
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
}

void Pager::write(std::string_view text) {
  if (wanted_) start();
  if (pipe_ == nullptr) {
    write_stdout(text);
    return;
  }
  if (reads_) {
    unread_.clear();
  } else {
    unread_ += text;
  }
  written_ += text.size();
  if (std::fwrite(text.data(), 1, text.size(), pipe_) == text.size()) {
    reads_ = reads_ || written_ > kMoreThanAPipeHolds;
    return;
  }
  if (!close()) return;
  std::raise(SIGPIPE);  // the reader has left
}

}  // namespace trialsift::cli
