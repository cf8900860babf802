// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/citation/dialect_leaf.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "query/characters.hpp"
#include "query/diagnostics.hpp"
#include "query/frame/frame.hpp"
#include "query/shape.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/age.hpp"
#include "trialsift/model/registered_numbers.hpp"

namespace trialsift::query {
namespace {

bool is_wildcard(char c) {
  return c == '*' || c == '?' || c == '#';
}

bool is_words(const Node& node) {
  return node.kind == NodeKind::kPhrase || node.kind == NodeKind::kPattern;
}

bool is_randomized_type(std::string_view text) {
  const std::string lower = base::to_lower_ascii(text);
  return lower == "randomized controlled trial" || lower == "randomised controlled trial";
}

/// One list of tags, sorted.
struct Choice {
  unsigned parts = 0;
  bool heading = false;
  bool explode = false;
  bool major = false;
  bool type = false;
  bool date = false;
  bool number = false;
  bool is_void = false;

  bool has_more_than_void() const { return parts != 0 || heading || number; }
};

Choice choice_of(const TagList& list) {
  Choice choice;
  for (const Tag* tag : list.tags) {
    switch (tag->kind) {
      case TagKind::kText:
        choice.parts |= tag->parts;
        break;
      case TagKind::kHeading:
      case TagKind::kExploded:
      case TagKind::kMajor:
      case TagKind::kExplodedMajor:
        choice.heading = true;
        choice.explode = choice.explode || tag->kind == TagKind::kExploded || tag->kind == TagKind::kExplodedMajor;
        choice.major = choice.major || tag->kind == TagKind::kMajor || tag->kind == TagKind::kExplodedMajor;
        break;
      case TagKind::kType:
        choice.type = true;
        break;
      case TagKind::kDate:
        choice.date = true;
        break;
      case TagKind::kNumber:
        choice.number = true;
        break;
      case TagKind::kVoid:
        choice.is_void = true;
        break;
    }
  }
  return choice;
}

bool has_fallback(unsigned parts) {
  return (parts & kDescriptions) == 0;
}

void put_field(Node& node, std::string_view field, bool fallback) {
  if (is_words(node) && node.field.empty()) {
    node.field = field;
    node.fallback = fallback;
  }
  for (Node& child : node.children) put_field(child, field, fallback);
}

/// The leaf or nearness once for each field that the parts need.
Node in_parts(const Node& node, unsigned parts) {
  const std::vector<std::string_view> fields = fields_of(parts);
  std::vector<Node> alternatives;
  for (const std::string_view field : fields) {
    Node copy = node;
    put_field(copy, field, has_fallback(parts));
    alternatives.push_back(std::move(copy));
  }
  return joined(NodeKind::kOr, std::move(alternatives));
}

void numbers_to_words(Node& node) {
  if (node.kind == NodeKind::kLine && !node.text.empty() && node.text.front() != '#') node.kind = NodeKind::kPhrase;
  for (Node& child : node.children) numbers_to_words(child);
}

/// The number that a unit is, or the registry that it names: "ClinicalTrials.gov[si]" has all of its trials.
Node number_filter(const Node& unit) {
  const std::optional<model::TrialId> id = model::typed_number(unit.text);
  const model::VocabularyValue* const registry = id ? nullptr : model::kRegistryKeys.find(unit.text);
  if (registry != nullptr) return filter_leaf("registry", std::string(registry->key), unit.span);
  return filter_leaf("id", id ? id->text() : base::to_lower_ascii(unit.text), unit.span);
}

/// Trials that have a registered number are found by it too, where nobody says in which field it stands.
Node with_number(Node words, const Node& unit, const DialectContext& context) {
  if (unit.kind != NodeKind::kPhrase || !model::typed_number(unit.text)) return words;
  context.tell("number-as-id", shown(unit.text) + " is a registered number: the trials that have it are found too",
               unit.span, true);
  std::vector<Node> either;
  either.push_back(std::move(words));
  either.push_back(number_filter(unit));
  return joined(NodeKind::kOr, std::move(either));
}

Node qualify_unit(Node node, const Choice& choice, const TagList& list, const DialectContext& context) {
  if (is_words(node) && !node.field.empty()) return node;
  std::vector<Node> alternatives;
  if (choice.heading) {
    if (node.kind == NodeKind::kNear) fail(node.span.begin, "a heading stands alone: no nearness can be in it");
    if (choice.major) {
      context.tell("major-focus", list.written + ": records do not say what their main topic is; the heading is enough",
                   list.span, true);
    }
    alternatives.push_back(heading_leaf(node.text, choice.explode, node.span, context));
  }
  if (choice.type && context.options.map_publication_types && is_randomized_type(node.text)) {
    context.tell("publication-type", "randomized controlled trial is read as allocation:randomized", node.span, true);
    alternatives.push_back(filter_leaf("allocation", "randomized", node.span));
  }
  if (choice.number && node.kind == NodeKind::kPhrase) {
    context.tell("number-field", list.written + " is read as the field id: the registered and other numbers of trials",
                 list.span, true);
    alternatives.push_back(number_filter(node));
  }
  if (choice.date && !choice.has_more_than_void()) return dates_leaf(node.text, node.span, context);
  const std::string text = node.text;
  const Span span = node.span;
  if (choice.parts != 0) alternatives.push_back(in_parts(node, choice.parts));
  if (alternatives.empty()) {
    const bool mappable = choice.type && is_randomized_type(text);
    context.tell("void-field",
                 list.written + " is nothing that registry records have: it says nothing here" +
                     (mappable ? "; --map-publication-types reads it as allocation:randomized" : ""),
                 list.span, true);
    return void_leaf(text, span);
  }
  return joined(NodeKind::kOr, std::move(alternatives));
}

Node qualify_node(Node node, const Choice& choice, const TagList& list, const DialectContext& context) {
  switch (node.kind) {
    case NodeKind::kPhrase:
    case NodeKind::kPattern:
    case NodeKind::kNear:
      return qualify_unit(std::move(node), choice, list, context);
    case NodeKind::kAnd:
    case NodeKind::kOr: {
      std::vector<Node> children;
      for (Node& child : node.children) children.push_back(qualify_node(std::move(child), choice, list, context));
      Node whole = joined(node.kind, std::move(children));
      whole.span = node.span;
      return whole;
    }
    case NodeKind::kNot: {
      Node whole = negated(qualify_node(std::move(node.children.front()), choice, list, context));
      whole.span = node.span;
      return whole;
    }
    default:
      return node;
  }
}

/// Nearness is measured between words of one field.
void check_near_operand(const Node& node) {
  switch (node.kind) {
    case NodeKind::kPhrase:
    case NodeKind::kPattern:
      return;
    case NodeKind::kVoid:
      return;
    case NodeKind::kOr:
    case NodeKind::kNear:
      for (const Node& child : node.children) check_near_operand(child);
      return;
    case NodeKind::kAnd:
    case NodeKind::kNot:
      fail(node.span.begin,
           "nearness is between words, phrases and alternatives: there is no AND or NOT in its operands",
           "write (a adj3 c) and (b adj3 c)");
    default:
      fail(node.span.begin, "nearness is between words, phrases and alternatives, not headings or lines");
  }
}

/// The first words below that have a field, or null.
const Node* find_fielded(const Node& node) {
  if (is_words(node)) return node.field.empty() ? nullptr : &node;
  for (const Node& child : node.children) {
    if (const Node* found = find_fielded(child)) return found;
  }
  return nullptr;
}

/// Words without a field beside fielded ones in a nearness are in the same field: nothing else could be near.
Node finish_words(Node node, unsigned default_parts, const DialectContext& context) {
  const Node* fielded = find_fielded(node);
  if (fielded == nullptr) return with_number(in_parts(node, default_parts), node, context);
  const std::string field = fielded->field;
  put_field(node, field, fielded->fallback);
  return node;
}

}  // namespace

void DialectContext::tell(std::string_view code, std::string sentence, Span span, bool result_changing) const {
  query::tell(warnings, {std::string(code), std::move(sentence), span, result_changing});
}

Node words_leaf(std::string text, Span span) {
  text = base::collapse_space(cleaned(text));
  constexpr std::string_view kPunctuation = " ,;:.";
  while (!text.empty() && kPunctuation.find(text.back()) != std::string_view::npos) text.pop_back();
  if (count_letters(text) == 0) {
    fail(span.begin, text.empty() ? std::string("there is no word here: write one")
                                  : shown(text) + " has no letter or digit to search for");
  }
  Node node = leaf(std::any_of(text.begin(), text.end(), is_wildcard) ? NodeKind::kPattern : NodeKind::kPhrase, span);
  node.text = std::move(text);
  return node;
}

Node label_leaf(std::string text, Span span) {
  Node node = leaf(NodeKind::kLine, span);
  node.text = std::move(text);
  return node;
}

Node qualify(Node node, const TagList& list, const DialectContext& context) {
  Choice choice = choice_of(list);
  numbers_to_words(node);
  // No nearness can be in a heading: beside fields its words are searched.
  if (choice.heading && choice.parts != 0 && node.kind == NodeKind::kNear) {
    choice.heading = false;
    choice.parts |= kMeshWords;
  }
  const bool drops_type = choice.type && !context.options.map_publication_types;
  if (choice.has_more_than_void() && (choice.is_void || drops_type || choice.date)) {
    context.tell("dropped-field",
                 "a part of " + list.written + " is nothing that registry records have; the others are searched",
                 list.span, true);
  }
  return qualify_node(std::move(node), choice, list, context);
}

Node finish(Node node, unsigned default_parts, const DialectContext& context) {
  switch (node.kind) {
    case NodeKind::kPhrase:
    case NodeKind::kPattern:
      return finish_words(std::move(node), default_parts, context);
    case NodeKind::kNear:
      for (const Node& child : node.children) check_near_operand(child);
      return finish_words(std::move(node), default_parts, context);
    case NodeKind::kLine:
      if (!node.text.empty()) {
        if (context.references.lines == 0 && node.text.front() != '#') {
          node.kind = NodeKind::kPhrase;
          return finish_words(std::move(node), default_parts, context);
        }
        node.line = static_cast<std::uint32_t>(line_of(node.text, node.span, context.references));
        node.text.clear();
      }
      return node;
    case NodeKind::kAnd:
    case NodeKind::kOr:
    case NodeKind::kNot: {
      for (Node& child : node.children) child = finish(std::move(child), default_parts, context);
      if (node.kind == NodeKind::kNot) return node;
      const Span span = node.span;
      node = joined(node.kind, std::move(node.children));
      node.span = span;
      return node;
    }
    default:
      return node;
  }
}

Node near_node(Node left, Node right, std::uint32_t distance, bool ordered) {
  Node node = near_pair(std::move(left), std::move(right), distance, ordered);
  numbers_to_words(node);
  return node;
}

Node void_leaf(std::string text, Span span) {
  Node node = leaf(NodeKind::kVoid, span);
  node.text = std::move(text);
  return node;
}

Node every_record(Span span) {
  return leaf(NodeKind::kEvery, span);
}

Node no_record(Span span) {
  return negated(every_record(span));
}

Node age_range(std::string_view low, std::string_view high, Span span) {
  Node node = interval_leaf("age", kOpenLow, kOpenHigh, span);
  if (const std::optional<model::AgeSpan> age = model::parse_age(low)) node.low = age->first;
  if (const std::optional<model::AgeSpan> age = model::parse_age(high)) node.high = age->last;
  return node;
}

Node sex_choice(std::string_view sex, Span span) {
  std::vector<Node> choices;
  for (const std::string_view value : {sex, std::string_view("all")}) {
    choices.push_back(filter_leaf("sex", std::string(value), span));
  }
  return joined(NodeKind::kOr, std::move(choices));
}

}  // namespace trialsift::query
