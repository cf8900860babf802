// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

#include "query/ctgov/ctgov_source.hpp"
#include "query/diagnostics.hpp"
#include "query/dialect_parsers.hpp"
#include "query/shape.hpp"

// Search expressions of ClinicalTrials.gov, as its page "Constructing Complex Search Queries" defines them. Operators
// are written in upper case.
//
//   expression  = conjunction , { "OR" , conjunction } ;
//   conjunction = operation , { [ "AND" ] , operation } ;          without AND: read as AND, with a warning unless NOT
//   operation   = { "NOT" | context } , source ;
//   context     = "AREA[" , AREA , "]" | "SEARCH[" , ( "Study" | "Location" ) , "]" | "TILT[" , AREA , "]"
//               | "EXPANSION[" , ( "None" | "Term" | "Concept" | "Relaxation" | "Lossy" ) , "]"
//               | "COVERAGE[" , ( "FullMatch" | "StartsWith" | "EndsWith" | "Contains" ) , "]" ;
//   source      = term | "RANGE[" , END , "," , END , "]" | "MISSING" | "ALL" | "DISTANCE[" , ... , "]"
//               | "(" , expression , ")" | LINE ;
//   term        = ( WORD | PHRASE ) , { WORD | PHRASE } ;
//
// A context reaches over the operation's source, into its parentheses; an inner one of the same kind wins. LINE is #1,
// and 1 in a line of nothing but numbers and operators; only in a strategy.

namespace trialsift::query {
namespace {

using Kind = CtgovTokenKind;

constexpr std::size_t kDeepest = 100;
constexpr std::size_t kMostSources = 10'000;

struct ExpansionName {
  std::string_view name;
  Expansion value;
};
constexpr std::array kExpansions = {
    ExpansionName{"None", Expansion::kNone},       ExpansionName{"Term", Expansion::kTerm},
    ExpansionName{"Concept", Expansion::kConcept}, ExpansionName{"Relaxation", Expansion::kRelaxation},
    ExpansionName{"Lossy", Expansion::kLossy},
};

struct CoverageName {
  std::string_view name;
  Coverage value;
};
constexpr std::array kCoverages = {
    CoverageName{"FullMatch", Coverage::kFullMatch},
    CoverageName{"StartsWith", Coverage::kStartsWith},
    CoverageName{"EndsWith", Coverage::kEndsWith},
    CoverageName{"Contains", Coverage::kContains},
};

/// The row that an operator's parameter names. Throws with the names there are.
template <class Table>
auto choice(const Table& table, const CtgovToken& token) {
  std::string names;
  for (const auto& row : table) {
    if (row.name == token.parameter) return row.value;
    names += (names.empty() ? "" : ", ") + std::string(row.name);
  }
  fail(token.parameter_begin, token.text + " takes one of " + names);
}

class Parser {
 public:
  Parser(std::vector<CtgovToken> tokens, const References& references, std::vector<Warning>& warnings)
      : tokens_(std::move(tokens)), references_(references), warnings_(warnings) {}

  Node query() {
    if (at(Kind::kEnd)) return nothing();
    Node node = expression({});
    if (at(Kind::kClose)) {
      fail(here().span.begin, "this ) closes nothing: take it out, or write ( where the group begins");
    }
    return node;
  }

 private:
  const CtgovToken& here() const { return tokens_[at_]; }
  bool at(Kind kind) const { return here().kind == kind; }
  bool take(Kind kind) {
    if (!at(kind)) return false;
    ++at_;
    return true;
  }
  bool ends_conjunction() const { return at(Kind::kEnd) || at(Kind::kClose) || at(Kind::kOr); }

  /// An empty query is every record; one of which nothing was left must not become that.
  Node nothing() const {
    if (!warnings_.empty()) fail(0, "there is no word in this query: write one, or ALL for every record");
    return {};
  }

  // ---- lines of a strategy

  bool is_line(const CtgovToken& token) const {
    if (references_.lines == 0 || token.kind != Kind::kText || token.quoted || token.escaped) return false;
    return token.text.size() > 1 && token.text.front() == '#';
  }

  Node line(const CtgovToken& token) {
    const std::string_view label = std::string_view(token.text).substr(1);
    const std::optional<std::size_t> found = references_.find ? references_.find(label) : std::nullopt;
    if (!found) fail(token.span.begin, "there is no line " + shown(label) + " in this strategy");
    if (*found >= references_.line) {
      fail(token.span.begin,
           "line " + shown(label) +
               (*found == references_.line ? " refers to itself"
                                           : " stands after this one: a line refers to lines before it"));
    }
    Node node;
    node.kind = NodeKind::kLine;
    node.line = static_cast<std::uint32_t>(*found);
    node.span = token.span;
    return node;
  }

  // ---- the grammar

  Node expression(const CtgovContext& context) {
    std::vector<Node> operands;
    operands.push_back(conjunction(context));
    while (at(Kind::kOr)) {
      const CtgovToken& op = tokens_[at_++];
      need_operand(op);
      operands.push_back(conjunction(context));
    }
    return grouped(NodeKind::kOr, std::move(operands));
  }

  Node conjunction(const CtgovContext& context) {
    std::vector<Node> operands;
    operands.push_back(operation(context));
    while (!ends_conjunction()) {
      if (at(Kind::kAnd)) {
        const CtgovToken& op = tokens_[at_++];
        need_operand(op);
      } else if (!at(Kind::kNot)) {
        warn(warnings_, "implied-and", "AND was read between what stands side by side", here().span);
      }
      operands.push_back(operation(context));
    }
    return grouped(NodeKind::kAnd, std::move(operands));
  }

  static Node grouped(NodeKind kind, std::vector<Node> operands) {
    const Span span{operands.front().span.begin, operands.back().span.end};
    Node node = joined(kind, std::move(operands));
    node.span = span;
    return node;
  }

  /// An operator with nothing to its right is told at the operator.
  void need_operand(const CtgovToken& op) const {
    const Kind next = here().kind;
    if (next != Kind::kEnd && next != Kind::kClose && next != Kind::kAnd && next != Kind::kOr) return;
    fail(op.span.begin, "there is nothing to the right of " + shown(op.text) + ": write a term or a group there",
         "a backslash before the word makes it text");
  }

  Node operation(CtgovContext context) {
    bool without = false;
    const std::size_t begin = here().span.begin;
    const CtgovToken* expansion = nullptr;
    const CtgovToken* coverage = nullptr;
    while (at(Kind::kNot) || at(Kind::kContext)) {
      const CtgovToken& op = tokens_[at_++];
      need_operand(op);
      if (op.kind == Kind::kNot) {
        without = !without;
      } else {
        apply(op, context);
        if (op.text == "EXPANSION") expansion = &op;
        if (op.text == "COVERAGE") coverage = &op;
      }
    }
    check_together(context, expansion, coverage);
    Node node = source(context);
    if (without) node = negated(std::move(node));
    node.span.begin = begin;
    return node;
  }

  void apply(const CtgovToken& op, CtgovContext& context) {
    if (op.text == "AREA") {
      context.area = &area_of(op);
      context.area_span = op.span;
    } else if (op.text == "EXPANSION") {
      context.expansion = choice(kExpansions, op);
    } else if (op.text == "COVERAGE") {
      context.coverage = choice(kCoverages, op);
    } else if (op.text == "TILT") {
      area_of(op);
      warn(warnings_, "tilt-ignored", "TILT changes the order of results and was left out", op.span);
    } else if (op.parameter == "Location") {
      warn_of_result(
          warnings_, "same-location",
          "SEARCH[Location] asks for one site where all of it holds; here each part may hold of another site", op.span);
    } else if (op.parameter != "Study") {
      fail(op.parameter_begin, "SEARCH takes Study or Location");
    }
  }

  static const Area& area_of(const CtgovToken& op) {
    if (const Area* area = find_area(op.parameter)) return *area;
    if (op.parameter.empty()) fail(op.parameter_begin, op.text + " takes the name of an area");
    fail(op.parameter_begin, "unknown area " + shown(op.parameter) + area_suggestion(op.parameter),
         "areas are the registry's search areas and fields, such as ConditionSearch or BriefSummary");
  }

  /// What the registry says cannot be together.
  static void check_together(const CtgovContext& context, const CtgovToken* expansion, const CtgovToken* coverage) {
    if (expansion == nullptr && coverage == nullptr) return;
    const CtgovToken& place = coverage != nullptr ? *coverage : *expansion;
    const bool apart = context.expansion == Expansion::kRelaxation || context.expansion == Expansion::kLossy;
    if (apart && context.coverage != Coverage::kContains) {
      fail(place.span.begin, "FullMatch, StartsWith and EndsWith go with EXPANSION[None], [Term] or [Concept] only");
    }
  }

  Node source(const CtgovContext& context) {
    if (++sources_ > kMostSources) fail(here().span.begin, "a query has at most 10,000 terms: split it");
    const CtgovToken& token = here();
    switch (token.kind) {
      case Kind::kText:
        return text(context);
      case Kind::kOpen:
        return group(context);
      case Kind::kRange:
        ++at_;
        return ctgov_range(token, context, warnings_);
      case Kind::kDistance:
        ++at_;
        return ctgov_void("the place of a site (DISTANCE)", token.span, warnings_);
      case Kind::kMissing:
        ++at_;
        return ctgov_missing(token, context, warnings_);
      case Kind::kAll: {
        ++at_;
        Node every;
        every.kind = NodeKind::kEvery;
        every.span = token.span;
        return every;
      }
      case Kind::kContext:
      case Kind::kAnd:
      case Kind::kOr:
      case Kind::kNot:
      case Kind::kClose:
      case Kind::kEnd:
        break;
    }
    if (token.kind == Kind::kEnd) fail(token.span.begin, "the query ends where a term should stand");
    fail(token.span.begin, "there is nothing to the left of " + shown(token.text) + ": write a term or a group there",
         "a backslash before a word makes it text");
  }

  Node text(const CtgovContext& context) {
    if (is_line(here())) return line(tokens_[at_++]);
    const std::size_t begin = at_;
    while (at(Kind::kText) && !is_line(here())) ++at_;
    return ctgov_term(std::span(tokens_).subspan(begin, at_ - begin), context, warnings_);
  }

  Node group(const CtgovContext& context) {
    const CtgovToken& open = tokens_[at_++];
    if (++depth_ > kDeepest) {
      fail(open.span.begin, "parentheses go at most 100 deep: take out those that change nothing");
    }
    if (at(Kind::kClose))
      fail(open.span.begin, "there is no word between these parentheses: write one, or leave them out");
    Node node = expression(context);
    const CtgovToken& close = here();
    if (!take(Kind::kClose)) fail(open.span.begin, "this ( is never closed: write ) where the group ends");
    --depth_;
    node.span = {open.span.begin, close.span.end};
    return node;
  }

  std::vector<CtgovToken> tokens_;
  const References& references_;
  std::vector<Warning>& warnings_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t sources_ = 0;
};

}  // namespace

Query parse_ctgov(std::string_view text, const References& references, const DialectOptions&) {
  Query query;
  query.text = text;
  query.root = Parser(tokenize_ctgov(query.text, query.warnings), references, query.warnings).query();
  return query;
}

}  // namespace trialsift::query
