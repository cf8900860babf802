// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/query/tree.hpp"
#include "trialsift/search/searcher.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// A word, or words one after the other, that a part of a query stands for.
struct Expansion {
  std::string text;
  std::string_view source;   ///< what made it one: written, family, hyphens, wildcard
  std::uint64_t trials = 0;  ///< that hold it in the part's fields: its document frequency
};

/// One part of a tree.
struct AnalyzedPart {
  std::size_t depth = 0;  ///< the tree as a whole: 0
  std::string text;       ///< as query::to_string() shows it
  query::Span span;
  std::optional<std::uint64_t> hits;  ///< trials; nothing for a void part
  std::vector<std::string> fields;    ///< words, phrases, patterns, headings: where they are looked for
  std::vector<std::string> tokens;    ///< the folded words, or patterns, that the text is cut into
  std::size_t expansion_count = 0;    ///< of all
  std::vector<Expansion> expansions;  ///< the most frequent ones first, at most kMostExpansionsShown
};
constexpr std::size_t kMostExpansionsShown = 100;

struct Analysis {
  std::vector<AnalyzedPart> parts;  ///< each before its children
  std::vector<Expanded> expanded;   ///< the second tier: what is looked for beside the query's words
  std::string compiled;             ///< the ranked query, as the engine describes it
  std::uint64_t total = 0;
  std::vector<query::Warning> warnings;  ///< that the index gives cause to
};

/// How a query is read on an index. Costs as much as its parts searched one by one. Throws as Evaluator::evaluate().
Analysis analyze(const store::Index& index, const query::Query& query, const SearchOptions& options);

}  // namespace trialsift::search
