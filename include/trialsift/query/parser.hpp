// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "trialsift/query/dialects.hpp"
#include "trialsift/query/tree.hpp"

namespace trialsift::query {

/// Reads a query of the native language (its grammar stands in src/query/native/native.cpp). Throws Error(kQuerySyntax)
/// whose place holds the byte at which it went wrong. Length and depth are bounded. Any thread.
Query parse_native(std::string_view text, const DialectOptions& options = {});

}  // namespace trialsift::query
