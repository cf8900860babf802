// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "search/concept.hpp"
#include "search/place_plan.hpp"
#include "search/ranking.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

struct Posting {
  store::DocId document;
  std::uint32_t wdf;  ///< field weights counted in; 0: matched in fields outside of the ranked length only
};

/// Postings by ascending document.
using PostingList = std::vector<Posting>;

class Matcher;

/// All the trials that a concept matches: words from the database's postings, phrases from the token stream.
PostingList match(const store::Index& index, Matcher& matcher, const Concept& wanted);
/// The same for a plan.
PostingList match(const store::Index& index, Matcher& matcher, const PlacePlan& wanted);

/// A posting list as a part of a Xapian query, with exact counts and the same weight as SaturationWeight gives.
class PostingListSource : public Xapian::PostingSource {
 public:
  /// `name` tells it from others in the query's description.
  PostingListSource(std::string name, std::shared_ptr<const PostingList> postings, const store::Index& index,
                    const Bm25& bm25);

  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }
  void init(const Xapian::Database& database) override;
  void next(double) override;
  void skip_to(Xapian::docid wanted, double) override;
  bool at_end() const override { return at_ >= postings_->size(); }
  Xapian::docid get_docid() const override { return (*postings_)[at_].document; }
  double get_weight() const override;
  std::string get_description() const override { return name_; }

 private:
  Xapian::doccount size() const { return static_cast<Xapian::doccount>(postings_->size()); }

  std::string name_;
  std::shared_ptr<const PostingList> postings_;
  const store::Index& index_;
  Bm25 bm25_;
  double average_ = 1;
  std::size_t at_ = 0;
  bool started_ = false;
};

}  // namespace trialsift::search
