// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/posting_list.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "search/matcher.hpp"
#include "trialsift/base/interrupt.hpp"

namespace trialsift::search {
namespace {

using schema::Field;

bool is_ranked(const Field& field) {
  return (field.uses & schema::kDefault) != 0;
}

/// Adds up postings of many terms. An array over all documents costs less than sorting once there are many postings.
class Accumulator {
 public:
  explicit Accumulator(const store::Index& index) : index_(index) {}

  void add_words(const Element& words, const std::vector<const Field*>& fields) {
    const Xapian::Database& database = index_.database();
    std::string term;
    for (const Field* field : fields) {
      const std::uint32_t weight = is_ranked(*field) ? field->weight : 0;
      for (const store::Words::Index word : words) {
        term.assign(field->prefix).append(index_.words().text(word));
        for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it) {
          postings_.push_back({*it, it.get_wdf() * weight});
        }
      }
      base::check_interrupt();
    }
  }

  void add(Posting posting) { postings_.push_back(posting); }

  PostingList take() {
    const std::size_t documents = index_.tokens().last_docid() + std::size_t{1};
    constexpr std::size_t kDenseShare = 16;
    return postings_.size() > documents / kDenseShare ? dense(documents) : sparse();
  }

 private:
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

  PostingList dense(std::size_t documents) {
    constexpr std::uint32_t kAbsent = ~0U;
    std::vector<std::uint32_t> sums(documents, kAbsent);
    for (const Posting posting : postings_) {
      std::uint32_t& sum = sums.at(posting.document);
      sum = (sum == kAbsent ? 0 : sum) + posting.wdf;
    }
    PostingList merged;
    for (std::size_t document = 0; document < documents; ++document) {
      if (sums[document] != kAbsent) merged.push_back({static_cast<store::DocId>(document), sums[document]});
    }
    return merged;
  }

  const store::Index& index_;
  PostingList postings_;
};

}  // namespace

PostingList match(const store::Index& index, Matcher& matcher, const Concept& wanted) {
  Accumulator found(index);
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
  Accumulator found(index);
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
