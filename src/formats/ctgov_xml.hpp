// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "formats/reader.hpp"

namespace trialsift::formats {

/// The XML of ClinicalTrials.gov's retired site: one <clinical_study> a file, or many in one.
bool sniff_ctgov_xml(std::string_view head);
std::unique_ptr<Reader> open_ctgov_xml(ByteSource& source, const std::string& file, const ReadOptions& options);

}  // namespace trialsift::formats
