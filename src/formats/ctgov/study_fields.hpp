// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "trialsift/model/trial.hpp"

namespace trialsift::formats {

/// The name of a field of ClinicalTrials.gov's API as it is compared: "LeadSponsorName", "Lead Sponsor Name" and
/// "lead_sponsor_name" are one.
std::string study_field_name(std::string_view spelling);

/// All that is_study_field() knows; the names live for ever.
std::vector<std::string_view> study_field_names();

/// True if a member of Trial, or the id, is made of the field; `name` is of study_field_name().
bool is_study_field(std::string_view name);
/// True if the field's text may run over lines and paragraphs.
bool is_study_prose(std::string_view name);
/// True if the field is a list of texts that stand by themselves.
bool is_study_list(std::string_view name);

/// The members that a field is all of, or a part, as coverage_of_columns() takes them.
model::MemberSet study_field_columns(std::string_view name);

/// Takes the values of one field. Those of one structure are told apart by their order: the third InterventionType is
/// that of the third InterventionName. Fields that is_study_field() does not know are left out.
void take_study_field(model::Trial& trial, std::string_view name, const std::vector<std::string>& values);

}  // namespace trialsift::formats
