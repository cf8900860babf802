// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace trialsift::base {

/// A wish to stop, set from a signal handler (cli installs it) and looked at by long work. Async-signal-safe.
void request_interrupt() noexcept;
bool interrupt_requested() noexcept;

/// Throws Error(kInterrupted) if the wish was said.
void check_interrupt();

}  // namespace trialsift::base
