// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/ctgov/ctgov_age.hpp"

#include <string>
#include <utility>
#include <vector>

#include "query/diagnostics.hpp"
#include "query/shape.hpp"
#include "trialsift/model/age.hpp"

namespace trialsift::query {
namespace {

Node meets(std::int64_t low, std::int64_t high, Span span) {
  return interval_leaf("age", low, high, span);
}

model::AgeSpan age_of(std::string_view text, std::size_t at) {
  const std::optional<model::AgeSpan> age = model::parse_age(text);
  if (!age) fail(at, shown(text) + " is no age: write 18 years or 6 months");
  return *age;
}

}  // namespace

Node age_limits(AgePart part, std::string_view from, std::string_view to, std::size_t at, Span span) {
  const bool minimum = part == AgePart::kMinimum;
  std::vector<Node> all;
  if (from != "MIN" && to != "MAX" && age_of(from, at).first > age_of(to, at).last) {
    fail(at, "the range of ages ends before it begins");
  }
  if (to != "MAX") {
    const std::int64_t last = age_of(to, at).last;
    all.push_back(minimum ? meets(kOpenLow, last, span) : negated(meets(last + 1, kOpenHigh, span)));
  }
  if (from != "MIN") {
    const std::int64_t first = age_of(from, at).first;
    all.push_back(minimum ? negated(meets(kOpenLow, first - 1, span)) : meets(first, kOpenHigh, span));
  }
  Node has = leaf(NodeKind::kHas, span);
  has.field = "age";
  all.insert(all.begin(), std::move(has));
  // Ages without an upper limit go to the oldest.
  if (!minimum) all.push_back(negated(meets(model::kOldestDays, kOpenHigh, span)));
  Node node = joined(NodeKind::kAnd, std::move(all));
  node.span = span;
  return node;
}

Node age_group(std::string_view group, Span span) {
  const model::AgeGroup* const known = model::find_age_group(group);
  const std::optional<model::AgeSpan> ages = known == nullptr ? std::nullopt : model::parse_ages(known->key);
  if (!ages) fail(span.begin, "unknown StdAge " + shown(group), "values: CHILD, ADULT, OLDER_ADULT");
  return meets(ages->first, ages->last == model::kOldestDays ? kOpenHigh : ages->last, span);
}

}  // namespace trialsift::query
