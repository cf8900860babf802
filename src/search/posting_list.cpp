// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/posting_list.hpp"

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "search/matcher.hpp"
#include "trialsift/base/interrupt.hpp"

namespace trialsift::search {
namespace {

using schema::Field;

/// Adds up postings of many terms. An array over all documents costs less than sorting once there are many postings.
class Accumulator {
 public:
  Accumulator(const store::Index& index, const Ranking& ranking) : index_(index), ranking_(ranking) {}

  void add_words(const Element& words, const std::vector<const Field*>& fields) {
    const Xapian::Database& database = index_.database();
    std::vector<std::pair<std::string, std::uint32_t>> terms;
    std::uint64_t postings = 0;
    for (const Field* field : fields) {
      const std::uint32_t weight = counted_weight(*field, ranking_);
      for (const store::Words::Index word : words) {
        terms.emplace_back(std::string(field->prefix).append(index_.words().text(word)), weight);
        postings += database.get_termfreq(terms.back().first);
      }
    }
    constexpr std::uint64_t kDenseShare = 16;
    const std::size_t documents = index_.tokens().last_docid() + std::size_t{1};
    if (sums_.empty() && postings > documents / kDenseShare) sums_.assign(documents, kAbsent);
    for (const auto& [term, weight] : terms) {
      const auto end = database.postlist_end(term);
      for (auto it = database.postlist_begin(term); it != end; ++it) add({*it, it.get_wdf() * weight});
      base::check_interrupt();
    }
  }

  void add(Posting posting) {
    if (sums_.empty()) {
      postings_.push_back(posting);
      return;
    }
    std::uint32_t& sum = sums_.at(posting.document);
    sum = (sum == kAbsent ? 0 : sum) + posting.wdf;
  }

  PostingList take() { return sums_.empty() ? sparse() : dense(); }

 private:
  static constexpr std::uint32_t kAbsent = ~0U;

  PostingList sparse() {
    std::sort(postings_.begin(), postings_.end(), [](Posting a, Posting b) { return a.document < b.document; });
    PostingList merged;
    for (const Posting posting : postings_) {
      if (!merged.empty() && merged.back().document == posting.document) {
        merged.back().wdf += posting.wdf;
      } else {
        merged.push_back(posting);
      }
    }
    return merged;
  }

  PostingList dense() {
    for (const Posting posting : std::exchange(postings_, {})) add(posting);
    PostingList merged;
    merged.reserve(static_cast<std::size_t>(
        std::count_if(sums_.begin(), sums_.end(), [](std::uint32_t sum) { return sum != kAbsent; })));
    for (std::size_t document = 0; document < sums_.size(); ++document) {
      if (sums_[document] != kAbsent) merged.push_back({static_cast<store::DocId>(document), sums_[document]});
    }
    return merged;
  }

  const store::Index& index_;
  const Ranking& ranking_;
  PostingList postings_;
  std::vector<std::uint32_t> sums_;  ///< by document, once there are many postings
};

}  // namespace

double average_length(const store::Index& index) {
  return index.database().get_avlength();
}

unsigned counted_weight(const Field& field, const Ranking& ranking) {
  if ((field.uses & schema::kDefault) == 0) return 0;
  return ranking.weigh_fields ? field.weight : 1;
}

PostingList match(const store::Index& index, Matcher& matcher, const Concept& wanted, const Ranking& ranking) {
  Accumulator found(index, ranking);
  found.add_words(wanted.words, wanted.fields);
  Concept part = wanted;
  part.words.clear();
  for (const Sequence& sequence : wanted.sequences) {
    part.sequences = {sequence};
    for (const Posting posting : matcher.postings(matcher.planner().plan(part), ranking)) found.add(posting);
  }
  if (wanted.fallback) {
    // Where the fields are missing, the words stand in the descriptions.
    part.words = wanted.words;
    part.sequences.clear();
    PlacePlan words = matcher.planner().plan(part);
    words.fields = description_fields() & ~mask_of(wanted.fields);
    for (const Posting posting : matcher.postings(words, ranking)) found.add(posting);
  }
  return found.take();
}

PostingList match(const store::Index& index, Matcher& matcher, const PlacePlan& wanted, const Ranking& ranking) {
  Accumulator found(index, ranking);
  for (const Posting posting : matcher.postings(wanted, ranking)) found.add(posting);
  return found.take();
}

}  // namespace trialsift::search
