// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/evaluator.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "search/evaluation.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/search/analysis.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::search {
namespace {

using query::Node;
using query::NodeKind;
using query::Occur;

/// The order in which conditions that must all hold are looked at: the cheapest first.
int cost(const Node& node) {
  switch (node.kind) {
    case NodeKind::kVoid:
    case NodeKind::kEvery:
    case NodeKind::kLine:
    case NodeKind::kHas:
    case NodeKind::kFilter:
      return 0;
    case NodeKind::kWord:
      return 1;
    case NodeKind::kRange:
    case NodeKind::kPattern:
      return 2;
    case NodeKind::kPhrase:
    case NodeKind::kHeading:
      return 3;
    case NodeKind::kNear:
      return 4;
    default:
      break;
  }
  int most = 0;
  for (const Node& child : node.children) most = std::max(most, cost(child));
  return most;
}

std::vector<const Node*> cheapest_first(std::vector<const Node*> nodes) {
  std::stable_sort(nodes.begin(), nodes.end(), [](const Node* a, const Node* b) { return cost(*a) < cost(*b); });
  return nodes;
}

/// A word, or words, phrases and patterns without operator or sign between them, and filters.
bool is_side_by_side(const Node& root) {
  if (root.kind == NodeKind::kWord) return true;
  return root.kind == NodeKind::kAny && std::all_of(root.children.begin(), root.children.end(), [](const Node& child) {
           return child.occur == Occur::kFilter || (child.occur == Occur::kOptional && is_leaf_of_words(child));
         });
}

bool is_value(const Node& node) {
  return node.kind == NodeKind::kFilter || node.kind == NodeKind::kRange;
}

std::size_t size_within(const DocSet& set, const DocSet* within) {
  if (within == nullptr) return set.size();
  DocSet inside = set;
  inside &= *within;
  return inside.size();
}

}  // namespace

std::string leaf_key(const Node& leaf) {
  std::string key = query::to_string(leaf);
  const auto add_hidden = [&key](const Node& each, const auto& self) -> void {
    key += static_cast<char>('A' + static_cast<int>(each.kind));
    key += each.fallback ? '1' : '0';
    key += each.keep_missing ? '1' : '0';
    for (const Node& child : each.children) self(child, self);
  };
  add_hidden(leaf, add_hidden);
  return key;
}

DocSet Evaluator::Impl::evaluate(const Node& tree, std::span<const DocSet> lines) {
  lines_ = lines;
  matcher_.work().start();
  return node(tree, nullptr);
}

DocSet Evaluator::Impl::node(const Node& node, const DocSet* within) {
  switch (node.kind) {
    case NodeKind::kAnd: {
      std::vector<const Node*> wanted;
      std::vector<const Node*> unwanted;
      for (const Node& child : node.children) {
        const bool negated = child.kind == NodeKind::kNot;
        (negated ? unwanted : wanted).push_back(negated ? &child.children.front() : &child);
      }
      return all_of(wanted, unwanted, within);
    }
    case NodeKind::kOr: {
      DocSet found = DocSet::void_set();
      for (const Node& child : node.children) found |= this->node(child, within);
      return found;
    }
    case NodeKind::kNot: {
      const DocSet unwanted = this->node(node.children.front(), within);
      if (unwanted.is_void()) return unwanted;
      DocSet found = within != nullptr ? *within : matcher_.elements().every();
      found -= unwanted;
      return found;
    }
    case NodeKind::kAny:
      return any(node, within);
    case NodeKind::kVoid:
      return DocSet::void_set();
    case NodeKind::kEvery:
      return matcher_.elements().every();
    case NodeKind::kLine:
      if (node.line >= lines_.size()) {
        throw base::Error(base::ErrorCode::kInternal, "a query refers to a line that was not evaluated before it");
      }
      return lines_[node.line];
    default:
      return leaf(node, within);
  }
}

DocSet Evaluator::Impl::all_of(const std::vector<const Node*>& wanted, const std::vector<const Node*>& unwanted,
                               const DocSet* within) {
  DocSet found = DocSet::void_set();
  for (const Node* child : cheapest_first(wanted)) {
    if (!found.is_void() && found.empty()) return found;
    found &= node(*child, found.is_void() ? within : &found);
  }
  for (const Node* child : cheapest_first(unwanted)) {
    const DocSet without = node(*child, found.is_void() ? within : &found);
    if (without.is_void()) continue;
    const bool alone = found.is_void() && within == nullptr;
    if (found.is_void()) found = within != nullptr ? *within : matcher_.elements().every();
    const std::size_t before = size_within(found, within);
    found -= without;
    if (!alone) warn_of_loss(*child, before, size_within(found, within));
  }
  return found;
}

bool Evaluator::Impl::is_void(const Node& node) const {
  if (node.kind == NodeKind::kVoid) return true;
  if (node.kind == NodeKind::kLine) return node.line < lines_.size() && lines_[node.line].is_void();
  return !node.children.empty() &&
         std::all_of(node.children.begin(), node.children.end(), [this](const Node& child) { return is_void(child); });
}

DocSet Evaluator::Impl::any(const Node& any, const DocSet* within) {
  if (any.children.empty()) return matcher_.elements().every();
  std::vector<const Node*> cheap;  // conditions to look at before the words, and after
  std::vector<const Node*> dear;
  std::vector<const Node*> groups;  // optional parts that are no words
  std::vector<const Node*> excluded;
  std::map<std::string, Node> filters;  // those of one field are alternatives
  bool required = false;
  const auto need = [&](const Node& node) { (cost(node) < 2 ? cheap : dear).push_back(&node); };
  for (const Node& child : any.children) {
    switch (child.occur) {
      case Occur::kOptional:
        if (is_leaf_of_words(child)) break;
        if (match_ == Match::kAll) {
          need(child);
        } else {
          groups.push_back(&child);
        }
        break;
      case Occur::kRequired:
        required = required || !is_void(child);
        need(child);
        break;
      case Occur::kExcluded:
        excluded.push_back(&child);
        break;
      case Occur::kFilter: {
        Node& either = filters[is_value(child) ? child.field : "#" + std::to_string(filters.size())];
        either.kind = NodeKind::kOr;
        either.children.push_back(child);
        break;
      }
    }
  }
  for (const auto& [field, node] : filters) need(node);

  DocSet found = all_of(cheap, {}, within);
  const auto so_far = [&] { return found.is_void() ? within : &found; };
  const std::vector<Concept> words = words_of_any(any);
  if (match_ == Match::kAll) {
    for (const Concept& word : words) found &= holding(word, so_far());
  } else if (!required) {
    DocSet optional = DocSet::void_set();
    for (const Concept& word : words) optional |= holding(word, so_far());
    for (const Node* group : groups) optional |= node(*group, so_far());
    found &= optional;
  }
  if (!dear.empty() || !excluded.empty()) {
    const DocSet rest = all_of(dear, excluded, so_far());
    found &= rest;
  }
  return found;
}

void Evaluator::Impl::expand(const query::Query& query, const SearchOptions& options) {
  if (!query.may_expand || !(options.expand_operators || is_side_by_side(query.root))) return;
  second_tier_.emplace(index_, matcher_.planner().expander(), options.expansions, options.synonyms);
  expand_everywhere_ = options.expand_operators || query.root.kind == NodeKind::kWord;
}

std::vector<Concept> Evaluator::Impl::words_of_any(const Node& any) const {
  std::vector<Concept> words = matcher_.planner().expander().side_by_side(any);
  if (second_tier_) second_tier_->add_to(words);
  return words;
}

std::vector<Concept> Evaluator::Impl::words_of_leaf(const Node& leaf) const {
  std::vector<Concept> words = matcher_.planner().expander().expand(leaf);
  if (second_tier_ && expand_everywhere_) second_tier_->add_to(words);
  return words;
}

/// The word itself or anything that is looked for beside it.
DocSet Evaluator::Impl::holding(const Concept& word, const DocSet* within) {
  DocSet found = documents(word, within);
  for (const Variant& variant : word.variants) found |= documents(variant.meaning, within);
  return found;
}

DocSet Evaluator::Impl::leaf(const Node& node, const DocSet* within) {
  std::string key = leaf_key(node);
  if (const auto known = leaves_.find(key); known != leaves_.end()) return known->second;
  DocSet found;
  switch (node.kind) {
    case NodeKind::kFilter:
      found = with_missing(node, filter(node));
      break;
    case NodeKind::kRange:
      found = with_missing(node, range(node, within));
      break;
    case NodeKind::kHas:
      found = has(node);
      break;
    case NodeKind::kHeading:
      found = heading(node, within);
      break;
    case NodeKind::kNear:
      found = matcher_.documents(matcher_.planner().plan_near(node), within);
      break;
    case NodeKind::kWord:
    case NodeKind::kPhrase:
    case NodeKind::kPattern:
      found = words(node, within);
      break;
    default:
      throw base::Error(base::ErrorCode::kInternal, "a query tree holds a node of no kind");
  }
  if (within == nullptr) {
    if (bytes_ > kMostBytes) {
      leaves_.clear();
      bytes_ = 0;
    }
    bytes_ += found.bytes() + key.size();
    leaves_.emplace(std::move(key), found);
  }
  return found;
}

DocSet Evaluator::Impl::documents(const Concept& wanted, const DocSet* within) {
  DocSet found;
  const auto known = concepts_.empty() ? concepts_.end() : concepts_.find(concept_key(wanted));
  found = known != concepts_.end() ? known->second : matcher_.documents(matcher_.planner().plan(wanted), within);
  if (!wanted.number.empty()) found |= matcher_.elements().with_term(wanted.number);
  return found;
}

DocSet Evaluator::Impl::words(const Node& node, const DocSet* within) {
  DocSet found = DocSet::void_set();
  if (node.at_start || node.at_end) {
    for (const PlacePlan& plan : matcher_.planner().plan_leaf(node)) found &= matcher_.documents(plan, within);
  } else {
    for (const Concept& word : words_of_leaf(node)) found &= holding(word, within);
  }
  // Text without a word ("+", "&") matches nothing.
  return found.is_void() ? DocSet() : found;
}

Evaluator::Evaluator(const store::Index& index, Match match) : impl_(std::make_unique<Impl>(index, match)) {}
Evaluator::~Evaluator() = default;
Evaluator::Evaluator(Evaluator&&) noexcept = default;

DocSet Evaluator::evaluate(const Node& tree, std::span<const DocSet> lines) {
  return store::through_gate([&] {
    impl_->look_at(tree);
    return impl_->evaluate(tree, lines);
  });
}

Lacking Evaluator::lacking(const Node& tree, std::span<const DocSet> lines) {
  return store::through_gate([&] { return impl_->lacking(tree, lines, nullptr); });
}

std::vector<AnalyzedPart> Evaluator::analyze(const Node& tree, std::span<const DocSet> lines) {
  return store::through_gate([&] { return impl_->analyze(tree, lines); });
}

std::vector<query::Warning> Evaluator::take_warnings() {
  return impl_->take_warnings();
}

}  // namespace trialsift::search
