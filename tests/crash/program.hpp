// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// The real program as a child, for tests that kill it, starve it and damage what it wrote.
namespace trialsift::testing {

using Words = std::vector<std::string>;

struct Ended {
  int status = -1;  ///< exit status; 128 + signal if it was killed
  std::string out;
  std::string err;
};

class Program {
 public:
  struct Setting {
    std::filesystem::path folder = ".";         ///< where it runs
    std::vector<std::string> environment = {};  ///< NAME=value, beside the test's own
    std::function<void()> before = {};          ///< run in the child: limits
    std::optional<int> out = {};                ///< a descriptor for standard output in place of a file
    std::optional<int> in = {};                 ///< for standard input in place of /dev/null
  };

  /// Starts `trialsift arguments...`.
  Program(const Words& arguments, const Setting& setting);
  /// Kills it if it runs.
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  void signal(int number) const;
  bool running();
  /// Waits for its end; a program that hangs is killed after two minutes, which is status 128 + SIGKILL.
  Ended wait();

 private:
  bool reap(int options);

  pid_t child_ = -1;
  std::optional<int> raw_status_;
  std::filesystem::path output_;  ///< base of the files that take what it says
};

Ended run(const Words& arguments, const Program::Setting& setting);

/// How many moments, places or rounds each test tries: TRIALSIFT_CRASH_ROUNDS, few by default.
std::size_t rounds(std::size_t by_default);

/// Of what a test tries at random: TRIALSIFT_CRASH_SEED, always the same by default.
unsigned seed(unsigned by_default);

}  // namespace trialsift::testing
