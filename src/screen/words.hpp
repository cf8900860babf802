// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/screen/run.hpp"

/// What reports and logs say alike.
namespace trialsift::screen {

/// "-" for what has no count.
std::string count_text(const std::optional<std::uint64_t>& count);

/// "line 3", "lines 3, 4 and 7", "the strategy" for no line.
std::string lines_text(const StrategyRun& run, const std::vector<std::size_t>& places);

/// What the last line came to: "line 9: 57 trials", "no result: line 3 is in error".
std::string result_text(const StrategyRun& run);

/// "ovid", or "ovid (found out: .ti,ab.)".
std::string dialect_text(const query::Strategy& strategy);

/// Why a line was not run, or nothing.
std::string standing_text(const StrategyRun& run, std::size_t line);

/// White space of any length, line ends too, as one blank; safe for a terminal.
std::string one_line(std::string_view text);

}  // namespace trialsift::screen
