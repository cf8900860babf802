// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/query/tree.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>

#include "trialsift/schema/fields.hpp"

namespace trialsift::query {
namespace {

std::string with_field(const Node& node, std::string_view rest) {
  std::string out;
  if (!node.field.empty()) out = node.field + ":";
  return out.append(rest);
}

/// Quoted where the value would not read as one piece.
std::string value_of(const Node& node) {
  return node.text.find_first_of(" ()") == std::string::npos ? node.text : '"' + node.text + '"';
}

std::string range_of(const Node& node) {
  const schema::Field* field = schema::find_field(node.field);
  const char* unit = field != nullptr && field->kind == schema::Kind::kAge ? "d" : "";
  std::string out;
  if (node.low != kOpenLow) out += std::to_string(node.low) + unit;
  out += "..";
  if (node.high != kOpenHigh) out += std::to_string(node.high) + unit;
  return out;
}

void put_child(const Node& child, std::string& out) {
  switch (child.occur) {
    case Occur::kOptional:
      out += to_string(child);
      break;
    case Occur::kRequired:
      out += '+' + to_string(child);
      break;
    case Occur::kExcluded:
      out += '-' + to_string(child);
      break;
    case Occur::kFilter:
      out += '[' + to_string(child) + ']';
      break;
  }
}

/// ^2, or nothing where the weight is the usual one.
std::string weight_of(const Node& node) {
  if (node.weight == 1) return "";
  std::array<char, 32> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), node.weight);
  return "^" + std::string(digits.data(), written.ptr);
}

std::string group(std::string_view name, const Node& node) {
  std::string out = "(";
  out += name;
  for (const Node& child : node.children) {
    out += ' ';
    put_child(child, out);
  }
  return out + ')';
}

std::string unanchored(const Node& node) {
  switch (node.kind) {
    case NodeKind::kWord:
      if (const std::string_view status = schema::status_of_site_word(node.text); !status.empty()) {
        return "site_status:" + std::string(status);
      }
      return with_field(node, (node.exact ? "=" : "") + node.text) + weight_of(node);
    case NodeKind::kPhrase:
      return with_field(node, '"' + node.text + '"') + weight_of(node);
    case NodeKind::kPattern:
      return with_field(node, node.text.find(' ') == std::string::npos ? node.text : '"' + node.text + '"') +
             weight_of(node);
    case NodeKind::kNear:
      if (node.distance == kSameValue) return group("together", node) + weight_of(node);
      return group((node.ordered ? "adj/" : "near/") + std::to_string(node.distance), node) + weight_of(node);
    case NodeKind::kHeading:
      return (node.explode ? "exp " : "") + node.text + '/';
    case NodeKind::kEvery:
      return "every";
    case NodeKind::kVoid:
      return "void";
    case NodeKind::kLine:
      return '#' + std::to_string(node.line + 1);
    case NodeKind::kFilter:
      return with_field(node, value_of(node)) + (node.keep_missing ? "|missing" : "");
    case NodeKind::kRange:
      return with_field(node, range_of(node)) + (node.keep_missing ? "|missing" : "");
    case NodeKind::kHas:
      return "has:" + node.field;
    case NodeKind::kAnd:
      return group("and", node);
    case NodeKind::kOr:
      return group("or", node);
    case NodeKind::kNot:
      return group("not", node);
    case NodeKind::kAny:
      break;
  }
  return group("any", node);
}

}  // namespace

Node::Node() = default;
Node::Node(const Node& other) = default;
Node::Node(Node&& other) noexcept = default;
Node& Node::operator=(const Node& other) = default;
Node& Node::operator=(Node&& other) noexcept = default;
Node::~Node() = default;

namespace {

/// Calls visit(filter or range) for each that a record must fit.
template <class AnyNode, class Visitor>
void for_each_value(AnyNode& node, Visitor& visit) {
  if (node.occur == Occur::kExcluded || node.kind == NodeKind::kNot) return;
  if (node.kind == NodeKind::kFilter || node.kind == NodeKind::kRange) visit(node);
  for (auto& child : node.children) for_each_value(child, visit);
}

}  // namespace

void keep_missing(Node& tree) {
  auto keep = [](Node& value) { value.keep_missing = true; };
  for_each_value(tree, keep);
}

std::vector<std::string> wanted_values(const Node& tree) {
  std::vector<std::string> fields;
  auto note = [&fields](const Node& value) {
    if (value.keep_missing || std::find(fields.begin(), fields.end(), value.field) != fields.end()) return;
    fields.push_back(value.field);
  };
  for_each_value(tree, note);
  return fields;
}

std::string to_string(const Node& node) {
  return (node.at_start ? "^" : "") + unanchored(node) + (node.at_end ? "$" : "");
}

}  // namespace trialsift::query
