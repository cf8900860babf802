// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/feedback.hpp"

#include <algorithm>
#include <cmath>

#include "search/word_weights.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::search {
namespace {

using store::Unit;
using store::Words;

/// A word of one document alone may be chance.
constexpr std::uint32_t kFewestDocuments = 2;
/// A word of more trials than this share of all tells none from the other.
constexpr double kLargestShare = 0.25;

}  // namespace

std::vector<Words::Family> families_by_number(const Words& words) {
  std::vector<Words::Family> families = words.by_stream_number();
  for (Words::Family& place : families) {
    place = place < words.size() ? std::min(words.family_of(place), words.family_count()) : words.family_count();
  }
  return families;
}

Feedback::Feedback(const store::Index& index, const std::vector<Words::Family>& families, const Ranking& ranking,
                   double average_length, std::span<const Example> examples, const std::vector<QueryPart>& parts,
                   double share)
    : index_(index), ranking_(ranking), average_length_(average_length), families_(families) {
  const Words& words = index.words();
  for (const schema::Field& field : schema::fields()) field_weights_.push_back(counted_weight(field, ranking));
  choose(candidates(examples), parts, share);
  slots_.assign(families_.size(), 0);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    for (const Words::Index member : words.members(words_[i].family)) {
      const std::uint32_t number = words.stream_number(member);
      if (number < slots_.size()) slots_[number] = static_cast<std::uint8_t>(i + 1);
    }
  }
  frequencies_.assign(words_.size(), 0);
}

/// The weighted mean of the examples' vectors.
std::vector<Feedback::Candidate> Feedback::candidates(std::span<const Example> examples) const {
  struct Sum {
    double value = 0;
    std::uint32_t documents = 0;
  };
  const Words::Family none = index_.words().family_count();
  const std::uint64_t all = index_.manifest().trials;
  std::vector<Sum> sums(none);                 // by family
  std::vector<std::uint32_t> frequency(none);  // in one document, by family
  std::vector<std::pair<Words::Family, double>> vector;
  std::vector<Words::Family> seen;
  for (const Example& example : examples) {
    vector.clear();
    index_.tokens().document(example.document).for_each_field([&](std::size_t field, std::span<const Unit> units) {
      const unsigned weight = field < field_weights_.size() ? field_weights_[field] : 0;
      if (weight == 0) return;
      store::for_each_word(units, [&](std::uint32_t number) {
        const Words::Family family = number < families_.size() ? families_[number] : none;
        if (family == none) return;
        if (frequency[family] == 0) vector.emplace_back(family, 0);
        frequency[family] += weight;
      });
    });
    const double length = index_.tokens().ranked_length(example.document);
    double squares = 0;
    for (auto& [family, value] : vector) {
      value = bm25().saturation(frequency[family], length, average_length_) *
              Bm25::inverse_document_frequency(index_.words().family_document_count(family), all);
      squares += value * value;
      frequency[family] = 0;
    }
    if (squares == 0) continue;
    for (const auto& [family, value] : vector) {
      Sum& sum = sums[family];
      if (sum.documents == 0) seen.push_back(family);
      sum.value += example.weight * value / std::sqrt(squares);
      ++sum.documents;
    }
  }
  std::vector<Candidate> found;
  for (const Words::Family family : seen) {
    const Sum& sum = sums[family];
    const std::uint32_t matching = index_.words().family_document_count(family);
    if (sum.documents < kFewestDocuments || matching < kFewestDocuments) continue;
    if (static_cast<double>(matching) > kLargestShare * static_cast<double>(all)) continue;
    found.push_back({family, sum.value});
  }
  return found;
}

bool Feedback::is_telling(Words::Family family) const {
  for (const Words::Index member : index_.words().members(family)) {
    const std::string_view text = index_.words().text(member);
    if (text.size() < 2 || (text[0] >= '0' && text[0] <= '9') || word_class(text) == WordClass::kFunction) return false;
  }
  return true;
}

/// The words with the largest values; together their weights have the wanted share of the query's length.
void Feedback::choose(std::vector<Candidate> candidates, const std::vector<QueryPart>& parts, double share) {
  const Words& words = index_.words();
  const auto is_worse = [](const Candidate& a, const Candidate& b) {
    return a.value != b.value ? a.value < b.value : a.family > b.family;
  };
  std::make_heap(candidates.begin(), candidates.end(), is_worse);
  std::vector<Candidate> chosen;
  while (!candidates.empty() && chosen.size() < ranking_.feedback.words) {
    std::pop_heap(candidates.begin(), candidates.end(), is_worse);
    if (is_telling(candidates.back().family)) chosen.push_back(candidates.back());
    candidates.pop_back();
  }
  double length = 0;
  for (const Candidate& candidate : chosen) length += candidate.value * candidate.value;
  double query_length = 0;
  for (const QueryPart& part : parts) query_length += part.weight * part.weight;
  const double scale = length == 0 ? 0 : share * std::sqrt(query_length / length);
  for (const Candidate& candidate : chosen) {
    const std::span<const Words::Index> members = words.members(candidate.family);
    const Words::Index shown = *std::max_element(members.begin(), members.end(), [&](auto a, auto b) {
      return words.document_count(a) < words.document_count(b);
    });
    words_.push_back({candidate.family, std::string(words.text(shown)), candidate.value * scale});
  }
}

Millionths Feedback::score(store::DocId document) const {
  index_.tokens().document(document).for_each_field([&](std::size_t field, std::span<const Unit> units) {
    const unsigned weight = field < field_weights_.size() ? field_weights_[field] : 0;
    if (weight == 0) return;
    store::for_each_word(units, [&](std::uint32_t number) {
      const unsigned slot = number < slots_.size() ? slots_[number] : 0;
      if (slot != 0) frequencies_[slot - 1] += weight;
    });
  });
  const double length = index_.tokens().ranked_length(document);
  Millionths sum = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    std::uint32_t& frequency = frequencies_[i];
    if (frequency == 0) continue;
    sum += millionths(words_[i].weight * bm25().saturation(frequency, length, average_length_));
    frequency = 0;
  }
  return sum;
}

std::vector<Feedback::Share> Feedback::explain(store::DocId document) const {
  const store::DocumentTokens tokens = index_.tokens().document(document);
  const double length = index_.tokens().ranked_length(document);
  std::vector<Share> shares;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    Share share{&words_[i], 0, {}, 0};
    std::uint32_t frequency = 0;
    for (const schema::Field* field : schema::default_fields()) {
      std::uint32_t count = 0;
      store::for_each_word(tokens.field(schema::field_number(*field)), [&](std::uint32_t number) {
        if (number < slots_.size() && slots_[number] == i + 1) ++count;
      });
      if (count > 0) share.places.emplace_back(field, count);
      frequency += count * counted_weight(*field, ranking_);
    }
    if (frequency == 0) continue;
    share.saturation = bm25().saturation(frequency, length, average_length_);
    share.score = millionths(words_[i].weight * share.saturation);
    shares.push_back(std::move(share));
  }
  return shares;
}

}  // namespace trialsift::search
