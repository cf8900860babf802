// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "formats/reader.hpp"

namespace trialsift::formats {

/// CSV of the WHO's International Clinical Trials Registry Platform: exports of a search, lists such as that of
/// COVID-19 trials, and the full export, which has no header.
bool sniff_ictrp_csv(std::string_view head);
std::unique_ptr<Reader> open_ictrp_csv(ByteSource& source, const std::string& file, const ReadOptions& options);

}  // namespace trialsift::formats
