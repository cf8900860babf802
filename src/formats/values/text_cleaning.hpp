// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace trialsift::formats {

/// The text that a registry's field stands for: Markdown escapes and HTML entities undone once, U+FEFF dropped, line
/// ends as \n, no white space at the ends. Lines, paragraphs and bullets stay. `text` must be UTF-8, so is the result.
std::string clean_text(std::string_view text);

}  // namespace trialsift::formats
