// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "query/characters.hpp"
#include "query/citation/dialect_leaf.hpp"
#include "query/citation/pasted_text.hpp"
#include "query/citation/read_line.hpp"
#include "query/diagnostics.hpp"
#include "query/frame/frame.hpp"
#include "query/pubmed/pubmed.hpp"
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

constexpr unsigned kEverywhere = kTopic | kTheRest;

using Kind = PubmedTokenKind;

constexpr Wording kWording;

/// What PubMed knows as subsets without a tag.
constexpr std::string_view kSubsets[] = {"hasabstract",  "inprocess",        "pmcbook",
                                         "publisher",    "pubmednotmedline", "pubstatusaheadofprint",
                                         "indatareview", "pubstatusnihms",   "pubstatuspmcsd"};

class PubmedParser : public Frame<PubmedToken> {
 public:
  PubmedParser(const PastedText& pasted, const DialectContext& context, const BorrowedForms& forms)
      : Frame(tokenize_pubmed(pasted, context, forms), {{Kind::kAnd, Kind::kOr, Kind::kNot}}, kWording,
              context.warnings),
        context_(context) {}

  Node line() { return finish(whole(), kEverywhere, context_); }

 private:
  bool begins_operand() const override { return at(Kind::kOpen, Kind::kWord, Kind::kQuoted, Kind::kLimit); }

  bool implies_and() override {
    if (at(Kind::kTag, Kind::kColon, Kind::kNear)) {
      fail(here().span.begin, shown(here().text) + " has no place here: write AND, OR or NOT between units");
    }
    if (!begins_operand()) return false;
    context_.tell("juxtaposition", "units side by side without an operator were joined by AND", here().span, false);
    return true;
  }

  Node operand() override {
    const PubmedToken& first = here();
    Node left = nearness();
    if (!at(Kind::kColon)) return left;
    const PubmedToken& colon = take();
    const std::size_t middle = position();
    const PubmedToken& second = here();
    if (!begins_operand()) fail(colon.span.begin, "a range of dates has two ends: \"2010\"[dp] : \"2015\"[dp]");
    const Node right = nearness();
    const PubmedToken& last = taken_since(middle).back();
    const bool dates = first.kind != Kind::kOpen && second.kind != Kind::kOpen && last.kind == Kind::kTag &&
                       last.tags.tags.front()->kind == TagKind::kDate;
    if (!dates)
      fail(colon.span.begin, "a colon stands between the ends of a range of dates: \"2010\"[dp] : \"2015\"[dp]");
    return dates_leaf(first.text + ":" + second.text, {left.span.begin, right.span.end}, context_);
  }

  Node nearness() {
    Node left = unit(false);
    while (at(Kind::kNear)) {
      const PubmedToken& op = take();
      count_pair(op);
      need_operand(op);
      left = near_node(std::move(left), unit(true), op.distance, op.ordered);
    }
    return left;
  }

  Node unit(bool near) {
    if (at(Kind::kOpen)) return tagged(group());
    const PubmedToken& token = here();
    if (at(Kind::kQuoted)) {
      count_leaf(take());
      if (at(Kind::kTag) && here().between) return proximity(token);
      return tagged_words(token.text, token.span);
    }
    if (at(Kind::kWord)) return run(near);
    if (at(Kind::kLimit)) return limit();
    refuse_here();
  }

  Node limit() {
    const PubmedToken& token = take();
    context_.tell("void-field", shown(token.text) + " is nothing that registry records have: it says nothing here",
                  token.span, true);
    return void_leaf(token.text, token.span);
  }

  Node tagged(Node node) {
    while (at(Kind::kTag)) node = qualify(std::move(node), take().tags, context_);
    return node;
  }

  static bool is_reference(const PubmedToken& token) {
    return token.text.starts_with('#') && token.text.size() > 1 && base::is_digit(token.text[1]) &&
           std::all_of(token.text.begin() + 1, token.text.end(), is_word_byte);
  }

  bool is_label(const PubmedToken& token) const {
    if (context_.references.lines == 0) return false;
    if (is_number(token.text)) return token.text.size() <= 4;
    return token.text.size() <= 5 && context_.references.find(token.text).has_value();
  }

  Node run(bool near) {
    const std::size_t begin = position();
    const PubmedToken& first = here();
    if (is_reference(first)) {
      count_leaf(take());
      return label_leaf(first.text, first.span);
    }
    std::string text;
    while (at(Kind::kWord) && !is_reference(here())) {
      count_leaf(here());
      text += (text.empty() ? "" : " ") + take().text;
    }
    const std::span<const PubmedToken> taken = taken_since(begin);
    const Span span{first.span.begin, taken.back().span.end};
    if (at(Kind::kTag)) {
      if (here().between)
        fail(here().span.begin, "nearness is between the words of a phrase in quotes: \"a b\"[tiab:~3]");
      return tagged_words(text, span);
    }
    if (near || at(Kind::kNear)) return words_leaf(with_wildcards(text, span), span);
    if (taken.size() == 1 && is_label(first)) return label_leaf(first.text, first.span);
    std::vector<Node> words;
    for (const PubmedToken& token : taken) words.push_back(untagged_word(token));
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
        take();
        return subset(text, span);
      }
      if (list.tags.size() == 1 && list.tags.front()->kind == TagKind::kDate) {
        take();
        return dates_leaf(text, span, context_);
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
      count_pair(phrase);
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
      if (c == '*' && i + 1 < text.size() && base::is_digit(text[i + 1])) {
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
};

}  // namespace

Query parse_pubmed(std::string_view text, const References& references, const DialectOptions& options,
                   const BorrowedForms& forms) {
  return read_line<PubmedParser>(text, references, options, forms);
}

}  // namespace trialsift::query
