// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace trialsift::search {

/// Where a search takes what the query does not have, as bits. A word's family and its joined and hyphenated spellings
/// are no expansions: they are the word.
enum ExpansionSource : unsigned {
  kAbbreviations = 1U << 0U,
  kSpelling = 1U << 1U,
  kHyphens = 1U << 2U,
  kSynonyms = 1U << 3U,
};
using Expansions = unsigned;

/// A row of the table of expansions.
struct ExpansionKind {
  ExpansionSource source;
  std::string_view name;
  std::string_view about;
  bool by_default;
  double weight;  ///< beside 1 of the query's own word; measured (bench/results.md)
};

std::span<const ExpansionKind> expansion_kinds();
const ExpansionKind& kind_of(ExpansionSource source);
Expansions default_expansions();
Expansions all_expansions();

/// Reads "none", "all" or names with commas; none if it is not that.
std::optional<Expansions> read_expansions(std::string_view text);

}  // namespace trialsift::search
