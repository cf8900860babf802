// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/posting_list.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "search/matcher.hpp"

namespace trialsift::search {
namespace {

using schema::Field;

bool is_ranked(const Field& field) {
  return (field.uses & schema::kDefault) != 0;
}

/// Adds up postings of many terms: in an array over all documents once there are many, which costs less than sorting
/// and takes no more memory however many there are.
class Accumulator {
 public:
  Accumulator(const store::Index& index, Work& work)
      : index_(index), work_(work), documents_(index.tokens().last_docid() + std::size_t{1}) {}

  void add_words(const Element& words, const std::vector<const Field*>& fields) {
    const Xapian::Database& database = index_.database();
    std::string term;
    for (const Field* field : fields) {
      const std::uint32_t weight = is_ranked(*field) ? field->weight : 0;
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
    std::uint32_t& sum = sums_.at(posting.document);
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
  std::size_t documents_;
  PostingList postings_;
  std::vector<std::uint32_t> sums_;  ///< by document; empty: postings_ holds them
};

}  // namespace

PostingList match(const store::Index& index, Matcher& matcher, const Concept& wanted) {
  Accumulator found(index, matcher.work());
  found.add_words(wanted.words, wanted.fields);
  Concept part = wanted;
  part.words.clear();
  for (const Sequence& sequence : wanted.sequences) {
    part.sequences = {sequence};
    for (const Posting posting : matcher.postings(matcher.planner().plan(part))) found.add(posting);
  }
  if (wanted.fallback) {
    // Where the fields are missing, the words stand in the descriptions.
    part.words = wanted.words;
    part.sequences.clear();
    PlacePlan words = matcher.planner().plan(part);
    words.fields = description_fields() & ~mask_of(wanted.fields);
    for (const Posting posting : matcher.postings(words)) found.add(posting);
  }
  return found.take();
}

PostingList match(const store::Index& index, Matcher& matcher, const PlacePlan& wanted) {
  Accumulator found(index, matcher.work());
  for (const Posting posting : matcher.postings(wanted)) found.add(posting);
  return found.take();
}

PostingListSource::PostingListSource(std::string name, std::shared_ptr<const PostingList> postings,
                                     const store::Index& index, const Bm25& bm25)
    : name_(std::move(name)), postings_(std::move(postings)), index_(index), bm25_(bm25) {}

void PostingListSource::init(const Xapian::Database& database) {
  average_ = database.get_avlength();
  at_ = 0;
  started_ = false;
  set_maxweight(bm25_.largest_saturation());
}

void PostingListSource::next(double) {
  if (started_) ++at_;
  started_ = true;
}

void PostingListSource::skip_to(Xapian::docid wanted, double) {
  started_ = true;
  const auto from = postings_->begin() + static_cast<std::ptrdiff_t>(at_);
  const auto place = std::lower_bound(from, postings_->end(), wanted,
                                      [](const Posting& posting, Xapian::docid d) { return posting.document < d; });
  at_ = static_cast<std::size_t>(place - postings_->begin());
}

double PostingListSource::get_weight() const {
  const Posting& posting = (*postings_)[at_];
  return bm25_.saturation(posting.wdf, index_.tokens().ranked_length(posting.document), average_);
}

}  // namespace trialsift::search
