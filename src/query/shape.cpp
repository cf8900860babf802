// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/shape.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "query/diagnostics.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::query {
namespace {

Span cover(const std::vector<Node>& nodes) {
  Span span = nodes.front().span;
  for (const Node& node : nodes) {
    span.begin = std::min(span.begin, node.span.begin);
    span.end = std::max(span.end, node.span.end);
  }
  return span;
}

Node parent(NodeKind kind, std::vector<Node> children) {
  Node node;
  node.kind = kind;
  node.span = cover(children);
  node.children = std::move(children);
  return node;
}

bool is_value(const Node& node) {
  return node.kind == NodeKind::kFilter || node.kind == NodeKind::kRange;
}

/// (or phase:phase2 phase:phase3): beside words it says the same as its leaves do one by one.
bool is_choice_of_one_field(const Node& node) {
  if (node.kind != NodeKind::kOr) return false;
  const std::string& field = node.children.front().field;
  return std::all_of(node.children.begin(), node.children.end(),
                     [&field](const Node& child) { return is_value(child) && child.field == field; });
}

/// Filters alone: those of one field are alternatives, all else is wanted together.
Node conjunction_of_filters(std::vector<Node> filters) {
  std::vector<Node> operands;
  while (!filters.empty()) {
    const Node& first = filters.front();
    const auto alternative = [kind_is_value = is_value(first), field = first.field](const Node& other) {
      return kind_is_value && is_value(other) && other.field == field;
    };
    std::vector<Node> same;
    std::vector<Node> rest;
    for (std::size_t i = 0; i < filters.size(); ++i) {
      filters[i].occur = Occur::kOptional;
      (i == 0 || alternative(filters[i]) ? same : rest).push_back(std::move(filters[i]));
    }
    operands.push_back(joined(NodeKind::kOr, std::move(same)));
    filters = std::move(rest);
  }
  return joined(NodeKind::kAnd, std::move(operands));
}

/// Appends the fields in which the operand may be found.
void check_near_operand(const Node& node, std::vector<const schema::Field*>& fields) {
  constexpr const char* kHint = "beside NEAR and ADJ stand words, phrases, groups with OR, and other NEARs";
  switch (node.kind) {
    case NodeKind::kWord:
    case NodeKind::kPhrase:
    case NodeKind::kPattern: {
      const std::vector<const schema::Field*> own =
          node.field.empty() ? schema::default_fields() : schema::text_fields(node.field);
      fields.insert(fields.end(), own.begin(), own.end());
      return;
    }
    case NodeKind::kNear:
    case NodeKind::kOr:
    case NodeKind::kAny:
      for (const Node& child : node.children) {
        if (child.occur != Occur::kOptional) {
          fail(child.span.begin, "signs and filters say nothing beside NEAR and ADJ", kHint);
        }
        check_near_operand(child, fields);
      }
      return;
    case NodeKind::kAnd:
      fail(node.span.begin, "a group with AND is at no place that NEAR or ADJ could measure from", kHint);
    case NodeKind::kNot:
      fail(node.span.begin, "what is not there is at no place that NEAR or ADJ could measure from", kHint);
    default:
      fail(node.span.begin, "a filter is at no place that NEAR or ADJ could measure from", kHint);
  }
}

}  // namespace

Node leaf(NodeKind kind, Span span) {
  Node node;
  node.kind = kind;
  node.span = span;
  return node;
}

Node filter_leaf(std::string_view field, std::string value, Span span) {
  Node node = leaf(NodeKind::kFilter, span);
  node.field = field;
  node.text = std::move(value);
  return node;
}

Node interval_leaf(std::string_view field, std::int64_t low, std::int64_t high, Span span) {
  Node node = leaf(NodeKind::kRange, span);
  node.field = field;
  node.low = low;
  node.high = high;
  return node;
}

Node near_pair(Node first, Node second, std::uint32_t distance, bool ordered) {
  std::vector<Node> children;
  children.push_back(std::move(first));
  children.push_back(std::move(second));
  Node node = parent(NodeKind::kNear, std::move(children));
  node.distance = distance;
  node.ordered = ordered;
  return node;
}

bool is_filter(const Node& node) {
  switch (node.kind) {
    case NodeKind::kFilter:
    case NodeKind::kRange:
    case NodeKind::kHas:
      return true;
    case NodeKind::kWord:
    case NodeKind::kPhrase:
    case NodeKind::kPattern:
    case NodeKind::kNear:
    case NodeKind::kHeading:
    case NodeKind::kVoid:
    case NodeKind::kLine:
      return false;
    case NodeKind::kEvery:
      return true;
    case NodeKind::kAnd:
    case NodeKind::kOr:
    case NodeKind::kNot:
    case NodeKind::kAny:
      break;
  }
  return !node.children.empty() && std::all_of(node.children.begin(), node.children.end(), is_filter);
}

Node negated(Node node) {
  if (node.kind == NodeKind::kNot) {
    Node child = std::move(node.children.front());
    child.occur = Occur::kOptional;
    return child;
  }
  node.occur = Occur::kOptional;
  std::vector<Node> children;
  children.push_back(std::move(node));
  return parent(NodeKind::kNot, std::move(children));
}

Node joined(NodeKind kind, std::vector<Node> operands) {
  if (operands.size() == 1) return std::move(operands.front());
  std::vector<Node> flat;
  for (Node& operand : operands) {
    if (operand.kind == kind) {
      std::move(operand.children.begin(), operand.children.end(), std::back_inserter(flat));
    } else {
      flat.push_back(std::move(operand));
    }
  }
  return parent(kind, std::move(flat));
}

Node near_of(const NearOperator& op, Node first, Node second) {
  std::vector<const schema::Field*> first_fields;
  std::vector<const schema::Field*> second_fields;
  check_near_operand(first, first_fields);
  check_near_operand(second, second_fields);
  const bool in_common = std::any_of(first_fields.begin(), first_fields.end(), [&](const schema::Field* field) {
    return std::find(second_fields.begin(), second_fields.end(), field) != second_fields.end();
  });
  if (!in_common) {
    fail(op.begin, std::string(op.raw) + " stands between different fields, whose words are never near each other",
         "write the field once: title:(a NEAR/5 b)");
  }
  return near_pair(std::move(first), std::move(second), op.distance, op.ordered);
}

void weigh(Node& node, double weight) {
  switch (node.kind) {
    case NodeKind::kWord:
    case NodeKind::kPhrase:
    case NodeKind::kPattern:
    case NodeKind::kNear:
      node.weight *= weight;
      break;
    case NodeKind::kAnd:
    case NodeKind::kOr:
    case NodeKind::kAny:
      for (Node& child : node.children) weigh(child, weight);
      break;
    default:
      break;
  }
}

Node juxtaposed(std::vector<Node> items) {
  std::vector<Node> children;
  const bool alone = items.size() == 1;
  for (Node& item : items) {
    if (!is_filter(item) || item.occur == Occur::kExcluded) {
      children.push_back(std::move(item));
      continue;
    }
    if (!alone && is_choice_of_one_field(item)) {
      for (Node& choice : item.children) {
        choice.occur = Occur::kFilter;
        children.push_back(std::move(choice));
      }
      continue;
    }
    item.occur = Occur::kFilter;
    children.push_back(std::move(item));
  }
  return parent(NodeKind::kAny, std::move(children));
}

Node as_group(Node any) {
  const bool filters_alone = std::all_of(any.children.begin(), any.children.end(),
                                         [](const Node& child) { return child.occur == Occur::kFilter; });
  if (filters_alone) return conjunction_of_filters(std::move(any.children));
  if (any.children.size() > 1) return any;
  Node child = std::move(any.children.front());
  const bool excluded = child.occur == Occur::kExcluded;
  child.occur = Occur::kOptional;
  return excluded ? negated(std::move(child)) : child;
}

Node as_root(Node any) {
  if (any.children.size() > 1) return any;
  Node& child = any.children.front();
  const bool leaf = child.children.empty();
  if (child.occur == Occur::kExcluded || (child.occur == Occur::kFilter && leaf)) return any;
  child.occur = Occur::kOptional;
  return std::move(child);
}

bool has_bare_words(const Node& root) {
  if (root.kind != NodeKind::kAny) return false;
  std::size_t words = 0;
  for (const Node& child : root.children) {
    if (is_filter(child)) continue;
    const bool word = child.kind == NodeKind::kWord || child.kind == NodeKind::kPattern;
    if (!word || child.occur != Occur::kOptional) return false;
    ++words;
  }
  return words > 1;
}

}  // namespace trialsift::query
