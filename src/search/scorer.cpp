// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/scorer.hpp"

#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <limits>
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

/// Examples that say less beside the best one say nothing.
constexpr double kLeastWeight = 0.001;
/// Of the first hits so many are not overtaken, by feedback, by trials that hold less of the query...
constexpr std::size_t kProtected = 10;
/// ...by more than this share of its weight.
constexpr double kClearlyMore = 0.3;

void sort_by_document(std::vector<ScoredDocument>& scores) {
  std::sort(scores.begin(), scores.end(),
            [](const ScoredDocument& a, const ScoredDocument& b) { return a.document < b.document; });
}

/// What was added to a document's score.
Millionths added(const std::vector<ScoredDocument>& scores, store::DocId document) {
  const auto found =
      std::lower_bound(scores.begin(), scores.end(), document,
                       [](const ScoredDocument& each, store::DocId wanted) { return each.document < wanted; });
  return found != scores.end() && found->document == document ? found->score : 0;
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
  const std::size_t rescored = parts_.parts().empty() ? 0 : std::min(found.size(), options_.ranking->rescored);
  HitList list(index_, std::max(end, rescored));
  found.for_each([&](store::DocId document) { list.add({score_of(document).score, document}); });
  hits_ = list.take(end > rescored ? end : 0);
  if (rescored > 0) rank_again(rescored, end);
  hits_.resize(end);
  hits_.erase(hits_.begin(), hits_.begin() + static_cast<std::ptrdiff_t>(begin));
}

/// Ranks the first hits again. What is done only adds to scores: they stay before the others.
void Scorer::rank_again(std::size_t rescored, std::size_t shown) {
  const auto end = hits_.begin() + static_cast<std::ptrdiff_t>(rescored);
  std::vector<ScoredDocument> first(hits_.begin(), end);
  add_titles(first);
  if (families_ != nullptr && rescored > 1) learn(first);
  sort_hits(index_, first, shown);
  std::copy(first.begin(), first.end(), hits_.begin());
}

void Scorer::add_titles(std::vector<ScoredDocument>& first) {
  title_match_.emplace(index_, parts_);
  for (ScoredDocument& hit : first) {
    const double match = title_match_->of(hit.document);
    best_title_ = std::max(best_title_, match);
    const Millionths score = millionths(parts_.total_weight() * match);
    if (score == 0) continue;
    hit.score += score;
    titles_.push_back({score, hit.document});
  }
  sort_by_document(titles_);
}

void Scorer::learn(std::vector<ScoredDocument>& first) {
  const FeedbackParameters& feedback = options_.ranking->feedback;
  sort_hits(index_, first, feedback.documents);
  double most = 0;
  const std::vector<Example> learnt_from = examples(first, most);
  feedback_.emplace(index_, *families_, *options_.ranking, average_length_, learnt_from, parts_.parts(),
                    feedback.share * most * (1 - std::min(best_title_, 1.0)));
  if (feedback_->words().empty()) return;
  const std::vector<ScoredDocument> before = first;
  for (ScoredDocument& hit : first) hit.score += feedback_->score(hit.document);
  hold_back(before, first);
  for (std::size_t i = 0; i < first.size(); ++i) fed_.push_back({first[i].score - before[i].score, first[i].document});
  sort_by_document(fed_);
}

/// `most`: the largest share of the query's weight that one of them holds.
std::vector<Example> Scorer::examples(std::span<const ScoredDocument> first, double& most) const {
  const FeedbackParameters& feedback = options_.ranking->feedback;
  std::vector<Example> examples;
  for (const ScoredDocument& hit : first.first(std::min(first.size(), feedback.documents))) {
    examples.push_back({hit.document, parts_.share_of(parts_.concepts_of(hit.document))});
    most = std::max(most, examples.back().weight);
  }
  for (Example& example : examples) example.weight = most == 0 ? 0 : std::pow(example.weight / most, feedback.power);
  std::erase_if(examples, [](const Example& example) { return example.weight < kLeastWeight; });
  return examples;
}

/// Feedback puts no trial before one of the first ten that holds clearly more of the query. `before` and `first` have
/// the same trials, the best of `before` first.
void Scorer::hold_back(std::span<const ScoredDocument> before, std::vector<ScoredDocument>& first) const {
  struct Bound {
    double share;
    Millionths score;
  };
  std::vector<Bound> bounds;
  Millionths lowest = std::numeric_limits<Millionths>::max();
  for (std::size_t i = 0; i < first.size(); ++i) {
    ScoredDocument& hit = first[i];
    const bool is_bound = i < kProtected;
    if (!is_bound && hit.score < lowest) continue;
    const double share = parts_.share_of(parts_.concepts_of(hit.document));
    for (const Bound& bound : bounds) {
      if (share + kClearlyMore < bound.share && hit.score >= bound.score)
        hit.score = std::max(before[i].score, bound.score - 1);
    }
    if (!is_bound) continue;
    bounds.push_back({share, hit.score});
    lowest = std::min(lowest, hit.score);
  }
}

std::vector<ScoreReason> Scorer::reasons(store::DocId document) {
  std::vector<ScoreReason> reasons;
  for (const QueryPart& part : parts_.parts()) {
    const Posting* posting = find_posting(*part.postings, document);
    if (posting == nullptr) continue;
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
  if (const Millionths score = added(titles_, document); score > 0) reasons.push_back(title_reason(document, score));
  const Millionths fed = added(fed_, document);
  if (fed == 0) return reasons;
  std::vector<Feedback::Share> shares = feedback_->explain(document);
  Millionths all = 0;
  for (const Feedback::Share& share : shares) all += share.score;
  Millionths left = fed;
  for (Feedback::Share& share : shares) {
    // What was held back is held back of each word.
    if (fed < all) share.score = share.score * fed / all;
    left -= share.score;
  }
  for (Feedback::Share& share : shares) {
    ScoreReason reason;
    reason.text = share.word->text;
    reason.feedback = true;
    reason.saturation = share.saturation;
    const Millionths score = share.score + std::exchange(left, 0);
    reason.weight = fed < all ? from_millionths(score) / share.saturation : share.word->weight;
    apportion(score, share.places, *options_.ranking, reason);
    reasons.push_back(std::move(reason));
  }
  return reasons;
}

ScoreReason Scorer::title_reason(store::DocId document, Millionths score) const {
  ScoreReason reason;
  reason.text = "title";
  reason.title = true;
  reason.weight = parts_.total_weight();
  reason.saturation = title_match_->of(document);
  apportion(score, {{schema::find_field("title"), 1}}, *options_.ranking, reason);
  return reason;
}

std::vector<std::string> Scorer::feedback_words() const {
  std::vector<std::string> words;
  if (feedback_) {
    for (const Feedback::Word& word : feedback_->words()) words.push_back(word.text);
  }
  return words;
}

}  // namespace trialsift::search
