// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "formats/json/study_json.hpp"

namespace trialsift::formats {

/// A Study object of API v1 in the shape of API v2, as far as that is read; JSON.
///
/// Version 1 repeats an object's name in the names of its members and wraps lists in objects:
/// `InterventionList.Intervention[].InterventionName` is `interventions[].name` in version 2.
std::string v2_of_v1(const JsonNode& study);

}  // namespace trialsift::formats
