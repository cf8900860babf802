// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "trialsift/model/trial.hpp"

/// Studies of API v2 whose JSON a program has made one row of a table: each column a path.
namespace trialsift::formats {

/// The steps to a member of a study from a column's name: "protocolSection.statusModule.overallStatus", its parts after
/// . _ or /, the section left out or not. Empty if the name is no such path.
std::vector<std::string> study_path(std::string_view column);

struct FlatValue {
  std::vector<std::string> path;
  std::string_view cell;
};

/// The study that the cells of a row make. A list or an object in a cell may be written as in JSON or as Python prints
/// it; any other text stands for itself.
model::Trial trial_of_flat_study(const std::vector<FlatValue>& values, model::TrialId id);

}  // namespace trialsift::formats
