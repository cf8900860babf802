// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "trialsift/model/trial.hpp"

namespace trialsift::formats {

/// Takes allocation, masking, purpose and model from a study design in one text: "Allocation: Randomized, Masking:
/// Double Blind (Subject), ...", with any punctuation between the labels, the EU's table of ticks in lines or on one
/// ("Randomised: yes Open: no"), or labels alone ("randomized controlled trial, double blind, parallel assignment").
/// Values go into members that are empty. A description behind a label that is not known says nothing here.
void take_design_text(model::Trial& trial, std::string_view text);

}  // namespace trialsift::formats
