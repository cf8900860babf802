// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/ctgov/legacy_trial.hpp"

#include <initializer_list>
#include <string_view>
#include <utility>

#include "formats/values/design_text.hpp"
#include "formats/values/other_ids.hpp"
#include "formats/values/text_cleaning.hpp"
#include "formats/values/trial_details.hpp"
#include "formats/values/trial_values.hpp"
#include "formats/values/wrapped_text.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/written_date.hpp"

namespace trialsift::formats {
namespace {

using model::Trial;

std::string line(const Element& element) {
  return base::collapse_space(clean_text(element.text));
}

std::string lines(const Element& element) {
  return tidy_lines(clean_text(element.text));
}

/// A <textblock>, broken at column 100; some programs leave the element out.
std::string block(const Element& element) {
  return clean_text(unwrapped(element.has("textblock") ? element["textblock"].text : element.text));
}

/// The first of the elements that holds a date: their names changed over the years.
model::PartialDate date(const Element& study, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (const auto found = model::read_date(study[name].text, model::DayMonth::kMonthFirst)) return *found;
  }
  return {};
}

/// "ClinicalTrials.gov processed this data on May 09, 2023".
model::PartialDate date_of_download(const Element& study) {
  constexpr std::string_view kBefore = " on ";
  const std::string_view text = study["required_header"]["download_date"].text;
  const std::size_t before = text.rfind(kBefore);
  if (before == std::string_view::npos) return {};
  return model::read_date(text.substr(before + kBefore.size()), model::DayMonth::kMonthFirst)
      .value_or(model::PartialDate());
}

void add_lines(std::vector<std::string>& list, const Element& parent, std::string_view name) {
  parent.each(name, [&list](const Element& one) { add_once(list, line(one)); });
}

void take_identification(Trial& trial, const Element& study) {
  const Element& info = study["id_info"];
  for (const std::string_view name : {"nct_alias", "org_study_id"}) add_lines(trial.other_ids, info, name);
  info.each("secondary_id", [&trial](const Element& one) { add_secondary_id(trial, line(one)); });
  std::erase(trial.other_ids, trial.id.text());
  trial.brief_title = line(study["brief_title"]);
  trial.official_title = line(study["official_title"]);
  trial.acronym = line(study["acronym"]);
}

void take_texts(Trial& trial, const Element& study) {
  trial.brief_summary = block(study["brief_summary"]);
  trial.detailed_description = block(study["detailed_description"]);
  trial.why_stopped = line(study["why_stopped"]);
  add_lines(trial.conditions, study, "condition");
  add_lines(trial.keywords, study, "keyword");
  add_lines(trial.condition_mesh, study["condition_browse"], "mesh_term");
  add_lines(trial.intervention_mesh, study["intervention_browse"], "mesh_term");
}

void take_arms(Trial& trial, const Element& study) {
  study.each("intervention", [&trial](const Element& one) {
    model::Intervention intervention{keys().intervention_type(line(one["intervention_type"])),
                                     line(one["intervention_name"]),
                                     lines(one["description"]),
                                     {}};
    add_lines(intervention.other_names, one, "other_name");
    if (intervention != model::Intervention()) trial.interventions.push_back(std::move(intervention));
  });
  study.each("arm_group", [&trial](const Element& one) {
    model::Arm arm{
        line(one["arm_group_label"]), lines(one["description"]), keys().arm_type(line(one["arm_group_type"])), {}};
    if (arm != model::Arm()) trial.arms.push_back(std::move(arm));
  });
  study.each("intervention", [&trial](const Element& one) {
    const std::string name = line(one["intervention_name"]);
    one.each("arm_group_label", [&](const Element& label) { add_to_arm(trial, line(label), name); });
  });
}

void take_outcomes(Trial& trial, const Element& study) {
  constexpr std::pair<std::string_view, const char*> kLists[] = {
      {"primary_outcome", "primary"}, {"secondary_outcome", "secondary"}, {"other_outcome", "other"}};
  for (const auto& [name, kind] : kLists) {
    study.each(name, [&trial, kind = kind](const Element& one) {
      model::Outcome outcome{kind, line(one["measure"]), lines(one["description"]), line(one["time_frame"])};
      if (outcome != model::Outcome{kind, {}, {}, {}}) trial.outcomes.push_back(std::move(outcome));
    });
  }
}

void take_design(Trial& trial, const Element& study) {
  trial.status = keys().status(line(study["overall_status"]));
  trial.study_type = keys().study_type(line(study["study_type"]));
  study.each("phase", [&trial](const Element& one) { take_phases(trial, line(one)); });
  trial.enrollment = size_of(study["enrollment"].text);
  const Element& info = study["study_design_info"];
  trial.allocation = keys().allocation(line(info["allocation"]));
  trial.masking = keys().masking(line(info["masking"]));
  trial.purpose = keys().purpose(line(info["primary_purpose"]));
  trial.intervention_model = keys().intervention_model(line(info["intervention_model"]));
  take_design_text(trial, line(study["study_design"]));  // until 2016
  trial.has_results = study.has("clinical_results") ? "yes" : "no";
}

/// Actual or estimated, as the attribute of an element says.
std::string type_of(const Element& element) {
  return keys().date_type(element.type);
}

void take_details(Trial& trial, const Element& study) {
  trial.last_known_status = keys().status(line(study["last_known_status"]));
  trial.enrollment_type = type_of(study["enrollment"]);
  trial.start_type = type_of(study["start_date"]);
  trial.primary_completion_type = type_of(study["primary_completion_date"]);
  trial.completion_type = type_of(study["completion_date"]);
  const Element& info = study["study_design_info"];
  trial.observational_model = keys().observational_model(line(info["observational_model"]));
  trial.time_perspective = keys().time_perspective(line(info["time_perspective"]));
  take_design_details(trial, line(study["study_design"]));  // until 2016
  trial.model_description = lines(info["intervention_model_description"]);
  trial.masking_description = lines(info["masking_description"]);
  take_masked_roles(trial, line(info["masking"]));
  trial.study_population = block(study["eligibility"]["study_pop"]);
  trial.gender_description = lines(study["eligibility"]["gender_description"]);
  const Element& oversight = study["oversight_info"];
  trial.fda_drug = keys().yes_no(line(oversight["is_fda_regulated_drug"]));
  trial.fda_device = keys().yes_no(line(oversight["is_fda_regulated_device"]));
  const Element& sharing = study["patient_data"];
  trial.ipd_sharing = keys().sharing_plan(line(sharing["sharing_ipd"]));
  trial.ipd_plan = sharing_plan({lines(sharing["ipd_description"]), line(sharing["ipd_time_frame"]),
                                 lines(sharing["ipd_access_criteria"]), line(sharing["ipd_url"])});
}

std::string person(const Element& one) {
  std::string name;
  for (const std::string_view part : {"first_name", "middle_name", "last_name", "degrees"}) {
    const std::string text = line(one[part]);
    if (!text.empty()) name += (name.empty() ? "" : part == std::string_view("degrees") ? ", " : " ") + text;
  }
  return name;
}

void take_contacts(Trial& trial, const Element& study) {
  for (const std::string_view name : {"overall_contact", "overall_contact_backup"}) {
    study.each(name, [&trial](const Element& one) {
      model::Contact contact{"contact", person(one), {}, line(one["phone"]), line(one["email"])};
      if (const std::string extension = line(one["phone_ext"]); !extension.empty()) {
        contact.phone += " ext. " + extension;
      }
      if (!contact.name.empty() || !contact.phone.empty()) trial.contacts.push_back(std::move(contact));
    });
  }
  study.each("overall_official", [&trial](const Element& one) {
    model::Contact official{keys().contact_role(line(one["role"])), person(one), line(one["affiliation"]), {}, {}};
    if (!official.name.empty()) trial.contacts.push_back(std::move(official));
  });
}

void take_eligibility(Trial& trial, const Element& eligibility) {
  trial.eligibility_criteria = block(eligibility["criteria"]);
  trial.sex = keys().sex(line(eligibility["gender"]));
  take_age_limit(trial, model::AgePlace::kMinimum, line(eligibility["minimum_age"]));
  take_age_limit(trial, model::AgePlace::kMaximum, line(eligibility["maximum_age"]));
  trial.healthy_volunteers = keys().yes_no(line(eligibility["healthy_volunteers"]));
}

void take_people(Trial& trial, const Element& study) {
  const Element& sponsors = study["sponsors"];
  trial.lead_sponsor = line(sponsors["lead_sponsor"]["agency"]);
  trial.sponsor_class = keys().sponsor_class(line(sponsors["lead_sponsor"]["agency_class"]));
  sponsors.each("collaborator", [&trial](const Element& one) { add_once(trial.collaborators, line(one["agency"])); });
  study.each("location", [&trial](const Element& one) {
    const Element& facility = one["facility"];
    const Element& address = facility["address"];
    model::Location location{line(facility["name"]),
                             line(address["city"]),
                             line(address["country"]),
                             line(address["state"]),
                             line(address["zip"]),
                             keys().status(line(one["status"])),
                             {}};
    if (location != model::Location()) trial.locations.push_back(std::move(location));
  });
  if (trial.locations.empty()) {
    study["location_countries"].each("country", [&trial](const Element& one) {
      if (std::string country = line(one); !country.empty()) trial.locations.push_back({{}, {}, std::move(country)});
    });
  }
  for (const std::string_view name : {"reference", "results_reference"}) {
    study.each(name, [&trial, name](const Element& one) {
      model::Reference reference{name == "reference" ? "background" : "result", line(one["PMID"]),
                                 line(one["citation"])};
      add_once(trial.pmids, reference.pmid);
      if (!reference.pmid.empty() || !reference.citation.empty()) trial.references.push_back(std::move(reference));
    });
  }
}

void take_dates(Trial& trial, const Element& study) {
  trial.start = date(study, {"start_date"});
  trial.primary_completion = date(study, {"primary_completion_date"});
  trial.completion = date(study, {"completion_date", "end_date"});
  trial.first_posted = date(study, {"study_first_posted", "study_first_submitted", "firstreceived_date"});
  trial.updated = date(study, {"last_update_posted", "last_update_submitted", "lastchanged_date"});
  trial.results_posted = date(study, {"results_first_posted", "results_first_submitted", "firstreceived_results_date"});
  trial.as_of = date_of_download(study);
}

}  // namespace

std::string legacy_id(const Element& study) {
  return std::string(base::trim(study["id_info"]["nct_id"].text));
}

Trial trial_of_legacy(const Element& study, model::TrialId id) {
  Trial trial;
  trial.id = std::move(id);
  take_identification(trial, study);
  take_texts(trial, study);
  take_arms(trial, study);
  take_outcomes(trial, study);
  take_design(trial, study);
  take_eligibility(trial, study["eligibility"]);
  take_people(trial, study);
  take_dates(trial, study);
  take_details(trial, study);
  take_contacts(trial, study);
  return trial;
}

}  // namespace trialsift::formats
