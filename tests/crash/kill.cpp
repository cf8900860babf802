// SPDX-License-Identifier: GPL-2.0-or-later
#include <csignal>
#include <random>
#include <thread>

#include "crash/index_case.hpp"
#include "support/catch.hpp"

using namespace trialsift::testing;

TEST_CASE("killed at any moment, a run leaves the index of before or of after and the next run succeeds", "[kill]") {
  std::mt19937 random(20251125);
  for (const Change::Kind kind : kChanges) {
    const Change change(kind);
    for (std::size_t round = 0; round < rounds(6); ++round) {
      INFO(name_of(kind) << ", round " << round);
      change.restore();
      {
        Program program(change.command(), change.setting());
        std::this_thread::sleep_for(change.duration() * (random() % 1000) / 1000);
        program.signal(SIGKILL);
        program.wait();
      }
      REQUIRE(change.wrong() == "");
      REQUIRE(change.wrong_after_repeat() == "");
    }
  }
}
