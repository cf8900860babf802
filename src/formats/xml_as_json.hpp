// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "formats/reader.hpp"

namespace trialsift::formats {

/// <clinical_study> elements that a program turned into JSON: attributes as @name, repeated elements as lists.
bool sniff_xml_as_json(std::string_view head);
std::unique_ptr<Reader> open_xml_as_json(ByteSource& source, const std::string& file, const ReadOptions& options);

}  // namespace trialsift::formats
