// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/base/interrupt.hpp"

#include <atomic>

#include "trialsift/base/error.hpp"

namespace trialsift::base {
namespace {
std::atomic<bool> g_requested{false};
static_assert(std::atomic<bool>::is_always_lock_free, "set from a signal handler");
}  // namespace

void request_interrupt() noexcept {
  g_requested.store(true, std::memory_order_relaxed);
}

bool interrupt_requested() noexcept {
  return g_requested.load(std::memory_order_relaxed);
}

void check_interrupt() {
  if (interrupt_requested()) throw Error(ErrorCode::kInterrupted, "interrupted: the index is as it was");
}

}  // namespace trialsift::base
