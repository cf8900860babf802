// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <string>

#include "trialsift/search/searcher.hpp"

/// What the commands that rank share.
namespace trialsift::cli {

struct RankingOptions {
  std::string ranking{search::default_ranking().name};

  void add_to(CLI::App& app);
  void apply(search::SearchOptions& options) const;
};

}  // namespace trialsift::cli
