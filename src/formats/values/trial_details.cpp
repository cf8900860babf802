// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/values/trial_details.hpp"

#include <utility>

#include "formats/values/trial_values.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {

std::string sharing_plan(const SharingTexts& texts) {
  std::string plan = texts.description;
  const auto add = [&plan](std::string_view label, const std::string& text) {
    if (text.empty()) return;
    if (!plan.empty()) plan.push_back('\n');
    plan.append(label).append(text);
  };
  add("Time frame: ", texts.time_frame);
  add("Access: ", texts.access);
  add("", texts.url);
  return plan;
}

std::string outcome_kind(std::string_view type) {
  const std::string lower = base::to_lower_ascii(base::trim(type));
  if (lower == "primary" || lower == "secondary") return lower;
  return lower.starts_with("other") || lower.starts_with("post") ? "other" : std::string();
}

void add_result_outcome(model::Trial& trial, model::Outcome outcome) {
  if (outcome.measure.empty() && outcome.description.empty()) return;
  trial.result_outcomes.push_back(std::move(outcome));
}

void add_to_arm(model::Trial& trial, std::string_view label, const std::string& intervention) {
  for (model::Arm& arm : trial.arms) {
    if (arm.label == label) return add_once(arm.interventions, intervention);
  }
}

void take_design_details(model::Trial& trial, std::string_view design) {
  const std::string lower = base::to_lower_ascii(design);
  const auto value = [&](std::string_view label, std::string_view ends) {
    const std::size_t at = lower.find(label);
    if (at == std::string::npos) return std::string_view();
    const std::string_view rest = design.substr(at + label.size());
    return base::trim(rest.substr(0, rest.find_first_of(ends)));
  };
  constexpr std::string_view kEnds = ",;|.\n";
  if (const auto* const known = model::kObservationalModels.find(value("observational model:", kEnds));
      known != nullptr && trial.observational_model.empty()) {
    trial.observational_model = known->key;
  }
  if (const auto* const known = model::kTimePerspectives.find(value("time perspective:", kEnds));
      known != nullptr && trial.time_perspective.empty()) {
    trial.time_perspective = known->key;
  }
  if (trial.who_masked.empty()) take_masked_roles(trial, value("masking:", ";|)\n"));
}

void take_masked_roles(model::Trial& trial, std::string_view masking) {
  const std::size_t open = masking.find('(');
  if (open == std::string_view::npos) return;
  masking.remove_prefix(open + 1);
  for (const std::string_view role : base::split(masking.substr(0, masking.find(')')), ',')) {
    if (const auto* const known = model::kMaskedRoles.find(role)) add_once(trial.who_masked, std::string(known->key));
  }
}

}  // namespace trialsift::formats
