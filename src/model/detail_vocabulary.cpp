// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/detail_vocabulary.hpp"

#include "model/value_readers.hpp"

namespace trialsift::model {
namespace {

constexpr VocabularyValue kDateTypeRows[] = {
    {"actual", "Actual"},
    {"estimated", "Estimated", "anticipated|planned"},
};

constexpr VocabularyValue kObservationalModelRows[] = {
    {"cohort", "Cohort"},
    {"case_control", "Case-control"},
    {"case_only", "Case-only"},
    {"case_crossover", "Case-crossover"},
    {"ecologic_or_community", "Ecologic or community", "ecologic or community studies"},
    {"family_based", "Family-based"},
    {"defined_population", "Defined population"},
    {"natural_history", "Natural history"},
    {"other", "Other"},
};

constexpr VocabularyValue kTimePerspectiveRows[] = {
    {"prospective", "Prospective"},
    {"retrospective", "Retrospective"},
    {"cross_sectional", "Cross-sectional"},
    {"other", "Other"},
};

constexpr VocabularyValue kMaskedRoleRows[] = {
    {"participant", "Participant", "subject"},
    {"care_provider", "Care provider", "caregiver"},
    {"investigator", "Investigator"},
    {"outcomes_assessor", "Outcomes assessor", "outcome assessor"},
};

constexpr VocabularyValue kSharingPlanRows[] = {
    {"yes", "Yes", "true"},
    {"no", "No", "false"},
    {"undecided", "Undecided"},
};

constexpr VocabularyValue kReferenceTypeRows[] = {
    {"background", "Background"},
    {"result", "Results", "results reference"},
    {"derived", "Found by the registry"},
};

constexpr VocabularyValue kArmTypeRows[] = {
    {"experimental", "Experimental"},
    {"active_comparator", "Active comparator"},
    {"placebo_comparator", "Placebo comparator"},
    {"sham_comparator", "Sham comparator"},
    {"no_intervention", "No intervention"},
    {"other", "Other"},
};

constexpr VocabularyValue kContactRoleRows[] = {
    {"contact", "Contact", "central contact"},
    {"principal_investigator", "Principal investigator"},
    {"study_chair", "Study chair"},
    {"study_director", "Study director"},
    {"sub_investigator", "Sub-investigator"},
};

}  // namespace

const Vocabulary kDateTypes{"date type", kDateTypeRows, read_label, true};
const Vocabulary kObservationalModels{"observational model", kObservationalModelRows, read_label, true};
const Vocabulary kTimePerspectives{"time perspective", kTimePerspectiveRows, read_label, true};
const Vocabulary kMaskedRoles{"masked role", kMaskedRoleRows, read_label, true};
const Vocabulary kSharingPlans{"sharing plan", kSharingPlanRows, read_label, true};
const Vocabulary kReferenceTypes{"reference type", kReferenceTypeRows, read_label, true};
const Vocabulary kArmTypes{"arm type", kArmTypeRows, read_label, true};
const Vocabulary kContactRoles{"contact role", kContactRoleRows, read_label, true};

}  // namespace trialsift::model
