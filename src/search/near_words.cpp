// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/near_words.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>

#include "search/concept.hpp"
#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/base/text.hpp"

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

void look_at(const query::Node& node, const store::Index& index, const Expander& expander,
             std::vector<Correction>& found) {
  for (const query::Node& child : node.children) look_at(child, index, expander, found);
  if (node.kind != query::NodeKind::kWord || node.exact || node.span.end <= node.span.begin) return;
  const std::vector<std::string> words = analysis::words_of(node.text);
  if (words.size() != 1 || !analysis::is_plain_word(words.front())) return;
  const std::vector<Concept> concepts = expander.expand(node);
  // Several words or spellings of it: known, in one way or another.
  if (concepts.size() != 1 || !concepts.front().sequences.empty()) return;
  std::uint64_t trials = 0;
  for (const Words::Index word : concepts.front().words) trials += trials_with(index.words(), word);
  if (trials > kRare) return;
  std::vector<std::string> near = near_words(index.words(), words.front(), 1);
  if (!near.empty()) found.push_back({node.text, std::move(near.front()), node.span});
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
    if (distance > limit) continue;
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
  look_at(query.root, index, Expander(index), found);
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
