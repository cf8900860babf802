// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "trialsift/model/trial.hpp"

/// Members of a Trial that several formats put together in the same way.
namespace trialsift::formats {

/// What a record says of how data of participants are shared, in texts of its own.
struct SharingTexts {
  std::string description;
  std::string time_frame;
  std::string access;
  std::string url;
};
/// As one text, a line each.
std::string sharing_plan(const SharingTexts& texts);

/// primary, secondary or other; empty for another word. "Post-Hoc" and "OTHER_PRE_SPECIFIED" are other.
std::string outcome_kind(std::string_view type);

/// Appends an outcome with results that says anything.
void add_result_outcome(model::Trial& trial, model::Outcome outcome);

/// Gives the arm of that label an intervention, by name; an arm that is not there is left out.
void add_to_arm(model::Trial& trial, std::string_view label, const std::string& intervention);

/// "Double (Participant, Investigator)".
void take_masked_roles(model::Trial& trial, std::string_view masking);

/// Of a study's design in one text ("Observational Model: Cohort|Time Perspective: Prospective", "Masking: Double
/// (Participant, Investigator)"): the observational model, the time perspective and who is masked, where it is a value
/// that the registry knows. Fills what is empty.
void take_design_details(model::Trial& trial, std::string_view design);

}  // namespace trialsift::formats
