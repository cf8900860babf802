// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>

#include "trialsift/model/trial_id.hpp"
#include "trialsift/store/index.hpp"

/// Trials that the command line names by their ids.
namespace trialsift::cli {

struct Globals;

/// Throws Error(kUsage) if the text is no id of a trial.
model::TrialId trial_id_of(const std::string& text);

/// The trial in the index. Where it is not there, tells why, as far as the index remembers.
std::optional<store::DocId> find_or_tell(const store::Index& index, const model::TrialId& id, const Globals& globals);

/// Tells of a newer record of a trial in the index that was rejected: what is shown may be out of date.
void tell_of_rejected(const store::Index& index, const model::TrialId& id, const Globals& globals);

}  // namespace trialsift::cli
