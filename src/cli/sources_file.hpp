// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "trialsift/formats/record.hpp"

namespace trialsift::cli {

/// What `trialsift index --sources FILE.toml` names: inputs, and what the user knows of each.
///
///     [[source]]
///     path = "exports/who.csv"
///     register = "ClinicalTrials.gov"
///     platform = "WHO ICTRP"
///     date = 2025-01-15
struct SourcesFile {
  std::vector<std::string> inputs;  ///< in the order of the file
  std::map<std::string, formats::InputFacts> facts;
};

/// Paths are those of the file's folder. Throws Error(kUsage) with its line for what is no such file, and
/// Error(kInputUnreadable).
SourcesFile read_sources_file(const std::string& path);

/// A date as it is written on the command line or in the file. Throws Error(kUsage), which begins with `where`.
model::PartialDate read_current(const std::string& text, const std::string& where);

}  // namespace trialsift::cli
