// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace trialsift::formats {

/// The paragraphs of a text that the registry's old site broke at column 100 and indented, each in one line. Paragraphs
/// stay apart by an empty line; items ("-  ", "1. ") stand in lines of their own, indented by two blanks a level. In a
/// text with longer lines the line breaks are its author's: they stay.
std::string unwrapped(std::string_view text);

/// Lines without white space at their ends and runs of it inside, at most one empty line in a row, none at the ends.
std::string tidy_lines(std::string_view text);

}  // namespace trialsift::formats
