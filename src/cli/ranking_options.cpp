// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/ranking_options.hpp"

#include <vector>

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

void RankingOptions::add_to(CLI::App& app) {
  app.add_option("--ranking", ranking, about_rankings())->check(CLI::IsMember(ranking_names()))->type_name("NAME");
}

void RankingOptions::apply(search::SearchOptions& options) const {
  options.ranking = search::find_ranking(ranking);
}

}  // namespace trialsift::cli
