// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/lexer.hpp"
#include "trialsift/query/tree.hpp"

namespace trialsift::query {

/// The node of a kWord or kPhrase token that belongs to the field of `use` (an empty name: to no field). Throws
/// Error(kQuerySyntax).
Node make_leaf(const Token& token, const FieldUse& use, std::vector<Warning>& warnings);

}  // namespace trialsift::query
