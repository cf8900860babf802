// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "formats/reader.hpp"

namespace trialsift::formats {

/// The "Description Module" text export: records of labelled values that run over lines.
bool sniff_module_text(std::string_view head);
std::unique_ptr<Reader> open_module_text(ByteSource& source, const std::string& file, const ReadOptions& options);

}  // namespace trialsift::formats
