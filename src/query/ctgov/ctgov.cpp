// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "query/ctgov/ctgov.hpp"
#include "query/ctgov/ctgov_source.hpp"
#include "query/diagnostics.hpp"
#include "query/frame/frame.hpp"
#include "query/shape.hpp"
#include "query/site.hpp"

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

constexpr Wording kWording = {
    .operand = "a term or a group",
    .leaves = "terms",
    .early_end = "the query ends where a term should stand",
    .every = "ALL",
    .hint = "a backslash before the word makes it text",
};

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

class Parser : public Frame<CtgovToken> {
 public:
  Parser(std::vector<CtgovToken> tokens, const References& references, const DialectOptions& options,
         std::vector<Warning>& warnings)
      : Frame(std::move(tokens), {{Kind::kOr}, {Kind::kAnd}}, kWording, warnings), references_(references) {
    context_.options = &options;
  }

  using Frame::whole;

 private:
  bool begins_operand() const override { return !at(Kind::kEnd, Kind::kClose, Kind::kAnd, Kind::kOr); }

  bool implies_and() override {
    if (!begins_operand()) return false;
    if (!at(Kind::kNot)) warn(warnings_, "implied-and", "AND was read between what stands side by side", here().span);
    return true;
  }

  /// Of a strategy.
  bool is_line(const CtgovToken& token) const {
    if (references_.lines == 0 || token.kind != Kind::kText || token.quoted || token.escaped) return false;
    return token.text.size() > 1 && token.text.front() == '#';
  }

  Node operand() override {
    const CtgovContext around = context_;
    bool without = false;
    const std::size_t begin = here().span.begin;
    const CtgovToken* expansion = nullptr;
    const CtgovToken* coverage = nullptr;
    while (at(Kind::kNot, Kind::kContext)) {
      const CtgovToken& op = take();
      need_operand(op);
      if (op.kind == Kind::kNot) {
        without = !without;
      } else {
        apply(op);
        if (op.text == "EXPANSION") expansion = &op;
        if (op.text == "COVERAGE") coverage = &op;
      }
    }
    check_together(expansion, coverage);
    const CtgovToken* const one_site = std::exchange(one_site_, nullptr);
    Node node = source();
    context_ = around;
    if (one_site != nullptr) node = in_one_site_if_it_can(std::move(node), *one_site);
    if (without) node = negated(std::move(node));
    node.span.begin = begin;
    return node;
  }

  void apply(const CtgovToken& op) {
    if (op.text == "AREA") {
      context_.area = &area_of(op);
      context_.area_span = op.span;
    } else if (op.text == "EXPANSION") {
      context_.expansion = choice(kExpansions, op);
    } else if (op.text == "COVERAGE") {
      context_.coverage = choice(kCoverages, op);
    } else if (op.text == "TILT") {
      area_of(op);
      warn(warnings_, "tilt-ignored", "TILT changes the order of results and was left out", op.span);
    } else if (op.parameter == "Location") {
      one_site_ = &op;
    } else if (op.parameter != "Study") {
      fail(op.parameter_begin, "SEARCH takes Study or Location");
    }
  }

  Node in_one_site_if_it_can(Node node, const CtgovToken& op) {
    if (auto bound = bound_to_site(node)) return std::move(*bound);
    tell(warnings_,
         {"same-location",
          "SEARCH[Location] asks for one site where all of it holds; here each part may hold of another site", op.span,
          true});
    return node;
  }

  static const Area& area_of(const CtgovToken& op) {
    if (const Area* area = find_area(op.parameter)) return *area;
    if (op.parameter.empty()) fail(op.parameter_begin, op.text + " takes the name of an area");
    fail(op.parameter_begin, "unknown area " + shown(op.parameter) + area_suggestion(op.parameter),
         "areas are the registry's search areas and fields, such as ConditionSearch or BriefSummary");
  }

  /// What the registry says cannot be together.
  void check_together(const CtgovToken* expansion, const CtgovToken* coverage) const {
    if (expansion == nullptr && coverage == nullptr) return;
    const CtgovToken& place = coverage != nullptr ? *coverage : *expansion;
    const bool apart = context_.expansion == Expansion::kRelaxation || context_.expansion == Expansion::kLossy;
    if (apart && context_.coverage != Coverage::kContains) {
      fail(place.span.begin, "FullMatch, StartsWith and EndsWith go with EXPANSION[None], [Term] or [Concept] only");
    }
  }

  Node source() {
    count_leaf(here());
    const CtgovToken& token = here();
    switch (token.kind) {
      case Kind::kText:
        return text();
      case Kind::kOpen:
        return group();
      case Kind::kRange:
        return ctgov_range(take(), context_, warnings_);
      case Kind::kDistance:
        return ctgov_void("the place of a site (DISTANCE)", take().span, warnings_);
      case Kind::kMissing:
        return ctgov_missing(take(), context_, warnings_);
      case Kind::kAll:
        return leaf(NodeKind::kEvery, take().span);
      case Kind::kContext:
      case Kind::kAnd:
      case Kind::kOr:
      case Kind::kNot:
      case Kind::kClose:
      case Kind::kEnd:
        break;
    }
    refuse_here();
  }

  Node text() {
    const CtgovToken& first = here();
    if (is_line(first)) return line_node(first.text, take().span, references_);
    const std::size_t begin = position();
    while (at(Kind::kText) && !is_line(here())) take();
    return ctgov_term(taken_since(begin), context_, warnings_);
  }

  const References& references_;
  CtgovContext context_;                  ///< in force where the parser stands
  const CtgovToken* one_site_ = nullptr;  ///< SEARCH[Location] before the operand that comes
};

}  // namespace

Query parse_ctgov(std::string_view text, const References& references, const DialectOptions& options) {
  Query query;
  query.text = text;
  query.root = Parser(tokenize_ctgov(query.text, query.warnings), references, options, query.warnings).whole();
  return query;
}

}  // namespace trialsift::query
