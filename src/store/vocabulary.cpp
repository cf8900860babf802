// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/vocabulary.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace trialsift::store {

Vocabulary::Vocabulary() = default;

Vocabulary::WordNumber Vocabulary::number_of(std::string_view word) {
  const auto [number, fresh] = texts_.insert(word);
  if (fresh) {
    const auto [family, fresh_family] = stems_.insert(stemmer_.stem(word));
    if (fresh_family) families_.emplace_back();
    words_.push_back({family, 0, 0});
  }
  return number;
}

std::string_view Vocabulary::text(WordNumber number) const {
  return texts_.at(number);
}
std::string_view Vocabulary::stem(FamilyNumber number) const {
  return stems_.at(number);
}

void Vocabulary::add_hyphenated(WordNumber first, WordNumber second) {
  add_hyphenated(first, second, 1);
}

void Vocabulary::add_hyphenated(WordNumber first, WordNumber second, std::int64_t count) {
  hyphenated_[(static_cast<std::uint64_t>(first) << 32U) | second] += count;
}

std::vector<Vocabulary::WordNumber> Vocabulary::merge(const Vocabulary& other) {
  std::vector<WordNumber> numbers(other.size());
  std::vector<FamilyNumber> families(other.family_count());
  for (WordNumber from = 0; from < other.size(); ++from) {
    const WordNumber to = number_of(other.text(from));
    numbers[from] = to;
    words_[to].occurrences += other.word(from).occurrences;
    words_[to].document_count += other.word(from).document_count;
    families[other.word(from).family] = words_[to].family;
  }
  for (FamilyNumber from = 0; from < families.size(); ++from) {
    families_[families[from]].document_count += other.family(from).document_count;
  }
  for (const auto& [pair, count] : other.hyphenated_) {
    add_hyphenated(numbers[pair >> 32U], numbers[pair & 0xFFFFFFFFU], count);
  }
  return numbers;
}

}  // namespace trialsift::store
