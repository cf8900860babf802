// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/near_words.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>

#include "search/concept.hpp"
#include "search/matcher.hpp"
#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::search {
namespace {

using store::Words;

/// Shorter words are near to too many others.
constexpr std::size_t kShortest = 4;
/// From this length on two slips are looked for.
constexpr std::size_t kLong = 7;
/// A word that more trials hold is no slip.
constexpr std::uint32_t kRare = 5;
/// So many times as many trials must hold the word that was meant, by the number of slips.
constexpr std::uint64_t kTimesAsMany[] = {1, 50, 200};

/// What is so many times less likely than the likeliest is not offered beside it.
constexpr std::uint64_t kUnlikely = 20;

/// The letters of a word as a set: one slip changes at most two of them.
std::uint64_t letters_of(std::string_view word) {
  std::uint64_t letters = 0;
  for (const char c : word) letters |= std::uint64_t{1} << (static_cast<unsigned char>(c) & 63U);
  return letters;
}

struct Near {
  Words::Index word;
  std::size_t distance;
  std::uint64_t trials;

  /// In hundredths of a trial with no slip.
  std::uint64_t likelihood() const { return trials * 100 * kTimesAsMany[2] / kTimesAsMany[distance]; }
};

/// Trials that hold the word, in any text field for words outside of the default ones.
std::uint64_t trials_with(const Words& words, Words::Index word) {
  return std::max<std::uint64_t>(words.document_count(word), words.occurrences(word) > 0 ? 1 : 0);
}

/// Trials that hold the word in the spelling of several: "AlloSCT" as "allo SCT".
std::size_t trials_apart(Concept word, Matcher& matcher) {
  if (word.sequences.empty()) return 0;
  word.words.clear();
  return matcher.documents(matcher.planner().plan(word), nullptr).size();
}

void look_at(const query::Node& node, const store::Index& index, Matcher& matcher, std::vector<Correction>& found) {
  for (const query::Node& child : node.children) look_at(child, index, matcher, found);
  if (node.kind != query::NodeKind::kWord || node.exact || node.span.end <= node.span.begin) return;
  const std::vector<std::string> words = analysis::words_of(node.text);
  if (words.size() != 1 || !analysis::is_plain_word(words.front())) return;
  const std::vector<Concept> concepts = matcher.planner().expander().expand(node);
  if (concepts.size() != 1 || trials_apart(concepts.front(), matcher) > kRare) return;
  const std::optional<Words::Index> itself = index.words().find(words.front());
  if (itself && trials_with(index.words(), *itself) > kRare) return;
  std::vector<std::string> near = near_words(index.words(), words.front(), 1);
  if (near.empty()) return;
  // Another form of a word is no slip.
  const std::optional<Words::Index> likely = index.words().find(near.front());
  const Element& family = concepts.front().words;
  if (likely && std::binary_search(family.begin(), family.end(), *likely)) return;
  // Nor is a word of which the index has other forms, but beside a frequent one.
  if (likely && !family.empty() && trials_with(index.words(), *likely) <= kTimesAsMany[2]) return;
  found.push_back({node.text, std::move(near.front()), node.span});
}

}  // namespace

std::vector<std::string> near_words(const Words& words, std::string_view word, std::size_t most) {
  if (word.size() < kShortest) return {};
  const std::size_t limit = word.size() < kLong ? 1 : 2;
  const std::uint64_t letters = letters_of(word);
  const std::optional<Words::Index> itself = words.find(word);
  const std::uint64_t least = itself ? trials_with(words, *itself) : 0;
  std::vector<Near> found;
  for (Words::Index i = 0; i < words.size(); ++i) {
    const std::string_view text = words.text(i);
    if (text.size() > word.size() + limit || word.size() > text.size() + limit) continue;
    if (static_cast<std::size_t>(std::popcount(letters ^ letters_of(text))) > 2 * limit) continue;
    if (itself && i == *itself) continue;
    const std::size_t distance = base::edit_distance(word, text, limit);
    // Who slips twice hardly begins with the wrong letter.
    if (distance > limit || (distance > 1 && text.front() != word.front())) continue;
    const std::uint64_t trials = trials_with(words, i);
    if (trials > least * kTimesAsMany[distance]) found.push_back({i, distance, trials});
  }
  std::sort(found.begin(), found.end(), [](const Near& a, const Near& b) {
    if (a.likelihood() != b.likelihood()) return a.likelihood() > b.likelihood();
    return a.distance != b.distance ? a.distance < b.distance : a.word < b.word;
  });
  if (found.size() > most) found.resize(most);
  while (!found.empty() && found.back().likelihood() * kUnlikely < found.front().likelihood()) found.pop_back();
  std::vector<std::string> near;
  for (const Near& each : found) near.emplace_back(words.text(each.word));
  return near;
}

std::vector<Correction> corrections(const store::Index& index, const query::Query& query) {
  std::vector<Correction> found;
  if (!query.may_expand) return found;
  Matcher matcher(index);
  store::through_gate([&] { look_at(query.root, index, matcher, found); });
  std::sort(found.begin(), found.end(),
            [](const Correction& a, const Correction& b) { return a.span.begin < b.span.begin; });
  return found;
}

std::string corrected(const query::Query& query, const std::vector<Correction>& corrections) {
  std::string text;
  std::size_t from = 0;
  for (const Correction& each : corrections) {
    // The span of a leaf may hold a field before the word and a weight behind it.
    const std::size_t at = query.text.find(each.of, std::max(from, each.span.begin));
    if (at == std::string::npos || at + each.of.size() > each.span.end) continue;
    text += query.text.substr(from, at - from) + each.text;
    from = at + each.of.size();
  }
  return text + query.text.substr(from);
}

}  // namespace trialsift::search
