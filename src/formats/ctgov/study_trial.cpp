// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/ctgov/study_trial.hpp"

#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

#include "formats/values/dates.hpp"
#include "formats/values/trial_values.hpp"

namespace trialsift::formats {
namespace {

using model::Trial;

model::PartialDate date(const JsonNode& node, std::string_view key) {
  return read_date(node.raw(key), DayMonth::kUnknown).value_or(model::PartialDate());
}

/// A date in its struct, or standing alone under that name or under another.
model::PartialDate date_struct(const JsonNode& status, std::string_view key, std::string_view other = {}) {
  const JsonNode node = status[key];
  model::PartialDate found = node ? date(node, "date") : date(status, key);
  if (found.empty() && !other.empty()) found = date(status, other);
  return found;
}

std::string yes_no(const JsonNode& node, std::string_view key) {
  Json element;
  if (!node.get(key, element)) return {};
  bool truth = false;
  if (element.get(truth) == simdjson::SUCCESS) return truth ? "yes" : "no";
  return yes_no_key(raw_text(element));
}

std::optional<std::int64_t> count(const JsonNode& node, std::string_view key) {
  Json element;
  if (!node.get(key, element)) return std::nullopt;
  std::int64_t number = 0;
  if (element.get(number) == simdjson::SUCCESS) return number >= 0 ? std::optional(number) : std::nullopt;
  constexpr double kMax = 1e15;
  double real = 0;
  if (element.get(real) == simdjson::SUCCESS && std::isfinite(real) && real >= 0 && real < kMax) {
    return static_cast<std::int64_t>(real);
  }
  return count_of(raw_text(element));
}

void take_identification(Trial& trial, const JsonNode& module) {
  for (std::string& alias : module.texts("nctIdAliases")) add_once(trial.other_ids, std::move(alias));
  add_once(trial.other_ids, module["orgStudyIdInfo"].text("id"));
  module.each("secondaryIdInfos", [&](const JsonNode& info) { add_once(trial.other_ids, info.text("id")); });
  std::erase(trial.other_ids, trial.id.text());
  trial.brief_title = module.text("briefTitle");
  trial.official_title = module.text("officialTitle");
  trial.acronym = module.text("acronym");
}

void take_status(Trial& trial, const JsonNode& module) {
  trial.status = keys().status(module.raw("overallStatus"));
  trial.why_stopped = module.text("whyStopped");
  trial.start = date_struct(module, "startDateStruct");
  trial.primary_completion = date_struct(module, "primaryCompletionDateStruct");
  trial.completion = date_struct(module, "completionDateStruct");
  trial.first_posted = date_struct(module, "studyFirstPostDateStruct", "studyFirstSubmitDate");
  trial.updated = date_struct(module, "lastUpdatePostDateStruct", "lastUpdateSubmitDate");
  trial.results_posted = date_struct(module, "resultsFirstPostDateStruct");
}

void take_sponsors(Trial& trial, const JsonNode& module) {
  const JsonNode lead = module["leadSponsor"];
  trial.lead_sponsor = lead.text("name");
  trial.sponsor_class = keys().sponsor_class(lead.raw("class"));
  module.each("collaborators", [&](const JsonNode& one) { add_once(trial.collaborators, one.text("name")); });
}

void take_design(Trial& trial, const JsonNode& module) {
  trial.study_type = keys().study_type(module.raw("studyType"));
  for (const std::string& phase : module.texts("phases")) add_once(trial.phases, keys().phase(phase));
  trial.enrollment = count(module["enrollmentInfo"], "count");
  const JsonNode info = module["designInfo"];
  trial.allocation = keys().allocation(info.raw("allocation"));
  trial.masking = keys().masking(info["maskingInfo"].raw("masking"));
  trial.purpose = keys().purpose(info.raw("primaryPurpose"));
  trial.intervention_model = keys().intervention_model(info.raw("interventionModel"));
}

void take_arms(Trial& trial, const JsonNode& module) {
  module.each("interventions", [&](const JsonNode& one) {
    model::Intervention intervention{keys().intervention_type(one.raw("type")), one.text("name"),
                                     one.text("description"), one.texts("otherNames")};
    if (intervention != model::Intervention()) trial.interventions.push_back(std::move(intervention));
  });
  module.each("armGroups", [&](const JsonNode& one) {
    model::Arm arm{one.text("label"), one.text("description")};
    if (arm != model::Arm()) trial.arms.push_back(std::move(arm));
  });
}

void take_outcomes(Trial& trial, const JsonNode& module) {
  constexpr std::pair<std::string_view, std::string_view> kLists[] = {
      {"primaryOutcomes", "primary"}, {"secondaryOutcomes", "secondary"}, {"otherOutcomes", "other"}};
  for (const auto& [list, kind] : kLists) {
    module.each(list, [&trial, kind = kind](const JsonNode& one) {
      model::Outcome outcome{{}, one.text("measure"), one.text("description"), one.text("timeFrame")};
      if (outcome == model::Outcome()) return;
      outcome.kind = kind;
      trial.outcomes.push_back(std::move(outcome));
    });
  }
}

void take_eligibility(Trial& trial, const JsonNode& module) {
  trial.eligibility_criteria = module.text("eligibilityCriteria");
  trial.sex = keys().sex(module.raw("sex"));
  trial.minimum_age = module.text("minimumAge");
  trial.maximum_age = module.text("maximumAge");
  trial.healthy_volunteers = yes_no(module, "healthyVolunteers");
}

void take_locations(Trial& trial, const JsonNode& module) {
  module.each("locations", [&](const JsonNode& one) {
    model::Location location{one.text("facility"), one.text("city"), one.text("country")};
    if (location != model::Location()) trial.locations.push_back(std::move(location));
  });
}

void take_mesh(Trial& trial, std::vector<std::string>& terms, const JsonNode& module) {
  module.each("meshes", [&](const JsonNode& one) { add_once(terms, one.text("term")); });
  module.each("ancestors", [&](const JsonNode& one) { add_once(trial.mesh_ancestors, one.text("term")); });
}

}  // namespace

Trial trial_of_study(const JsonNode& study, model::TrialId id) {
  const JsonNode protocol = study["protocolSection"];
  const JsonNode derived = study["derivedSection"];
  Trial trial;
  trial.id = std::move(id);
  take_identification(trial, protocol["identificationModule"]);
  take_status(trial, protocol["statusModule"]);
  take_sponsors(trial, protocol["sponsorCollaboratorsModule"]);
  const JsonNode description = protocol["descriptionModule"];
  trial.brief_summary = description.text("briefSummary");
  trial.detailed_description = description.text("detailedDescription");
  const JsonNode conditions = protocol["conditionsModule"];
  trial.conditions = conditions.texts("conditions");
  trial.keywords = conditions.texts("keywords");
  take_design(trial, protocol["designModule"]);
  take_arms(trial, protocol["armsInterventionsModule"]);
  take_outcomes(trial, protocol["outcomesModule"]);
  take_eligibility(trial, protocol["eligibilityModule"]);
  take_locations(trial, protocol["contactsLocationsModule"]);
  take_mesh(trial, trial.condition_mesh, derived["conditionBrowseModule"]);
  take_mesh(trial, trial.intervention_mesh, derived["interventionBrowseModule"]);
  protocol["referencesModule"].each("references", [&](const JsonNode& one) { add_once(trial.pmids, one.raw("pmid")); });
  trial.has_results = yes_no(study, "hasResults");
  return trial;
}

}  // namespace trialsift::formats
