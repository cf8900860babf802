// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/render/report.hpp"
#include "trialsift/search/searcher.hpp"

namespace trialsift::render {

/// What colours mean; plain text where the style has none. Bold, and the two of the sixteen colours that are read on
/// light and on dark ground alike: red and magenta.
enum class Ink { kPlain, kBold, kHeading, kId, kMark };
std::string painted(std::string_view text, Ink ink, const Style& style);

/// A link around the text where the style has links and there is one.
std::string linked(std::string_view text, std::string_view url, const Style& style);

/// Columns that text takes on a terminal (East Asian width, combining characters).
std::size_t columns(std::string_view text);

/// Text of at most that many columns, the rest an ellipsis.
std::string shortened(std::string_view text, std::size_t width);

/// Text cleaned for a terminal, marks painted, wrapped to the style's width with `indent` blanks before every line but
/// the first (whose beginning the caller writes). White space becomes one blank; ideographs and
/// words longer than a line may be cut anywhere.
std::string wrapped(std::string_view text, const std::vector<search::Mark>& marks, std::size_t indent, Ink ink,
                    const Style& style);

}  // namespace trialsift::render
