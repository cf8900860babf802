// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/posting_list.hpp"

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "search/matcher.hpp"
#include "trialsift/base/error.hpp"

namespace trialsift::search {
namespace {

using schema::Field;

/// Adds up postings of many terms: in an array over all documents once there are many, which costs less than sorting
/// and takes no more memory however many there are.
class Accumulator {
 public:
  Accumulator(const store::Index& index, Work& work, const Ranking& ranking)
      : index_(index), work_(work), ranking_(ranking), documents_(index.tokens().last_docid() + std::size_t{1}) {}

  void add_words(const Element& words, const std::vector<const Field*>& fields) {
    const Xapian::Database& database = index_.database();
    std::string term;
    for (const Field* field : fields) {
      const std::uint32_t weight = counted_weight(*field, ranking_);
      for (const store::Words::Index word : words) {
        term.assign(field->prefix).append(index_.words().text(word));
        std::uint64_t postings = 0;
        for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it, ++postings) {
          add({*it, it.get_wdf() * weight});
        }
        work_.spend(Work::kTermSteps + postings * Work::kPostingSteps);
      }
    }
  }

  void add(Posting posting) {
    if (posting.document >= documents_) no_such_document();
    if (!sums_.empty()) {
      add_to_sums(posting);
      return;
    }
    postings_.push_back(posting);
    if (postings_.size() > documents_ / kDenseShare) make_dense();
  }

  PostingList take() { return sums_.empty() ? sparse() : dense(); }

 private:
  static constexpr std::size_t kDenseShare = 16;
  static constexpr std::uint32_t kAbsent = ~0U;

  void add_to_sums(Posting posting) {
    std::uint32_t& sum = sums_[posting.document];
    sum = (sum == kAbsent ? 0 : sum) + posting.wdf;
  }

  void make_dense() {
    sums_.assign(documents_, kAbsent);
    for (const Posting posting : postings_) add_to_sums(posting);
    postings_ = {};
  }

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

  PostingList dense() const {
    PostingList merged;
    for (std::size_t document = 0; document < documents_; ++document) {
      if (sums_[document] != kAbsent) merged.push_back({static_cast<store::DocId>(document), sums_[document]});
    }
    return merged;
  }

  const store::Index& index_;
  Work& work_;
  const Ranking& ranking_;
  std::size_t documents_;
  PostingList postings_;
  std::vector<std::uint32_t> sums_;  ///< by document; empty: postings_ holds them
};

}  // namespace

void no_such_document() {
  throw base::Error(base::ErrorCode::kIndexCorrupt, "a posting names a trial that there is none of");
}

const Posting* find_posting(const PostingList& postings, store::DocId document) {
  const auto found = std::lower_bound(postings.begin(), postings.end(), document,
                                      [](const Posting& a, store::DocId wanted) { return a.document < wanted; });
  return found != postings.end() && found->document == document ? &*found : nullptr;
}

double average_length(const store::Index& index) {
  return index.database().get_avlength();
}

unsigned counted_weight(const Field& field, const Ranking& ranking) {
  if ((field.uses & schema::kDefault) == 0) return 0;
  return ranking.weigh_fields ? field.weight : 1;
}

PostingList match(const store::Index& index, Matcher& matcher, const Concept& wanted, const Ranking& ranking) {
  Accumulator found(index, matcher.work(), ranking);
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
  Accumulator found(index, matcher.work(), ranking);
  for (const Posting posting : matcher.postings(wanted, ranking)) found.add(posting);
  return found.take();
}

}  // namespace trialsift::search
