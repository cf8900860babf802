// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace trialsift::render {

/// RFC 4180 quoting. A cell that a spreadsheet would run as a formula gets an apostrophe in front.
std::string csv_cell(std::string_view text);

}  // namespace trialsift::render
