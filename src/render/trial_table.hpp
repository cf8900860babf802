// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "trialsift/model/trial.hpp"
#include "trialsift/render/report.hpp"

/// Tables of what trials are like, as a review's paper has them.
namespace trialsift::render {

/// Cells of one row; a cell's entries stand in lines of their own.
using TrialRow = std::vector<std::string>;

/// The headings of a table of trial_tables(), by its name.
TrialRow trial_table_headings(std::string_view table);
/// The rows of a trial, at least one.
std::vector<TrialRow> trial_table_rows(std::string_view table, const model::Trial& trial);

/// The entries of a cell with `between` between them.
std::string joined_entries(const std::string& cell, std::string_view between);

}  // namespace trialsift::render
