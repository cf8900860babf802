// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/place_plan.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "search/wildcards.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::search {
namespace {

using query::Node;
using query::NodeKind;

[[noreturn]] void refuse(const Node& node, const std::string& sentence) {
  base::Place where;
  where.offset = node.span.begin;
  throw base::Error(base::ErrorCode::kQuerySyntax, sentence,
                    "beside NEAR and ADJ stand words, phrases, groups with OR, and other NEARs", where);
}

/// Several concepts in one text ("cancer,pain") stand one after the other where places matter.
constexpr std::size_t kMostAlternatives = 1000;

}  // namespace

std::vector<const schema::Field*> fields_of(const Node& node) {
  return node.field.empty() ? schema::default_fields() : schema::text_fields(node.field);
}

FieldMask description_fields() {
  static const FieldMask mask = mask_of(schema::text_fields("desc"));
  return mask;
}

PlacePlan PlacePlanner::plan(const Concept& wanted) {
  PlacePlan either;
  either.kind = PlacePlan::Kind::kEither;
  either.fields = mask_of(wanted.fields);
  PlacePlan sequence;
  sequence.fields = either.fields;
  if (wanted.fallback) {
    sequence.lacking = &elements_.lacking(either.fields);
    either.fields |= description_fields();
  }
  if (!wanted.words.empty()) {
    sequence.elements = {elements_.intern(wanted.words)};
    either.children.push_back(sequence);
  }
  for (const Sequence& words : wanted.sequences) {
    sequence.elements.clear();
    for (const Element& element : words) sequence.elements.push_back(elements_.intern(element));
    either.children.push_back(sequence);
  }
  return either;
}

PlacePlan either_of(std::vector<PlacePlan> plans) {
  PlacePlan either;
  either.kind = PlacePlan::Kind::kEither;
  for (const PlacePlan& plan : plans) either.fields |= plan.fields;
  either.children = std::move(plans);
  return either;
}

std::vector<PlacePlan> PlacePlanner::plan_leaf(const Node& leaf) {
  if (leaf.at_start || leaf.at_end) return {plan_as_one(leaf)};
  std::vector<PlacePlan> plans;
  for (const Concept& wanted : expander_.expand(leaf)) plans.push_back(plan(wanted));
  return plans;
}

/// A leaf whose text says several things has them one after the other.
PlacePlan PlacePlanner::plan_as_one(const Node& leaf) {
  std::vector<PlacePlan> plans;
  for (const Concept& wanted : expander_.expand(leaf)) plans.push_back(plan(wanted));
  if (plans.empty()) refuse(leaf, "there is no word to look for at a place in this operand");
  PlacePlan joined = std::move(plans.front());
  for (std::size_t i = 1; i < plans.size(); ++i) {
    std::vector<PlacePlan> longer;
    for (const PlacePlan& first : joined.children) {
      for (const PlacePlan& second : plans[i].children) {
        PlacePlan both = first;
        both.elements.insert(both.elements.end(), second.elements.begin(), second.elements.end());
        longer.push_back(std::move(both));
        if (longer.size() > kMostAlternatives) refuse(leaf, "this operand can be spelt in too many ways");
      }
    }
    joined.children = std::move(longer);
  }
  for (PlacePlan& sequence : joined.children) {
    sequence.at_start = leaf.at_start;
    sequence.at_end = leaf.at_end;
  }
  return joined;
}

PlacePlan PlacePlanner::near_operand(const Node& node) {
  switch (node.kind) {
    case NodeKind::kNear:
      return plan_near(node);
    case NodeKind::kWord:
    case NodeKind::kPhrase:
    case NodeKind::kPattern:
      return plan_as_one(node);
    case NodeKind::kOr:
    case NodeKind::kAny: {
      std::vector<PlacePlan> operands;
      for (const Node& child : node.children) {
        if (child.kind == NodeKind::kVoid) continue;
        if (child.occur != query::Occur::kOptional) refuse(child, "signs and filters say nothing beside NEAR and ADJ");
        operands.push_back(near_operand(child));
      }
      return either_of(std::move(operands));
    }
    case NodeKind::kAnd:
      refuse(node, "AND says no place for NEAR and ADJ to measure from");
    case NodeKind::kNot:
      refuse(node, "NOT says no place for NEAR and ADJ to measure from");
    default:
      refuse(node, "this has no place in the text for NEAR and ADJ to measure from");
  }
}

PlacePlan PlacePlanner::plan_near(const Node& node) {
  PlacePlan near;
  near.kind = PlacePlan::Kind::kNear;
  near.ordered = node.ordered;
  near.distance = node.distance;
  near.at_start = node.at_start;
  near.at_end = node.at_end;
  near.fields = ~FieldMask{0};
  for (const Node& child : node.children) {
    if (child.kind == NodeKind::kVoid) continue;
    near.children.push_back(near_operand(child));
    near.fields &= near.children.back().fields;
  }
  if (near.children.size() == 1) return std::move(near.children.front());
  if (near.children.size() != 2) refuse(node, "NEAR and ADJ stand between two operands");
  return near;
}

std::vector<Element> PlacePlanner::elements_of_heading(const Node& heading) const {
  std::vector<Element> elements;
  for (const WordPattern& word : WordPattern::of(heading.text)) elements.push_back(expander_.matching(word));
  return elements;
}

PlacePlan PlacePlanner::plan_heading(const Node& heading) {
  PlacePlan plan;
  plan.at_start = true;
  plan.at_end = true;
  plan.fields = mask_of(schema::text_fields("mesh"));
  if (heading.explode) plan.fields |= mask_of(schema::text_fields("mesh_ancestor"));
  for (const Element& element : elements_of_heading(heading)) plan.elements.push_back(elements_.intern(element));
  return plan;
}

PlacePlan PlacePlanner::plan_heading_in_text(const Node& heading) {
  PlacePlan plan;
  plan.kind = PlacePlan::Kind::kTogether;
  for (const char* name : {"condition", "keyword", "intervention"}) plan.fields |= mask_of(schema::text_fields(name));
  for (const Element& element : elements_of_heading(heading)) plan.elements.push_back(elements_.intern(element));
  return plan;
}

}  // namespace trialsift::search
