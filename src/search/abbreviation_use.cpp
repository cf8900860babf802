// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/abbreviation_use.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace trialsift::search {
namespace {

using Pair = store::Abbreviations::Index;

constexpr std::size_t kShortest = 2;  ///< bytes
constexpr std::uint64_t kLeastTrials = 2;
constexpr double kLeastShare = 0.2;
constexpr double kLeastDefined = 0.05;
constexpr double kLeastDefinedInCapitals = 0.005;

}  // namespace

bool more_trials(const AbbreviationInForce& a, const AbbreviationInForce& b) {
  return a.trials != b.trials ? a.trials > b.trials : a.pair < b.pair;
}

std::vector<AbbreviationInForce> abbreviations_in_force(const store::Index& index, std::string_view short_form,
                                                        bool in_capitals) {
  if (short_form.size() < kShortest) return {};
  const store::Abbreviations& known = index.abbreviations();
  std::map<std::uint32_t, AbbreviationInForce> meanings;
  std::uint64_t defined = 0;
  const auto [first, last] = known.of_short_form(short_form);
  for (Pair pair = first; pair < last; ++pair) {
    AbbreviationInForce& meaning =
        meanings.try_emplace(known.meaning(pair), AbbreviationInForce{pair, 0, 0}).first->second;
    meaning.trials += known.trials(pair);
    if (known.trials(pair) > known.trials(meaning.pair)) meaning.pair = pair;
    defined += known.trials(pair);
  }
  const std::optional<store::Words::Index> word = index.words().find(short_form);
  const std::uint64_t held = word ? index.words().document_count(*word) : 0;
  const double least = in_capitals ? kLeastDefinedInCapitals : kLeastDefined;
  if (static_cast<double>(defined) < least * static_cast<double>(held)) return {};
  std::vector<AbbreviationInForce> found;
  for (auto& [number, meaning] : meanings) {
    meaning.share = static_cast<double>(meaning.trials) / static_cast<double>(defined);
    if (meaning.trials >= kLeastTrials && meaning.share >= kLeastShare) found.push_back(meaning);
  }
  std::sort(found.begin(), found.end(), more_trials);
  return found;
}

}  // namespace trialsift::search
