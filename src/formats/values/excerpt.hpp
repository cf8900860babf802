// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace trialsift::formats {

/// For a detail of a rejection: the beginning of a text as one short printable line.
std::string excerpt(std::string_view text);

/// The sentence on what stands where an id should: "missing" if nothing does.
std::string no_id_sentence(std::string_view given, std::string_view missing);

}  // namespace trialsift::formats
