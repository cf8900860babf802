// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "trialsift/model/trial.hpp"
#include "trialsift/model/vocabulary.hpp"

/// What the cells of tables say. Cells are bytes as read; results are UTF-8.
namespace trialsift::formats {

/// How PostgreSQL writes that there is no value.
constexpr std::string_view kNoCell = "\\N";

/// Without blanks at its ends; empty too for what programs write into cells without a value: null, nan.
std::string_view cell_value(std::string_view cell);

/// Letters and digits in lower case: how names of columns are compared.
std::string squeezed_name(std::string_view name);

/// A line of text, cleaned (text_cleaning.hpp).
std::string cell_line(std::string_view cell);
/// Text of several lines: breaks and indentation of the registry's old site are undone, and so is "~" for a line end.
std::string cell_text(std::string_view cell);
/// Items between bars, or of a list as Python prints it: ['a', 'b'].
std::vector<std::string> cell_list(std::string_view cell);

/// The key that a value has in the vocabulary.
std::string cell_key(const model::Vocabulary& vocabulary, std::string_view cell);
/// yes or no, in the spellings of tables: "t", "Accepts Healthy Volunteers".
std::string cell_yes_no(std::string_view cell);

}  // namespace trialsift::formats
