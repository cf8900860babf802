// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/model/members.hpp"
#include "trialsift/model/partial_date.hpp"
#include "trialsift/model/trial_id.hpp"

namespace trialsift::model {

struct Intervention {
  std::string type;  ///< a key of kInterventionTypes
  std::string name;
  std::string description;
  std::vector<std::string> other_names;
  bool operator==(const Intervention&) const = default;
};

struct Arm {
  std::string label;
  std::string description;
  std::string type = {};                        ///< a key of kArmTypes
  std::vector<std::string> interventions = {};  ///< names of the trial's interventions that it gets
  bool operator==(const Arm&) const = default;
};

struct Outcome {
  std::string kind;  ///< primary, secondary or other; empty where the source does not tell
  std::string measure;
  std::string description;
  std::string time_frame;
  bool operator==(const Outcome&) const = default;
};

struct Location {
  std::string facility;
  std::string city;
  std::string country;
  std::string state = {};
  std::string zip = {};
  std::string status = {};       ///< a key of kStatuses: of this site
  std::string coordinates = {};  ///< latitude and longitude in degrees: "50.63297,3.05858"
  bool operator==(const Location&) const = default;
};

/// Whom to ask, or who is responsible for the study as a whole.
struct Contact {
  std::string role;  ///< a key of kContactRoles
  std::string name;
  std::string affiliation;
  std::string phone;
  std::string email;
  bool operator==(const Contact&) const = default;
};

struct Reference {
  std::string type;  ///< a key of kReferenceTypes
  std::string pmid;
  std::string citation;
  bool operator==(const Reference&) const = default;
};

/// One trial as its record gives it: UTF-8 text kept for display, entities and Markdown escapes undone. Absent parts
/// are empty. Values of a vocabulary (model/vocabulary.hpp) are kept as keys.
struct Trial {
  TrialId id;
  std::vector<std::string> other_ids;  ///< aliases, the sponsor's and other registries' numbers

  std::string brief_title;
  std::string official_title;
  std::string acronym;
  std::string brief_summary;
  std::string detailed_description;
  std::vector<std::string> conditions;
  std::vector<std::string> keywords;
  std::vector<Intervention> interventions;
  std::vector<Arm> arms;
  std::string eligibility_criteria;
  std::vector<Outcome> outcomes;
  std::string lead_sponsor;
  std::vector<std::string> collaborators;
  std::vector<Location> locations;
  std::vector<std::string> condition_mesh;
  std::vector<std::string> intervention_mesh;
  std::vector<std::string> mesh_ancestors;

  std::string status;
  std::string why_stopped;
  std::string study_type;
  std::vector<std::string> phases;
  std::string allocation;
  std::string masking;
  std::string purpose;
  std::string intervention_model;
  std::string sponsor_class;
  std::string sex;
  std::string minimum_age;  ///< as the record has it: "18 Years"
  std::string maximum_age;
  std::string healthy_volunteers;  ///< yes or no
  std::string has_results;         ///< yes or no
  std::optional<std::int64_t> enrollment;
  std::vector<std::string> pmids;

  // Whether dates and enrollment are actual or estimated: keys of kDateTypes.
  std::string start_type;
  std::string primary_completion_type;
  std::string completion_type;
  std::string enrollment_type;
  std::string last_known_status;  ///< of a study whose status is unknown
  std::string observational_model;
  std::string time_perspective;
  std::string study_population;
  std::string masking_description;
  std::string model_description;        ///< of the intervention model
  std::vector<std::string> who_masked;  ///< keys of kMaskedRoles
  std::string gender_description;       ///< who is eligible by gender identity
  std::string fda_drug;                 ///< yes or no: studies a drug product that the FDA regulates
  std::string fda_device;               ///< yes or no
  std::string ipd_sharing;              ///< a key of kSharingPlans: whether data of participants are shared
  std::string ipd_plan;                 ///< which, when, with whom and where
  std::vector<Contact> contacts;
  std::vector<Reference> references;
  std::vector<Outcome> result_outcomes;     ///< that results are posted of
  std::vector<std::string> adverse_events;  ///< terms of the results' tables, each once

  PartialDate start;
  PartialDate primary_completion;
  PartialDate completion;
  PartialDate first_posted;
  PartialDate updated;
  PartialDate results_posted;

  /// The date at which the source of this record was current; says nothing of the trial, so no part of its content.
  PartialDate as_of;

  // Made, copied and destroyed out of line: inlined, that would be a fifteenth of the library's code.
  Trial();
  Trial(const Trial& other);
  Trial(Trial&& other) noexcept;
  Trial& operator=(const Trial& other);
  Trial& operator=(Trial&& other) noexcept;
  ~Trial();

  bool operator==(const Trial&) const = default;

  /// The title to show: brief, else official, else the beginning of a description, with … where it is cut.
  std::string title() const;
};

/// The stored form leaves this member out: it is kept beside the record.
constexpr unsigned kAsOfTag = member::kAsOf;

/// Calls visit(tag, name, member) for each member of a Trial but its id, in a fixed order. The tags are those
/// of member::Tag, the names those of JSON output.
template <class AnyTrial, class Visitor>
void for_each_member(AnyTrial& trial, Visitor&& visit) {
  visit(member::kOtherIds, "other_ids", trial.other_ids);
  visit(member::kBriefTitle, "brief_title", trial.brief_title);
  visit(member::kOfficialTitle, "official_title", trial.official_title);
  visit(member::kAcronym, "acronym", trial.acronym);
  visit(member::kBriefSummary, "brief_summary", trial.brief_summary);
  visit(member::kDetailedDescription, "detailed_description", trial.detailed_description);
  visit(member::kConditions, "conditions", trial.conditions);
  visit(member::kKeywords, "keywords", trial.keywords);
  visit(member::kInterventions, "interventions", trial.interventions);
  visit(member::kArms, "arms", trial.arms);
  visit(member::kEligibilityCriteria, "eligibility_criteria", trial.eligibility_criteria);
  visit(member::kOutcomes, "outcomes", trial.outcomes);
  visit(member::kLeadSponsor, "lead_sponsor", trial.lead_sponsor);
  visit(member::kCollaborators, "collaborators", trial.collaborators);
  visit(member::kLocations, "locations", trial.locations);
  visit(member::kConditionMesh, "condition_mesh", trial.condition_mesh);
  visit(member::kInterventionMesh, "intervention_mesh", trial.intervention_mesh);
  visit(member::kMeshAncestors, "mesh_ancestors", trial.mesh_ancestors);
  visit(member::kStatus, "status", trial.status);
  visit(member::kWhyStopped, "why_stopped", trial.why_stopped);
  visit(member::kStudyType, "study_type", trial.study_type);
  visit(member::kPhases, "phases", trial.phases);
  visit(member::kAllocation, "allocation", trial.allocation);
  visit(member::kMasking, "masking", trial.masking);
  visit(member::kPurpose, "purpose", trial.purpose);
  visit(member::kModel, "model", trial.intervention_model);
  visit(member::kSponsorClass, "sponsor_class", trial.sponsor_class);
  visit(member::kSex, "sex", trial.sex);
  visit(member::kMinimumAge, "minimum_age", trial.minimum_age);
  visit(member::kMaximumAge, "maximum_age", trial.maximum_age);
  visit(member::kHealthy, "healthy", trial.healthy_volunteers);
  visit(member::kResults, "results", trial.has_results);
  visit(member::kEnrollment, "enrollment", trial.enrollment);
  visit(member::kPmids, "pmids", trial.pmids);
  visit(member::kStart, "start", trial.start);
  visit(member::kPrimaryCompletion, "primary_completion", trial.primary_completion);
  visit(member::kCompletion, "completion", trial.completion);
  visit(member::kPosted, "posted", trial.first_posted);
  visit(member::kUpdated, "updated", trial.updated);
  visit(member::kResultsPosted, "results_posted", trial.results_posted);
  visit(member::kStartType, "start_type", trial.start_type);
  visit(member::kPrimaryCompletionType, "primary_completion_type", trial.primary_completion_type);
  visit(member::kCompletionType, "completion_type", trial.completion_type);
  visit(member::kEnrollmentType, "enrollment_type", trial.enrollment_type);
  visit(member::kLastKnownStatus, "last_known_status", trial.last_known_status);
  visit(member::kObservationalModel, "observational_model", trial.observational_model);
  visit(member::kTimePerspective, "time_perspective", trial.time_perspective);
  visit(member::kStudyPopulation, "study_population", trial.study_population);
  visit(member::kMaskingDescription, "masking_description", trial.masking_description);
  visit(member::kModelDescription, "model_description", trial.model_description);
  visit(member::kWhoMasked, "who_masked", trial.who_masked);
  visit(member::kGenderDescription, "gender_description", trial.gender_description);
  visit(member::kFdaDrug, "fda_drug", trial.fda_drug);
  visit(member::kFdaDevice, "fda_device", trial.fda_device);
  visit(member::kIpdSharing, "ipd_sharing", trial.ipd_sharing);
  visit(member::kIpdPlan, "ipd_plan", trial.ipd_plan);
  visit(member::kContacts, "contacts", trial.contacts);
  visit(member::kReferences, "references", trial.references);
  visit(member::kResultOutcomes, "result_outcomes", trial.result_outcomes);
  visit(member::kAdverseEvents, "adverse_events", trial.adverse_events);
  visit(member::kAsOf, "as_of", trial.as_of);
}

/// Whether a member of a Trial says nothing.
template <class T>
bool is_empty(const T& value) {
  if constexpr (requires { value.has_value(); }) {
    return !value.has_value();
  } else {
    return value.empty();
  }
}

/// The trial takes or awaits participants by its status, although its completion date had passed when its source was
/// current.
bool is_past_completion(const Trial& trial);
/// The same by the status's key, the last day of the completion date and the source's first day, YYYYMMDD; 0: unknown.
bool is_past_completion(std::string_view status, std::uint32_t completion, std::uint32_t as_of);

/// The members that have a value; as_of may be one.
MemberSet members_present(const Trial& trial);

}  // namespace trialsift::model
