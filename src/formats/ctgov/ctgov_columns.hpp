// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "trialsift/model/trial.hpp"

/// What the columns of a table with one trial a row are called, and what their cells say.
namespace trialsift::formats {

struct TrialColumn {
  std::string_view spelling;  ///< of the header, squeezed (cell_values.hpp)
  /// Takes a cell that is not empty; what is there already stays. Null for columns that are known and hold nothing
  /// that a trial keeps, and for dates.
  void (*take)(model::Trial& trial, std::string_view cell) = nullptr;
  /// What the column says all of, or a part, as coverage_of_columns() takes it.
  model::MemberSet members = {};
  model::PartialDate model::Trial::*date = nullptr;
  /// In the place of `take`: a field of ClinicalTrials.gov's API (study_fields.hpp), its values between bars.
  std::string_view study_field = {};
  /// The column gives both ends of the ages where it gives one.
  bool is_age_range() const;
  /// Its cells are lists of short items, which some tables part by semicolons.
  bool is_list_of_names() const;
  /// Takes a cell that is not empty and holds no date.
  void take_cell(model::Trial& trial, std::string_view cell) const;
  /// Something is taken from its cells.
  bool is_read() const { return take != nullptr || date != nullptr || !study_field.empty(); }
};

/// Null for an unknown name.
const TrialColumn* trial_column(std::string_view name);
/// The name says that the column holds the trials' ids.
bool is_id_column(std::string_view name);

}  // namespace trialsift::formats
