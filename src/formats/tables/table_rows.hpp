// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

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

/// Says at the end how many rows held nothing.
void log_blank_rows(const std::string& file, std::uint64_t count);

}  // namespace trialsift::formats
