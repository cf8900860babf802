// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "trialsift/model/trial.hpp"

namespace trialsift::formats {

/// Adds what a registry's record gives as a secondary id of its trial, once. A number of the same registry is another
/// trial's, for it would be an alias else; so is one that `relation`, the record's words on the number, calls that of a
/// parent study and the like. It is kept with the relation behind it, which keeps the two trials apart
/// (model/trial_groups.hpp).
void add_secondary_id(model::Trial& trial, std::string id, std::string_view relation = {});

}  // namespace trialsift::formats
