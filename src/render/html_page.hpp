// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

/// The parts of the HTML report that no search changes.
namespace trialsift::render {

extern const std::string_view kPageStyle;
/// Sorts and filters the hits of each search; without it the page is whole, but does not move.
extern const std::string_view kPageScript;
extern const std::string_view kPageControls;

}  // namespace trialsift::render
