// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "formats/xml/element.hpp"
#include "trialsift/model/trial.hpp"

namespace trialsift::formats {

/// What a <clinical_study> of ClinicalTrials.gov's retired site says about its trial; `id` is the caller's business.
model::Trial trial_of_legacy(const Element& study, model::TrialId id);

/// The number in <id_info>, as it stands there.
std::string legacy_id(const Element& study);

}  // namespace trialsift::formats
