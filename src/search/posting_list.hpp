// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "search/concept.hpp"
#include "search/place_plan.hpp"
#include "trialsift/search/ranking.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

struct Posting {
  store::DocId document;
  std::uint32_t wdf;  ///< field weights counted in; 0: matched in fields outside of the ranked length only
};

/// Postings by ascending document.
using PostingList = std::vector<Posting>;

/// The document's posting, or null.
const Posting* find_posting(const PostingList& postings, store::DocId document);

/// Fields, and how often something stands in each of them.
using Places = std::vector<std::pair<const schema::Field*, std::size_t>>;

class Matcher;

/// What an occurrence in the field adds to the frequency of a word in a trial; 0 outside of the ranked length.
unsigned counted_weight(const schema::Field& field, const Ranking& ranking);

/// Throws Error(kIndexCorrupt): postings of a sound index name its documents alone.
[[noreturn]] void no_such_document();

/// Mean of the ranked lengths.
double average_length(const store::Index& index);

/// All the trials that a concept matches: words from the database's postings, phrases from the token stream.
PostingList match(const store::Index& index, Matcher& matcher, const Concept& wanted, const Ranking& ranking);
/// The same for a plan.
PostingList match(const store::Index& index, Matcher& matcher, const PlacePlan& wanted, const Ranking& ranking);

}  // namespace trialsift::search
