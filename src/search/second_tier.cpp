// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/second_tier.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <utility>

#include "search/abbreviation_use.hpp"
#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/analysis/spelling.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::search {
namespace {

using Pair = store::Abbreviations::Index;

/// Words of a query that are looked up together, at most.
constexpr std::size_t kLongestSpan = 8;
/// Expansions of one kind for one word or span of words.
constexpr std::size_t kMostOfKind = 8;

/// Two frequent words are not looked for side by side: that takes long, and "with out" is nobody's "without".
constexpr std::uint64_t kFewTrials = 100;
constexpr std::uint64_t kShareOfTrials = 200;

/// Shorter halves are rather endings than words.
constexpr std::size_t kShortestHalf = 4;

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string_view word : base::split(text, ' ')) words.emplace_back(word);
  return words;
}

/// What it adds to words that a query has already.
void take_away(Concept& meaning, const Concept& known) {
  const auto is_known = [&](store::Words::Index word) {
    return std::binary_search(known.words.begin(), known.words.end(), word);
  };
  // Of the rest the dictionary has no count.
  if (std::erase_if(meaning.words, is_known) > 0) meaning.document_count.reset();
  const auto is_known_sequence = [&](const Sequence& sequence) {
    return std::find(known.sequences.begin(), known.sequences.end(), sequence) != known.sequences.end();
  };
  std::erase_if(meaning.sequences, is_known_sequence);
}

/// "MM", "siRNA": written as an abbreviation.
bool is_in_capitals(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) > 1;
}

bool means_the_same(const Concept& a, const Concept& b) {
  return a.words == b.words && a.sequences == b.sequences;
}

}  // namespace

/// Words of a query that stand side by side, as what they are looked up by.
struct SecondTier::Span {
  std::vector<Concept>& words;
  std::size_t first;
  std::size_t count;
  std::vector<std::string> parts;  ///< folded; more than `count` where words are hyphenated

  Concept& start() { return words[first]; }
};

void SecondTier::add_to(std::vector<Concept>& words) const {
  if (expansions_ == 0) return;
  for (std::size_t first = 0; first < words.size(); ++first) {
    if (!words[first].is_plain) continue;
    Span span{words, first, 0, {}};
    for (std::size_t next = first; next < words.size() && span.count < kLongestSpan; ++next) {
      if (next > first && !words[next].follows) break;
      for (std::string& part : analysis::words_of(words[next].text)) span.parts.push_back(std::move(part));
      ++span.count;
      if (wants(kSpelling)) {
        if (span.count == 1) add_spelling(span);
        add_numerals(span);
      }
      if (wants(kHyphens)) {
        add_joined(span);
        add_split(span);
      }
      if (wants(kAbbreviations)) {
        if (span.count == 1) add_long_forms(span);
        add_short_forms(span);
      }
      if (wants(kSynonyms) && synonyms_ != nullptr) add_synonyms(span);
    }
  }
}

void SecondTier::add(Span& span, ExpansionSource source, Concept meaning, double share) const {
  Concept& start = span.start();
  const auto of_kind = std::count_if(start.variants.begin(), start.variants.end(), [&](const Variant& each) {
    return each.source == source && each.covered == span.count;
  });
  if (static_cast<std::size_t>(of_kind) >= kMostOfKind) return;
  if (span.count == 1) take_away(meaning, start);
  if (meaning.empty()) return;
  const auto same = [&](const Concept& word) { return means_the_same(word, meaning); };
  if (std::any_of(span.words.begin(), span.words.end(), same)) return;
  const auto same_variant = [&](const Variant& each) { return means_the_same(each.meaning, meaning); };
  if (std::any_of(start.variants.begin(), start.variants.end(), same_variant)) return;
  meaning.boost = start.boost;
  meaning.fallback = start.fallback;
  if (meaning.fallback) meaning.document_count.reset();
  for (std::size_t i = 1; i < span.count; ++i) {
    span.words[span.first + i].variants.push_back({source, 0, 0, meaning});
  }
  start.variants.push_back({source, kind_of(source).weight * share, span.count, std::move(meaning)});
}

void SecondTier::add_spelt(Span& span, ExpansionSource source, const std::vector<std::string>& parts,
                           double share) const {
  Concept meaning = expander_.spelt(parts, span.start().fields);
  meaning.text = base::joined(parts, " ");
  add(span, source, std::move(meaning), share);
}

void SecondTier::add_term(Span& span, ExpansionSource source, const std::vector<std::string>& words,
                          double share) const {
  if (words.size() == 1) {
    add_spelt(span, source, words, share);
    return;
  }
  Concept meaning = expander_.families(words, span.start().fields);
  meaning.text = base::joined(words, " ");
  add(span, source, std::move(meaning), share);
}

void SecondTier::add_spelling(Span& span) const {
  for (std::size_t i = 0; i < span.parts.size(); ++i) {
    for (const std::string& other : analysis::other_spellings(span.parts[i])) {
      if (expander_.family(other).empty()) continue;
      std::vector<std::string> parts = span.parts;
      parts[i] = other;
      add_spelt(span, kSpelling, parts, 1);
    }
  }
}

void SecondTier::add_numerals(Span& span) const {
  if (span.parts.size() != 2 || !analysis::takes_numeral(span.parts[0])) return;
  const std::string other = analysis::other_numeral(span.parts[1]);
  if (!other.empty()) add_spelt(span, kSpelling, {span.parts[0], other}, 1);
}

void SecondTier::add_joined(Span& span) const {
  if (span.count != 2 || span.parts.size() != 2) return;
  const std::string both = span.parts[0] + span.parts[1];
  const std::optional<store::Words::Index> word = index_.words().find(both);
  if (!word) return;
  const Element& known = span.start().words;
  if (std::binary_search(known.begin(), known.end(), *word)) return;
  add_spelt(span, kHyphens, {both}, 1);
}

void SecondTier::add_split(Span& span) const {
  if (span.count != 1 || span.parts.size() != 1 || !analysis::is_plain_word(span.parts[0])) return;
  const std::string& word = span.parts[0];
  const std::uint64_t most = std::max<std::uint64_t>(kFewTrials, index_.manifest().trials / kShareOfTrials);
  for (std::size_t cut = kShortestHalf; cut + kShortestHalf <= word.size(); ++cut) {
    const std::string first = word.substr(0, cut);
    const std::string second = word.substr(cut);
    if (rarer_of(first, second) <= most) add_term(span, kHyphens, {first, second}, 1);
  }
}

/// Trials that hold the rarer of two words; many if one is in none.
std::uint64_t SecondTier::rarer_of(const std::string& first, const std::string& second) const {
  const std::optional<store::Words::Index> a = index_.words().find(first);
  const std::optional<store::Words::Index> b = index_.words().find(second);
  if (!a || !b) return std::numeric_limits<std::uint64_t>::max();
  return std::min(index_.words().document_count(*a), index_.words().document_count(*b));
}

void SecondTier::add_long_forms(Span& span) const {
  const store::Abbreviations& known = index_.abbreviations();
  for (const AbbreviationInForce& each :
       abbreviations_in_force(index_, base::joined(span.parts, ""), is_in_capitals(span.start().text))) {
    add_term(span, kAbbreviations, split_words(known.long_form(each.pair)), each.share);
  }
}

void SecondTier::add_short_forms(Span& span) const {
  const store::Abbreviations& known = index_.abbreviations();
  if (span.parts.size() > known.longest()) return;
  std::set<std::pair<std::uint32_t, std::string>> meanings;
  for (const Pair pair : known.of_long_form(stems_of(span.parts))) {
    meanings.emplace(known.meaning(pair), store::without_blanks(known.short_form(pair)));
  }
  std::vector<AbbreviationInForce> found;
  for (const auto& [meaning, short_form] : meanings) {
    for (const AbbreviationInForce& each : abbreviations_in_force(index_, short_form, false)) {
      if (known.meaning(each.pair) == meaning) found.push_back(each);
    }
  }
  std::stable_sort(found.begin(), found.end(), more_trials);
  for (const AbbreviationInForce& each : found) {
    add_spelt(span, kAbbreviations, split_words(known.short_form(each.pair)), each.share);
  }
}

void SecondTier::add_synonyms(Span& span) const {
  const Synonyms& synonyms = *synonyms_;
  if (span.parts.size() > synonyms.longest()) return;
  const std::string stems = stems_of(span.parts);
  for (const std::uint32_t group : synonyms.groups_with(stems)) {
    for (const Synonyms::Term& term : synonyms.group(group)) {
      if (term.stems != stems) add_term(span, kSynonyms, term.words, 1);
    }
  }
}

std::string SecondTier::stems_of(const std::vector<std::string>& words) const {
  return base::joined(words, " ", [this](const std::string& word) { return stemmer_.stem(word); });
}

}  // namespace trialsift::search
