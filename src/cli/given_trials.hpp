// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "trialsift/model/trial_id.hpp"
#include "trialsift/store/index.hpp"

/// Trials that the command line names by their ids.
namespace trialsift::cli {

/// Throws Error(kUsage) if the text is no id of a trial.
model::TrialId trial_id_of(const std::string& text);

/// The document of the trial with that id. Throws Error(kUsage) if the text is no id, or the trial not in the index.
store::DocId document_of(const store::Index& index, const std::string& text);

}  // namespace trialsift::cli
