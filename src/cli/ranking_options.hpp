// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "trialsift/search/ranking.hpp"

namespace trialsift::search {
struct SearchOptions;
}

/// What the commands that rank share.
namespace trialsift::cli {

class Options;

struct RankingOptions {
  std::string ranking{search::default_ranking().name};

  void add_to(Options& options);
  void apply(search::SearchOptions& options) const;
};

}  // namespace trialsift::cli
