// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/expansion.hpp"

#include <algorithm>
#include <array>

#include "trialsift/base/text.hpp"

namespace trialsift::search {
namespace {

constexpr std::array kKinds = {
    ExpansionKind{kAbbreviations, "abbreviations",
                  "what the index's own texts define: \"multiple myeloma (MM)\", both ways", true, 0.3},
    ExpansionKind{kSpelling, "spelling",
                  "British and American spelling, irregular plurals, numerals of phases and types", true, 0.7},
    ExpansionKind{kHyphens, "hyphens",
                  "two words as one and one as two, where no hyphen in the index says that they are the same", true,
                  0.1},
    ExpansionKind{kSynonyms, "synonyms", "the terms of the file that --synonyms names", true, 0.5},
    ExpansionKind{kFeedback, "feedback", "words that the first hits have in common, for the order of the hits alone",
                  true, 1},
};

}  // namespace

std::span<const ExpansionKind> expansion_kinds() {
  return kKinds;
}

const ExpansionKind& kind_of(ExpansionSource source) {
  return *std::find_if(kKinds.begin(), kKinds.end(),
                       [source](const ExpansionKind& kind) { return kind.source == source; });
}

Expansions default_expansions() {
  Expansions some = 0;
  for (const ExpansionKind& kind : kKinds) some |= kind.by_default ? kind.source : 0U;
  return some;
}

Expansions all_expansions() {
  Expansions all = 0;
  for (const ExpansionKind& kind : kKinds) all |= kind.source;
  return all;
}

std::optional<Expansions> read_expansions(std::string_view text) {
  if (text == "none") return 0U;
  if (text == "all") return all_expansions();
  Expansions some = 0;
  for (const std::string_view name : base::split(text, ',')) {
    const auto kind = std::find_if(kKinds.begin(), kKinds.end(),
                                   [&](const ExpansionKind& each) { return each.name == base::trim(name); });
    if (kind == kKinds.end()) return std::nullopt;
    some |= kind->source;
  }
  return some;
}

}  // namespace trialsift::search
