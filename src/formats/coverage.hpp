// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "trialsift/model/members.hpp"

/// What records of tables and of chosen fields can tell, by their columns.
namespace trialsift::formats {

/// Columns that are but a part of a member; coverage_of_columns() knows what they come to.
namespace column {
constexpr model::MemberSet kPrimaryOutcomes = model::MemberSet::of_tag(127);
constexpr model::MemberSet kSecondaryOutcomes = model::MemberSet::of_tag(126);
constexpr model::MemberSet kConditionAncestors = model::MemberSet::of_tag(125);
constexpr model::MemberSet kInterventionAncestors = model::MemberSet::of_tag(124);
constexpr model::MemberSet kSeriousEvents = model::MemberSet::of_tag(122);
constexpr model::MemberSet kOtherEvents = model::MemberSet::of_tag(121);
constexpr model::MemberSet kCentralContacts = model::MemberSet::of_tag(120);
constexpr model::MemberSet kOfficials = model::MemberSet::of_tag(119);
/// Countries without study sites.
constexpr model::MemberSet kCountries = model::MemberSet::of_tag(123);
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
  take(model::member::kAdverseEvents, column::kSeriousEvents | column::kOtherEvents);
  take(model::member::kContacts, column::kCentralContacts | column::kOfficials);
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
