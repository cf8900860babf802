// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "search/concept.hpp"
#include "trialsift/query/tree.hpp"
#include "trialsift/store/words.hpp"

namespace trialsift::search {

/// What the dictionary alone gives cause to warn of in a tree, one of a code at most: no-such-word (with the nearest
/// words that there are), wildcard-explodes. Throws as Expander::pattern().
std::vector<query::Warning> lint(const query::Node& tree, const store::Words& words, const Expander& expander);

}  // namespace trialsift::search
