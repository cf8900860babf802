// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "trialsift/schema/fields.hpp"

namespace trialsift::query {

/// Reads the value of a date or number field: 2015, 2015..2020, 2015-06.., ..2024, >=100, >100, <=100, <100, =100. Both
/// ends belong to the result; kOpenLow and kOpenHigh stand for the open ones. A partial date is all its
/// days; an age is the days on which somebody is so old, in years unless a unit follows (6m, 2w, 10d). Throws
/// Error(kQuerySyntax) at `offset` for what is none, or ends before it begins.
schema::Interval read_range(std::string_view value, const schema::Field& field, std::size_t offset);

}  // namespace trialsift::query
