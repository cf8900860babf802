// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "trialsift/model/criteria.hpp"
#include "trialsift/model/trial.hpp"

/// Texts of a trial that its members do not hold as they are searched.
namespace trialsift::schema {

/// model::parts_of_criteria() of the text. The last text of each thread is parted once: three fields ask for it, and
/// ask again.
std::vector<model::CriteriaPart> criteria_parts(std::string_view criteria);

/// A value for each site: all that its record says of the place, and site_status_word() of its status.
void joined_sites(const model::Trial& trial, std::vector<std::string>& out);

}  // namespace trialsift::schema
