// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>

#include "trialsift/search/searcher.hpp"
#include "trialsift/search/synonyms.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// Every expansion in force for an index and a file of synonyms (null: none), one call each, by kind: abbreviations by
/// short form, the rules of spelling, groups of synonyms. Expanded::trials is the number of trials that define an
/// abbreviation, else 0. What is found by trying (hyphens, numerals) has no list: a search tells it.
void list_expansions(const store::Index& index, const Synonyms* synonyms,
                     const std::function<void(const Expanded&)>& each);

}  // namespace trialsift::search
