// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/posting_list.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "search/phrase.hpp"
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

std::uint64_t occurrences(const store::Words& words, const Element& element) {
  std::uint64_t sum = 0;
  for (const store::Words::Index word : element) sum += words.occurrences(word);
  return sum;
}

/// Candidates come from the rarest element; the token stream decides.
void add_sequence(const store::Index& index, const Sequence& sequence, const std::vector<const Field*>& fields,
                  Accumulator& out) {
  const store::Words& words = index.words();
  const auto rarest = std::min_element(sequence.begin(), sequence.end(), [&](const Element& a, const Element& b) {
    return occurrences(words, a) < occurrences(words, b);
  });
  const PhraseFinder finder(words, sequence);
  for (const Field* field : fields) {
    Accumulator candidates(index);
    candidates.add_words(*rarest, {field});
    const std::size_t number = schema::field_number(*field);
    for (const Posting candidate : candidates.take()) {
      const std::uint32_t count = finder.count(index.tokens().document(candidate.document).field(number));
      if (count > 0) out.add({candidate.document, is_ranked(*field) ? count * field->weight : 0});
    }
  }
}

}  // namespace

PostingList match(const store::Index& index, const Concept& wanted) {
  Accumulator found(index);
  found.add_words(wanted.words, wanted.fields);
  for (const Sequence& sequence : wanted.sequences) add_sequence(index, sequence, wanted.fields, found);
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
