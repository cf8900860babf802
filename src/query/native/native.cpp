// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "query/diagnostics.hpp"
#include "query/frame/frame.hpp"
#include "query/native/leaf.hpp"
#include "query/native/lexer.hpp"
#include "query/native/native.hpp"
#include "query/shape.hpp"
#include "query/site.hpp"
#include "trialsift/query/parser.hpp"

// The native language. What a word, a phrase and a field are is the lexer's business (lexer.cpp, leaf.cpp).
//
//   query       = [ items ] ;
//   items       = item , { item } ;                               side by side: any of them, ranked; binds loosest
//   item        = conjunction , { "OR" , conjunction } ;
//   conjunction = nearness , { "AND" , nearness | "NOT" , negation } ;
//   nearness    = negation , { ( "NEAR/" | "ADJ/" ) NUMBER , negation } ;   from the left; no NOT, AND or sign in it
//   negation    = { "NOT" } , operand ;
//   operand     = [ "+" | "-" ] , ( leaf | field , leaf | group | field , group ) ;
//   group       = "(" , items , ")" , [ WEIGHT ] ;
//   field       = NAME , ":" ;                                    no blank before what follows; reaches into groups;
//                                                                 site: binds what follows in one study site
//   leaf        = ( [ "=" ] , WORD | PATTERN | PHRASE ) , [ WEIGHT ] | VALUE | RANGE ;   which one: the field says it
//   PATTERN     = a word with * (any run; three letters before it; not before a digit), $ at its end (the same),
//                 ? (none or one) or # (exactly one)
//   WEIGHT      = "^" , NUMBER ;                                  how much it counts in the ranking
//   RANGE       = BOUND | [ BOUND ] , ".." , [ BOUND ] | ( ">=" | ">" | "<=" | "<" | "=" ) , BOUND ;
//
// A backslash before a character that means something makes it text. + and - are signs only where they begin an item:
// after white space, at the start, or after "(".

namespace trialsift::query {
namespace {

using Kind = TokenKind;

constexpr Wording kWording = {.every = "an empty query", .quoted_operators = true};

class Parser : public Frame<Token> {
 public:
  Parser(std::vector<Token> tokens, const DialectOptions& options, std::vector<Warning>& warnings)
      : Frame(std::move(tokens), {{Kind::kOr}, {Kind::kAnd}}, kWording, warnings), options_(options) {}

  Node query() {
    std::vector<Node> found = items();
    while (at(Kind::kClose)) {
      pass_over_close();
      for (Node& more : items()) found.push_back(std::move(more));
    }
    if (found.empty()) return nothing();
    return as_root(juxtaposed(std::move(found)));
  }

 private:
  bool begins_operand() const override { return !at(Kind::kEnd, Kind::kClose, Kind::kAnd, Kind::kOr, Kind::kNear); }

  /// NOT stands before an operand, and AND may be left out before it.
  bool implies_and() override { return at(Kind::kNot); }

  static bool is_operator(const Token& token) {
    return token.kind == Kind::kAnd || token.kind == Kind::kOr || token.kind == Kind::kNot || token.kind == Kind::kNear;
  }

  /// 1) and 2) are pasted with the prose that they number; among operators it is a slip that changes what is meant.
  void pass_over_close() {
    const std::span<const Token> all = tokens();
    if (std::any_of(all.begin(), all.end(), is_operator)) refuse_close();
    warn(warnings_, "unmatched-parenthesis", "a ) that closes nothing was left out", take().span);
  }

  std::vector<Node> items() {
    std::vector<Node> found;
    std::size_t ranked = 0;
    std::optional<Span> mixed;
    while (!at(Kind::kEnd, Kind::kClose)) {
      const std::size_t begin = position();
      found.push_back(expression());
      if (is_filter(found.back())) continue;
      ++ranked;
      if (!mixed && has_operator(begin)) mixed = found.back().span;
    }
    if (mixed && ranked > 1) {
      warn(warnings_, "mixed-juxtaposition",
           "words stand beside AND, OR or NOT without parentheses: the operators bind first; write the parentheses to "
           "say what belongs together",
           *mixed);
    }
    return found;
  }

  /// True if an operator was taken since, outside of parentheses.
  bool has_operator(std::size_t begin) const {
    std::size_t depth = 0;
    for (const Token& token : taken_since(begin)) {
      if (token.kind == Kind::kOpen) ++depth;
      if (token.kind == Kind::kClose) --depth;
      if (depth == 0 && is_operator(token)) return true;
    }
    return false;
  }

  /// A nearness, or one operand of it.
  Node operand() override {
    const Token& first = here();
    Node left = negation();
    if (!at(Kind::kNear)) return left;
    refuse_negation(first);
    left = beside_operator(std::move(left));
    while (at(Kind::kNear)) {
      const Token& op = take();
      need_operand(op);
      const Token& second = here();
      Node right = beside_operator(negation());
      refuse_negation(second);
      left = near_of({op.text, op.span.begin, op.distance, op.ordered}, std::move(left), std::move(right));
    }
    return left;
  }

  static void refuse_negation(const Token& first) {
    if (first.kind == Kind::kNot) fail(first.span.begin, "NOT binds closer than NEAR and ADJ: write NOT (a NEAR/5 b)");
  }

  Node negation() {
    if (!at(Kind::kNot)) return signed_operand();
    bool without = false;
    while (at(Kind::kNot)) {
      need_operand(take());
      without = !without;
    }
    Node node = beside_operator(signed_operand());
    return without ? negated(std::move(node)) : node;
  }

  /// Beside an operator -a is NOT a, and + has nothing to say.
  Node beside_operator(Node node) override {
    if (node.occur == Occur::kExcluded) return negated(std::move(node));
    if (node.occur == Occur::kRequired) {
      warn(warnings_, "sign-beside-operator", "a + says nothing beside AND, OR or NOT and was left out", node.span);
    }
    node.occur = Occur::kOptional;
    return node;
  }

  Node signed_operand() {
    Occur occur = Occur::kOptional;
    if (at(Kind::kPlus, Kind::kMinus)) {
      const Token& sign = take();
      occur = sign.kind == Kind::kPlus ? Occur::kRequired : Occur::kExcluded;
      if (!at(Kind::kWord, Kind::kPhrase, Kind::kField, Kind::kOpen)) {
        fail(sign.span.begin, "there is nothing to search for after " + std::string(sign.text) +
                                  ": write a word, a phrase or a group there");
      }
    }
    Node node = at(Kind::kField) ? fielded() : leaf_or_group();
    if (at(Kind::kWeight)) {
      const Token& weight = take();
      weigh(node, read_weight(weight.text, weight.span.begin));
      node.span.end = weight.span.end;
    }
    node.occur = occur;
    return node;
  }

  Node fielded() {
    const Token& field = take();
    const FieldUse* around = std::exchange(use_, &field.field);
    Node node = leaf_or_group();
    use_ = around;
    if (field.field.is_one_site) node = in_one_site(std::move(node));
    node.span.begin = field.span.begin;
    return node;
  }

  /// Nothing stands in a group only where the text ends in it.
  static Node group_of(std::vector<Node> found) {
    return found.empty() ? Node() : as_group(juxtaposed(std::move(found)));
  }

  Node leaf_or_group() {
    if (at(Kind::kOpen)) return group([this] { return group_of(items()); });
    if (!at(Kind::kWord, Kind::kPhrase)) refuse_here();
    count_leaf(here());
    return make_leaf(take(), *use_, options_, warnings_);
  }

  const DialectOptions& options_;
  static inline const FieldUse kNoField;
  const FieldUse* use_ = &kNoField;  ///< of the operand that is read
};

}  // namespace

Query parse_native(std::string_view text, const DialectOptions& options) {
  Query query;
  query.text = text;
  query.dialect = "native";
  query.root = Parser(tokenize(query.text, query.warnings), options, query.warnings).query();
  query.bare_words = has_bare_words(query.root);
  query.may_expand = true;
  return query;
}

Query parse_typed(std::string_view text, const References&, const DialectOptions& options) {
  const Detection found = detect_dialect(text);
  if (found.certain && !explains(text.substr(found.span.begin, found.span.end - found.span.begin))) {
    const std::string name(found.dialect->name);
    fail(found.span.begin, found.reason + " is of the dialect " + name + ": give --syntax " + name,
         "to search for the text itself, put it in quotes");
  }
  return parse_native(text, options);
}

}  // namespace trialsift::query
