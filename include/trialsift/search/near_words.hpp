// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/query/tree.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// The words of an index that a word, folded, may be a slip for, the likeliest first: few letters added, dropped,
/// replaced or exchanged, and a frequent word before a rare one (a noisy channel: a letter more counts as much as being
/// held by fifty times as many trials). None if the word is as likely meant as it stands. Looks through all words: some
/// 20 ms for a million.
std::vector<std::string> near_words(const store::Words& words, std::string_view word, std::size_t most);

/// A word of a query that no trial holds, or hardly any beside one that is spelt nearly so.
struct Correction {
  std::string of;    ///< as the query has it
  std::string text;  ///< what it is probably meant to be
  query::Span span;  ///< of the query
};

/// The misspelt among the words of a query that may stand for others too: neither quoted nor =word.
std::vector<Correction> corrections(const store::Index& index, const query::Query& query);

/// The text of the query with the corrections made.
std::string corrected(const query::Query& query, const std::vector<Correction>& corrections);

}  // namespace trialsift::search
