// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
  bool operator==(const Location&) const = default;
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
constexpr unsigned kAsOfTag = 41;

/// Calls visit(tag, name, member) for each member of a Trial but its id, in a fixed order. The tags are the stored
/// form's: a tag is never used again for another member. The names are those of JSON output.
template <class AnyTrial, class Visitor>
void for_each_member(AnyTrial& trial, Visitor&& visit) {
  visit(1, "other_ids", trial.other_ids);
  visit(2, "brief_title", trial.brief_title);
  visit(3, "official_title", trial.official_title);
  visit(4, "acronym", trial.acronym);
  visit(5, "brief_summary", trial.brief_summary);
  visit(6, "detailed_description", trial.detailed_description);
  visit(7, "conditions", trial.conditions);
  visit(8, "keywords", trial.keywords);
  visit(9, "interventions", trial.interventions);
  visit(10, "arms", trial.arms);
  visit(11, "eligibility_criteria", trial.eligibility_criteria);
  visit(12, "outcomes", trial.outcomes);
  visit(13, "lead_sponsor", trial.lead_sponsor);
  visit(14, "collaborators", trial.collaborators);
  visit(15, "locations", trial.locations);
  visit(16, "condition_mesh", trial.condition_mesh);
  visit(17, "intervention_mesh", trial.intervention_mesh);
  visit(18, "mesh_ancestors", trial.mesh_ancestors);
  visit(19, "status", trial.status);
  visit(20, "why_stopped", trial.why_stopped);
  visit(21, "study_type", trial.study_type);
  visit(22, "phases", trial.phases);
  visit(23, "allocation", trial.allocation);
  visit(24, "masking", trial.masking);
  visit(25, "purpose", trial.purpose);
  visit(26, "model", trial.intervention_model);
  visit(27, "sponsor_class", trial.sponsor_class);
  visit(28, "sex", trial.sex);
  visit(29, "minimum_age", trial.minimum_age);
  visit(30, "maximum_age", trial.maximum_age);
  visit(31, "healthy", trial.healthy_volunteers);
  visit(32, "results", trial.has_results);
  visit(33, "enrollment", trial.enrollment);
  visit(34, "pmids", trial.pmids);
  visit(35, "start", trial.start);
  visit(36, "primary_completion", trial.primary_completion);
  visit(37, "completion", trial.completion);
  visit(38, "posted", trial.first_posted);
  visit(39, "updated", trial.updated);
  visit(40, "results_posted", trial.results_posted);
  visit(kAsOfTag, "as_of", trial.as_of);
}

}  // namespace trialsift::model
