// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "trialsift/model/trial.hpp"

/// Terms of a trial's numbers in the index.
namespace trialsift::schema {

/// Prefix of the terms of the numbers that join records of one trial (model::joining_numbers).
constexpr std::string_view kJoinPrefix = "XJ";

/// What a text of the field id is found by, as the terms of the field hold it (key_form): the text as a whole, each
/// number in it, each of its parts between separators. Sorted, each once.
std::vector<std::string> key_forms(std::string_view text);

}  // namespace trialsift::schema
