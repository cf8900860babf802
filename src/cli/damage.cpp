// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/damage.hpp"

#include <unistd.h>

#include <csignal>
#include <string_view>

namespace trialsift::cli {
namespace {

/// Calls nothing that a signal handler may not.
extern "C" void tell_and_end(int /*signal*/) {
  constexpr std::string_view kText =
      "trialsift: error[index-corrupt]: the program crashed while it read the index\n"
      "  hint: trialsift check tells whether the index is damaged; if it is not, please report this with the command\n";
  constexpr int kError = 2;
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, kText.data(), kText.size());
  ::_exit(kError);
}

}  // namespace

void tell_crashes_as_damage() {
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE}) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) != 0 || action.sa_handler != SIG_DFL) continue;
    action.sa_handler = tell_and_end;
    ::sigaction(signal, &action, nullptr);
  }
}

}  // namespace trialsift::cli
