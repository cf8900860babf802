// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "trialsift/query/dialects.hpp"

namespace trialsift::query {

/// See Dialect::parse; the grammar stands in the source. Text of another dialect is refused, which parse_native() reads
/// as words.
Query parse_typed(std::string_view text, const References& references, const DialectOptions& options);

}  // namespace trialsift::query
