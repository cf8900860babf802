// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "trialsift/model/partial_date.hpp"

namespace trialsift::model {

/// Which comes first in a date of three numbers that ends with its year, such as 06-08-2025.
enum class DayMonth { kUnknown, kDayFirst, kMonthFirst };

/// A date in any spelling of the exports: 2015-06-09 or 2015/6/9, 20150609, 2015-06, 06/2015, 2015, "June 9, 2015",
/// "9 June 2015", "9-Jun-2015", "June 2015", 9.6.2015 and 6/9/2015. A time of day behind it is left out. Where a year
/// comes last, `order` tells day from month; without it only dates that it cannot change are read. Nothing if the
/// text is no such date, or contradicts `order`.
std::optional<PartialDate> read_date(std::string_view text, DayMonth order);

/// The order that one date proves by a number above 12: kDayFirst for 18-12-2025. kUnknown where both can be, and where
/// the spelling leaves no doubt in any case.
DayMonth proven_order(std::string_view text);

}  // namespace trialsift::model
