// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace trialsift::formats {

/// A second chance for JSON that a strict parser refuses. In strings, raw control characters become blanks, lone
/// surrogate escapes \uFFFD, and backslashes before anything that is no escape are doubled; outside of them, numbers
/// that 64 bits or a double cannot hold become null and are left_out(), NaN and Infinity become null. Ill-formed
/// UTF-8 is repaired. Well-formed JSON keeps its meaning.
std::string repair_json(std::string_view text);

}  // namespace trialsift::formats
