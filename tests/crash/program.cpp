// SPDX-License-Identifier: GPL-2.0-or-later
#include "crash/program.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace trialsift::testing {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

fs::path fresh_output() {
  static std::atomic<int> number{0};
  return fs::temp_directory_path() / ("trialsift-run-" + std::to_string(::getpid()) + "-" + std::to_string(++number));
}

void redirect(int to, const fs::path& file) {
  const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::dup2(opened, to);
  ::close(opened);
}

}  // namespace

Program::Program(const Words& arguments, const Setting& setting) : output_(fresh_output()) {
  Words words = {TRIALSIFT_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  std::vector<std::string> environment = setting.environment;
  // Closed by exec: before it a signal would meet the handlers of the test.
  int started[2];
  if (::pipe2(started, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  child_ = ::fork();
  if (child_ < 0) throw std::runtime_error("no child process");
  if (child_ > 0) {
    ::close(started[1]);
    char none = 0;
    while (::read(started[0], &none, 1) < 0 && errno == EINTR) continue;
    ::close(started[0]);
    return;
  }
  if (::chdir(setting.folder.c_str()) != 0) ::_exit(126);
  setting.in ? ::dup2(*setting.in, STDIN_FILENO) : ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
  redirect(STDERR_FILENO, output_.string() + ".err");
  if (setting.out) {
    ::dup2(*setting.out, STDOUT_FILENO);
  } else {
    redirect(STDOUT_FILENO, output_.string() + ".out");
  }
  for (std::string& variable : environment) ::putenv(variable.data());
  if (setting.before) setting.before();
  ::execv(argv.front(), argv.data());
  ::_exit(127);
}

Program::~Program() {
  if (running()) {
    ::kill(child_, SIGKILL);
    reap(0);
  }
  std::error_code ignored;
  fs::remove(output_.string() + ".out", ignored);
  fs::remove(output_.string() + ".err", ignored);
}

void Program::signal(int number) const {
  if (!raw_status_) ::kill(child_, number);
}

bool Program::reap(int options) {
  if (raw_status_) return true;
  int status = 0;
  pid_t got = 0;
  do got = ::waitpid(child_, &status, options);
  while (got < 0 && errno == EINTR);
  if (got == child_) raw_status_ = status;
  return raw_status_.has_value();
}

bool Program::running() {
  return !reap(WNOHANG);
}

Ended Program::wait() {
  using namespace std::chrono_literals;
  const auto end = std::chrono::steady_clock::now() + 120s;
  auto pause = 200us;
  while (running()) {
    if (std::chrono::steady_clock::now() > end) {
      ::kill(child_, SIGKILL);
      reap(0);
      break;
    }
    std::this_thread::sleep_for(pause);
    pause = std::min(pause * 2, 4000us);
  }
  const int status = raw_status_.value_or(0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), content(output_.string() + ".out"),
          content(output_.string() + ".err")};
}

Ended run(const Words& arguments, const Program::Setting& setting) {
  return Program(arguments, setting).wait();
}

std::size_t rounds(std::size_t by_default) {
  const char* told = std::getenv("TRIALSIFT_CRASH_ROUNDS");
  return told != nullptr ? std::strtoul(told, nullptr, 10) : by_default;
}

unsigned seed(unsigned by_default) {
  const char* told = std::getenv("TRIALSIFT_CRASH_SEED");
  return told != nullptr ? static_cast<unsigned>(std::strtoul(told, nullptr, 10)) : by_default;
}

}  // namespace trialsift::testing
