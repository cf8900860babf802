// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "trialsift/base/error.hpp"
#include "trialsift/base/interrupt.hpp"

namespace trialsift::search {

/// Counts what the evaluation of one query costs, in steps of about a nanosecond, so that none runs for ever; the same
/// query on the same index always comes to the same count.
class Work {
 public:
  static constexpr std::uint64_t kTermSteps = 1000;  ///< to open the postings of a term
  static constexpr std::uint64_t kPostingSteps = 10;

  void start() { spent_ = 0; }

  void spend(std::uint64_t steps) {
    spent_ += steps;
    if (spent_ < next_look_) return;
    base::check_interrupt();
    next_look_ = spent_ + kLookEvery;
    if (spent_ > kMost) {
      throw base::Error(base::ErrorCode::kQueryCost, "this query asks for more work than one query may cost",
                        "write more letters before wildcards, smaller distances in NEAR, or add a rarer word with AND");
    }
  }

 private:
  static constexpr std::uint64_t kMost = 3'500'000'000;
  static constexpr std::uint64_t kLookEvery = 1'000'000;

  std::uint64_t spent_ = 0;
  std::uint64_t next_look_ = 0;
};

}  // namespace trialsift::search
