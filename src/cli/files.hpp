// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "cli/options.hpp"

namespace trialsift::cli {

/// Before anything is read or written: throws Error(kUsage) where an output is an input or another output (the same
/// file under whichever name), lies in an index or inside a folder that is read, or where two outputs go to standard
/// output. `index` is the index that the command line names; it may be empty.
void check_files(const std::vector<FileOption>& options, const std::string& index);

/// The name of a part of a file, from 1: trials-2.ris for trials.ris.
std::string part_name(const std::string& file, std::size_t part);

/// The parts of a file that there are, by number, ascending.
std::vector<std::pair<std::size_t, std::string>> parts_of(const std::string& file);

}  // namespace trialsift::cli
