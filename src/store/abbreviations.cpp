// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/abbreviations.hpp"

#include <algorithm>
#include <tuple>

#include "store/sections.hpp"
#include "trialsift/analysis/stemmer.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::store {
namespace {

constexpr std::string_view kMagic = "tsAbbrs1";

struct Header {
  std::uint32_t pairs;
  std::uint32_t stems;
  std::uint32_t longest;
  std::uint32_t unused;
};

struct Pair {
  std::string joined;
  std::string_view short_form;
  std::string_view long_form;
  std::string stems;
  std::uint32_t trials;

  auto key() const { return std::tie(joined, short_form, long_form); }
};

std::string stems_of(const analysis::Stemmer& stemmer, std::string_view words, std::uint32_t& longest) {
  std::string stems;
  std::uint32_t count = 0;
  for (const std::string_view word : base::split(words, ' ')) {
    if (count++ > 0) stems += ' ';
    stems += stemmer.stem(word);
  }
  longest = std::max(longest, count);
  return stems;
}

void append(std::string& bytes, std::vector<std::uint32_t>& ends, std::string_view text) {
  bytes += text;
  ends.push_back(static_cast<std::uint32_t>(bytes.size()));
}

}  // namespace

std::string without_blanks(std::string_view words) {
  std::string joined(words);
  joined.erase(std::remove(joined.begin(), joined.end(), ' '), joined.end());
  return joined;
}

void AbbreviationCounts::add(std::string_view short_form, std::string_view long_form, std::int32_t trials) {
  std::string pair(short_form);
  pair += '\t';
  pair += long_form;
  const auto [number, fresh] = pairs_.insert(pair);
  if (fresh) counts_.push_back(0);
  counts_[number] += trials;
}

void AbbreviationCounts::merge(const AbbreviationCounts& other) {
  for (std::uint32_t pair = 0; pair < other.size(); ++pair) {
    add(other.short_form(pair), other.long_form(pair), other.trials(pair));
  }
}

std::string_view AbbreviationCounts::short_form(std::uint32_t pair) const {
  const std::string_view both = pairs_.at(pair);
  return both.substr(0, both.find('\t'));
}
std::string_view AbbreviationCounts::long_form(std::uint32_t pair) const {
  const std::string_view both = pairs_.at(pair);
  return both.substr(both.find('\t') + 1);
}

Abbreviations::Abbreviations(const base::Path& path) : file_(path) {
  SectionReader in(file_.bytes(), kMagic, path);
  const auto header = in.one<Header>();
  count_ = header.pairs;
  stems_count_ = header.stems;
  longest_ = header.longest;
  text_ends_ = in.array<std::uint32_t>();
  text_bytes_ = in.bytes();
  trials_ = in.array<std::uint32_t>();
  meanings_ = in.array<std::uint32_t>();
  stems_ends_ = in.array<std::uint32_t>();
  stems_bytes_ = in.bytes();
  member_ends_ = in.array<std::uint32_t>();
  members_ = in.array<Index>();
  in.require(text_ends_.size() == 2 * std::size_t{count_} && trials_.size() == count_ && meanings_.size() == count_ &&
             members_.size() == count_ && stems_ends_.size() == stems_count_ && member_ends_.size() == stems_count_);
}

template <class T>
T Abbreviations::at(std::span<const T> values, std::size_t i) {
  if (i >= values.size()) throw base::Error(base::ErrorCode::kIndexCorrupt, "the index's abbreviations are damaged");
  return values[i];
}

namespace {

std::string_view string_at(std::span<const std::uint32_t> ends, std::string_view bytes, std::size_t i) {
  const std::uint32_t begin = i == 0 ? 0 : ends[i - 1];
  if (begin > ends[i] || ends[i] > bytes.size()) {
    throw base::Error(base::ErrorCode::kIndexCorrupt, "the index's abbreviations are damaged");
  }
  return bytes.substr(begin, ends[i] - begin);
}

/// The first number in [0, count) for which is_before does not hold.
template <class IsBefore>
std::uint32_t partition_point(std::uint32_t count, IsBefore is_before) {
  std::uint32_t low = 0;
  while (count > 0) {
    const std::uint32_t half = count / 2;
    if (is_before(low + half)) {
      low += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return low;
}

}  // namespace

std::string_view Abbreviations::text_at(std::size_t i) const {
  at(text_ends_, i);
  return string_at(text_ends_, text_bytes_, i);
}

std::string_view Abbreviations::stems_at(std::uint32_t i) const {
  at(stems_ends_, i);
  return string_at(stems_ends_, stems_bytes_, i);
}

std::pair<Abbreviations::Index, Abbreviations::Index> Abbreviations::of_short_form(std::string_view joined) const {
  const Index first = partition_point(count_, [&](Index i) { return without_blanks(short_form(i)) < joined; });
  const Index last = partition_point(count_, [&](Index i) { return without_blanks(short_form(i)) <= joined; });
  return {first, last};
}

std::span<const Abbreviations::Index> Abbreviations::of_long_form(std::string_view stems) const {
  const std::uint32_t place = partition_point(stems_count_, [&](std::uint32_t i) { return stems_at(i) < stems; });
  if (place == stems_count_ || stems_at(place) != stems) return {};
  const std::uint32_t begin = place == 0 ? 0 : at(member_ends_, place - 1);
  const std::uint32_t end = at(member_ends_, place);
  if (begin > end || end > members_.size()) {
    throw base::Error(base::ErrorCode::kIndexCorrupt, "the index's abbreviations are damaged");
  }
  return members_.subspan(begin, end - begin);
}

void Abbreviations::load_into(AbbreviationCounts& counts) const {
  for (Index pair = 0; pair < count_; ++pair) {
    counts.add(short_form(pair), long_form(pair), static_cast<std::int32_t>(trials(pair)));
  }
}

void write_abbreviations(const base::Path& path, const AbbreviationCounts& counts) {
  const analysis::Stemmer stemmer;
  Header header{0, 0, 0, 0};
  std::vector<Pair> pairs;
  for (std::uint32_t i = 0; i < counts.size(); ++i) {
    if (counts.trials(i) <= 0) continue;
    pairs.push_back({without_blanks(counts.short_form(i)), counts.short_form(i), counts.long_form(i),
                     stems_of(stemmer, counts.long_form(i), header.longest),
                     static_cast<std::uint32_t>(counts.trials(i))});
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.key() < b.key(); });
  std::vector<Abbreviations::Index> by_stems(pairs.size());
  for (Abbreviations::Index i = 0; i < by_stems.size(); ++i) by_stems[i] = i;
  std::sort(by_stems.begin(), by_stems.end(), [&](Abbreviations::Index a, Abbreviations::Index b) {
    return std::tie(pairs[a].stems, a) < std::tie(pairs[b].stems, b);
  });

  std::string text_bytes;
  std::vector<std::uint32_t> text_ends;
  std::vector<std::uint32_t> trials;
  for (const Pair& pair : pairs) {
    append(text_bytes, text_ends, pair.short_form);
    append(text_bytes, text_ends, pair.long_form);
    trials.push_back(pair.trials);
  }
  std::string stems_bytes;
  std::vector<std::uint32_t> stems_ends;
  std::vector<std::uint32_t> member_ends;
  std::vector<std::uint32_t> meanings(pairs.size());
  std::uint32_t meaning = 0;
  for (std::size_t i = 0; i < by_stems.size(); ++i) {
    const Pair& pair = pairs[by_stems[i]];
    const Pair* before = i == 0 ? nullptr : &pairs[by_stems[i - 1]];
    const bool new_stems = before == nullptr || before->stems != pair.stems;
    if (new_stems || before->joined != pair.joined) ++meaning;
    meanings[by_stems[i]] = meaning - 1;
    if (new_stems) {
      append(stems_bytes, stems_ends, pair.stems);
      member_ends.push_back(0);
    }
    member_ends.back() = static_cast<std::uint32_t>(i + 1);
  }
  header.pairs = static_cast<std::uint32_t>(pairs.size());
  header.stems = static_cast<std::uint32_t>(stems_ends.size());

  SectionWriter out(path, kMagic);
  out.one(header);
  out.array(text_ends);
  out.bytes(text_bytes);
  out.array(trials);
  out.array(meanings);
  out.array(stems_ends);
  out.bytes(stems_bytes);
  out.array(member_ends);
  out.array(by_stems);
  out.close();
}

}  // namespace trialsift::store
