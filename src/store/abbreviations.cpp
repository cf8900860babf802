// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/abbreviations.hpp"

#include <algorithm>
#include <tuple>

#include "store/sections.hpp"
#include "trialsift/analysis/stemmer.hpp"
#include "trialsift/base/narrow.hpp"
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

Abbreviations::Abbreviations(const StoredFile& file) : file_(file) {
  SectionReader in(file_, kMagic);
  const auto header = in.one<Header>();
  count_ = header.pairs;
  stems_count_ = header.stems;
  longest_ = header.longest;
  texts_ = read_strings(in);
  trials_ = in.array<std::uint32_t>();
  meanings_ = in.array<std::uint32_t>();
  stems_ = read_strings(in);
  member_ends_ = in.array<std::uint32_t>();
  members_ = in.array<Index>();
  in.require(texts_.size() == 2 * std::size_t{count_} && trials_.size() == count_ && meanings_.size() == count_ &&
             members_.size() == count_ && stems_.size() == stems_count_ && member_ends_.size() == stems_count_);
}

std::pair<Abbreviations::Index, Abbreviations::Index> Abbreviations::of_short_form(std::string_view joined) const {
  const Index first = partition_point(count_, [&](Index i) { return without_blanks(short_form(i)) < joined; });
  const Index last = partition_point(count_, [&](Index i) { return without_blanks(short_form(i)) <= joined; });
  return {first, last};
}

std::span<const Abbreviations::Index> Abbreviations::of_long_form(std::string_view stems) const {
  const std::uint32_t place = stems_.lower_bound(stems);
  if (place == stems_count_ || stems_.at(place) != stems) return {};
  const auto [begin, end] = part_at(member_ends_, place);
  return members_.part(begin, end);
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

  MappedStringsWriter texts;
  std::vector<std::uint32_t> trials;
  for (const Pair& pair : pairs) {
    texts.add(pair.short_form);
    texts.add(pair.long_form);
    trials.push_back(pair.trials);
  }
  MappedStringsWriter stems;
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
      stems.add(pair.stems);
      member_ends.push_back(0);
    }
    member_ends.back() = static_cast<std::uint32_t>(i + 1);
  }
  header.pairs = base::narrow<std::uint32_t>(pairs.size(), "abbreviations");
  header.stems = static_cast<std::uint32_t>(stems.size());

  SectionWriter out(path, kMagic);
  out.one(header);
  texts.write(out);
  out.array(trials);
  out.array(meanings);
  stems.write(out);
  out.array(member_ends);
  out.array(by_stems);
  out.close();
}

}  // namespace trialsift::store
