// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/ctgov/ctgov_source.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "query/characters.hpp"
#include "query/ctgov/ctgov_age.hpp"
#include "query/diagnostics.hpp"
#include "query/field_value.hpp"
#include "query/shape.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/partial_date.hpp"
#include "trialsift/model/registered_numbers.hpp"
#include "trialsift/model/trial_id.hpp"
#include "trialsift/model/written_date.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::query {
namespace {

/// Terms side by side become a chain as deep as they are long.
constexpr std::size_t kMostWords = 100;

using schema::Interval;
using schema::Kind;

void warn_of_fit(const CtgovContext& context, std::vector<Warning>& warnings) {
  const Area& area = *context.area;
  if (area.fit != Fit::kWider && area.fit != Fit::kNarrower) return;
  const bool wider = area.fit == Fit::kWider;
  const schema::Field* field = schema::find_field(area.field);
  std::string holds(area.field);
  if (field != nullptr) holds += " (" + std::string(field->about) + ")";
  tell(warnings,
       {wider ? "wider-area" : "narrower-area",
        std::string(area.name) + " was searched in the field " + holds + ", which holds " + (wider ? "more" : "less"),
        context.area_span, true});
}

Span span_of(std::span<const CtgovToken> elements) {
  return {elements.front().span.begin, elements.back().span.end};
}

std::string joined_text(std::span<const CtgovToken> elements) {
  std::string text;
  for (const CtgovToken& element : elements) text += (text.empty() ? "" : " ") + element.text;
  return base::collapse_space(text);
}

/// Builds the tree of a term in a text field.
class TermBuilder {
 public:
  TermBuilder(const CtgovContext& context, std::vector<Warning>& warnings)
      : context_(context),
        warnings_(warnings),
        forms_(context.expansion != Expansion::kUnsaid && context.expansion != Expansion::kNone) {}

  Node build(std::span<const CtgovToken> elements) {
    warn_of_operators(elements);
    warn_of_expansion(elements);
    check_length(elements);
    if (elements.size() == 1 || !is_apart()) return anchored(together(elements));
    Node any;
    any.kind = NodeKind::kAny;
    for (const CtgovToken& element : elements) {
      Node part = together({&element, 1});
      part.occur = context_.expansion == Expansion::kLossy ? Occur::kOptional : Occur::kRequired;
      any.children.push_back(std::move(part));
    }
    any.children.push_back(together(elements));
    any.span = span_of(elements);
    return any;
  }

 private:
  /// True where the words of a term may stand apart.
  bool is_apart() const {
    if (context_.coverage != Coverage::kContains) return false;
    return context_.expansion == Expansion::kUnsaid || context_.expansion == Expansion::kRelaxation ||
           context_.expansion == Expansion::kLossy;
  }

  /// "heart and lung" is a term of three words; "asthma and (a OR b)" is a slip.
  void warn_of_operators(std::span<const CtgovToken> elements) {
    for (const CtgovToken& element : elements) {
      if (element.quoted || element.escaped) continue;
      if (element.text != "and" && element.text != "or" && element.text != "not") continue;
      warn(warnings_, "lower-case-operator",
           element.text + " was read as a word: operators are written in upper case, AND, OR, NOT", element.span);
    }
  }

  void warn_of_expansion(std::span<const CtgovToken> elements) {
    switch (context_.expansion) {
      case Expansion::kUnsaid:
        if (!context_.area->synonyms) return;
        tell(warnings_, {"no-synonyms",
                         "the registry looks for plurals, spellings and synonyms too; only the words as written were "
                         "searched (EXPANSION[Term] adds their forms)",
                         span_of(elements), true});
        return;
      case Expansion::kNone:
        tell(warnings_,
             {"case-folded", "EXPANSION[None] heeds case, hyphens and accents in the registry; here they never count",
              span_of(elements), true});
        return;
      case Expansion::kTerm:
        return;
      case Expansion::kConcept:
      case Expansion::kRelaxation:
      case Expansion::kLossy:
        if (!context_.area->synonyms) return;
        tell(warnings_,
             {"no-synonyms", "the registry looks for synonyms too; only the words and their forms were searched",
              span_of(elements), true});
        return;
    }
  }

  static void check_length(std::span<const CtgovToken> elements) {
    std::size_t words = 0;
    for (const CtgovToken& element : elements) {
      const std::string text = base::collapse_space(element.text);
      for (const std::string_view word : base::split(text, ' ')) {
        if (++words > kMostWords) {
          fail(element.span.begin, "a term has at most 100 words: put AND or OR between its parts",
               "at " + shown(word));
        }
      }
    }
  }

  Node leaf(NodeKind kind, std::string text, Span span) const {
    Node node = query::leaf(kind, span);
    node.text = std::move(text);
    node.field = context_.area->field;
    return node;
  }

  /// The words of all elements, one after the other.
  Node together(std::span<const CtgovToken> elements) const {
    const std::string text = joined_text(elements);
    const Span span = span_of(elements);
    if (!forms_) return with_number(leaf(NodeKind::kPhrase, text, span), text);
    std::optional<Node> chain;
    for (const std::string_view word : base::split(text, ' ')) {
      if (count_letters(word) == 0) continue;
      Node next = leaf(NodeKind::kWord, std::string(word), span);
      chain = chain ? near_pair(*std::move(chain), std::move(next), 1, true) : std::move(next);
    }
    return with_number(*std::move(chain), text);
  }

  /// BasicSearch finds a trial by its number too.
  Node with_number(Node node, const std::string& text) const {
    if (context_.area->field != default_area().field) return node;
    const std::optional<model::TrialId> id = model::typed_number(text);
    if (!id) return node;
    std::vector<Node> either;
    either.push_back(filter_leaf("id", id->text(), node.span));
    either.insert(either.begin(), std::move(node));
    return joined(NodeKind::kOr, std::move(either));
  }

  Node anchored(Node node) const {
    node.at_start = context_.coverage == Coverage::kFullMatch || context_.coverage == Coverage::kStartsWith;
    node.at_end = context_.coverage == Coverage::kFullMatch || context_.coverage == Coverage::kEndsWith;
    return node;
  }

  const CtgovContext& context_;
  std::vector<Warning>& warnings_;
  bool forms_;  ///< words stand for their forms too
};

[[noreturn]] void refuse_value(const std::string& value, const CtgovContext& context, const schema::Field& field,
                               std::size_t at) {
  std::vector<std::string> lower;
  std::string keys;
  for (const model::VocabularyValue& row : field.vocabulary->values) {
    if (field.vocabulary->values.size() <= model::kValuesListed) {
      keys += (keys.empty() ? "" : ", ") + std::string(row.label);
    }
    lower.push_back(base::to_lower_ascii(row.label));
    lower.emplace_back(row.key);
  }
  const std::vector<std::string_view> spellings(lower.begin(), lower.end());
  fail(at, "unknown " + std::string(context.area->name) + " " + shown(value) + suggestion(value, spellings),
       "values: " + (keys.empty() ? values_listed(field) : keys));
}

Node value_of(std::span<const CtgovToken> elements, const CtgovContext& context, const schema::Field& field) {
  const std::string text = joined_text(elements);
  const Span span = span_of(elements);
  if (field.kind == Kind::kKey) {
    const std::optional<model::TrialId> id = model::typed_number(text);
    return filter_leaf(field.name, id ? id->text() : base::to_lower_ascii(text), span);
  }
  // PHASE2/PHASE3: both.
  std::vector<Node> all;
  for (std::string& key : asked_values(field, text, *context.options)) {
    all.push_back(filter_leaf(field.name, std::move(key), span));
  }
  if (all.empty()) refuse_value(text, context, field, span.begin);
  Node node = joined(NodeKind::kAnd, std::move(all));
  node.span = span;
  return node;
}

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return number;
}

/// A written date or number: the interval that it stands for.
Interval bound(std::string_view text, const schema::Field& field, std::size_t at) {
  if (field.kind == Kind::kDate) {
    const std::optional<model::PartialDate> date = model::read_date(text, model::DayMonth::kMonthFirst);
    if (!date) fail(at, shown(text) + " is no date: write 2015-06-09, 06/09/2015, 2015-06 or 2015");
    return {date->first(), date->last()};
  }
  const std::optional<int> number = number_of(text);
  if (!number || *number < 0) fail(at, shown(text) + " is no whole number");
  return {*number, *number};
}

Node interval_node(const schema::Field& field, Interval interval, Span span) {
  Node node = interval_leaf(field.name, interval.low, interval.high, span);
  if (interval.low == kOpenLow && interval.high == kOpenHigh) node.kind = NodeKind::kHas;
  return node;
}

bool has_intervals(const schema::Field* field) {
  return field != nullptr && (field->kind == Kind::kDate || field->kind == Kind::kNumber);
}

}  // namespace

Node ctgov_void(std::string_view what, Span span, std::vector<Warning>& warnings) {
  tell(warnings, {"not-indexed", std::string(what) + " is not in the index: this part was left out", span, true});
  return leaf(NodeKind::kVoid, span);
}

Node ctgov_term(std::span<const CtgovToken> elements, const CtgovContext& context, std::vector<Warning>& warnings) {
  const Span span = span_of(elements);
  if (context.area->fit == Fit::kNone) return ctgov_void(context.area->name, span, warnings);
  if (context.area->age == AgePart::kGroup) return age_group(joined_text(elements), span);
  if (context.area->age != AgePart::kNone) {
    const std::string age = joined_text(elements);
    return age_limits(context.area->age, age, age, span.begin, span);
  }
  warn_of_fit(context, warnings);
  const schema::Field* field = schema::find_field(context.area->field);
  if (field == nullptr || field->kind == Kind::kText) return TermBuilder(context, warnings).build(elements);
  if (has_intervals(field)) return interval_node(*field, bound(joined_text(elements), *field, span.begin), span);
  return value_of(elements, context, *field);
}

Node ctgov_range(const CtgovToken& range, const CtgovContext& context, std::vector<Warning>& warnings) {
  const std::string_view inside = range.parameter;
  const std::size_t comma = inside.find(',');
  if (comma == std::string_view::npos || inside.find(',', comma + 1) != std::string_view::npos) {
    fail(range.span.begin, "RANGE takes two ends: write RANGE[2015-01-01, MAX]");
  }
  const std::string_view from = base::trim(inside.substr(0, comma));
  const std::string_view to = base::trim(inside.substr(comma + 1));
  if (context.area->fit == Fit::kNone) return ctgov_void(context.area->name, range.span, warnings);
  const AgePart age = context.area->age;
  if (age == AgePart::kMinimum || age == AgePart::kMaximum) {
    return age_limits(age, from, to, range.parameter_begin, range.span);
  }
  const schema::Field* field = schema::find_field(context.area->field);
  if (!has_intervals(field)) {
    fail(range.span.begin, std::string(context.area->name) + " holds no dates or numbers for RANGE",
         "an area of dates or numbers stands before it: AREA[StartDate]RANGE[2015-01-01, MAX]");
  }
  const std::size_t at = range.parameter_begin;
  const Interval interval{from == "MIN" ? kOpenLow : bound(from, *field, at).low,
                          to == "MAX" ? kOpenHigh : bound(to, *field, at + comma + 1).high};
  if (interval.low > interval.high) fail(at, "the range " + shown(inside) + " ends before it begins");
  return interval_node(*field, interval, range.span);
}

Node ctgov_missing(const CtgovToken& missing, const CtgovContext& context, std::vector<Warning>& warnings) {
  if (context.area == &default_area()) {
    fail(missing.span.begin, "MISSING says nothing without an area: write AREA[ResultsFirstPostDate]MISSING",
         "a backslash makes a word text: \\MISSING");
  }
  if (context.area->fit == Fit::kNone) return ctgov_void(context.area->name, missing.span, warnings);
  const bool one_limit = context.area->age == AgePart::kMinimum || context.area->age == AgePart::kMaximum;
  if (context.area->fit == Fit::kWider || one_limit) {
    return ctgov_void(std::string(context.area->name) + " apart from " + std::string(context.area->field), missing.span,
                      warnings);
  }
  Node has = leaf(NodeKind::kHas, missing.span);
  has.field = context.area->field;
  Node node = negated(std::move(has));
  node.span = missing.span;
  return node;
}

}  // namespace trialsift::query
