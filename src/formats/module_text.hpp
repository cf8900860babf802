// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "formats/reader.hpp"

namespace trialsift::formats {

/// The text export of the API's modules, such as the Description Module: records of labelled values that run over
/// lines. Each record of a page is a trial with what that module has.
bool sniff_module_text(std::string_view head);
std::unique_ptr<Reader> open_module_text(ByteSource& source, const std::string& file, const ReadOptions& options);

}  // namespace trialsift::formats
