// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "trialsift/query/tree.hpp"
#include "trialsift/search/searcher.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// What an index gives cause to warn of before a query is run, one of a code at most: no-such-word (with the nearest
/// words that there are), wildcard-explodes, not-removes-most. Throws as Evaluator::evaluate().
std::vector<query::Warning> lint(const store::Index& index, const query::Query& query, Match match);

}  // namespace trialsift::search
