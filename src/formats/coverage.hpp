// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "trialsift/model/members.hpp"

/// What records of tables and of chosen fields can tell, by their columns.
namespace trialsift::formats {

/// Columns that are but a part of a member; coverage_of_columns() knows what they come to.
namespace column {
constexpr model::MemberSet kPrimaryOutcomes = model::MemberSet::of_bits(1ULL << 63U);
constexpr model::MemberSet kSecondaryOutcomes = model::MemberSet::of_bits(1ULL << 62U);
constexpr model::MemberSet kConditionAncestors = model::MemberSet::of_bits(1ULL << 61U);
constexpr model::MemberSet kInterventionAncestors = model::MemberSet::of_bits(1ULL << 60U);
/// Countries without study sites.
constexpr model::MemberSet kCountries = model::MemberSet::of_bits(1ULL << 59U);
}  // namespace column

/// Of the columns that are there. Primary outcomes without a place for secondary ones, and countries without a place
/// for sites, tell a part of the member only.
constexpr model::Coverage coverage_of_columns(model::MemberSet columns) {
  model::Coverage coverage{columns & model::MemberSet::all(), {}};
  const auto take = [&](model::MemberSet member, model::MemberSet halves) {
    if ((columns & halves).empty()) return;
    (columns.contains(halves) ? coverage.speaks : coverage.fills) |= member;
  };
  take(model::member::kOutcomes, column::kPrimaryOutcomes | column::kSecondaryOutcomes);
  take(model::member::kMeshAncestors, column::kConditionAncestors | column::kInterventionAncestors);
  if (columns.contains(column::kCountries)) coverage.fills |= model::member::kLocations;
  coverage.fills = coverage.fills - coverage.speaks;
  return coverage;
}

/// Whether a cell's text was no value of the column's members: that does not say that there is none.
constexpr bool is_unread(model::MemberSet column, model::MemberSet present, bool has_text) {
  const model::MemberSet members = column & model::MemberSet::all();
  return has_text && !members.empty() && (members & present).empty();
}

}  // namespace trialsift::formats
