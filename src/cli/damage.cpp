// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/damage.hpp"

#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <string_view>

#include "trialsift/base/file.hpp"

namespace trialsift::cli {
namespace {

constexpr int kError = 2;

// Handlers call nothing that a signal handler may not.

extern "C" void tell_crash_and_end(int /*signal*/) {
  constexpr std::string_view kText =
      "trialsift: error[index-corrupt]: the program crashed while it read the index\n"
      "  hint: trialsift check tells whether the index is damaged; if it is not, please report this with the command\n";
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, kText.data(), kText.size());
  ::_exit(kError);
}

iovec part(const char* text) {
  return {const_cast<char*>(text), std::strlen(text)};
}

extern "C" void tell_lost_file_and_end(int signal, siginfo_t* info, void* /*context*/) {
  const base::MappedFile* file = base::MappedFile::holding(info->si_addr);
  if (file == nullptr) {
    ::signal(signal, SIG_DFL);  // and raised again by what raised it
    return;
  }
  const std::array text = {part("trialsift: error[index-corrupt]: "), part(file->printable_path()),
                           part(" became shorter while it was read, or its disk fails: nothing is answered from it\n"
                                "  hint: build it again with: trialsift index --rebuild FILE...\n")};
  [[maybe_unused]] const ssize_t written = ::writev(STDERR_FILENO, text.data(), static_cast<int>(text.size()));
  ::_exit(kError);
}

/// Leaves alone what a sanitizer looks after.
void handle(int signal, const struct sigaction& action) {
  struct sigaction before {};
  if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_DFL) {
    ::sigaction(signal, &action, nullptr);
  }
}

}  // namespace

void tell_crashes_as_damage() {
  struct sigaction action {};
  action.sa_handler = tell_crash_and_end;
  for (const int signal : {SIGSEGV, SIGFPE}) handle(signal, action);
}

void tell_lost_files_as_damage() {
  struct sigaction action {};
  action.sa_sigaction = tell_lost_file_and_end;
  action.sa_flags = SA_SIGINFO;
  handle(SIGBUS, action);
}

}  // namespace trialsift::cli
