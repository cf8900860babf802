// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "formats/reader.hpp"

namespace trialsift::formats {

/// Tables with one trial a row: the site's CSV and TSV of any age, and what users make of them. Columns are known by
/// their names (ctgov_columns.hpp), the ids' also by its values.
bool sniff_ctgov_csv(std::string_view head);
std::unique_ptr<Reader> open_ctgov_csv(ByteSource& source, const std::string& file, const ReadOptions& options);

}  // namespace trialsift::formats
