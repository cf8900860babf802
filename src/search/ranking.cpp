// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/ranking.hpp"

#include <algorithm>
#include <array>

namespace trialsift::search {
namespace {

constexpr std::array kRankings = {
    Ranking{"trials", "bm25f, words weighed by what they say of a trial, titles that say the query, feedback",
            "Rocchio 1971; chosen in bench/results.md", 1.7, 0.8, true, true, 500, FeedbackParameters{30, 20, 0.5, 8}},
    Ranking{"bm25f", "BM25 with the title counted twice, every word of the query for what it is",
            "Robertson, Zaragoza and Taylor, CIKM 2004", 1.2, 0.75, true, false, 0, FeedbackParameters{}},
    Ranking{"bm25", "BM25 over all default fields as one text", "Robertson and others, TREC-3, 1994", 1.2, 0.75, false,
            false, 0, FeedbackParameters{}},
};

}  // namespace

std::span<const Ranking> rankings() {
  return kRankings;
}

const Ranking* find_ranking(std::string_view name) {
  const auto row =
      std::find_if(kRankings.begin(), kRankings.end(), [name](const Ranking& each) { return each.name == name; });
  return row == kRankings.end() ? nullptr : &*row;
}

const Ranking& default_ranking() {
  return kRankings.front();
}

}  // namespace trialsift::search
