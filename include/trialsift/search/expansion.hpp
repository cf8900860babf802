// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace trialsift::search {

/// What may be added to a query's words, as bits.
enum ExpansionFlag : unsigned {
  kFeedback = 1U << 0U,
};
using Expansions = unsigned;

/// A row of the table of expansions.
struct ExpansionKind {
  ExpansionFlag bit;
  std::string_view name;
  std::string_view about;
  bool by_default;
};

std::span<const ExpansionKind> expansion_kinds();
Expansions default_expansions();

/// Reads "none", "all" or names with commas; none if it is not that.
std::optional<Expansions> read_expansions(std::string_view text);

}  // namespace trialsift::search
