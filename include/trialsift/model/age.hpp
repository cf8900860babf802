// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace trialsift::model {

/// Ages in days, both ends belonging to it: whoever is "18 Years" old is so for a year. A year has 365.25 days, a month
/// a twelfth of that.
struct AgeSpan {
  std::int64_t first = 0;
  std::int64_t last = 0;
  bool operator==(const AgeSpan&) const = default;
};

/// Older than anybody: the end of ages without a limit.
constexpr std::int64_t kOldestDays = 200 * 1461 / 4;

/// "18 Years", "6 months", "2w", "18": a whole number and a unit, years where there is none. Nothing for other texts
/// (N/A) and for ages beyond kOldestDays.
std::optional<AgeSpan> parse_age(std::string_view text);

/// Ages that a record with these limits takes: no limit where a text is no age. Nothing if both are empty.
std::optional<AgeSpan> ages_between(std::string_view minimum, std::string_view maximum);

}  // namespace trialsift::model
