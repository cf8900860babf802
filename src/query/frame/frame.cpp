// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/frame/frame.hpp"

namespace trialsift::query {

std::size_t line_of(std::string_view label, Span span, const References& references) {
  if (label.starts_with('#')) label.remove_prefix(1);
  const std::string name = shown(label);
  if (references.lines == 0) {
    fail(span.begin, "there is no line " + name + ": this is one query, not a strategy of lines",
         "put the lines into a file and give it with --query-file");
  }
  const std::optional<std::size_t> place = references.find(label);
  if (!place) fail(span.begin, "there is no line " + name + " in this strategy");
  if (*place == references.line) fail(span.begin, "line " + name + " refers to itself");
  if (*place > references.line) {
    fail(span.begin, "line " + name + " stands after this one: a line refers to lines before it");
  }
  return *place;
}

Node line_node(std::string_view label, Span span, const References& references) {
  Node node = leaf(NodeKind::kLine, span);
  node.line = static_cast<std::uint32_t>(line_of(label, span, references));
  return node;
}

}  // namespace trialsift::query
