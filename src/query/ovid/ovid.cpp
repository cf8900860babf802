// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/citation/dialect_leaf.hpp"
#include "query/citation/dialect_limits.hpp"
#include "query/citation/pasted_text.hpp"
#include "query/diagnostics.hpp"
#include "query/dialect_parsers.hpp"
#include "query/ovid/ovid_lexer.hpp"
#include "query/shape.hpp"
#include "trialsift/base/text.hpp"

// Ovid's language, case being of no matter:
//
//   line        = command | expression ;
//   command     = "limit" , LABEL , "to" , CRITERIA | "remove duplicates from" , LABEL | "from" , LABEL , "keep" , ...
//               | LABEL , "use" , DATABASE ;
//   expression  = conjunction , { "or" , conjunction } ;
//   conjunction = nearness , { ( "and" [ "not" ] | "not" ) , nearness } ;       from the left
//   nearness    = unit , { [ "adj" [ N ] ] , unit } ;                           pairwise from the left; no word: adj
//   unit        = primary , [ TAGS ] ;                                          TAGS behind a nearness are those of all
//   of it primary     = "(" , expression , ")" | heading | words | LABEL | ( "or" | "and" ) , "/" , LABELS ; heading =
//   [ "exp" ] , [ "*" ] , words , "/" , [ SUBHEADINGS ] ; words       = ( WORD | QUOTED ) , { WORD | QUOTED } ; a
//   phrase; wildcards $ * : ? #

namespace trialsift::query {
namespace {

constexpr std::size_t kDeepest = 100;
constexpr std::size_t kMostLeaves = 10'000;
constexpr std::size_t kMostNearnesses = 1'000;
constexpr std::size_t kMostWildcardDigits = 2;

using Kind = OvidTokenKind;

/// The tree's spelling of Ovid's wildcards: $ * and a last : are *, a number behind them is the most they stand for.
std::string with_wildcards(std::string_view text, std::size_t offset) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool last_of_word = i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '"';
    const bool colon = c == ':' && last_of_word && i > 0 && is_word_byte(text[i - 1]);
    if (c == ':' && !colon) {
      out += ' ';
      continue;
    }
    if (c != '$' && c != '*' && c != ':') {
      out += c;
      continue;
    }
    std::size_t end = i + 1;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    if (end - i - 1 > kMostWildcardDigits || (end > i + 1 && text[i + 1] == '0')) {
      fail(offset, "a wildcard stands for at most 99 characters: " + shown(text),
           "where * belongs to the name (HLA-A*0201), leave it out: it parts words");
    }
    out += '*';
    out += text.substr(i + 1, end - i - 1);
    i = end - 1;
  }
  return out;
}

class OvidParser {
 public:
  OvidParser(const PastedText& pasted, const DialectContext& context)
      : pasted_(pasted), context_(context), tokens_(tokenize_ovid(pasted, context)) {}

  Node line() {
    if (at(Kind::kEnd)) fail(0, "there is no word in this line: write one");
    if (std::optional<Node> node = command()) return *node;
    Node node = expression();
    if (at(Kind::kClose))
      fail(here().span.begin, "this ) closes nothing: take it out, or write ( where the group begins");
    return finish(std::move(node), kTopic, context_);
  }

 private:
  const OvidToken& here() const { return tokens_[at_]; }
  const OvidToken& ahead(std::size_t n) const { return tokens_[std::min(at_ + n, tokens_.size() - 1)]; }
  bool at(Kind kind) const { return here().kind == kind; }
  bool take(Kind kind) {
    if (!at(kind)) return false;
    ++at_;
    return true;
  }
  bool is_word(const OvidToken& token, std::string_view word) const {
    return token.kind == Kind::kWord && base::to_lower_ascii(token.text) == word;
  }
  bool is_label(const OvidToken& token) const {
    if (token.kind != Kind::kWord) return false;
    std::string_view text = token.text;
    if (text.starts_with('#')) text.remove_prefix(1);
    if (is_number(text)) return text.size() <= 6;
    return context_.references.lines != 0 && context_.references.find(text).has_value();
  }

  Node line_node(const OvidToken& token) const {
    Node node;
    node.kind = NodeKind::kLine;
    node.text = token.text;
    node.span = token.span;
    return node;
  }
  Node reference(const OvidToken& token) const { return finish(line_node(token), kTopic, context_); }

  /// What a line as a whole may be beside an expression.
  std::optional<Node> command() {
    if (is_word(here(), "limit")) {
      if (!is_label(ahead(1)) || !is_word(ahead(2), "to")) {
        fail(here().span.begin, "a limit names the line that it limits: limit 3 to humans");
      }
      const OvidToken& of = ahead(1);
      const Span span{ahead(2).span.end, pasted_.given_at(pasted_.text().size())};
      return limited(required_reference(of), rest_after(ahead(2)), span, context_);
    }
    if (is_word(here(), "remove") && is_word(ahead(1), "duplicates") && is_word(ahead(2), "from") &&
        is_label(ahead(3))) {
      context_.tell("limit", "there are no duplicates to remove: a trial is one record here", here().span, true);
      return required_reference(ahead(3));
    }
    if (is_word(here(), "from") && is_label(ahead(1)) && is_word(ahead(2), "keep")) {
      context_.tell("limit", "records picked by hand are not known here: all of line " + ahead(1).text + " are kept",
                    here().span, true);
      return required_reference(ahead(1));
    }
    if (is_label(here()) && is_word(ahead(1), "use") && ahead(2).kind == Kind::kWord && ahead(3).kind == Kind::kEnd) {
      context_.tell("limit", "the choice of a database (use " + shown(ahead(2).text) + ") says nothing here",
                    here().span, true);
      return required_reference(here());
    }
    return std::nullopt;
  }

  Node required_reference(const OvidToken& token) const {
    Node node = line_node(token);
    node.line = static_cast<std::uint32_t>(line_of(node.text, node.span, context_));
    node.text.clear();
    return node;
  }

  /// The text behind a token, found by its place in the text as given.
  std::string_view rest_after(const OvidToken& token) const {
    const std::string_view text = pasted_.text();
    std::size_t begin = 0;
    while (begin < text.size() && pasted_.given_at(begin) < token.span.end) ++begin;
    return text.substr(begin);
  }

  Node expression() {
    Node first = conjunction();
    if (!at(Kind::kOr)) return first;
    std::vector<Node> operands;
    operands.push_back(std::move(first));
    while (at(Kind::kOr)) {
      const OvidToken& op = tokens_[at_++];
      need_operand(op);
      operands.push_back(conjunction());
    }
    return joined(NodeKind::kOr, std::move(operands));
  }

  Node conjunction() {
    Node first = nearness();
    if (!at(Kind::kAnd) && !at(Kind::kNot)) return first;
    std::vector<Node> operands;
    operands.push_back(std::move(first));
    while (at(Kind::kAnd) || at(Kind::kNot)) {
      const OvidToken* op = &tokens_[at_++];
      bool without = op->kind == Kind::kNot;
      if (!without && at(Kind::kNot)) {
        op = &tokens_[at_++];
        without = true;
      }
      need_operand(*op);
      Node right = nearness();
      operands.push_back(without ? negated(std::move(right)) : std::move(right));
    }
    return joined(NodeKind::kAnd, std::move(operands));
  }

  void need_operand(const OvidToken& op) const {
    const Kind next = here().kind;
    if (next == Kind::kEnd || next == Kind::kClose || next == Kind::kAnd || next == Kind::kOr || next == Kind::kNot ||
        next == Kind::kAdj || next == Kind::kTags) {
      fail(op.span.begin, "there is nothing to the right of " + op.text + ": write a word, a phrase or a group there");
    }
  }

  bool begins_unit() const { return at(Kind::kOpen) || at(Kind::kWord) || at(Kind::kQuoted) || at(Kind::kCombine); }

  struct Unit {
    Node node;
    std::optional<TagList> tags;
  };

  Node nearness() {
    Unit left = unit();
    while (at(Kind::kAdj) || begins_unit()) {
      std::uint32_t distance = 1;
      bool ordered = true;
      const bool juxtaposed = !at(Kind::kAdj);
      if (!juxtaposed) {
        const OvidToken& op = tokens_[at_++];
        need_operand(op);
        ordered = op.distance == 0;
        distance = std::max(op.distance, 1U);
      } else {
        juxtaposition(left.node);
      }
      if (++nearnesses_ > kMostNearnesses) fail(here().span.begin, "a query has at most 1,000 adj: split it");
      if (left.tags) left.node = qualify(std::move(left.node), *left.tags, context_);
      const std::size_t place = here().span.begin;
      Unit right = unit();
      if (juxtaposed && !is_near_words(right.node)) missing_operator(place);
      left.node = near_node(std::move(left.node), std::move(right.node), distance, ordered);
      left.tags = std::move(right.tags);
    }
    if (left.tags) return qualify(std::move(left.node), *left.tags, context_);
    return std::move(left.node);
  }

  [[noreturn]] static void missing_operator(std::size_t place) {
    fail(place, "an operator is missing here: write and, or, not or adj");
  }

  static bool is_near_words(const Node& node) {
    return node.kind == NodeKind::kPhrase || node.kind == NodeKind::kPattern || node.kind == NodeKind::kNear ||
           node.kind == NodeKind::kOr;
  }

  /// Words beside a group are next to each other; anything else lacks an operator.
  void juxtaposition(const Node& left) const {
    if (!is_near_words(left) || at(Kind::kCombine)) missing_operator(here().span.begin);
    context_.tell("juxtaposition", "words beside a group without an operator were read as next to each other (adj)",
                  here().span, false);
  }

  Unit unit() {
    Unit found{primary(), std::nullopt};
    while (at(Kind::kTags)) {
      if (found.tags) found.node = qualify(std::move(found.node), *found.tags, context_);
      found.tags = tokens_[at_++].tags;
    }
    return found;
  }

  Node primary() {
    if (at(Kind::kOpen)) return group();
    if (at(Kind::kCombine)) return combination();
    if (at(Kind::kWord) || at(Kind::kQuoted)) return words();
    const OvidToken& token = here();
    if (token.kind == Kind::kEnd)
      fail(token.span.begin, "the line ends too early: a word, a phrase or a group is missing here");
    fail(token.span.begin,
         "there is nothing to the left of " + shown(token.text) + ": write a word, a phrase or a group there");
  }

  Node group() {
    const OvidToken& open = tokens_[at_++];
    if (++depth_ > kDeepest)
      fail(open.span.begin, "parentheses go at most 100 deep: take out those that change nothing");
    if (at(Kind::kClose))
      fail(open.span.begin, "there is no word between these parentheses: write one, or leave them out");
    Node node = expression();
    const OvidToken& close = here();
    if (!take(Kind::kClose)) fail(open.span.begin, "this ( is never closed: write ) where the group ends");
    --depth_;
    node.span = {open.span.begin, close.span.end};
    return node;
  }

  Node combination() {
    const OvidToken& token = tokens_[at_++];
    std::vector<Node> lines;
    for (const auto& [first, last] : token.ranges) {
      const std::size_t begin = line_of(first, token.span, context_);
      const std::size_t end = line_of(last, token.span, context_);
      if (begin > end)
        fail(token.span.begin, "the lines " + first + "-" + last + " run backwards: write " + last + "-" + first);
      for (std::size_t place = begin; place <= end; ++place) {
        Node& node = lines.emplace_back();
        node.kind = NodeKind::kLine;
        node.line = static_cast<std::uint32_t>(place);
        node.span = token.span;
        count_leaf(token);
      }
    }
    return joined(token.all ? NodeKind::kAnd : NodeKind::kOr, std::move(lines));
  }

  void count_leaf(const OvidToken& token) {
    if (++leaves_ > kMostLeaves) fail(token.span.begin, "a query has at most 10,000 words and values: split it");
  }

  Node words() {
    const std::size_t begin = at_;
    std::string text;
    while (at(Kind::kWord) || at(Kind::kQuoted)) text += (text.empty() ? "" : " ") + tokens_[at_++].text;
    const OvidToken& first = tokens_[begin];
    const Span span{first.span.begin, tokens_[at_ - 1].span.end};
    count_leaf(first);
    if (at(Kind::kHeading)) return heading(text, span);
    if (at_ == begin + 1 && is_label(first)) return line_node(first);
    const auto label = [this](const OvidToken& token) { return is_label(token); };
    const auto end = tokens_.begin() + static_cast<std::ptrdiff_t>(at_);
    const bool labels = std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(begin), end, label);
    if (context_.references.lines != 0 && labels && !at(Kind::kTags)) missing_operator(tokens_[begin + 1].span.begin);
    if (is_word(first, "exp") || is_word(first, "explode")) {
      fail(span.begin, "exp stands before a heading, and a slash closes it: exp Neoplasms/",
           "to search for the word itself, put it in quotes and a tag behind it");
    }
    return words_leaf(with_wildcards(text, span.begin), span);
  }

  Node heading(std::string_view text, Span span) {
    const OvidToken& slash = tokens_[at_++];
    std::string_view name = text;
    bool explode = false;
    bool major = false;
    while (true) {
      name = base::trim(name);
      const std::string lower = base::to_lower_ascii(name.substr(0, 9));
      if (name.starts_with('*')) {
        major = true;
        name.remove_prefix(1);
      } else if (lower.starts_with("exp ") || lower.starts_with("exp*")) {
        explode = true;
        name.remove_prefix(3);
      } else if (lower.starts_with("explode ")) {
        explode = true;
        name.remove_prefix(7);
      } else {
        break;
      }
    }
    if (major) {
      context_.tell("major-focus",
                    "* before a heading: records do not say what their main topic is; the heading is enough", span,
                    true);
    }
    if (!slash.text.empty()) {
      context_.tell("subheading", "subheadings (/" + shown(slash.text) + ") are dropped: records have none", slash.span,
                    true);
    }
    if (name.find('/') != std::string_view::npos || base::to_lower_ascii(name).find(" exp ") != std::string::npos) {
      fail(span.begin, "an operator is missing between these headings: write and, or, not");
    }
    // Headings such as "clinical trial [publication type]" carry a note.
    if (const std::size_t bracket = name.find('['); bracket != std::string_view::npos)
      name = base::trim(name.substr(0, bracket));
    return heading_leaf(with_wildcards(name, span.begin), explode, {span.begin, slash.span.end}, context_);
  }

  const PastedText& pasted_;
  const DialectContext& context_;
  std::vector<OvidToken> tokens_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t leaves_ = 0;
  std::size_t nearnesses_ = 0;
};

}  // namespace

Query parse_ovid(std::string_view text, const References& references, const DialectOptions& options) {
  Query query;
  query.text = text;
  const PastedText pasted(query.text, query.warnings);
  const DialectContext context{references, options, query.warnings};
  query.root = OvidParser(pasted, context).line();
  return query;
}

}  // namespace trialsift::query
