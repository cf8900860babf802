// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/diagnostics.hpp"
#include "query/shape.hpp"
#include "trialsift/query/dialects.hpp"
#include "trialsift/query/tree.hpp"

namespace trialsift::query {

/// A query, or a line of a strategy, has at most this many bytes.
constexpr std::size_t kLongestQuery = 65'536;

/// What the errors of a language call its parts.
struct Wording {
  std::string_view operand = "a word, a phrase or a group";
  std::string_view leaves = "words and values";  ///< a text has at most 10,000
  std::string_view pairs = "nearnesses";         ///< a text has at most 1,000
  /// The sentence for a text that ends where an operand should stand.
  std::string_view early_end = "the query ends too early: a word, a phrase or a group is missing here";
  std::string_view every = {};    ///< what finds every record; empty: a text without a word is an error
  bool quoted_operators = false;  ///< an operator in quotes is a word
  std::string_view hint = {};     ///< where an operand is missing
};

/// The place of the line with this label ("4", "#4", "1a"). Throws Error(kQuerySyntax) if it is none before this one.
std::size_t line_of(std::string_view label, Span span, const References& references);
/// The records of that line.
Node line_node(std::string_view label, Span span, const References& references);

/// What the parsers of all languages share: a cursor over the tokens of one text, operators by how they bind, groups in
/// parentheses, limits, and the errors of all these. A language adds its operands.
///
/// A token has a `kind` (kOpen, kClose, kAnd, kOr, kNot and kEnd among others), a `text` for sentences and a `span`;
/// the last one is kEnd. Whatever cannot be read throws Error(kQuerySyntax) with the place at fault.
template <class Token>
class Frame {
 public:
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;
  virtual ~Frame() = default;

 protected:
  using Kind = decltype(Token::kind);
  /// Operators that bind alike.
  using Level = std::vector<Kind>;

  /// `levels` begin with the loosest. kNot in a level stands between operands (a NOT b, a AND NOT b); a language that
  /// has it before operands reads it there. The wording outlives the frame.
  Frame(std::vector<Token> tokens, std::vector<Level> levels, const Wording& wording, std::vector<Warning>& warnings)
      : warnings_(warnings), tokens_(std::move(tokens)), levels_(std::move(levels)), wording_(wording) {}

  /// True if an operand can begin here.
  virtual bool begins_operand() const = 0;
  /// What stands between operators.
  virtual Node operand() = 0;
  /// True if AND is read between what stands here and the operand before it. Tells of it, or refuses it.
  virtual bool implies_and() { return false; }
  /// The node as an operand of AND, OR or NOT.
  virtual Node beside_operator(Node node) { return node; }

  // ---- the cursor

  const Token& here() const { return tokens_[at_]; }
  const Token& ahead(std::size_t n) const { return tokens_[std::min(at_ + n, tokens_.size() - 1)]; }
  template <class... Kinds>
  bool at(Kinds... kinds) const {
    return ((here().kind == kinds) || ...);
  }
  const Token& take() { return tokens_[at_++]; }
  std::size_t position() const { return at_; }
  std::span<const Token> tokens() const { return tokens_; }
  std::span<const Token> taken_since(std::size_t position) const { return tokens().subspan(position, at_ - position); }

  // ---- the grammar

  /// The whole text.
  Node whole() {
    if (at(Kind::kEnd)) return nothing();
    Node node = expression();
    if (at(Kind::kClose)) refuse_close();
    return node;
  }

  /// A text without a word. One of which nothing was left must not become every record.
  Node nothing() const {
    if (wording_.every.empty()) fail(0, "there is no word in this line: write one");
    if (warnings_.empty()) return {};
    fail(0, "there is no word in this query: write one, or " + std::string(wording_.every) + " for every record");
  }

  /// Operands joined by the operators of this level and the tighter ones.
  Node expression(std::size_t level = 0) {
    if (level == levels_.size()) return operand();
    std::vector<Node> operands;
    operands.push_back(expression(level + 1));
    NodeKind kind = NodeKind::kAnd;
    while (const std::optional<Join> join = take_operator(levels_[level])) {
      if (operands.size() == 1) {
        operands.front() = beside_operator(std::move(operands.front()));
      } else if (join->kind != kind) {
        count_pair(here().span.begin,
                   "AND and OR take turns more than 1,000 times: write parentheses, or split the query");
        Node left = joined(kind, std::exchange(operands, {}));
        operands.push_back(std::move(left));
      }
      kind = join->kind;
      Node right = beside_operator(expression(level + 1));
      operands.push_back(join->without ? negated(std::move(right)) : std::move(right));
    }
    return joined(kind, std::move(operands));
  }

  /// "(", what inside() reads, ")".
  template <class Inside>
  Node group(Inside inside) {
    const Span open = take().span;
    if (++depth_ > kDeepest) fail(open.begin, "parentheses go at most 100 deep: take out those that change nothing");
    if (at(Kind::kClose)) fail(open.begin, "there is no word between these parentheses: write one, or leave them out");
    Node node = inside();
    if (!at(Kind::kClose)) fail(open.begin, "this ( is never closed: write ) where the group ends");
    node.span = {open.begin, take().span.end};
    --depth_;
    return node;
  }
  Node group() {
    return group([this] { return expression(); });
  }

  // ---- errors and limits

  [[noreturn]] void refuse_close() const {
    fail(here().span.begin, "this ) closes nothing: take it out, or write ( where the group begins");
  }

  /// An operator with nothing to its right is told at the operator.
  void need_operand(const Token& op) const {
    if (!begins_operand()) refuse_lone(op, "right");
  }

  /// What stands here is no operand.
  [[noreturn]] void refuse_here() const {
    if (at(Kind::kEnd)) fail(here().span.begin, std::string(wording_.early_end));
    refuse_lone(here(), "left");
  }

  void count_leaf(const Token& token) {
    if (++leaves_ <= kMostLeaves) return;
    fail(token.span.begin, "a query has at most 10,000 " + std::string(wording_.leaves) + ": split it");
  }

  /// Operands that are joined in pairs make the tree a level deeper each.
  void count_pair(const Token& token) {
    count_pair(token.span.begin, "a query has at most 1,000 " + std::string(wording_.pairs) + ": split it");
  }

  std::vector<Warning>& warnings_;

 private:
  static constexpr std::size_t kDeepest = 100;
  static constexpr std::size_t kMostLeaves = 10'000;
  static constexpr std::size_t kMostPairs = 1'000;

  struct Join {
    NodeKind kind = NodeKind::kAnd;
    bool without = false;
  };

  /// What joins the next operand to those before it; nothing where the level ends.
  std::optional<Join> take_operator(const Level& operators) {
    const auto has = [&operators](Kind kind) {
      return std::find(operators.begin(), operators.end(), kind) != operators.end();
    };
    if (!has(here().kind)) return has(Kind::kAnd) && implies_and() ? std::optional(Join()) : std::nullopt;
    const Token* op = &take();
    if (op->kind == Kind::kAnd && at(Kind::kNot) && has(Kind::kNot)) op = &take();
    need_operand(*op);
    return Join{op->kind == Kind::kOr ? NodeKind::kOr : NodeKind::kAnd, op->kind == Kind::kNot};
  }

  [[noreturn]] void refuse_lone(const Token& op, std::string_view side) const {
    const std::string name = shown(op.text);
    std::string sentence = "there is nothing to the " + std::string(side) + " of " + name + ": write " +
                           std::string(wording_.operand) + " there";
    if (wording_.quoted_operators) sentence += ", or \"" + name + "\" in quotes for the word itself";
    fail(op.span.begin, sentence, std::string(wording_.hint));
  }

  void count_pair(std::size_t place, const std::string& sentence) {
    if (++pairs_ > kMostPairs) fail(place, sentence);
  }

  std::vector<Token> tokens_;
  std::vector<Level> levels_;
  const Wording& wording_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t leaves_ = 0;
  std::size_t pairs_ = 0;
};

}  // namespace trialsift::query
