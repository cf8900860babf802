// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "formats/json/study_json.hpp"
#include "trialsift/model/trial.hpp"

namespace trialsift::formats {

/// What a study object of API v2 says about its trial; `id` is the caller's business. `study` is the object that holds
/// protocolSection, derivedSection and hasResults.
model::Trial trial_of_study(const JsonNode& study, model::TrialId id);

}  // namespace trialsift::formats
