// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "formats/reader.hpp"

namespace trialsift::formats {

/// Studies in the JSON of ClinicalTrials.gov's API, version 2: by the hundred in an array or a page, one a line, or
/// alone.
bool sniff_api_v2(std::string_view head);
std::unique_ptr<Reader> open_api_v2(ByteSource& source, const std::string& file, const ReadOptions& options);

}  // namespace trialsift::formats
