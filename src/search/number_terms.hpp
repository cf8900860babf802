// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "trialsift/store/index.hpp"

/// Terms of the field id, of which each trial has one for each of its numbers.
namespace trialsift::search {

/// Of a number in any form.
std::string number_term(std::string_view number);
/// Of a registered number, or of the one in an address; empty for other text.
std::string registered_term(std::string_view text);
/// That number as its registry writes it; empty for other text.
std::string registered_text(std::string_view text);
/// An address with a registered number.
bool is_address(std::string_view text);

/// Four characters with a digit: less is no number that tells a trial from others.
bool may_be_sponsors_number(std::string_view text);

/// Goes through_gate().
bool has_term(const store::Index& index, const std::string& term);

}  // namespace trialsift::search
