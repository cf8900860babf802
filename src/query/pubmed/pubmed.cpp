// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/citation/dialect_leaf.hpp"
#include "query/citation/pasted_text.hpp"
#include "query/diagnostics.hpp"
#include "query/dialect_parsers.hpp"
#include "query/pubmed/pubmed_lexer.hpp"
#include "query/shape.hpp"
#include "trialsift/base/text.hpp"

// PubMed's language, case being of no matter:
//
//   line     = operand , { [ operator ] , operand } ;          strictly from the left; no operator: AND
//   operator = "AND" [ "NOT" ] | "OR" | "NOT" ;
//   operand  = nearness | nearness , ":" , nearness ;          the latter a range of dates
//   nearness = unit , { ( "NEAR/" N | "NEXT/" N ) , unit } ;   of Embase and the Cochrane Library
//   unit     = "(" , line , ")" , [ TAG ]
//            | QUOTED , [ TAG ]                                a phrase
//            | WORD , { WORD } , TAG                           a phrase
//            | WORD , { WORD }                                 all of the words
//            | "#" , LABEL | "{" , ( "or" | "and" ) , LABELS , "}"
//            | "MeSH descriptor: [" , HEADING , "] explode all trees" | "[mh " , HEADING , "]"    of the Cochrane
//            Library | "[" , WORD , "]/lim" ;                          a limit of Embase

namespace trialsift::query {
namespace {

constexpr std::size_t kDeepest = 100;
constexpr std::size_t kMostLeaves = 10'000;
constexpr std::size_t kMostTurns = 1'000;
constexpr unsigned kEverywhere = kTopic | kTheRest;

using Kind = PubmedTokenKind;

/// What PubMed knows as subsets without a tag.
constexpr std::string_view kSubsets[] = {"hasabstract",  "inprocess",        "pmcbook",
                                         "publisher",    "pubmednotmedline", "pubstatusaheadofprint",
                                         "indatareview", "pubstatusnihms",   "pubstatuspmcsd"};

class PubmedParser {
 public:
  PubmedParser(const PastedText& pasted, const DialectContext& context)
      : context_(context), tokens_(tokenize_pubmed(pasted, context)) {}

  Node line() {
    if (at(Kind::kEnd)) fail(0, "there is no word in this line: write one");
    Node node = sequence();
    if (at(Kind::kClose))
      fail(here().span.begin, "this ) closes nothing: take it out, or write ( where the group begins");
    return finish(std::move(node), kEverywhere, context_);
  }

 private:
  const PubmedToken& here() const { return tokens_[at_]; }
  bool at(Kind kind) const { return here().kind == kind; }
  bool take(Kind kind) {
    if (!at(kind)) return false;
    ++at_;
    return true;
  }
  bool begins_operand() const { return at(Kind::kOpen) || at(Kind::kWord) || at(Kind::kQuoted) || at(Kind::kLimit); }

  Node sequence() {
    std::vector<Node> operands;
    operands.push_back(operand());
    NodeKind kind = NodeKind::kAnd;
    while (!at(Kind::kEnd) && !at(Kind::kClose)) {
      NodeKind next = NodeKind::kAnd;
      bool without = false;
      if (begins_operand()) {
        context_.tell("juxtaposition", "units side by side without an operator were joined by AND", here().span, false);
      } else {
        const PubmedToken* op = &tokens_[at_++];
        if (op->kind == Kind::kOr) next = NodeKind::kOr;
        without = op->kind == Kind::kNot;
        if (op->kind == Kind::kAnd && at(Kind::kNot)) {
          op = &tokens_[at_++];
          without = true;
        }
        if (op->kind == Kind::kTag || op->kind == Kind::kColon || op->kind == Kind::kNear) {
          fail(op->span.begin, shown(op->text) + " has no place here: write AND, OR or NOT between units");
        }
        if (!begins_operand()) {
          fail(op->span.begin,
               "there is nothing to the right of " + op->text + ": write a word, a phrase or a group there");
        }
      }
      if (operands.size() == 1) kind = next;
      if (next != kind) {
        if (++turns_ > kMostTurns)
          fail(here().span.begin, "AND and OR take turns more than 1,000 times: write parentheses, or split the query");
        Node left = joined(kind, std::move(operands));
        operands.clear();
        operands.push_back(std::move(left));
        kind = next;
      }
      Node right = operand();
      operands.push_back(without ? negated(std::move(right)) : std::move(right));
    }
    return joined(kind, std::move(operands));
  }

  Node operand() {
    const std::size_t begin = at_;
    Node left = nearness();
    if (!at(Kind::kColon)) return left;
    const PubmedToken& colon = tokens_[at_++];
    const std::size_t middle = at_;
    if (!begins_operand()) fail(colon.span.begin, "a range of dates has two ends: \"2010\"[dp] : \"2015\"[dp]");
    const Node right = nearness();
    const bool dates = tokens_[begin].kind != Kind::kOpen && tokens_[middle].kind != Kind::kOpen &&
                       tokens_[at_ - 1].kind == Kind::kTag &&
                       tokens_[at_ - 1].tags.tags.front()->kind == TagKind::kDate;
    if (!dates)
      fail(colon.span.begin, "a colon stands between the ends of a range of dates: \"2010\"[dp] : \"2015\"[dp]");
    return dates_leaf(tokens_[begin].text + ":" + tokens_[middle].text, {left.span.begin, right.span.end}, context_);
  }

  Node nearness() {
    Node left = unit(false);
    while (at(Kind::kNear)) {
      const PubmedToken& op = tokens_[at_++];
      if (++turns_ > kMostTurns) fail(op.span.begin, "a query has at most 1,000 nearnesses: split it");
      if (!begins_operand()) {
        fail(op.span.begin,
             "there is nothing to the right of " + op.text + ": write a word, a phrase or a group there");
      }
      left = near_node(std::move(left), unit(true), op.distance, op.ordered);
    }
    return left;
  }

  Node unit(bool near) {
    if (at(Kind::kOpen)) return tagged(group());
    const PubmedToken& token = here();
    if (at(Kind::kQuoted)) {
      count_leaf(token);
      ++at_;
      if (at(Kind::kTag) && here().between) return proximity(token);
      return tagged_words(token.text, token.span);
    }
    if (at(Kind::kWord)) return run(near);
    if (at(Kind::kLimit)) return limit();
    if (token.kind == Kind::kEnd)
      fail(token.span.begin, "the query ends too early: a word, a phrase or a group is missing here");
    fail(token.span.begin,
         "there is nothing to the left of " + shown(token.text) + ": write a word, a phrase or a group there");
  }

  Node limit() {
    const PubmedToken& token = tokens_[at_++];
    context_.tell("void-field", shown(token.text) + " is nothing that registry records have: it says nothing here",
                  token.span, true);
    return void_leaf(token.text, token.span);
  }

  Node group() {
    const PubmedToken& open = tokens_[at_++];
    if (++depth_ > kDeepest)
      fail(open.span.begin, "parentheses go at most 100 deep: take out those that change nothing");
    if (at(Kind::kClose))
      fail(open.span.begin, "there is no word between these parentheses: write one, or leave them out");
    Node node = sequence();
    const PubmedToken& close = here();
    if (!take(Kind::kClose)) fail(open.span.begin, "this ( is never closed: write ) where the group ends");
    --depth_;
    node.span = {open.span.begin, close.span.end};
    return node;
  }

  Node tagged(Node node) {
    while (at(Kind::kTag)) node = qualify(std::move(node), tokens_[at_++].tags, context_);
    return node;
  }

  void count_leaf(const PubmedToken& token) {
    if (++leaves_ > kMostLeaves) fail(token.span.begin, "a query has at most 10,000 words and values: split it");
  }

  static bool is_reference(const PubmedToken& token) {
    return token.text.starts_with('#') && token.text.size() > 1 && is_ascii_digit(token.text[1]) &&
           std::all_of(token.text.begin() + 1, token.text.end(), is_word_byte);
  }

  static Node line_node(const PubmedToken& token) {
    Node node;
    node.kind = NodeKind::kLine;
    node.text = token.text;
    node.span = token.span;
    return node;
  }

  bool is_label(const PubmedToken& token) const {
    if (context_.references.lines == 0) return false;
    if (is_number(token.text)) return token.text.size() <= 4;
    return token.text.size() <= 5 && context_.references.find(token.text).has_value();
  }

  Node run(bool near) {
    const std::size_t begin = at_;
    const PubmedToken& first = tokens_[begin];
    if (is_reference(first)) {
      count_leaf(first);
      ++at_;
      return line_node(first);
    }
    std::string text;
    while (at(Kind::kWord) && !is_reference(here())) {
      count_leaf(here());
      text += (text.empty() ? "" : " ") + tokens_[at_++].text;
    }
    const Span span{first.span.begin, tokens_[at_ - 1].span.end};
    if (at(Kind::kTag)) {
      if (here().between)
        fail(here().span.begin, "nearness is between the words of a phrase in quotes: \"a b\"[tiab:~3]");
      return tagged_words(text, span);
    }
    if (near || at(Kind::kNear)) return words_leaf(with_wildcards(text, span), span);
    if (at_ == begin + 1 && is_label(first)) return line_node(first);
    std::vector<Node> words;
    for (std::size_t i = begin; i < at_; ++i) words.push_back(untagged_word(tokens_[i]));
    return joined(NodeKind::kAnd, std::move(words));
  }

  static bool is_subset(std::string_view text) {
    return std::find(std::begin(kSubsets), std::end(kSubsets), base::to_lower_ascii(text)) != std::end(kSubsets);
  }

  Node subset(std::string_view text, Span span) const {
    context_.tell("void-field", shown(text) + " is a subset of PubMed: it says nothing here", span, true);
    return void_leaf(std::string(text), span);
  }

  Node untagged_word(const PubmedToken& token) const {
    if (is_subset(token.text)) return subset(token.text, token.span);
    return words_leaf(with_wildcards(token.text, token.span), token.span);
  }

  /// A phrase or run and the tags behind it.
  Node tagged_words(std::string_view text, Span span) {
    if (at(Kind::kTag)) {
      const TagList& list = here().tags;
      const bool heading = std::any_of(list.tags.begin(), list.tags.end(), [](const Tag* tag) {
        return tag->kind == TagKind::kHeading || tag->kind == TagKind::kExploded || tag->kind == TagKind::kMajor ||
               tag->kind == TagKind::kExplodedMajor;
      });
      if (heading && base::to_lower_ascii(text.substr(0, 4)) == "exp ") {
        context_.tell("exp-in-pubmed", "exp before a heading is Ovid's: [mesh] takes the narrower headings anyway",
                      span, false);
        text = base::trim(text.substr(4));
      }
      if (is_subset(text) && list.tags.front()->kind == TagKind::kText) {
        ++at_;
        return subset(text, span);
      }
      if (list.tags.size() == 1 && list.tags.front()->kind == TagKind::kDate) {
        Node dates = dates_leaf(text, span, context_);
        ++at_;
        return dates;
      }
    }
    return tagged(words_leaf(with_wildcards(text, span), span));
  }

  Node proximity(const PubmedToken& phrase) {
    const std::uint32_t between = *here().between;
    const std::string text = base::collapse_space(with_wildcards(phrase.text, phrase.span));
    std::optional<Node> node;
    for (const std::string_view word : base::split(text, ' ')) {
      if (count_letters(word) == 0) continue;
      if (++turns_ > kMostTurns) fail(phrase.span.begin, "a query has at most 1,000 nearnesses: split it");
      Node leaf = words_leaf(std::string(word), phrase.span);
      node = node ? near_node(std::move(*node), std::move(leaf), between + 1, false) : std::move(leaf);
    }
    if (!node) fail(phrase.span.begin, "there is no word between these quotes: write one, or leave them out");
    node->span = phrase.span;
    return tagged(std::move(*node));
  }

  /// * is the only wildcard; what others take for one is told and parts words.
  std::string with_wildcards(std::string_view text, Span span) const {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (c == '*' && i + 1 < text.size() && is_ascii_digit(text[i + 1])) {
        fail(span.begin, "in PubMed no number stands behind *: " + shown(text),
             "Ovid limits a wildcard so: read it with --syntax ovid");
      }
      if (c != '$' && c != '?' && c != '#') {
        out += c;
        continue;
      }
      if (i > 0 && is_word_byte(text[i - 1])) {
        context_.tell("no-wildcard", std::string(1, c) + " is no wildcard in PubMed: it was left out", span, true);
      }
      out += ' ';
    }
    return out;
  }

  const DialectContext& context_;
  std::vector<PubmedToken> tokens_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t leaves_ = 0;
  std::size_t turns_ = 0;
};

}  // namespace

Query parse_pubmed(std::string_view text, const References& references, const DialectOptions& options) {
  Query query;
  query.text = text;
  const PastedText pasted(query.text, query.warnings);
  const DialectContext context{references, options, query.warnings};
  query.root = PubmedParser(pasted, context).line();
  return query;
}

}  // namespace trialsift::query
