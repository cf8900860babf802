// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "trialsift/model/trial.hpp"

/// The tables of AACT (Aggregate Analysis of ClinicalTrials.gov) that are read, by its data dictionary.
namespace trialsift::formats {

/// A trial as far as its rows have been taken.
struct AactDraft {
  model::Trial trial;
  std::string row;                                             ///< AACT's number of the row that is taken, in its table
  std::unordered_map<std::string, std::size_t> interventions;  ///< AACT's number of each, and its place
  std::unordered_map<std::string, std::size_t> arms;           ///< the same
  std::unordered_set<std::string> countries;                   ///< of its locations
};

struct AactTable {
  std::string_view name;
  /// What tells it from tables with the same columns: part of the file's name.
  std::string_view file_part;
  /// Columns that it always has beside nct_id, and whether it has no others but id.
  std::span<const std::string_view> required;
  bool required_only;
  /// Columns that are read; a row's cells come in their order, kNoCell for those that the file has not.
  std::span<const std::string_view> columns;
  /// What each of these columns says all of, or a part, as coverage_of_columns() takes it.
  std::span<const model::MemberSet> members;
  /// A trial has one row there: without it the table says nothing of the trial. In other tables no row is none.
  bool has_one_row;
  void (*take)(AactDraft& draft, std::span<const std::string_view> cells);
};

/// In the order in which a trial's rows are taken.
std::span<const AactTable> aact_tables();

/// The tables that a header can be of: several where only the file's name can tell.
std::vector<const AactTable*> aact_tables_of(const std::vector<std::string>& header);

}  // namespace trialsift::formats
