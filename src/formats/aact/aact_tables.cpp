// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/aact/aact_tables.hpp"

#include <algorithm>
#include <array>

#include "formats/tables/cell_values.hpp"
#include "formats/values/dates.hpp"
#include "formats/values/trial_values.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/vocabulary.hpp"

namespace trialsift::formats {
namespace {

using model::Trial;
using Cells = std::span<const std::string_view>;
using Names = std::string_view;

// Of each table: the columns that tell it, those that are read, and what they say.

constexpr std::array<Names, 3> kStudiesMark = {"brief_title", "overall_status", "study_type"};
constexpr std::array<Names, 18> kStudies = {"brief_title",
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
                                            "updated_at"};

/// AACT fills in the last day of a month that the record gives alone, and keeps what it gives in another column.
model::PartialDate date(std::string_view as_given, std::string_view filled_in = {}) {
  for (const std::string_view text : {as_given, filled_in}) {
    if (const auto date = read_date(cell_value(text), DayMonth::kUnknown)) return *date;
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
}

constexpr std::array<Names, 1> kDescription = {"description"};

void brief_summary(AactDraft& draft, Cells cells) {
  draft.trial.brief_summary = cell_text(cells[0]);
}
void detailed_description(AactDraft& draft, Cells cells) {
  draft.trial.detailed_description = cell_text(cells[0]);
}

constexpr std::array<Names, 2> kNamesMark = {"name", "downcase_name"};
constexpr std::array<Names, 1> kName = {"name"};

void condition(AactDraft& draft, Cells cells) {
  add_once(draft.trial.conditions, cell_line(cells[0]));
}
void keyword(AactDraft& draft, Cells cells) {
  add_once(draft.trial.keywords, cell_line(cells[0]));
}

constexpr std::array<Names, 2> kInterventionsMark = {"intervention_type", "name"};
constexpr std::array<Names, 3> kInterventions = {"intervention_type", "name", "description"};

void intervention(AactDraft& draft, Cells cells) {
  draft.interventions.emplace_back(draft.row, draft.trial.interventions.size());
  draft.trial.interventions.push_back(
      {cell_key(model::kInterventionTypes, cells[0]), cell_line(cells[1]), cell_text(cells[2]), {}});
}

constexpr std::array<Names, 2> kOtherNames = {"intervention_id", "name"};

void other_name(AactDraft& draft, Cells cells) {
  for (const auto& [number, place] : draft.interventions) {
    if (number == cells[0]) return add_once(draft.trial.interventions[place].other_names, cell_line(cells[1]));
  }
}

constexpr std::array<Names, 3> kArmsMark = {"group_type", "title", "description"};
constexpr std::array<Names, 2> kArms = {"title", "description"};

void arm(AactDraft& draft, Cells cells) {
  draft.trial.arms.push_back({cell_line(cells[0]), cell_text(cells[1])});
}

constexpr std::array<Names, 3> kOutcomesMark = {"outcome_type", "measure", "time_frame"};
constexpr std::array<Names, 4> kOutcomes = {"outcome_type", "measure", "description", "time_frame"};

void outcome(AactDraft& draft, Cells cells) {
  draft.trial.outcomes.push_back(
      {base::to_lower_ascii(cell_line(cells[0])), cell_line(cells[1]), cell_text(cells[2]), cell_line(cells[3])});
}

constexpr std::array<Names, 2> kDesignsMark = {"intervention_model", "primary_purpose"};
constexpr std::array<Names, 4> kDesigns = {"allocation", "intervention_model", "primary_purpose", "masking"};

void design(AactDraft& draft, Cells cells) {
  draft.trial.allocation = cell_key(model::kAllocations, cells[0]);
  draft.trial.intervention_model = cell_key(model::kInterventionModels, cells[1]);
  draft.trial.purpose = cell_key(model::kPurposes, cells[2]);
  draft.trial.masking = cell_key(model::kMaskings, cells[3]);
}

constexpr std::array<Names, 2> kEligibilitiesMark = {"criteria", "minimum_age"};
constexpr std::array<Names, 5> kEligibilities = {"criteria", "gender", "minimum_age", "maximum_age",
                                                 "healthy_volunteers"};

void eligibility(AactDraft& draft, Cells cells) {
  draft.trial.eligibility_criteria = cell_text(cells[0]);
  draft.trial.sex = cell_key(model::kSexes, cells[1]);
  take_age_limit(draft.trial, model::AgePlace::kMinimum, cell_line(cells[2]));
  take_age_limit(draft.trial, model::AgePlace::kMaximum, cell_line(cells[3]));
  draft.trial.healthy_volunteers = cell_yes_no(cells[4]);
}

constexpr std::array<Names, 2> kSponsorsMark = {"lead_or_collaborator", "name"};
constexpr std::array<Names, 3> kSponsors = {"lead_or_collaborator", "agency_class", "name"};

void sponsor(AactDraft& draft, Cells cells) {
  if (base::to_lower_ascii(cell_value(cells[0])) == "lead") {
    draft.trial.lead_sponsor = cell_line(cells[2]);
    draft.trial.sponsor_class = cell_key(model::kSponsorClasses, cells[1]);
  } else {
    add_once(draft.trial.collaborators, cell_line(cells[2]));
  }
}

constexpr std::array<Names, 3> kFacilities = {"name", "city", "country"};

void facility(AactDraft& draft, Cells cells) {
  draft.trial.locations.push_back({cell_line(cells[0]), cell_line(cells[1]), cell_line(cells[2])});
}

constexpr std::array<Names, 2> kCountries = {"name", "removed"};

/// One that no facility is in; some were only planned.
void country(AactDraft& draft, Cells cells) {
  const std::string name = cell_line(cells[0]);
  auto& places = draft.trial.locations;
  const bool known =
      std::any_of(places.begin(), places.end(), [&](const auto& place) { return place.country == name; });
  if (!known && !name.empty() && cell_yes_no(cells[1]) != "yes") places.push_back({{}, {}, name});
}

constexpr std::array<Names, 2> kMeshMark = {"mesh_term", "downcase_mesh_term"};
constexpr std::array<Names, 2> kMesh = {"mesh_term", "mesh_type"};

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

void other_id(AactDraft& draft, Cells cells) {
  std::string id = cell_line(cells[0]);
  if (id != draft.trial.id.text()) add_once(draft.trial.other_ids, std::move(id));
}

constexpr std::array<Names, 2> kReferencesMark = {"pmid", "citation"};
constexpr std::array<Names, 1> kReferences = {"pmid"};

void reference(AactDraft& draft, Cells cells) {
  add_once(draft.trial.pmids, std::string(cell_value(cells[0])));
}

const std::array kTables = {
    AactTable{"studies", "", kStudiesMark, false, kStudies, studies},
    AactTable{"brief_summaries", "summar", kDescription, true, kDescription, brief_summary},
    AactTable{"detailed_descriptions", "description", kDescription, true, kDescription, detailed_description},
    AactTable{"conditions", "condition", kNamesMark, true, kName, condition},
    AactTable{"keywords", "keyword", kNamesMark, true, kName, keyword},
    AactTable{"interventions", "", kInterventionsMark, false, kInterventions, intervention},
    AactTable{"intervention_other_names", "", kOtherNames, false, kOtherNames, other_name},
    AactTable{"design_groups", "", kArmsMark, false, kArms, arm},
    AactTable{"design_outcomes", "", kOutcomesMark, false, kOutcomes, outcome},
    AactTable{"designs", "", kDesignsMark, false, kDesigns, design},
    AactTable{"eligibilities", "", kEligibilitiesMark, false, kEligibilities, eligibility},
    AactTable{"sponsors", "", kSponsorsMark, false, kSponsors, sponsor},
    AactTable{"facilities", "", kFacilities, false, kFacilities, facility},
    AactTable{"countries", "", kCountries, false, kCountries, country},
    AactTable{"browse_conditions", "condition", kMeshMark, false, kMesh, condition_mesh},
    AactTable{"browse_interventions", "intervention", kMeshMark, false, kMesh, intervention_mesh},
    AactTable{"id_information", "", kIds, false, kIds, other_id},
    AactTable{"study_references", "", kReferencesMark, false, kReferences, reference},
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
