// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "query/native/lexer.hpp"
#include "trialsift/query/dialects.hpp"
#include "trialsift/query/tree.hpp"

namespace trialsift::query {

/// The node of a kWord or kPhrase token that belongs to the field of `use` (an empty name: to no field). Throws
/// Error(kQuerySyntax).
Node make_leaf(const Token& token, const FieldUse& use, const DialectOptions& options, std::vector<Warning>& warnings);

/// ^2 as a number. Throws Error(kQuerySyntax) at `offset`.
double read_weight(std::string_view text, std::size_t offset);

}  // namespace trialsift::query
