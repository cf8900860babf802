// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "trialsift/query/tree.hpp"

/// Conditions that hold of one study site together.
namespace trialsift::query {

/// What stands in site:( ... ): words, phrases, patterns, groups with OR, and statuses, `recruiting` as well as
/// status:recruiting. Throws Error(kQuerySyntax) for what says nothing of a site.
Node in_one_site(Node tree);

/// The same of a tree whose leaves have fields of their own, where all of them speak of sites; else nothing.
std::optional<Node> bound_to_site(const Node& tree);

}  // namespace trialsift::query
