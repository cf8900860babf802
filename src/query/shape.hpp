// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/query/tree.hpp"

/// Puts parsed pieces together and keeps trees simple: no operator directly under its like, no group of one.
namespace trialsift::query {

/// A node without children.
Node leaf(NodeKind kind, Span span);
Node filter_leaf(std::string_view field, std::string value, Span span);
Node interval_leaf(std::string_view field, std::int64_t low, std::int64_t high, Span span);

/// A kNear of two.
Node near_pair(Node first, Node second, std::uint32_t distance, bool ordered);

/// True for filters, ranges and has, and for operators over nothing else: they say which, words say how well.
bool is_filter(const Node& node);

/// All records without it; two negations are none.
Node negated(Node node);

/// kAnd or kOr over at least one operand.
Node joined(NodeKind kind, std::vector<Node> operands);

/// NEAR and ADJ as they are written in a query.
struct NearOperator {
  std::string_view raw;
  std::size_t begin = 0;  ///< in the query
  std::uint32_t distance = 0;
  bool ordered = false;
};
/// Two operands of it. Throws Error(kQuerySyntax) for operands that say no position, and for two that have no field in
/// common.
Node near_of(const NearOperator& op, Node first, Node second);

/// Multiplies the weight of every word below.
void weigh(Node& node, double weight);

/// Items side by side, not empty: filters among them become kFilter, alternatives of one field stand apart.
Node juxtaposed(std::vector<Node> items);

/// A juxtaposition in parentheses, as an operand: its filters are ordinary leaves if it has nothing else.
Node as_group(Node any);

/// A juxtaposition that is the whole query.
Node as_root(Node any);

/// See Query::bare_words.
bool has_bare_words(const Node& root);

}  // namespace trialsift::query
