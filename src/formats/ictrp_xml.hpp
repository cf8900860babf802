// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "formats/reader.hpp"

namespace trialsift::formats {

/// The XML of the WHO's trial search portal, <Trials_downloaded_from_ICTRP>.
bool sniff_ictrp_xml(std::string_view head);
std::unique_ptr<Reader> open_ictrp_xml(ByteSource& source, const std::string& file, const ReadOptions& options);

}  // namespace trialsift::formats
