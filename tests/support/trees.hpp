// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "trialsift/query/tree.hpp"

/// Trees written in code.
namespace trialsift::testing {

using query::Node;
using query::NodeKind;

inline Node leaf(NodeKind kind, std::string text, std::string field = {}) {
  Node node;
  node.kind = kind;
  node.text = std::move(text);
  node.field = std::move(field);
  return node;
}
inline Node word(std::string text, std::string field = {}) {
  return leaf(NodeKind::kWord, std::move(text), std::move(field));
}
inline Node phrase(std::string text, std::string field = {}) {
  return leaf(NodeKind::kPhrase, std::move(text), std::move(field));
}
inline Node pattern(std::string text, std::string field = {}) {
  return leaf(NodeKind::kPattern, std::move(text), std::move(field));
}
inline Node heading(std::string text, bool explode = false) {
  Node node = leaf(NodeKind::kHeading, std::move(text));
  node.explode = explode;
  return node;
}
inline Node group(NodeKind kind, std::vector<Node> children) {
  Node node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}
inline Node without(Node child) {
  return group(NodeKind::kNot, {std::move(child)});
}
inline Node near(Node first, Node second, std::uint32_t distance, bool ordered = false) {
  Node node = group(NodeKind::kNear, {std::move(first), std::move(second)});
  node.distance = distance;
  node.ordered = ordered;
  return node;
}
inline Node line(std::uint32_t number) {
  Node node;
  node.kind = NodeKind::kLine;
  node.line = number;
  return node;
}
inline Node with_fallback(Node node) {
  node.fallback = true;
  return node;
}

}  // namespace trialsift::testing
