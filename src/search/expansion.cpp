// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/expansion.hpp"

#include <algorithm>
#include <array>

#include "trialsift/base/text.hpp"

namespace trialsift::search {
namespace {

constexpr std::array kKinds = {
    ExpansionKind{kFeedback, "feedback",
                  "words that the first hits have in common: they change the order, never which trials are hits", true},
};

}  // namespace

std::span<const ExpansionKind> expansion_kinds() {
  return kKinds;
}

Expansions default_expansions() {
  Expansions all = 0;
  for (const ExpansionKind& kind : kKinds) all |= kind.by_default ? kind.bit : 0U;
  return all;
}

std::optional<Expansions> read_expansions(std::string_view text) {
  Expansions all = 0;
  if (text == "none") return all;
  for (const std::string_view name : base::split(text, ',')) {
    if (text == "all") {
      for (const ExpansionKind& kind : kKinds) all |= kind.bit;
      continue;
    }
    const auto kind = std::find_if(kKinds.begin(), kKinds.end(),
                                   [&](const ExpansionKind& each) { return each.name == base::trim(name); });
    if (kind == kKinds.end()) return std::nullopt;
    all |= kind->bit;
  }
  return all;
}

}  // namespace trialsift::search
