// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "cli/options.hpp"

/// The formats of what commands print that is neither hits nor records: numbers, reasons, lists.
namespace trialsift::cli {

constexpr const char* kTextFormat = "text";  ///< for people
constexpr const char* kJsonFormat = "json";
constexpr const char* kJsonLinesFormat = "jsonl";
constexpr const char* kTableFormat = "tsv";

/// The option --format that chooses one of them. `more` follows their names in the help.
Option add_print_format(Options& options, std::string& format, const std::vector<std::string>& names,
                        const std::string& more = {});

}  // namespace trialsift::cli
