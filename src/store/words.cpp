// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/words.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>

#include "store/sections.hpp"
#include "trialsift/base/narrow.hpp"

namespace trialsift::store {
namespace {

constexpr std::string_view kMagic = "tsWords1";
constexpr std::uint32_t kGone = std::numeric_limits<std::uint32_t>::max();

bool before(const HyphenatedPair& a, const HyphenatedPair& b) {
  return a.first != b.first ? a.first < b.first : a.second < b.second;
}

struct Header {
  std::uint32_t words;
  std::uint32_t families;
  std::uint32_t next_number;
  std::uint32_t unused;
};

}  // namespace

Words::Words(const StoredFile& file) : file_(file) {
  SectionReader in(file_, kMagic);
  const Header header = in.one<Header>();
  count_ = header.words;
  family_count_ = header.families;
  next_number_ = header.next_number;
  texts_ = read_strings(in);
  numbers_ = in.array<std::uint32_t>();
  families_ = in.array<std::uint32_t>();
  documents_ = in.array<std::uint32_t>();
  occurrences_ = in.array<std::uint64_t>();
  stems_ = read_strings(in);
  family_documents_ = in.array<std::uint32_t>();
  member_ends_ = in.array<std::uint32_t>();
  members_ = in.array<std::uint32_t>();
  pairs_ = in.array<HyphenatedPair>();
  in.require(texts_.size() == count_ && numbers_.size() == count_ && families_.size() == count_ &&
             documents_.size() == count_ && occurrences_.size() == count_ && members_.size() == count_ &&
             stems_.size() == family_count_ && family_documents_.size() == family_count_ &&
             member_ends_.size() == family_count_);
}

std::optional<Words::Index> Words::find(std::string_view word) const {
  const Index place = texts_.lower_bound(word);
  if (place == count_ || text(place) != word) return std::nullopt;
  return place;
}

std::pair<Words::Index, Words::Index> Words::with_prefix(std::string_view prefix) const {
  const Index first = texts_.lower_bound(prefix);
  // No byte of UTF-8 is 0xFF: prefix + 0xFF stands after every word with the prefix.
  const std::string beyond = std::string(prefix) + '\xFF';
  return {first, texts_.lower_bound(beyond)};
}

std::optional<Words::Family> Words::find_family(std::string_view stem) const {
  const Family place = stems_.lower_bound(stem);
  if (place == family_count_ || stems_.at(place) != stem) return std::nullopt;
  return place;
}

std::span<const Words::Index> Words::members(Family family) const {
  const auto [begin, end] = part_at(member_ends_, family);
  return members_.part(begin, end);
}

std::vector<Words::Index> Words::by_stream_number() const {
  std::vector<Index> words(next_number_, count_);
  for (Index word = 0; word < count_; ++word) {
    const std::uint32_t number = stream_number(word);
    if (number < words.size()) words[number] = word;
  }
  return words;
}

bool Words::is_hyphenated(Index first, Index second) const {
  const HyphenatedPair wanted{first, second, 0};
  const auto count = static_cast<std::uint32_t>(pairs_.size());
  const std::uint32_t place = partition_point(count, [&](std::uint32_t i) { return before(pairs_.at(i), wanted); });
  return place < count && !before(wanted, pairs_.at(place));
}

std::vector<std::uint32_t> Words::load_into(Vocabulary& vocabulary) const {
  std::vector<std::uint32_t> stream_numbers;
  stream_numbers.reserve(count_);
  for (Index i = 0; i < count_; ++i) {
    Vocabulary::Word& word = vocabulary.word(vocabulary.number_of(text(i)));
    word.occurrences = static_cast<std::int64_t>(occurrences(i));
    word.document_count = static_cast<std::int32_t>(document_count(i));
    vocabulary.family(word.family).document_count = static_cast<std::int32_t>(family_document_count(family_of(i)));
    stream_numbers.push_back(stream_number(i));
  }
  for (const HyphenatedPair& pair : pairs_.part(0, pairs_.size())) {
    if (pair.first < count_ && pair.second < count_) {
      vocabulary.add_hyphenated(pair.first, pair.second, pair.count);
    }
  }
  return stream_numbers;
}

void write_words(const base::Path& path, const Vocabulary& vocabulary, std::span<const std::uint32_t> stream_numbers) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < vocabulary.size(); ++i) {
    if (vocabulary.word(i).occurrences > 0) order.push_back(i);
  }
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return vocabulary.text(a) < vocabulary.text(b); });

  std::vector<std::uint32_t> place_of(vocabulary.size(), kGone);
  std::vector<std::uint32_t> stems;
  std::vector<std::uint32_t> family_place(vocabulary.family_count(), kGone);
  for (std::uint32_t place = 0; place < order.size(); ++place) {
    place_of[order[place]] = place;
    const std::uint32_t family = vocabulary.word(order[place]).family;
    if (family_place[family] == kGone) {
      family_place[family] = 0;
      stems.push_back(family);
    }
  }
  std::sort(stems.begin(), stems.end(),
            [&](std::uint32_t a, std::uint32_t b) { return vocabulary.stem(a) < vocabulary.stem(b); });
  for (std::uint32_t place = 0; place < stems.size(); ++place) family_place[stems[place]] = place;

  MappedStringsWriter texts;
  std::vector<std::uint32_t> numbers;
  std::vector<std::uint32_t> families;
  std::vector<std::uint32_t> documents;
  std::vector<std::uint64_t> occurrences;
  std::vector<std::uint32_t> member_ends(stems.size(), 0);
  std::uint32_t next_number = 0;
  for (const std::uint32_t number : order) {
    const Vocabulary::Word& word = vocabulary.word(number);
    texts.add(vocabulary.text(number));
    numbers.push_back(stream_numbers[number]);
    next_number = std::max(next_number, base::narrow<std::uint32_t>(stream_numbers[number] + 1ULL, "words"));
    families.push_back(family_place[word.family]);
    documents.push_back(static_cast<std::uint32_t>(std::max(word.document_count, 0)));
    occurrences.push_back(static_cast<std::uint64_t>(word.occurrences));
    ++member_ends[family_place[word.family]];
  }
  std::partial_sum(member_ends.begin(), member_ends.end(), member_ends.begin());
  std::vector<std::uint32_t> members(order.size());
  std::vector<std::uint32_t> next(member_ends.size());
  for (std::size_t family = 1; family < next.size(); ++family) next[family] = member_ends[family - 1];
  for (std::uint32_t place = 0; place < order.size(); ++place) members[next[families[place]]++] = place;

  MappedStringsWriter stem_texts;
  std::vector<std::uint32_t> family_documents;
  for (const std::uint32_t family : stems) {
    stem_texts.add(vocabulary.stem(family));
    family_documents.push_back(static_cast<std::uint32_t>(std::max(vocabulary.family(family).document_count, 0)));
  }

  std::vector<HyphenatedPair> pairs;
  for (const auto& [pair, count] : vocabulary.hyphenated()) {
    const std::uint32_t first = place_of[pair >> 32U];
    const std::uint32_t second = place_of[pair & 0xFFFFFFFFU];
    if (count > 0 && first != kGone && second != kGone)
      pairs.push_back(
          {first, second, base::narrow<std::uint32_t>(static_cast<std::uint64_t>(count), "places of one hyphen")});
  }
  std::sort(pairs.begin(), pairs.end(), before);

  SectionWriter out(path, kMagic);
  out.one(Header{static_cast<std::uint32_t>(order.size()), static_cast<std::uint32_t>(stems.size()), next_number, 0});
  texts.write(out);
  out.array(numbers);
  out.array(families);
  out.array(documents);
  out.array(occurrences);
  stem_texts.write(out);
  out.array(family_documents);
  out.array(member_ends);
  out.array(members);
  out.array(pairs);
  out.close();
}

}  // namespace trialsift::store
