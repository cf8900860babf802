// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <string>

#include "trialsift/search/searcher.hpp"
#include "trialsift/store/index.hpp"

/// What the commands that rank share.
namespace trialsift::cli {

struct RankingOptions {
  std::string ranking{search::default_ranking().name};

  void add_to(CLI::App& app);
  void apply(search::SearchOptions& options) const;
};

/// The document of a trial's id as given. Throws Error(kUsage) if it is no id or not in the index.
store::DocId document_of(const store::Index& index, const std::string& text);

}  // namespace trialsift::cli
