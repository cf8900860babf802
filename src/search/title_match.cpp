// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/title_match.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "trialsift/schema/fields.hpp"
#include "trialsift/store/tokens.hpp"

namespace trialsift::search {
namespace {

constexpr double kPower = 4;
constexpr double kWholeQuery = 2;
/// What says less of the query, before the power, is none.
constexpr double kLeastShare = 0.3;
/// Different sets of concepts that words stand for; those of later words are left out.
constexpr std::size_t kMostSets = std::numeric_limits<std::uint8_t>::max();

}  // namespace

TitleMatch::TitleMatch(const store::Index& index, const QueryParts& parts)
    : index_(index), parts_(parts), field_(schema::field_number(*schema::find_field("title"))), sets_(1, 0) {
  const store::Words& words = index.words();
  slots_.assign(words.next_stream_number(), 0);
  for (const QueryPart& part : parts.parts()) {
    for (const store::Words::Index word : part.words) {
      const std::uint32_t number = words.stream_number(word);
      if (number >= slots_.size()) continue;
      const ConceptSet wanted = sets_[slots_[number]] | part.concepts;
      const auto known = std::find(sets_.begin() + 1, sets_.end(), wanted);
      if (known == sets_.end() && sets_.size() > kMostSets) continue;
      slots_[number] = static_cast<std::uint8_t>(known - sets_.begin());
      if (known == sets_.end()) sets_.push_back(wanted);
    }
  }
}

double TitleMatch::of(store::DocId document) const {
  double best = 0;
  ConceptSet held = 0;
  std::size_t words = 0;
  std::size_t known_words = 0;
  const auto end_title = [&] {
    best = std::max(best, of_title(held, known_words, words));
    held = 0;
    words = known_words = 0;
  };
  store::for_each_word(
      index_.tokens().document(document).field(field_),
      [&](std::uint32_t number) {
        const std::uint8_t slot = number < slots_.size() ? slots_[number] : std::uint8_t{0};
        held |= sets_[slot];
        ++words;
        if (slot != 0) ++known_words;
      },
      end_title);
  end_title();
  return best;
}

double TitleMatch::of_title(ConceptSet held, std::size_t known_words, std::size_t words) const {
  if (known_words == 0) return 0;
  if (known_words == words && held == parts_.all_concepts()) return kWholeQuery;
  const double share = parts_.share_of(held) * static_cast<double>(known_words) / static_cast<double>(words);
  return share < kLeastShare ? 0 : std::pow(share, kPower);
}

}  // namespace trialsift::search
