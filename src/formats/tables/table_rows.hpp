// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/reader.hpp"
#include "formats/tables/delimited.hpp"

/// What readers of tables share.
namespace trialsift::formats {

std::string_view cell_at(Cells cells, std::size_t column);

/// Why a row is no record, or nothing.
std::optional<Rejected> rejected_row(const DelimitedRow& row, std::size_t id_column, const std::string& file);

/// The head of a table when another format is forced on its content: nothing that can be read.
Record no_table(const std::string& file, const char* what);

/// At the end; null where no row was read.
Ending ending_of_table(const DelimitedReader* rows);

/// What a table may lose without a word: a sentence if no column is read as the title or the status of the trials, and
/// the first of those that are not read; else empty.
std::string note_of_lacking(bool title, bool status, const std::vector<std::string_view>& unread);

/// Says at the end how many rows held nothing.
void log_blank_rows(const std::string& file, std::uint64_t count);

}  // namespace trialsift::formats
