// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/scorer.hpp"

#include <xapian.h>

#include <algorithm>
#include <utility>

#include "search/hit_list.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::search {
namespace {

using query::Node;
using query::NodeKind;
using query::Occur;

/// Words side by side, at least one, and filters.
bool is_words_and_filters(const Node& root) {
  const auto is_word = [](const Node& child) { return child.occur == Occur::kOptional && is_leaf_of_words(child); };
  return root.kind == NodeKind::kAny && std::any_of(root.children.begin(), root.children.end(), is_word) &&
         std::all_of(root.children.begin(), root.children.end(),
                     [&](const Node& child) { return child.occur == Occur::kFilter || is_word(child); });
}

/// The filters alone; none if there are none.
std::optional<Node> filters_of(const Node& root) {
  Node filters;
  for (const Node& child : root.children) {
    if (child.occur == Occur::kFilter) filters.children.push_back(child);
  }
  if (filters.children.empty()) return std::nullopt;
  return filters;
}

/// Divides a score among fields by what each adds to the frequency; the largest takes what rounding leaves.
void apportion(Millionths score, const Places& places, const Ranking& ranking, ScoreReason& reason) {
  reason.score = from_millionths(score);
  std::vector<double> shares;
  double all = 0;
  for (const auto& [field, count] : places) {
    shares.push_back(static_cast<double>(count) * counted_weight(*field, ranking));
    all += shares.back();
  }
  if (all == 0) {  // outside of the ranked length
    for (std::size_t i = 0; i < places.size(); ++i) all += shares[i] = static_cast<double>(places[i].second);
  }
  Millionths left = score;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Millionths part = millionths(from_millionths(score) * shares[i] / all);
    left -= part;
    reason.places.push_back({std::string(places[i].first->name), places[i].second, from_millionths(part)});
  }
  if (places.empty()) return;
  const auto largest = static_cast<std::size_t>(std::max_element(shares.begin(), shares.end()) - shares.begin());
  double& most = reason.places[largest].score;
  most = from_millionths(millionths(most) + left);
}

}  // namespace

Scorer::Scorer(const store::Index& index, const SearchOptions& options,
               const std::vector<store::Words::Family>* families, const TrialTable* trials)
    : index_(index),
      families_(families),
      trials_(trials),
      options_(options),
      evaluation_(index, options.match),
      parts_(index, evaluation_, *options.ranking),
      average_length_(average_length(index)) {}

void Scorer::search(const query::Query& query, const DocSet* within) {
  evaluation_.expand(query, options_);
  evaluation_.look_at(query.root);
  parts_.read(query);
  add_scores();
  if (is_words_and_filters(query.root)) {
    find_by_words(query.root, within);
  } else {
    find_by_tree(query, within);
  }
}

double Scorer::saturation(const Posting& posting) const {
  const Bm25 bm25{options_.ranking->k1, options_.ranking->b};
  return bm25.saturation(posting.wdf, index_.tokens().ranked_length(posting.document), average_length_);
}

Scorer::DocumentScore& Scorer::score_of(store::DocId document) {
  if (document >= scores_.size()) no_such_document();
  return scores_[document];
}

void Scorer::add_scores() {
  scores_.assign(index_.tokens().last_docid() + std::size_t{1}, {0, 0});
  for (const QueryPart& part : parts_.parts()) {
    for (const Posting& posting : *part.postings) {
      DocumentScore& document = score_of(posting.document);
      document.score += millionths(part.weight * saturation(posting));
      ++document.parts;
    }
    base::check_interrupt();
  }
}

void Scorer::find_by_words(const Node& root, const DocSet* within) {
  const std::vector<QueryPart>& parts = parts_.parts();
  constexpr std::size_t kBits = 64;
  const auto holding = [&](std::size_t least) {
    std::vector<std::uint64_t> bits(scores_.size() / kBits + 1);
    for (std::size_t document = 0; document < scores_.size(); ++document) {
      if (scores_[document].parts >= least) bits[document / kBits] |= std::uint64_t{1} << (document % kBits);
    }
    return DocSet::of_bits(std::move(bits));
  };
  DocSet any = holding(1);
  DocSet every;
  if (parts_.is_expanded()) {  // a word is held where something is that stands for it
    parts_.tell_evaluation();
    evaluation_.set_match(Match::kAll);
    every = evaluation_.evaluate_part(root);
    evaluation_.set_match(options_.match);
  } else if (parts_.all_known() && !parts.empty()) {
    every = holding(parts.size());
  }
  if (const std::optional<Node> filters = filters_of(root)) {
    parts_.tell_evaluation();  // the counts of trials that lack a field want the words too
    const DocSet filtered = evaluation_.evaluate_part(*filters);
    any &= filtered;
    every &= filtered;
  }
  if (within != nullptr) {
    any &= *within;
    every &= *within;
  }
  if (trials_ != nullptr) {
    any = trials_->leading(std::move(any));
    every = trials_->leading(std::move(every));
  }
  counts_.any_words = any.size();
  counts_.all_words = every.size();
  rank(options_.match == Match::kAny ? any : every);
}

void Scorer::find_by_tree(const query::Query& query, const DocSet* within) {
  parts_.tell_evaluation();
  DocSet found = evaluation_.evaluate(query.root, {});
  if (within != nullptr) found &= *within;
  if (trials_ != nullptr) found = trials_->leading(std::move(found));
  rank(found);
}

void Scorer::rank(const DocSet& found) {
  counts_.total = found.size();
  const std::size_t begin = std::min(options_.offset, found.size());
  const std::size_t left = found.size() - begin;
  const std::size_t end = begin + (options_.limit == 0 ? left : std::min(left, options_.limit));
  const bool learns = families_ != nullptr && !parts_.parts().empty() && found.size() > 1;
  const std::size_t rescored = learns ? std::min(found.size(), options_.ranking->feedback.rescored) : 0;
  HitList list(index_, std::max(end, rescored));
  found.for_each([&](store::DocId document) { list.add({score_of(document).score, document}); });
  // The first round of feedback chooses by order; behind it the second one decides.
  hits_ = list.take(end > rescored ? end : std::min(options_.ranking->feedback.first_rescored, rescored));
  if (learns) learn(rescored, end);
  hits_.resize(end);
  hits_.erase(hits_.begin(), hits_.begin() + static_cast<std::ptrdiff_t>(begin));
}

/// Ranks the first hits again, twice. Feedback only adds: they stay before the others.
void Scorer::learn(std::size_t rescored, std::size_t shown) {
  const FeedbackParameters& feedback = options_.ranking->feedback;
  const std::vector<ScoredDocument> before(hits_.begin(), hits_.begin() + static_cast<std::ptrdiff_t>(rescored));
  std::vector<ScoredDocument> first = before;
  const auto rank_again = [&](std::size_t wanted, std::size_t sorted) {
    feedback_.emplace(index_, *families_, *options_.ranking, average_length_, first, parts_.parts());
    first.assign(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(std::min(wanted, rescored)));
    for (ScoredDocument& hit : first) hit.score += feedback_->score(hit.document);
    sort_hits(index_, first, sorted);
  };
  rank_again(feedback.first_rescored, feedback.documents);
  rank_again(rescored, shown);
  std::copy(first.begin(), first.end(), hits_.begin());
  for (const ScoredDocument& hit : first) rescored_.push_back(hit.document);
  std::sort(rescored_.begin(), rescored_.end());
}

std::vector<ScoreReason> Scorer::reasons(store::DocId document) {
  std::vector<ScoreReason> reasons;
  for (const QueryPart& part : parts_.parts()) {
    const auto posting = std::lower_bound(part.postings->begin(), part.postings->end(), document,
                                          [](const Posting& a, store::DocId wanted) { return a.document < wanted; });
    if (posting == part.postings->end() || posting->document != document) continue;
    const Target& target = parts_.targets()[part.target];
    ScoreReason reason;
    reason.text = target.text;
    reason.boost = part.boost;
    reason.share = part.share;
    reason.rarity = part.rarity;
    reason.weight = part.weight;
    reason.saturation = saturation(*posting);
    apportion(millionths(part.weight * reason.saturation), evaluation_.matcher().places(target.plan, document),
              *options_.ranking, reason);
    reasons.push_back(std::move(reason));
  }
  if (!std::binary_search(rescored_.begin(), rescored_.end(), document)) return reasons;
  for (const Feedback::Share& share : feedback_->explain(document)) {
    ScoreReason reason;
    reason.text = share.word->text;
    reason.feedback = true;
    reason.weight = share.word->weight;
    reason.saturation = share.saturation;
    apportion(share.score, share.places, *options_.ranking, reason);
    reasons.push_back(std::move(reason));
  }
  return reasons;
}

std::vector<std::string> Scorer::feedback_words() const {
  std::vector<std::string> words;
  if (feedback_) {
    for (const Feedback::Word& word : feedback_->words()) words.push_back(word.text);
  }
  return words;
}

}  // namespace trialsift::search
