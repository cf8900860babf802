// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hit_list.hpp"

#include <xapian.h>

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "trialsift/schema/fields.hpp"

namespace trialsift::search {
namespace {

constexpr std::size_t kSmallestRoom = 4096;

bool is_better(const ScoredDocument& a, const ScoredDocument& b) {
  return a.score != b.score ? a.score > b.score : a.document < b.document;
}

/// Sorts documents, which ascend, by their ids.
void sort_by_id(const store::Index& index, ScoredDocument* begin, ScoredDocument* end) {
  std::vector<std::pair<std::string, ScoredDocument>> named;
  auto id = index.database().valuestream_begin(schema::kIdSlot);
  for (ScoredDocument* hit = begin; hit != end; ++hit) {
    id.skip_to(hit->document);
    named.emplace_back(*id, *hit);
  }
  std::sort(named.begin(), named.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [text, hit] : named) *begin++ = hit;
}

/// Sorts those whose score is that of hits[at], which are in the order of documents, by their ids; returns the place
/// after them.
std::size_t sort_equals(const store::Index& index, std::vector<ScoredDocument>& hits, std::size_t at) {
  const auto [begin, end] = std::equal_range(hits.begin(), hits.end(), hits[at],
                                             [](const auto& a, const auto& b) { return a.score > b.score; });
  if (end - begin > 1) sort_by_id(index, &*begin, &*begin + (end - begin));
  return static_cast<std::size_t>(end - hits.begin());
}

}  // namespace

HitList::HitList(const store::Index& index, std::size_t wanted)
    : index_(index),
      wanted_(wanted),
      prune_at_(wanted < kSmallestRoom ? 2 * kSmallestRoom : std::numeric_limits<std::size_t>::max()),
      least_(std::numeric_limits<Millionths>::min()) {}

void HitList::add(ScoredDocument hit) {
  if (hit.score < least_) return;
  hits_.push_back(hit);
  if (hits_.size() >= prune_at_) prune();
}

/// Equal scores are kept: ids decide among them later.
void HitList::prune() {
  if (wanted_ == 0) return hits_.clear();
  const auto last = hits_.begin() + static_cast<std::ptrdiff_t>(wanted_ - 1);
  std::nth_element(hits_.begin(), last, hits_.end(), is_better);
  least_ = last->score;
  std::erase_if(hits_, [this](const ScoredDocument& hit) { return hit.score < least_; });
  prune_at_ = std::max(prune_at_, 2 * hits_.size());
}

std::vector<ScoredDocument> HitList::take(std::size_t sorted) {
  if (hits_.size() > wanted_) prune();
  const std::size_t rest = sort_hits(index_, hits_, sorted);
  if (hits_.size() > wanted_) {
    // Among those as good as the last, ids decide who is in.
    if (rest < wanted_) sort_equals(index_, hits_, wanted_ - 1);
    hits_.resize(wanted_);
  }
  return std::exchange(hits_, {});
}

std::size_t sort_hits(const store::Index& index, std::vector<ScoredDocument>& hits, std::size_t sorted) {
  std::sort(hits.begin(), hits.end(), is_better);
  std::size_t at = 0;
  while (at < hits.size() && at < sorted) at = sort_equals(index, hits, at);
  return at;
}

}  // namespace trialsift::search
