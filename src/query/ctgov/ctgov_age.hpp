// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "query/ctgov/ctgov_area.hpp"
#include "trialsift/query/tree.hpp"

/// The registry keeps a study's minimum and maximum age and its age groups; the field `age` is the interval of them, of
/// which a query asks whether it meets another.
namespace trialsift::query {

/// Studies whose minimum or maximum age lies between two ages, "18 Years", MIN or MAX; a missing minimum counts as 0.
/// Throws Error(kQuerySyntax) at `at` for what is no age.
Node age_limits(AgePart part, std::string_view from, std::string_view to, std::size_t at, Span span);

/// CHILD, ADULT or OLDER_ADULT.
Node age_group(std::string_view group, Span span);

}  // namespace trialsift::query
