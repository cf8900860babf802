// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "formats/reader.hpp"

namespace trialsift::formats {

/// Studies in the JSON of ClinicalTrials.gov's retired API, version 1: pages of full studies or of chosen fields,
/// arrays, one study a line, or alone.
bool sniff_api_v1(std::string_view head);
std::unique_ptr<Reader> open_api_v1(ByteSource& source, const std::string& file, const ReadOptions& options);

}  // namespace trialsift::formats
