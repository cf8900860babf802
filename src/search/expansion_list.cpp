// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/expansion_list.hpp"

#include <string>
#include <utility>

#include "search/abbreviation_use.hpp"
#include "trialsift/analysis/spelling.hpp"

namespace trialsift::search {
namespace {

using Place = analysis::SpellingRule::Place;

/// "-ise" for letters at the end, "-haem-" for those anywhere, "grey" for a word.
std::string shown(std::string_view letters, Place place) {
  const std::string before = place == Place::kWhole ? "" : "-";
  const std::string behind = place == Place::kAnywhere ? "-" : "";
  return before + std::string(letters) + behind;
}

}  // namespace

void list_expansions(const store::Index& index, const Synonyms* synonyms,
                     const std::function<void(const Expanded&)>& each) {
  const store::Abbreviations& known = index.abbreviations();
  const double of_abbreviation = kind_of(kAbbreviations).weight;
  for (store::Abbreviations::Index pair = 0; pair < known.size();) {
    const std::string short_form = store::without_blanks(known.short_form(pair));
    for (const AbbreviationInForce& one : abbreviations_in_force(index, short_form, true)) {
      each({std::string(known.short_form(one.pair)), std::string(known.long_form(one.pair)), kAbbreviations,
            of_abbreviation * one.share, one.trials});
    }
    pair = known.of_short_form(short_form).second;
  }
  const double of_spelling = kind_of(kSpelling).weight;
  for (const analysis::SpellingRule& rule : analysis::spelling_rules()) {
    each({shown(rule.one, rule.place), shown(rule.other, rule.place), kSpelling, of_spelling, 0});
  }
  if (synonyms == nullptr) return;
  for (std::size_t i = 0; i < synonyms->size(); ++i) {
    const std::vector<Synonyms::Term>& group = synonyms->group(i);
    for (std::size_t k = 1; k < group.size(); ++k) {
      each({group.front().text, group[k].text, kSynonyms, kind_of(kSynonyms).weight, 0});
    }
  }
}

}  // namespace trialsift::search
