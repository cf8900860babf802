// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/similar.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "search/bm25.hpp"
#include "search/feedback.hpp"
#include "search/place_plan.hpp"
#include "search/posting_list.hpp"
#include "search/word_weights.hpp"
#include "trialsift/schema/fields.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::search {
namespace {

using store::Words;

/// More words make similar trials no more similar, and the search slower.
constexpr std::size_t kMostWords = 25;

/// Title, conditions, interventions and keywords say what a trial is about: a word there counts as so many.
constexpr unsigned kSubjectWeight = 3;

struct FamilyCount {
  std::uint64_t frequency = 0;
  std::set<store::DocId> documents;
  std::map<Words::Index, std::uint64_t> words;
};

bool is_telling(std::string_view word) {
  return word.size() > 1 && !(word[0] >= '0' && word[0] <= '9') && word_class(word) == WordClass::kTelling;
}

/// "0.85".
std::string factor_text(double factor) {
  constexpr long kHundred = 100;
  const long hundredths = std::max(1L, std::lround(factor * kHundred));
  const std::string digits = std::to_string(hundredths % kHundred);
  return std::to_string(hundredths / kHundred) + "." + (digits.size() == 1 ? "0" : "") + digits;
}

std::map<Words::Family, FamilyCount> count_families(const store::Index& index,
                                                    std::span<const store::DocId> documents) {
  const Words& words = index.words();
  const std::vector<Words::Index> by_number = words.by_stream_number();
  std::map<Words::Family, FamilyCount> families;
  for (const store::DocId document : documents) {
    const store::DocumentTokens tokens = index.tokens().document(document);
    for (const schema::Field* field : schema::default_fields()) {
      const bool is_description = (description_fields() & field_bit(schema::field_number(*field))) != 0;
      store::for_each_word(tokens.field(schema::field_number(*field)), [&](std::uint32_t number) {
        if (number >= by_number.size() || by_number[number] >= words.size()) return;
        const Words::Index word = by_number[number];
        if (!is_telling(words.text(word))) return;
        FamilyCount& family = families[words.family_of(word)];
        family.frequency += is_description ? 1 : kSubjectWeight;
        family.documents.insert(document);
        ++family.words[word];
      });
    }
  }
  return families;
}

}  // namespace

std::string similar_query(const store::Index& index, std::span<const store::DocId> documents, const Ranking& ranking) {
  struct Candidate {
    double value;
    double saturation;
    std::string_view word;
  };
  return store::through_gate([&] {
    const double average = average_length(index);
    double length = 0;
    for (const store::DocId document : documents) length += index.tokens().ranked_length(document);
    const Bm25 bm25{ranking.k1, ranking.b};
    std::vector<Candidate> candidates;
    for (const auto& [family, count] : count_families(index, documents)) {
      if (index.words().family_document_count(family) <= count.documents.size()) continue;  // no other trial has it
      const double saturation = bm25.saturation(static_cast<double>(count.frequency), length, average);
      const double rarity =
          Bm25::inverse_document_frequency(index.words().family_document_count(family), index.manifest().trials);
      const auto shown = std::max_element(count.words.begin(), count.words.end(),
                                          [](const auto& a, const auto& b) { return a.second < b.second; });
      candidates.push_back({saturation * rarity, saturation, index.words().text(shown->first)});
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
      return a.value != b.value ? a.value > b.value : a.word < b.word;
    });
    if (candidates.size() > kMostWords) candidates.resize(kMostWords);
    std::string query;
    for (const Candidate& candidate : candidates) {
      query += std::string(candidate.word) + "^" + factor_text(candidate.saturation / (ranking.k1 + 1)) + " ";
    }
    if (query.empty()) return query;
    for (const store::DocId document : documents) query += "-id:" + index.trial(document).id.text() + " ";
    query.pop_back();
    return query;
  });
}

}  // namespace trialsift::search
