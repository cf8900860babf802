// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/ranking.hpp"

#include <algorithm>
#include <array>

namespace trialsift::search {
namespace {

constexpr std::array kRankings = {
    Ranking{"trials", "bm25f, words weighed by what they say of a trial, feedback from the first hits",
            "Rocchio 1971; tuned in bench/results.md", 1.7, 0.8, true, true,
            FeedbackParameters{30, 20, 0.8, 200, 1000}},
    Ranking{"bm25f", "BM25 with the title counted twice, every word of the query for what it is",
            "Robertson, Zaragoza and Taylor, CIKM 2004", 1.2, 0.75, true, false, FeedbackParameters{}},
    Ranking{"bm25", "BM25 over all default fields as one text", "Robertson and others, TREC-3, 1994", 1.2, 0.75, false,
            false, FeedbackParameters{}},
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
