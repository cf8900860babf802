// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "trialsift/model/trial.hpp"

namespace trialsift::formats {

/// Takes allocation, masking, purpose and model from a study design in one text: "Allocation: Randomized, Masking:
/// Double Blind (Subject), ...", with any punctuation between the labels, or "Randomised: yes". Only values that the
/// vocabularies know are taken, and only into members that are empty.
void take_design_text(model::Trial& trial, std::string_view text);

/// The phases in one text: "Phase 1/Phase 2", "2-3", "Phase I/II", "N/A", or a list of "(Phase II): yes".
void take_phase_text(model::Trial& trial, std::string_view text);

}  // namespace trialsift::formats
