// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "query/sign_place.hpp"
#include "trialsift/query/dialects.hpp"

namespace trialsift::query {

/// See Dialect::parse; the grammar stands in the source.
Query parse_ovid(std::string_view text, const References& references, const DialectOptions& options);

/// See Dialect.
std::optional<Span> ovid_sign(const SignPlace& place);
bool is_ovid_combination(std::string_view line);

}  // namespace trialsift::query
