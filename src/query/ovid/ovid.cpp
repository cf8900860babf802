// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "query/characters.hpp"
#include "query/citation/dialect_leaf.hpp"
#include "query/citation/dialect_limits.hpp"
#include "query/citation/pasted_text.hpp"
#include "query/citation/read_line.hpp"
#include "query/diagnostics.hpp"
#include "query/frame/frame.hpp"
#include "query/ovid/ovid.hpp"
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
//   unit        = primary , [ TAGS ] ;             TAGS behind a nearness are those of all of it
//   primary     = "(" , expression , ")" | heading | words | LABEL | ( "or" | "and" ) , "/" , LABELS ;
//   heading     = [ "exp" ] , [ "*" ] , words , "/" , [ SUBHEADINGS ] ;
//   words       = ( WORD | QUOTED ) , { WORD | QUOTED } ;                       a phrase; wildcards $ * : ? #

namespace trialsift::query {
namespace {

constexpr std::size_t kMostWildcardDigits = 2;

using Kind = OvidTokenKind;

constexpr Wording kWording = {
    .pairs = "adj",
    .early_end = "the line ends too early: a word, a phrase or a group is missing here",
};

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
    while (end < text.size() && base::is_digit(text[end])) ++end;
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

class OvidParser : public Frame<OvidToken> {
 public:
  OvidParser(const PastedText& pasted, const DialectContext& context)
      : Frame(tokenize_ovid(pasted, context), {{Kind::kOr}, {Kind::kAnd, Kind::kNot}}, kWording, context.warnings),
        pasted_(pasted),
        context_(context) {}

  Node line() {
    if (std::optional<Node> node = command()) return *node;
    return finish(whole(), kTopic, context_);
  }

 private:
  bool begins_operand() const override { return at(Kind::kOpen, Kind::kWord, Kind::kQuoted, Kind::kCombine); }

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
    return line_node(token.text, token.span, context_.references);
  }

  /// The text behind a token, found by its place in the text as given.
  std::string_view rest_after(const OvidToken& token) const {
    const std::string_view text = pasted_.text();
    std::size_t begin = 0;
    while (begin < text.size() && pasted_.given_at(begin) < token.span.end) ++begin;
    return text.substr(begin);
  }

  struct Unit {
    Node node;
    std::optional<TagList> tags;
  };

  Node operand() override {
    Unit left = unit();
    while (at(Kind::kAdj) || begins_operand()) {
      std::uint32_t distance = 1;
      bool ordered = true;
      const bool juxtaposed = !at(Kind::kAdj);
      if (!juxtaposed) {
        const OvidToken& op = take();
        need_operand(op);
        ordered = op.distance == 0;
        distance = std::max(op.distance, 1U);
      } else {
        juxtaposition(left.node);
      }
      count_pair(here());
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
      found.tags = take().tags;
    }
    return found;
  }

  Node primary() {
    if (at(Kind::kOpen)) return group();
    if (at(Kind::kCombine)) return combination();
    if (at(Kind::kWord, Kind::kQuoted)) return words();
    refuse_here();
  }

  Node combination() {
    const OvidToken& token = take();
    std::vector<Node> lines;
    for (const auto& [first, last] : token.ranges) {
      const std::size_t begin = line_of(first, token.span, context_.references);
      const std::size_t end = line_of(last, token.span, context_.references);
      if (begin > end)
        fail(token.span.begin, "the lines " + first + "-" + last + " run backwards: write " + last + "-" + first);
      for (std::size_t place = begin; place <= end; ++place) {
        lines.push_back(leaf(NodeKind::kLine, token.span));
        lines.back().line = static_cast<std::uint32_t>(place);
        count_leaf(token);
      }
    }
    return joined(token.all ? NodeKind::kAnd : NodeKind::kOr, std::move(lines));
  }

  Node words() {
    const std::size_t begin = position();
    const OvidToken& first = here();
    std::string text;
    while (at(Kind::kWord, Kind::kQuoted)) text += (text.empty() ? "" : " ") + take().text;
    const std::span<const OvidToken> taken = taken_since(begin);
    const Span span{first.span.begin, taken.back().span.end};
    count_leaf(first);
    if (at(Kind::kHeading)) return heading(text, span);
    if (taken.size() == 1 && is_label(first)) return label_leaf(first.text, first.span);
    const auto label = [this](const OvidToken& token) { return is_label(token); };
    const bool labels = std::all_of(taken.begin(), taken.end(), label);
    if (context_.references.lines != 0 && labels && !at(Kind::kTags)) missing_operator(taken[1].span.begin);
    if (is_word(first, "exp") || is_word(first, "explode")) {
      fail(span.begin, "exp stands before a heading, and a slash closes it: exp Neoplasms/",
           "to search for the word itself, put it in quotes and a tag behind it");
    }
    return words_leaf(with_wildcards(text, span.begin), span);
  }

  Node heading(std::string_view text, Span span) {
    const OvidToken& slash = take();
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
};

}  // namespace

Query parse_ovid(std::string_view text, const References& references, const DialectOptions& options) {
  return read_line<OvidParser>(text, references, options);
}

}  // namespace trialsift::query
