// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "query/citation/dialect_leaf.hpp"
#include "trialsift/query/tree.hpp"

namespace trialsift::query {

/// `limit N to CRITERIA` of Ovid: the line itself where the criteria say nothing about registry records, void where
/// they are publication types only, else the line and what they mean. `span` is that of the criteria.
Node limited(Node line, std::string_view criteria, Span span, const DialectContext& context);

}  // namespace trialsift::query
