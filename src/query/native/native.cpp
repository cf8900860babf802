// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <utility>

#include "query/diagnostics.hpp"
#include "query/native/leaf.hpp"
#include "query/native/lexer.hpp"
#include "query/shape.hpp"
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
//   field       = NAME , ":" ;                                    no blank before what follows; reaches into groups
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

constexpr std::size_t kDeepest = 100;
constexpr std::size_t kMostLeaves = 10'000;

/// What an operand or an item turned out to be, with what its surroundings need to know.
struct Part {
  Node node;
  bool has_operator = false;  ///< one without parentheses around it
};

class Parser {
 public:
  Parser(std::vector<Token> tokens, std::vector<Warning>& warnings) : tokens_(std::move(tokens)), warnings_(warnings) {}

  Node query() {
    std::vector<Node> found = items({});
    while (at(TokenKind::kClose)) {
      pass_over_close();
      for (Node& more : items({})) found.push_back(std::move(more));
    }
    if (found.empty()) return nothing();
    return as_root(juxtaposed(std::move(found)));
  }

 private:
  const Token& here() const { return tokens_[at_]; }
  bool at(TokenKind kind) const { return here().kind == kind; }
  bool take(TokenKind kind) {
    if (!at(kind)) return false;
    ++at_;
    return true;
  }

  /// 1) and 2) are pasted with the prose that they number; among operators it is a slip that changes what is meant.
  void pass_over_close() {
    const auto is_operator = [](const Token& token) {
      return token.kind == TokenKind::kAnd || token.kind == TokenKind::kOr || token.kind == TokenKind::kNot ||
             token.kind == TokenKind::kNear;
    };
    if (std::any_of(tokens_.begin(), tokens_.end(), is_operator)) {
      fail(here().span.begin, "this ) closes nothing: take it out, or write ( where the group begins");
    }
    warn(warnings_, "unmatched-parenthesis", "a ) that closes nothing was left out", here().span);
    ++at_;
  }

  /// An empty query is every record; one of which nothing was left must not become that.
  Node nothing() const {
    if (!warnings_.empty()) fail(0, "there is no word in this query: write one, or an empty query for every record");
    return {};
  }

  std::vector<Node> items(const FieldUse& use) {
    std::vector<Node> found;
    std::size_t ranked = 0;
    bool mixed = false;
    Span span;
    while (!at(TokenKind::kEnd) && !at(TokenKind::kClose)) {
      Part part = item(use);
      if (!is_filter(part.node)) {
        ++ranked;
        if (part.has_operator && !mixed) {
          mixed = true;
          span = part.node.span;
        }
      }
      found.push_back(std::move(part.node));
    }
    if (mixed && ranked > 1) warn_of_mixture(span);
    return found;
  }

  void warn_of_mixture(Span span) {
    warn(
        warnings_, "mixed-juxtaposition",
        "words stand beside AND, OR or NOT without parentheses: the operators bind first; write the parentheses to say "
        "what belongs together",
        span);
  }

  Part item(const FieldUse& use) {
    Part first = conjunction(use);
    if (!at(TokenKind::kOr)) return first;
    std::vector<Node> operands;
    operands.push_back(as_operand(std::move(first.node)));
    while (at(TokenKind::kOr)) {
      const Token& op = tokens_[at_++];
      need_operand(op);
      operands.push_back(as_operand(conjunction(use).node));
    }
    return {joined(NodeKind::kOr, std::move(operands)), true};
  }

  Part conjunction(const FieldUse& use) {
    Part first = nearness(use);
    if (!at(TokenKind::kAnd) && !at(TokenKind::kNot)) return first;
    std::vector<Node> operands;
    operands.push_back(as_operand(std::move(first.node)));
    while (at(TokenKind::kAnd) || at(TokenKind::kNot)) {
      const bool without = at(TokenKind::kNot);
      const Token& op = tokens_[at_++];
      need_operand(op);
      Node right = as_operand(without ? negation(use).node : nearness(use).node);
      if (without && at(TokenKind::kNear)) refuse_negation(op);
      operands.push_back(without ? negated(std::move(right)) : std::move(right));
    }
    return {joined(NodeKind::kAnd, std::move(operands)), true};
  }

  [[noreturn]] static void refuse_negation(const Token& op) {
    fail(op.span.begin, "NOT binds closer than NEAR and ADJ: write NOT (a NEAR/5 b)");
  }

  Part nearness(const FieldUse& use) {
    const Token& start = here();
    Part first = negation(use);
    if (!at(TokenKind::kNear)) return first;
    if (first.has_operator) refuse_negation(start);
    Node left = as_operand(std::move(first.node));
    while (at(TokenKind::kNear)) {
      const Token& op = tokens_[at_++];
      need_operand(op);
      const Token& second = here();
      Part part = negation(use);
      if (part.has_operator) refuse_negation(second);
      left =
          near_of({op.raw, op.span.begin, op.distance, op.ordered}, std::move(left), as_operand(std::move(part.node)));
    }
    return {std::move(left), true};
  }

  Part negation(const FieldUse& use) {
    bool without = false;
    bool any_not = false;
    while (at(TokenKind::kNot)) {
      const Token& op = tokens_[at_++];
      need_operand(op);
      any_not = true;
      without = !without;
    }
    Node node = operand(use);
    if (!any_not) return {std::move(node), false};
    node = as_operand(std::move(node));
    return {without ? negated(std::move(node)) : std::move(node), true};
  }

  /// An operator with nothing to its right is told at the operator.
  void need_operand(const Token& op) const {
    const TokenKind next = here().kind;
    if (next != TokenKind::kEnd && next != TokenKind::kClose && next != TokenKind::kAnd && next != TokenKind::kOr &&
        next != TokenKind::kNear) {
      return;
    }
    const std::string name(op.raw);
    fail(op.span.begin, "there is nothing to the right of " + name +
                            ": write a word, a phrase or a group there, or \"" + name +
                            "\" in quotes for the word itself");
  }

  /// Beside an operator -a is NOT a, and + has nothing to say.
  Node as_operand(Node node) {
    if (node.occur == Occur::kExcluded) return negated(std::move(node));
    if (node.occur == Occur::kRequired) {
      warn(warnings_, "sign-beside-operator", "a + says nothing beside AND, OR or NOT and was left out", node.span);
    }
    node.occur = Occur::kOptional;
    return node;
  }

  Node operand(const FieldUse& use) {
    Occur occur = Occur::kOptional;
    if (at(TokenKind::kPlus) || at(TokenKind::kMinus)) {
      const Token& sign = tokens_[at_++];
      occur = sign.kind == TokenKind::kPlus ? Occur::kRequired : Occur::kExcluded;
      if (!at(TokenKind::kWord) && !at(TokenKind::kPhrase) && !at(TokenKind::kField) && !at(TokenKind::kOpen)) {
        fail(sign.span.begin, "there is nothing to search for after " + std::string(sign.raw) +
                                  ": write a word, a phrase or a group there");
      }
    }
    Node node = at(TokenKind::kField) ? fielded() : leaf_or_group(use);
    if (at(TokenKind::kWeight)) {
      const Token& weight = tokens_[at_++];
      weigh(node, read_weight(weight.raw, weight.span.begin));
      node.span.end = weight.span.end;
    }
    node.occur = occur;
    return node;
  }

  Node fielded() {
    const Token& field = tokens_[at_++];
    Node node = leaf_or_group(field.field);
    node.span.begin = field.span.begin;
    return node;
  }

  Node leaf_or_group(const FieldUse& use) {
    const Token& token = here();
    if (token.kind == TokenKind::kOpen) return group(use);
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kPhrase) {
      const std::string name(token.raw);
      fail(token.span.begin, "there is nothing to the left of " + name +
                                 ": write a word, a phrase or a group there, or \"" + name +
                                 "\" in quotes for the word itself");
    }
    if (++leaves_ > kMostLeaves) fail(token.span.begin, "a query has at most 10,000 words and values: split it");
    ++at_;
    return make_leaf(token, use, warnings_);
  }

  Node group(const FieldUse& use) {
    const Token& open = tokens_[at_++];
    if (++depth_ > kDeepest)
      fail(open.span.begin, "parentheses go at most 100 deep: take out those that change nothing");
    std::vector<Node> found = items(use);
    const Token& close = here();
    if (!take(TokenKind::kClose)) fail(open.span.begin, "this ( is never closed: write ) where the group ends");
    if (found.empty())
      fail(open.span.begin, "there is no word between these parentheses: write one, or leave them out");
    --depth_;
    Node node = as_group(juxtaposed(std::move(found)));
    node.span = {open.span.begin, close.span.end};
    return node;
  }

  std::vector<Token> tokens_;
  std::vector<Warning>& warnings_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t leaves_ = 0;
};

}  // namespace

Query parse_native(std::string_view text) {
  Query query;
  query.text = text;
  query.root = Parser(tokenize(query.text, query.warnings), query.warnings).query();
  query.bare_words = has_bare_words(query.root);
  query.may_expand = true;
  return query;
}

}  // namespace trialsift::query
