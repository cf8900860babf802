// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "cli/options.hpp"

namespace trialsift::cli {

/// Before anything is read or written: throws Error(kUsage) where an output is an input or another output (the same
/// file under whichever name), lies in an index or inside a folder that is read, or where two outputs go to standard
/// output. `index` is the index that the command line names; it may be empty.
void check_files(const std::vector<FileOption>& options, const std::string& index);

}  // namespace trialsift::cli
