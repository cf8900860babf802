// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>

#include "trialsift/model/trial_id.hpp"
#include "trialsift/store/index.hpp"

/// Trials that the command line names by their ids.
namespace trialsift::cli {

struct Globals;

/// The trial in the index that is known by a number: its own, an alias or another one, also as the address of its page.
/// Where it is not there, tells why, as far as the index remembers. Throws Error(kUsage) for text that is no number and
/// for a number of several trials, which it lists.
std::optional<store::DocId> find_or_tell(const store::Index& index, const std::string& text, const Globals& globals);

/// Tells of a newer record of a trial in the index that was rejected: what is shown may be out of date.
void tell_of_rejected(const store::Index& index, const model::TrialId& id, const Globals& globals);

}  // namespace trialsift::cli
