// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/aact/aact_tables.hpp"

#include <algorithm>
#include <array>

#include "formats/coverage.hpp"
#include "formats/tables/cell_values.hpp"
#include "formats/values/other_ids.hpp"
#include "formats/values/trial_details.hpp"
#include "formats/values/trial_values.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/detail_vocabulary.hpp"
#include "trialsift/model/vocabulary.hpp"
#include "trialsift/model/written_date.hpp"

namespace trialsift::formats {
namespace {

using model::Trial;
using Cells = std::span<const std::string_view>;
using Names = std::string_view;
using Members = model::MemberSet;
using namespace model::member;

// Of each table: the columns that tell it, those that are read, and what they say.

constexpr std::array<Names, 3> kStudiesMark = {"brief_title", "overall_status", "study_type"};
constexpr std::array<Names, 30> kStudies = {"brief_title",
                                            "official_title",
                                            "acronym",
                                            "overall_status",
                                            "phase",
                                            "study_type",
                                            "enrollment",
                                            "why_stopped",
                                            "start_month_year",
                                            "start_date",
                                            "primary_completion_month_year",
                                            "primary_completion_date",
                                            "completion_month_year",
                                            "completion_date",
                                            "study_first_posted_date",
                                            "last_update_posted_date",
                                            "results_first_posted_date",
                                            "updated_at",
                                            "start_date_type",
                                            "primary_completion_date_type",
                                            "completion_date_type",
                                            "enrollment_type",
                                            "last_known_status",
                                            "is_fda_regulated_drug",
                                            "is_fda_regulated_device",
                                            "plan_to_share_ipd",
                                            "plan_to_share_ipd_description",
                                            "ipd_time_frame",
                                            "ipd_access_criteria",
                                            "ipd_url"};
constexpr std::array<Members, 30> kStudiesMembers = {kBriefTitle,
                                                     kOfficialTitle,
                                                     kAcronym,
                                                     kStatus,
                                                     kPhases,
                                                     kStudyType,
                                                     kEnrollment,
                                                     kWhyStopped,
                                                     kStart,
                                                     kStart,
                                                     kPrimaryCompletion,
                                                     kPrimaryCompletion,
                                                     kCompletion,
                                                     kCompletion,
                                                     kPosted,
                                                     kUpdated,
                                                     kResultsPosted | kResults,
                                                     Members(),
                                                     kStartType,
                                                     kPrimaryCompletionType,
                                                     kCompletionType,
                                                     kEnrollmentType,
                                                     kLastKnownStatus,
                                                     kFdaDrug,
                                                     kFdaDevice,
                                                     kIpdSharing,
                                                     kIpdPlan,
                                                     Members(),
                                                     Members(),
                                                     Members()};

/// AACT fills in the last day of a month that the record gives alone, and keeps what it gives in another column.
model::PartialDate date(std::string_view as_given, std::string_view filled_in = {}) {
  for (const std::string_view text : {as_given, filled_in}) {
    if (const auto date = model::read_date(cell_value(text), model::DayMonth::kUnknown)) return *date;
  }
  return {};
}

void studies(AactDraft& draft, Cells cells) {
  Trial& trial = draft.trial;
  trial.brief_title = cell_line(cells[0]);
  trial.official_title = cell_line(cells[1]);
  trial.acronym = cell_line(cells[2]);
  trial.status = cell_key(model::kStatuses, cells[3]);
  take_phases(trial, cell_line(cells[4]));
  trial.study_type = cell_key(model::kStudyTypes, cells[5]);
  trial.enrollment = size_of(cell_line(cells[6]));
  trial.why_stopped = cell_text(cells[7]);
  trial.start = date(cells[8], cells[9]);
  trial.primary_completion = date(cells[10], cells[11]);
  trial.completion = date(cells[12], cells[13]);
  trial.first_posted = date(cells[14]);
  trial.updated = date(cells[15]);
  trial.results_posted = date(cells[16]);
  if (cells[16] != kNoCell) trial.has_results = trial.results_posted.empty() ? "no" : "yes";
  trial.as_of = date(cells[17]);
  trial.start_type = cell_key(model::kDateTypes, cells[18]);
  trial.primary_completion_type = cell_key(model::kDateTypes, cells[19]);
  trial.completion_type = cell_key(model::kDateTypes, cells[20]);
  trial.enrollment_type = cell_key(model::kDateTypes, cells[21]);
  trial.last_known_status = cell_key(model::kStatuses, cells[22]);
  trial.fda_drug = cell_yes_no(cells[23]);
  trial.fda_device = cell_yes_no(cells[24]);
  trial.ipd_sharing = cell_key(model::kSharingPlans, cells[25]);
  trial.ipd_plan =
      sharing_plan({cell_text(cells[26]), cell_line(cells[27]), cell_text(cells[28]), cell_line(cells[29])});
}

constexpr std::array<Names, 1> kDescription = {"description"};
constexpr std::array<Members, 1> kBriefSummaryMembers = {kBriefSummary};
constexpr std::array<Members, 1> kDetailedMembers = {kDetailedDescription};

void brief_summary(AactDraft& draft, Cells cells) {
  draft.trial.brief_summary = cell_text(cells[0]);
}
void detailed_description(AactDraft& draft, Cells cells) {
  draft.trial.detailed_description = cell_text(cells[0]);
}

constexpr std::array<Names, 2> kNamesMark = {"name", "downcase_name"};
constexpr std::array<Names, 1> kName = {"name"};
constexpr std::array<Members, 1> kConditionMembers = {kConditions};
constexpr std::array<Members, 1> kKeywordMembers = {kKeywords};

void condition(AactDraft& draft, Cells cells) {
  add_once(draft.trial.conditions, cell_line(cells[0]));
}
void keyword(AactDraft& draft, Cells cells) {
  add_once(draft.trial.keywords, cell_line(cells[0]));
}

constexpr std::array<Names, 2> kInterventionsMark = {"intervention_type", "name"};
constexpr std::array<Names, 3> kInterventions = {"intervention_type", "name", "description"};
constexpr std::array<Members, 3> kInterventionMembers = {Members(), model::member::kInterventions, Members()};

void intervention(AactDraft& draft, Cells cells) {
  draft.interventions.try_emplace(draft.row, draft.trial.interventions.size());
  draft.trial.interventions.push_back(
      {cell_key(model::kInterventionTypes, cells[0]), cell_line(cells[1]), cell_text(cells[2]), {}});
}

constexpr std::array<Names, 2> kOtherNames = {"intervention_id", "name"};
constexpr std::array<Members, 2> kOtherNameMembers = {Members(), Members()};

void other_name(AactDraft& draft, Cells cells) {
  const auto found = draft.interventions.find(std::string(cells[0]));
  if (found == draft.interventions.end()) return;
  add_once(draft.trial.interventions[found->second].other_names, cell_line(cells[1]));
}

constexpr std::array<Names, 3> kArmsMark = {"group_type", "title", "description"};
constexpr std::array<Names, 3> kArms = {"title", "description", "group_type"};
constexpr std::array<Members, 3> kArmMembers = {model::member::kArms, Members(), Members()};

void arm(AactDraft& draft, Cells cells) {
  draft.arms.try_emplace(draft.row, draft.trial.arms.size());
  draft.trial.arms.push_back({cell_line(cells[0]), cell_text(cells[1]), cell_key(model::kArmTypes, cells[2]), {}});
}

constexpr std::array<Names, 2> kArmInterventions = {"design_group_id", "intervention_id"};
constexpr std::array<Members, 2> kArmInterventionMembers = {Members(), Members()};

void arm_intervention(AactDraft& draft, Cells cells) {
  const auto arm = draft.arms.find(std::string(cells[0]));
  const auto intervention = draft.interventions.find(std::string(cells[1]));
  if (arm == draft.arms.end() || intervention == draft.interventions.end()) return;
  add_once(draft.trial.arms[arm->second].interventions, draft.trial.interventions[intervention->second].name);
}

constexpr std::array<Names, 3> kOutcomesMark = {"outcome_type", "measure", "time_frame"};
constexpr std::array<Names, 4> kOutcomes = {"outcome_type", "measure", "description", "time_frame"};
constexpr std::array<Members, 4> kOutcomeMembers = {Members(), model::member::kOutcomes, Members(), Members()};

void outcome(AactDraft& draft, Cells cells) {
  draft.trial.outcomes.push_back(
      {base::to_lower_ascii(cell_line(cells[0])), cell_line(cells[1]), cell_text(cells[2]), cell_line(cells[3])});
}

constexpr std::array<Names, 2> kDesignsMark = {"intervention_model", "primary_purpose"};
constexpr std::array<Names, 12> kDesigns = {"allocation",
                                            "intervention_model",
                                            "primary_purpose",
                                            "masking",
                                            "observational_model",
                                            "time_perspective",
                                            "intervention_model_description",
                                            "masking_description",
                                            "subject_masked",
                                            "caregiver_masked",
                                            "investigator_masked",
                                            "outcomes_assessor_masked"};
constexpr std::array<Members, 12> kDesignMembers = {
    kAllocation,         kModel,           kPurpose,          kMasking,
    kObservationalModel, kTimePerspective, kModelDescription, kMaskingDescription,
    kWhoMasked,          Members(),        Members(),         Members()};

void design(AactDraft& draft, Cells cells) {
  draft.trial.allocation = cell_key(model::kAllocations, cells[0]);
  draft.trial.intervention_model = cell_key(model::kInterventionModels, cells[1]);
  draft.trial.purpose = cell_key(model::kPurposes, cells[2]);
  draft.trial.masking = cell_key(model::kMaskings, cells[3]);
  draft.trial.observational_model = cell_key(model::kObservationalModels, cells[4]);
  draft.trial.time_perspective = cell_key(model::kTimePerspectives, cells[5]);
  draft.trial.model_description = cell_text(cells[6]);
  draft.trial.masking_description = cell_text(cells[7]);
  constexpr std::size_t kFirstRole = 8;
  constexpr std::array<std::string_view, 4> kRoles = {"participant", "care_provider", "investigator",
                                                      "outcomes_assessor"};
  for (std::size_t i = 0; i < kRoles.size(); ++i) {
    if (cell_yes_no(cells[kFirstRole + i]) == "yes") draft.trial.who_masked.emplace_back(kRoles[i]);
  }
}

constexpr std::array<Names, 2> kEligibilitiesMark = {"criteria", "minimum_age"};
constexpr std::array<Names, 7> kEligibilities = {"criteria",           "gender",     "minimum_age",       "maximum_age",
                                                 "healthy_volunteers", "population", "gender_description"};
constexpr std::array<Members, 7> kEligibilityMembers = {
    kEligibilityCriteria, kSex, kMinimumAge, kMaximumAge, kHealthy, kStudyPopulation, kGenderDescription};

void eligibility(AactDraft& draft, Cells cells) {
  draft.trial.eligibility_criteria = cell_text(cells[0]);
  draft.trial.sex = cell_key(model::kSexes, cells[1]);
  take_age_limit(draft.trial, model::AgePlace::kMinimum, cell_line(cells[2]));
  take_age_limit(draft.trial, model::AgePlace::kMaximum, cell_line(cells[3]));
  draft.trial.healthy_volunteers = cell_yes_no(cells[4]);
  draft.trial.study_population = cell_text(cells[5]);
  draft.trial.gender_description = cell_text(cells[6]);
}

constexpr std::array<Names, 2> kSponsorsMark = {"lead_or_collaborator", "name"};
constexpr std::array<Names, 3> kSponsors = {"lead_or_collaborator", "agency_class", "name"};
constexpr std::array<Members, 3> kSponsorMembers = {Members(), kSponsorClass, kLeadSponsor | kCollaborators};

void sponsor(AactDraft& draft, Cells cells) {
  if (base::to_lower_ascii(cell_value(cells[0])) == "lead") {
    draft.trial.lead_sponsor = cell_line(cells[2]);
    draft.trial.sponsor_class = cell_key(model::kSponsorClasses, cells[1]);
  } else {
    add_once(draft.trial.collaborators, cell_line(cells[2]));
  }
}

constexpr std::array<Names, 3> kFacilitiesMark = {"name", "city", "country"};
constexpr std::array<Names, 8> kFacilities = {"name", "city",   "country",  "state",
                                              "zip",  "status", "latitude", "longitude"};
constexpr std::array<Members, 8> kFacilityMembers = {kLocations, {}, {}, {}, {}, {}, {}, {}};

void facility(AactDraft& draft, Cells cells) {
  const std::string latitude = cell_line(cells[6]);
  const std::string longitude = cell_line(cells[7]);
  model::Location location{cell_line(cells[0]),
                           cell_line(cells[1]),
                           cell_line(cells[2]),
                           cell_line(cells[3]),
                           cell_line(cells[4]),
                           cell_key(model::kStatuses, cells[5]),
                           latitude.empty() || longitude.empty() ? std::string() : latitude + "," + longitude};
  draft.countries.insert(location.country);
  draft.trial.locations.push_back(std::move(location));
}

constexpr std::array<Names, 2> kCountries = {"name", "removed"};
constexpr std::array<Members, 2> kCountryMembers = {column::kCountries, Members()};

/// One that no facility is in; some were only planned.
void country(AactDraft& draft, Cells cells) {
  const std::string name = cell_line(cells[0]);
  if (name.empty() || cell_yes_no(cells[1]) == "yes") return;
  if (draft.countries.insert(name).second) draft.trial.locations.push_back({{}, {}, name});
}

constexpr std::array<Names, 2> kMeshMark = {"mesh_term", "downcase_mesh_term"};
constexpr std::array<Names, 2> kMesh = {"mesh_term", "mesh_type"};
constexpr std::array<Members, 2> kConditionMeshMembers = {kConditionMesh, column::kConditionAncestors};
constexpr std::array<Members, 2> kInterventionMeshMembers = {kInterventionMesh, column::kInterventionAncestors};

void mesh(Trial& trial, std::vector<std::string>& terms, Cells cells) {
  const bool ancestor = cell_value(cells[1]) == "mesh-ancestor";
  add_once(ancestor ? trial.mesh_ancestors : terms, cell_line(cells[0]));
}
void condition_mesh(AactDraft& draft, Cells cells) {
  mesh(draft.trial, draft.trial.condition_mesh, cells);
}
void intervention_mesh(AactDraft& draft, Cells cells) {
  mesh(draft.trial, draft.trial.intervention_mesh, cells);
}

constexpr std::array<Names, 1> kIds = {"id_value"};
constexpr std::array<Names, 4> kIdColumns = {"id_value", "id_source", "id_type", "id_type_description"};
constexpr std::array<Members, 4> kIdMembers = {kOtherIds, Members(), Members(), Members()};

/// The source says what the number is; in the tables of before 2020 the type does.
void other_id(AactDraft& draft, Cells cells) {
  std::string id = cell_line(cells[0]);
  if (id == draft.trial.id.text()) return;
  if (cell_value(cells[1]) == "nct_alias" || cell_value(cells[2]) == "nct_alias") {
    add_once(draft.trial.other_ids, std::move(id));
  } else {
    add_secondary_id(draft.trial, std::move(id), cell_line(cells[3]));
  }
}

constexpr std::array<Names, 2> kReferencesMark = {"pmid", "citation"};
constexpr std::array<Names, 3> kReferences = {"pmid", "citation", "reference_type"};
constexpr std::array<Members, 3> kReferenceMembers = {kPmids, model::member::kReferences, Members()};

void reference(AactDraft& draft, Cells cells) {
  model::Reference reference{cell_key(model::kReferenceTypes, cells[2]), std::string(cell_value(cells[0])),
                             cell_line(cells[1])};
  add_once(draft.trial.pmids, reference.pmid);
  if (!reference.pmid.empty() || !reference.citation.empty()) draft.trial.references.push_back(std::move(reference));
}

constexpr std::array<Names, 3> kContactsMark = {"contact_type", "name", "phone"};
constexpr std::array<Names, 3> kCentralContacts = {"name", "phone", "email"};
constexpr std::array<Members, 3> kCentralContactMembers = {column::kCentralContacts, Members(), Members()};

void central_contact(AactDraft& draft, Cells cells) {
  draft.trial.contacts.push_back({"contact", cell_line(cells[0]), {}, cell_line(cells[1]), cell_line(cells[2])});
}

constexpr std::array<Names, 3> kOfficials = {"role", "name", "affiliation"};
constexpr std::array<Members, 3> kOfficialMembers = {Members(), column::kOfficials, Members()};

void official(AactDraft& draft, Cells cells) {
  draft.trial.contacts.push_back(
      {cell_key(model::kContactRoles, cells[0]), cell_line(cells[1]), cell_line(cells[2]), {}, {}});
}

constexpr std::array<Names, 3> kResultsMark = {"outcome_type", "title", "time_frame"};
constexpr std::array<Names, 3> kResultOutcomeColumns = {"outcome_type", "title", "time_frame"};
constexpr std::array<Members, 3> kResultOutcomeMembers = {Members(), kResultOutcomes, Members()};

void result_outcome(AactDraft& draft, Cells cells) {
  add_result_outcome(draft.trial, {outcome_kind(cell_value(cells[0])), cell_line(cells[1]), {}, cell_line(cells[2])});
}

constexpr std::array<Names, 2> kEventsMark = {"event_type", "adverse_event_term"};
constexpr std::array<Names, 1> kEvents = {"adverse_event_term"};
constexpr std::array<Members, 1> kEventMembers = {kAdverseEvents};

void adverse_event(AactDraft& draft, Cells cells) {
  add_once(draft.trial.adverse_events, cell_line(cells[0]));
}

const std::array kTables = {
    AactTable{"studies", "", kStudiesMark, false, kStudies, kStudiesMembers, true, studies},
    AactTable{"brief_summaries", "summar", kDescription, true, kDescription, kBriefSummaryMembers, false,
              brief_summary},
    AactTable{"detailed_descriptions", "description", kDescription, true, kDescription, kDetailedMembers, false,
              detailed_description},
    AactTable{"conditions", "condition", kNamesMark, true, kName, kConditionMembers, false, condition},
    AactTable{"keywords", "keyword", kNamesMark, true, kName, kKeywordMembers, false, keyword},
    AactTable{"interventions", "", kInterventionsMark, false, kInterventions, kInterventionMembers, false,
              intervention},
    AactTable{"intervention_other_names", "", kOtherNames, false, kOtherNames, kOtherNameMembers, false, other_name},
    AactTable{"design_groups", "", kArmsMark, false, kArms, kArmMembers, false, arm},
    AactTable{"design_group_interventions", "", kArmInterventions, false, kArmInterventions, kArmInterventionMembers,
              false, arm_intervention},
    AactTable{"design_outcomes", "", kOutcomesMark, false, kOutcomes, kOutcomeMembers, false, outcome},
    AactTable{"designs", "", kDesignsMark, false, kDesigns, kDesignMembers, true, design},
    AactTable{"eligibilities", "", kEligibilitiesMark, false, kEligibilities, kEligibilityMembers, true, eligibility},
    AactTable{"sponsors", "", kSponsorsMark, false, kSponsors, kSponsorMembers, false, sponsor},
    AactTable{"facilities", "", kFacilitiesMark, false, kFacilities, kFacilityMembers, false, facility},
    AactTable{"countries", "", kCountries, false, kCountries, kCountryMembers, false, country},
    AactTable{"browse_conditions", "condition", kMeshMark, false, kMesh, kConditionMeshMembers, false, condition_mesh},
    AactTable{"browse_interventions", "intervention", kMeshMark, false, kMesh, kInterventionMeshMembers, false,
              intervention_mesh},
    AactTable{"id_information", "", kIds, false, kIdColumns, kIdMembers, false, other_id},
    AactTable{"study_references", "", kReferencesMark, false, kReferences, kReferenceMembers, false, reference},
    AactTable{"central_contacts", "", kContactsMark, false, kCentralContacts, kCentralContactMembers, false,
              central_contact},
    AactTable{"overall_officials", "", kOfficials, false, kOfficials, kOfficialMembers, false, official},
    AactTable{"outcomes", "", kResultsMark, false, kResultOutcomeColumns, kResultOutcomeMembers, false, result_outcome},
    AactTable{"reported_events", "", kEventsMark, false, kEvents, kEventMembers, false, adverse_event},
};

/// Tables with one trial a row, made from AACT, have columns of several of its tables.
constexpr std::array<Names, 3> kOfFlatTables = {"brief_summary", "detailed_description", "conditions"};

}  // namespace

std::span<const AactTable> aact_tables() {
  return kTables;
}

std::vector<const AactTable*> aact_tables_of(const std::vector<std::string>& header) {
  std::vector<std::string> names;
  for (const std::string& name : header) names.push_back(base::to_lower_ascii(base::trim(name)));
  const auto has = [&names](std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  std::vector<const AactTable*> tables;
  if (!has("nct_id") || std::any_of(kOfFlatTables.begin(), kOfFlatTables.end(), has)) return tables;
  // All but studies have the number of the row, and no trial's title.
  const std::size_t own = 1U + (has("id") ? 1U : 0U);
  for (const AactTable& table : kTables) {
    const bool is_studies = table.take == studies;
    if (is_studies == has("id") || (!is_studies && has("brief_title"))) continue;
    if (!std::all_of(table.required.begin(), table.required.end(), has)) continue;
    if (table.required_only && names.size() != table.required.size() + own) continue;
    tables.push_back(&table);
  }
  return tables;
}

}  // namespace trialsift::formats
