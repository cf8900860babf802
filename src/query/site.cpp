// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/site.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/diagnostics.hpp"
#include "query/shape.hpp"
#include "trialsift/model/vocabulary.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::query {
namespace {

constexpr const char* kField = "location";
constexpr const char* kHint = "write words of one site and its status: site:(germany recruiting)";

bool is_text(const Node& node) {
  return node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase || node.kind == NodeKind::kPattern;
}

Node status_leaf(std::string_view status, Span span) {
  Node node = leaf(NodeKind::kWord, span);
  node.field = kField;
  node.text = schema::site_status_word(status);
  node.exact = true;
  return node;
}

/// A status in `count` words from `first` on, as "not yet recruiting" has three.
const model::VocabularyValue* status_at(const std::vector<Node>& nodes, std::size_t first, std::size_t count) {
  std::string text;
  for (std::size_t i = first; i < first + count; ++i) {
    const Node& node = nodes[i];
    const bool is_plain = node.kind == NodeKind::kWord || (count == 1 && node.kind == NodeKind::kPhrase);
    if (!is_plain || node.field != kField || node.exact || node.occur != Occur::kOptional) return nullptr;
    text += (text.empty() ? "" : " ") + node.text;
  }
  const model::VocabularyValue* const status = model::kStatuses.find(text);
  return status == nullptr || status->key == model::kPastCompletion ? nullptr : status;
}

/// The words of statuses as statuses, the longest first.
std::vector<Node> with_statuses(std::vector<Node> nodes) {
  constexpr std::size_t kMostWords = 4;
  std::vector<Node> found;
  for (std::size_t i = 0; i < nodes.size();) {
    std::size_t count = std::min(kMostWords, nodes.size() - i);
    const model::VocabularyValue* status = nullptr;
    while (count > 0 && (status = status_at(nodes, i, count)) == nullptr) --count;
    if (status == nullptr) {
      found.push_back(std::move(nodes[i++]));
      continue;
    }
    found.push_back(status_leaf(status->key, {nodes[i].span.begin, nodes[i + count - 1].span.end}));
    i += count;
  }
  return found;
}

/// Near without end: a distance never reaches into another site.
Node together(std::vector<Node> nodes) {
  Node all = std::move(nodes.front());
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    all = near_pair(std::move(all), std::move(nodes[i]), kSameValue, false);
  }
  return all;
}

/// Beside what is required the rest only says how well.
std::vector<Node> needed(std::vector<Node> nodes) {
  const auto is_optional = [](const Node& node) { return node.occur == Occur::kOptional; };
  const auto is_required = [](const Node& node) { return node.occur == Occur::kRequired; };
  if (std::any_of(nodes.begin(), nodes.end(), is_required)) std::erase_if(nodes, is_optional);
  for (Node& node : nodes) {
    if (node.occur != Occur::kExcluded) node.occur = Occur::kOptional;
  }
  return nodes;
}

bool is_place(std::string_view field) {
  return field == kField || field == "country" || field == "area_location";
}

Node bound(Node node) {
  if (node.occur == Occur::kExcluded) fail(node.span.begin, "what a site lacks cannot be asked for", kHint);
  node.occur = Occur::kOptional;
  if (is_text(node) && is_place(node.field)) {
    node.field = kField;
    node.fallback = false;
    return node;
  }
  if (node.kind == NodeKind::kFilter && (node.field == "status" || node.field == "site_status")) {
    return status_leaf(node.text, node.span);
  }
  if (node.kind == NodeKind::kFilter && node.field == "country") {
    node.kind = NodeKind::kPhrase;
    node.field = kField;
    return node;
  }
  const bool is_all = node.kind == NodeKind::kAnd || node.kind == NodeKind::kAny;
  const bool is_group = is_all || node.kind == NodeKind::kOr || node.kind == NodeKind::kNear;
  if (!is_group || node.children.empty()) fail(node.span.begin, "this says nothing of one study site", kHint);
  if (is_all) node.children = with_statuses(needed(std::move(node.children)));
  for (Node& child : node.children) {
    if (node.kind == NodeKind::kOr) child = with_statuses({child}).front();
    child = bound(std::move(child));
  }
  return is_all ? together(std::move(node.children)) : node;
}

bool speaks_of_sites(const Node& node) {
  if (is_text(node)) return is_place(node.field);
  if (node.kind == NodeKind::kFilter) return node.field == "site_status" || node.field == "country";
  const bool is_group = node.kind == NodeKind::kAnd || node.kind == NodeKind::kAny || node.kind == NodeKind::kOr ||
                        node.kind == NodeKind::kNear;
  return is_group && !node.children.empty() &&
         std::all_of(node.children.begin(), node.children.end(),
                     [](const Node& child) { return child.occur != Occur::kExcluded && speaks_of_sites(child); });
}

}  // namespace

Node in_one_site(Node tree) {
  const Span span = tree.span;
  Node found = bound(with_statuses({std::move(tree)}).front());
  found.span = span;
  return found;
}

std::optional<Node> bound_to_site(const Node& tree) {
  if (!speaks_of_sites(tree)) return std::nullopt;
  return bound(tree);
}

}  // namespace trialsift::query
