// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/query_parts.hpp"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <numeric>
#include <utility>

#include "search/number_terms.hpp"
#include "search/word_weights.hpp"
#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::search {
namespace {

using query::Node;
using query::NodeKind;
using query::Occur;

/// Of a pasted text so many parts, the most telling ones, count in full.
constexpr std::size_t kMostTelling = 24;
constexpr double kRestShare = 0.05;

WordClass class_of(const Concept& wanted) {
  if (!wanted.is_plain || wanted.fields != schema::default_fields()) return WordClass::kTelling;
  const std::vector<std::string> words = analysis::words_of(wanted.text);
  return words.size() == 1 ? word_class(words.front()) : WordClass::kTelling;
}

/// Those of its sequences too, each alone.
Element words_in(const Concept& wanted) {
  Element words = wanted.words;
  for (const Sequence& sequence : wanted.sequences) {
    for (const Element& element : sequence) words.insert(words.end(), element.begin(), element.end());
  }
  return words;
}

DocSet documents_of(const PostingList& postings) {
  std::vector<store::DocId> ids;
  ids.reserve(postings.size());
  for (const Posting& posting : postings) ids.push_back(posting.document);
  return DocSet::of(std::move(ids));
}

}  // namespace

void QueryParts::read(const query::Query& query) {
  text_ = query.text;
  targets_.clear();
  expanded_.clear();
  bytes_ = 0;
  parts_.clear();
  known_.clear();
  concepts_.clear();
  all_known_ = true;
  has_numbers_ = false;
  all_concepts_ = 0;
  evaluation_.matcher().work().start();
  node(query.root);
  weigh();
}

void QueryParts::tell_evaluation() {
  for (const auto& [key, part] : concepts_) evaluation_.know_concept(key, documents_of(*parts_[part].postings));
}

std::string QueryParts::describe() const {
  std::string text;
  for (const QueryPart& part : parts_) {
    std::array<char, 32> weight{};
    std::snprintf(weight.data(), weight.size(), "%.3f", part.weight);
    text += (text.empty() ? "" : " + ") + std::string(weight.data()) + " bm25(" + targets_[part.target].text + ")";
  }
  return text.empty() ? "0" : text;
}

void QueryParts::node(const Node& node) {
  if (node.at_start || node.at_end) return;
  switch (node.kind) {
    case NodeKind::kAny:
      return any(node);
    case NodeKind::kAnd:
    case NodeKind::kOr:
      for (const Node& child : node.children) this->node(child);
      return;
    case NodeKind::kWord:
    case NodeKind::kPhrase:
    case NodeKind::kPattern:
      return add(evaluation_.words_of_leaf(node));
    case NodeKind::kNear:
      return near(node);
    case NodeKind::kHeading:
      return heading(node);
    default:
      return;
  }
}

void QueryParts::any(const Node& node) {
  add(evaluation_.words_of_any(node));
  for (const Node& child : node.children) {
    const bool wanted = child.occur == Occur::kRequired || child.occur == Occur::kOptional;
    const bool is_known = child.occur == Occur::kOptional && is_leaf_of_words(child);
    if (wanted && !is_known) this->node(child);
  }
}

void QueryParts::add(const std::vector<Concept>& words) {
  constexpr double kNoBound = std::numeric_limits<double>::infinity();
  std::vector<double> rarities;  // of words that no trial holds: no bound
  std::vector<double> shares;
  std::vector<ConceptSet> concepts;
  for (const Concept& word : words) {
    shares.push_back(ranking_.weigh_words ? word_weight(class_of(word)) : 1);
    rarities.push_back(add(word, shares.back(), kNoBound, 0).value_or(kNoBound));
    concepts.push_back(concept_added_);
    if (!word.number.empty()) add_number(word);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const Variant& variant : words[i].variants) {
      if (variant.covered == 0) continue;  // the first of the words that it belongs to has it
      // A rare expansion must not outweigh the words that it stands for.
      double most = kNoBound;
      double share = 0;
      ConceptSet stands_for = 0;
      std::string of;
      for (std::size_t k = i; k < i + variant.covered; ++k) {
        most = std::min(most, rarities[k]);
        share = std::max(share, shares[k]);
        stands_for |= concepts[k];
        of += (k == i ? "" : " ") + words[k].text;
      }
      add(variant.meaning, variant.weight * share, most, stands_for);
      expanded_.push_back({std::move(of), variant.meaning.text, variant.source, variant.weight, matching_});
    }
  }
}

void QueryParts::add_number(const Concept& word) {
  constexpr double kFirst = 500;
  const ConceptSet of_word = concept_added_;
  PostingList all;
  PostingList own;  // before those that give it as another number
  evaluation_.matcher().elements().with_term(word.number).for_each([&](store::DocId document) {
    all.push_back({document, 1});
    const std::string id = index_.database().get_document(document).get_value(schema::kIdSlot);
    if (number_term(id) == word.number) own.push_back({document, 1});
  });
  has_numbers_ = true;
  const auto add_part = [&](const std::string& key, PostingList postings) {
    if (postings.empty()) return;
    Concept none;
    none.fields = word.fields;
    Target target{"id:" + word.text, 0, evaluation_.matcher().planner().plan(none)};
    add(key, std::move(target), {0, word.boost * kFirst, 1, 0, 0, kept(std::move(postings)), {}, of_word, false}, 0,
        std::numeric_limits<double>::infinity());
  };
  add_part("=" + word.number, std::move(own));
  add_part(word.number, std::move(all));
}

std::shared_ptr<const PostingList> QueryParts::kept(PostingList postings) {
  constexpr std::size_t kMostBytes = 70'000'000;
  bytes_ += postings.size() * sizeof(Posting);
  if (bytes_ > kMostBytes) {
    throw base::Error(base::ErrorCode::kQueryCost, "this query has too many frequent parts to be ranked",
                      "count it, or run it with screen run, which do not rank; or write fewer wildcards and phrases");
  }
  return std::make_shared<const PostingList>(std::move(postings));
}

std::optional<double> QueryParts::add(const Concept& wanted, double share, double most, ConceptSet concepts) {
  Matcher& matcher = evaluation_.matcher();
  Target target{wanted.text, 0, matcher.planner().plan(wanted)};
  matching_ = 0;
  concept_added_ = concepts;
  if (wanted.empty()) {
    targets_.push_back(std::move(target));
    all_known_ = false;
    return std::nullopt;
  }
  const std::string key = concept_key(wanted);
  QueryPart part{0, wanted.boost, share, 0, 0, nullptr, {}, concepts};
  if (known_.count(key) == 0) {
    part.postings = kept(match(index_, matcher, wanted, ranking_));
    concepts_.emplace_back(key, parts_.size());
    if (wanted.fields == schema::default_fields()) part.words = words_in(wanted);
  }
  const double rarity = add(key, std::move(target), std::move(part), wanted.document_count.value_or(0), most);
  if (matching_ == 0) return std::nullopt;
  return rarity;
}

void QueryParts::near(const Node& node) {
  Matcher& matcher = evaluation_.matcher();
  const bool has_text = node.span.end > node.span.begin && node.span.end <= text_.size();
  const std::string_view own = has_text ? text_.substr(node.span.begin, node.span.end - node.span.begin) : "";
  Target target{has_text ? std::string(own) : query::to_string(node), 0, matcher.planner().plan_near(node)};
  const std::string key = leaf_key(node);
  QueryPart part{0, node.weight, 1, 0, 0, nullptr, {}, 0};
  if (known_.count(key) == 0) {
    part.postings = kept(match(index_, matcher, target.plan, ranking_));
    evaluation_.know_leaf(key, documents_of(*part.postings));
  }
  add(key, std::move(target), std::move(part), 0, std::numeric_limits<double>::infinity());
}

/// A heading counts as one occurrence.
void QueryParts::heading(const Node& node) {
  PlacePlanner& planner = evaluation_.matcher().planner();
  PlacePlan either = either_of({planner.plan_heading(node), planner.plan_heading_in_text(node)});
  PostingList postings;
  const DocSet documents = evaluation_.evaluate_part(node);
  documents.for_each([&](store::DocId document) { postings.push_back({document, 0}); });
  add(leaf_key(node), {node.text, 0, std::move(either)}, {0, node.weight, 1, 0, 0, kept(std::move(postings)), {}, 0}, 0,
      std::numeric_limits<double>::infinity());
}

/// `matching`: trials that hold it; 0: as many as it has postings. Returns its inverse document frequency.
double QueryParts::add(const std::string& key, Target target, QueryPart part, std::uint64_t matching, double most) {
  const auto [place, is_new] = known_.try_emplace(key, parts_.size());
  if (!is_new) {
    QueryPart& known = parts_[place->second];
    known.boost = std::max(known.boost, part.boost);
    known.share = std::max(known.share, part.share);
    known.concepts |= part.concepts;
    concept_added_ = known.concepts;
    matching_ = known.postings->size();
    return known.rarity;
  }
  matching_ = matching == 0 ? part.postings->size() : matching;
  if (part.concepts == 0) part.concepts = new_concept();
  concept_added_ = part.concepts;
  part.target = targets_.size();
  part.rarity = std::min(most, Bm25::inverse_document_frequency(matching_, index_.manifest().trials));
  targets_.push_back(std::move(target));
  parts_.push_back(std::move(part));
  return parts_.back().rarity;
}

void QueryParts::weigh() {
  for (QueryPart& part : parts_) part.weight = part.boost * part.share * part.rarity;
  if (ranking_.weigh_words && parts_.size() > kMostTelling) {
    std::vector<QueryPart*> telling;
    for (QueryPart& part : parts_) telling.push_back(&part);
    std::stable_sort(telling.begin(), telling.end(),
                     [](const QueryPart* a, const QueryPart* b) { return a->weight > b->weight; });
    for (std::size_t i = kMostTelling; i < telling.size(); ++i) {
      telling[i]->share *= kRestShare;
      telling[i]->weight *= kRestShare;
    }
  }
  for (const QueryPart& part : parts_) targets_[part.target].weight = part.weight;
  weigh_concepts();
}

ConceptSet QueryParts::new_concept() {
  const ConceptSet next = all_concepts_ == 0 ? 1 : all_concepts_ + 1;  // the bits taken are the lowest ones
  if (next == 0) return ConceptSet{1} << (kMostConcepts - 1);
  all_concepts_ |= next;
  return next;
}

/// What stands for several concepts weighs as much for each as its share.
void QueryParts::weigh_concepts() {
  concept_weights_.fill(0);
  for (const QueryPart& part : parts_) {
    if (!part.is_weighed) continue;
    const double weight = part.weight / std::popcount(part.concepts);
    for (std::size_t i = 0; i < kMostConcepts; ++i) {
      if ((part.concepts >> i & 1U) != 0) concept_weights_[i] = std::max(concept_weights_[i], weight);
    }
  }
  total_weight_ = std::accumulate(concept_weights_.begin(), concept_weights_.end(), 0.0);
}

ConceptSet QueryParts::concepts_of(store::DocId document) const {
  ConceptSet held = 0;
  for (const QueryPart& part : parts_) {
    if ((part.concepts & ~held) != 0 && find_posting(*part.postings, document) != nullptr) held |= part.concepts;
  }
  return held;
}

double QueryParts::share_of(ConceptSet concepts) const {
  if (concepts == all_concepts_) return 1;
  double weight = 0;
  for (std::size_t i = 0; i < kMostConcepts; ++i) {
    if ((concepts >> i & 1U) != 0) weight += concept_weights_[i];
  }
  return total_weight_ == 0 ? 0 : weight / total_weight_;
}

}  // namespace trialsift::search
