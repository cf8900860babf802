// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/ctgov/study_trial.hpp"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "formats/values/other_ids.hpp"
#include "formats/values/trial_details.hpp"
#include "formats/values/trial_values.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/written_date.hpp"

namespace trialsift::formats {
namespace {

using model::Trial;

model::PartialDate date(const JsonNode& node, std::string_view key) {
  return model::read_date(node.raw(key), model::DayMonth::kUnknown).value_or(model::PartialDate());
}

/// A date in its struct, or standing alone under that name or under another.
model::PartialDate date_struct(const JsonNode& status, std::string_view key, std::string_view other = {}) {
  const JsonNode node = status[key];
  model::PartialDate found = node ? date(node, "date") : date(status, key);
  if (found.empty() && !other.empty()) found = date(status, other);
  return found;
}

std::string yes_no(const JsonNode& node, std::string_view key) {
  const auto element = node.get(key);
  if (!element) return {};
  if (const auto truth = element->truth()) return *truth ? "yes" : "no";
  return keys().yes_no(raw_text(*element));
}

std::optional<std::int64_t> size(const JsonNode& node, std::string_view key) {
  const auto element = node.get(key);
  if (!element) return std::nullopt;
  // 25.0 and 2.5e1 are whole numbers.
  constexpr double kMax = 1e15;
  const auto real = element->number();
  if (real && *real >= 0 && *real < kMax && std::trunc(*real) == *real) {
    return size_of(std::to_string(static_cast<std::int64_t>(*real)));
  }
  return size_of(raw_text(*element));
}

/// Actual or estimated.
std::string date_type(const JsonNode& status, std::string_view key) {
  return keys().date_type(status[key].raw("type"));
}

void take_identification(Trial& trial, const JsonNode& module) {
  for (std::string& alias : module.texts("nctIdAliases")) add_once(trial.other_ids, std::move(alias));
  add_once(trial.other_ids, module["orgStudyIdInfo"].text("id"));
  for (const JsonNode& info : module.nodes("secondaryIdInfos")) {
    add_secondary_id(trial, info.text("id"), info.text("domain"));
  }
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
  trial.start_type = date_type(module, "startDateStruct");
  trial.primary_completion_type = date_type(module, "primaryCompletionDateStruct");
  trial.completion_type = date_type(module, "completionDateStruct");
  trial.last_known_status = keys().status(module.raw("lastKnownStatus"));
}

void take_sponsors(Trial& trial, const JsonNode& module) {
  const JsonNode lead = module["leadSponsor"];
  trial.lead_sponsor = lead.text("name");
  trial.sponsor_class = keys().sponsor_class(lead.raw("class"));
  for (const JsonNode& one : module.nodes("collaborators")) add_once(trial.collaborators, one.text("name"));
}

void take_design(Trial& trial, const JsonNode& module) {
  trial.study_type = keys().study_type(module.raw("studyType"));
  for (const std::string& phase : module.texts("phases")) take_phases(trial, phase);
  trial.enrollment = size(module["enrollmentInfo"], "count");
  const JsonNode info = module["designInfo"];
  trial.allocation = keys().allocation(info.raw("allocation"));
  trial.masking = keys().masking(info["maskingInfo"].raw("masking"));
  trial.purpose = keys().purpose(info.raw("primaryPurpose"));
  trial.intervention_model = keys().intervention_model(info.raw("interventionModel"));
  trial.enrollment_type = keys().date_type(module["enrollmentInfo"].raw("type"));
  // A list in API v1.
  for (const std::string& model : info.texts("observationalModel")) {
    trial.observational_model = keys().observational_model(model);
  }
  for (const std::string& perspective : info.texts("timePerspective")) {
    trial.time_perspective = keys().time_perspective(perspective);
  }
  trial.model_description = info.text("interventionModelDescription");
  trial.masking_description = info["maskingInfo"].text("maskingDescription");
  for (const std::string& role : info["maskingInfo"].texts("whoMasked")) {
    add_once(trial.who_masked, keys().masked_role(role));
  }
}

/// "Drug: Aspirin", the type as the registry's page shows it.
std::string without_type(std::string name) {
  const std::size_t colon = name.find(": ");
  if (colon == std::string::npos) return name;
  const bool is_typed = model::kInterventionTypes.find(std::string_view(name).substr(0, colon)) != nullptr;
  return is_typed ? name.substr(colon + 2) : name;
}

void take_arms(Trial& trial, const JsonNode& module) {
  for (const JsonNode& one : module.nodes("interventions")) {
    model::Intervention intervention{keys().intervention_type(one.raw("type")), one.text("name"),
                                     one.text("description"), one.texts("otherNames")};
    if (intervention != model::Intervention()) trial.interventions.push_back(std::move(intervention));
  }
  for (const JsonNode& one : module.nodes("armGroups")) {
    model::Arm arm{one.text("label"), one.text("description"), keys().arm_type(one.raw("type")), {}};
    for (std::string& name : one.texts("interventionNames")) {
      add_once(arm.interventions, without_type(std::move(name)));
    }
    if (arm != model::Arm()) trial.arms.push_back(std::move(arm));
  }
}

void take_outcomes(Trial& trial, const JsonNode& module) {
  constexpr std::pair<std::string_view, std::string_view> kLists[] = {
      {"primaryOutcomes", "primary"}, {"secondaryOutcomes", "secondary"}, {"otherOutcomes", "other"}};
  for (const auto& [list, kind] : kLists) {
    for (const JsonNode& one : module.nodes(list)) {
      model::Outcome outcome{{}, one.text("measure"), one.text("description"), one.text("timeFrame")};
      if (outcome == model::Outcome()) continue;
      outcome.kind = kind;
      trial.outcomes.push_back(std::move(outcome));
    }
  }
}

void take_eligibility(Trial& trial, const JsonNode& module) {
  trial.eligibility_criteria = module.text("eligibilityCriteria");
  trial.sex = keys().sex(module.raw("sex"));
  take_age_limit(trial, model::AgePlace::kMinimum, module.text("minimumAge"));
  take_age_limit(trial, model::AgePlace::kMaximum, module.text("maximumAge"));
  // A study without a limit has all its groups up to there.
  if (trial.minimum_age.empty() || trial.maximum_age.empty()) {
    take_ages(trial, base::joined(module.texts("stdAges"), "|"));
  }
  trial.healthy_volunteers = yes_no(module, "healthyVolunteers");
  trial.study_population = module.text("studyPopulation");
  trial.gender_description = module.text("genderDescription");
}

/// "50.63297,3.05858", in degrees.
std::string coordinates(const JsonNode& point) {
  const std::string latitude = point.raw("lat");
  const std::string longitude = point.raw("lon");
  return latitude.empty() || longitude.empty() ? std::string() : latitude + "," + longitude;
}

void take_locations(Trial& trial, const JsonNode& module) {
  for (const JsonNode& one : module.nodes("locations")) {
    model::Location location{one.text("facility"),        one.text("city"), one.text("country"),
                             one.text("state"),           one.text("zip"),  keys().status(one.raw("status")),
                             coordinates(one["geoPoint"])};
    if (location != model::Location()) trial.locations.push_back(std::move(location));
  }
}

void take_contacts(Trial& trial, const JsonNode& module) {
  for (const JsonNode& one : module.nodes("centralContacts")) {
    model::Contact contact{
        keys().contact_role(one.raw("role")), one.text("name"), {}, one.text("phone"), one.text("email")};
    if (const std::string extension = one.text("phoneExt"); !extension.empty()) contact.phone += " ext. " + extension;
    if (!contact.name.empty() || !contact.phone.empty()) trial.contacts.push_back(std::move(contact));
  }
  for (const JsonNode& one : module.nodes("overallOfficials")) {
    model::Contact official{keys().contact_role(one.raw("role")), one.text("name"), one.text("affiliation"), {}, {}};
    if (!official.name.empty()) trial.contacts.push_back(std::move(official));
  }
}

void take_references(Trial& trial, const JsonNode& module) {
  for (const JsonNode& one : module.nodes("references")) {
    model::Reference reference{keys().reference_type(one.raw("type")), one.raw("pmid"), one.text("citation")};
    add_once(trial.pmids, reference.pmid);
    if (!reference.pmid.empty() || !reference.citation.empty()) trial.references.push_back(std::move(reference));
  }
}

void take_sharing(Trial& trial, const JsonNode& module) {
  trial.ipd_sharing = keys().sharing_plan(module.raw("ipdSharing"));
  trial.ipd_plan = sharing_plan(
      {module.text("description"), module.text("timeFrame"), module.text("accessCriteria"), module.text("url")});
}

void take_results(Trial& trial, const JsonNode& results) {
  for (const JsonNode& one : results["outcomeMeasuresModule"].nodes("outcomeMeasures")) {
    add_result_outcome(trial, {outcome_kind(one.raw("type")), one.text("title"), {}, one.text("timeFrame")});
  }
  const JsonNode events = results["adverseEventsModule"];
  for (const std::string_view list : {"seriousEvents", "otherEvents"}) {
    for (const JsonNode& one : events.nodes(list)) add_once(trial.adverse_events, one.text("term"));
  }
}

void take_mesh(Trial& trial, std::vector<std::string>& terms, const JsonNode& module) {
  for (const JsonNode& one : module.nodes("meshes")) add_once(terms, one.text("term"));
  for (const JsonNode& one : module.nodes("ancestors")) add_once(trial.mesh_ancestors, one.text("term"));
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
  take_contacts(trial, protocol["contactsLocationsModule"]);
  take_references(trial, protocol["referencesModule"]);
  take_sharing(trial, protocol["ipdSharingStatementModule"]);
  trial.fda_drug = yes_no(protocol["oversightModule"], "isFdaRegulatedDrug");
  trial.fda_device = yes_no(protocol["oversightModule"], "isFdaRegulatedDevice");
  take_results(trial, study["resultsSection"]);
  trial.has_results = yes_no(study, "hasResults");
  return trial;
}

}  // namespace trialsift::formats
