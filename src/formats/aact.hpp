// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "formats/reader.hpp"

namespace trialsift::formats {

/// AACT's tables, as its bars-delimited files or as CSV: one trial of all its rows in the tables of a folder or
/// archive. Rows wait sorted by trial (row_sorter.hpp); memory does not grow with them.
bool sniff_aact(std::string_view head);
std::unique_ptr<TableJoin> join_aact(const ReadOptions& options);

}  // namespace trialsift::formats
