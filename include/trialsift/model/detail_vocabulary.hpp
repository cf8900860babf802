// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "trialsift/model/vocabulary.hpp"

/// Vocabularies of what ClinicalTrials.gov's records tell in detail.
namespace trialsift::model {

extern const Vocabulary kDateTypes;  ///< actual or estimated
extern const Vocabulary kObservationalModels;
extern const Vocabulary kTimePerspectives;
extern const Vocabulary kMaskedRoles;
extern const Vocabulary kSharingPlans;
extern const Vocabulary kReferenceTypes;
extern const Vocabulary kArmTypes;
extern const Vocabulary kContactRoles;

}  // namespace trialsift::model
