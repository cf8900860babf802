// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/pager.hpp"

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string>

#include "cli/command.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/file.hpp"

namespace trialsift::cli {

Pager::Pager(bool wanted) : wanted_(wanted && ::isatty(STDOUT_FILENO) == 1) {}

Pager::~Pager() {
  if (pipe_ == nullptr) return;
  ::pclose(pipe_);
  std::signal(SIGINT, SIG_DFL);
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
  if (pipe_ != nullptr) std::signal(SIGINT, SIG_IGN);
}

void Pager::write(std::string_view text) {
  if (wanted_) start();
  if (pipe_ == nullptr) {
    write_stdout(text);
  } else if (std::fwrite(text.data(), 1, text.size(), pipe_) != text.size()) {
    base::throw_system_error("cannot write to the pager", errno);
  }
}

}  // namespace trialsift::cli
