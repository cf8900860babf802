// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/ranking_options.hpp"

#include <vector>

#include "cli/options.hpp"
#include "trialsift/search/searcher.hpp"

namespace trialsift::cli {
namespace {

std::vector<std::string> ranking_names() {
  std::vector<std::string> names;
  for (const search::Ranking& ranking : search::rankings()) names.emplace_back(ranking.name);
  return names;
}

std::string about_rankings() {
  std::string about = "how hits are scored (default " + std::string(search::default_ranking().name) + "):";
  for (const search::Ranking& ranking : search::rankings()) {
    about += "\n" + std::string(ranking.name) + ": " + std::string(ranking.about);
  }
  return about;
}

}  // namespace

void RankingOptions::add_to(Options& options) {
  options.add("--ranking", "NAME", &ranking, about_rankings()).choices(ranking_names());
}

void RankingOptions::apply(search::SearchOptions& options) const {
  options.ranking = search::find_ranking(ranking);
}

}  // namespace trialsift::cli
