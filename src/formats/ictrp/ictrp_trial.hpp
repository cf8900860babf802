// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "trialsift/model/trial.hpp"

namespace trialsift::formats {

/// One trial of the WHO's International Clinical Trials Registry Platform: values by the names of their columns or
/// elements. Names are compared without case, blanks and underscores: "Last Refreshed on" is Last_Refreshed_on.
class IctrpRow {
 public:
  /// The value as the export has it, as UTF-8; an empty one tells that the export has a place for it. What comes again
  /// under a name is added as a line of its own.
  void add(std::string_view column, std::string_view value);

  /// Empty where the export has no such column.
  std::string_view operator()(std::string_view column) const;
  bool has(std::string_view column) const;

 private:
  std::vector<std::pair<std::string, std::string>> values_;  ///< by squeezed names, in the order of the export
};

/// What the row says about its trial; `id` is the caller's business. Trial::as_of is the day on which the platform took
/// the record from its registry.
model::Trial trial_of_ictrp(const IctrpRow& row, model::TrialId id);

/// The name is that of a column that is read.
bool is_ictrp_column(std::string_view column);

/// What the row can tell, by its columns.
model::Coverage ictrp_coverage(const IctrpRow& row, const model::Trial& trial);

/// The day of the export, when the platform's copy was current; empty if the row does not tell.
model::PartialDate ictrp_export_date(const IctrpRow& row);

}  // namespace trialsift::formats
