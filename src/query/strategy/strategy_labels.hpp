// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

/// What the lines of a strategy's file look like: labels, and signs of queries.
namespace trialsift::query {

/// How a line is labelled: 1 x, 1<TAB>x, 1. x, #1 x.
enum class Form { kNone, kBlank, kTab, kDot, kHash };

/// A line of the file that is not blank.
struct FileLine {
  std::size_t begin = 0;
  std::size_t end = 0;
  Form form = Form::kNone;
  int number = 0;
  char letter = '\0';    ///< of 1a
  std::size_t rest = 0;  ///< behind the label

  bool has_label() const { return form != Form::kNone; }
};

bool is_blank_byte(char c);
bool begins_with_operator(std::string_view text);
bool ends_with_operator(std::string_view text);
bool is_operator_alone(std::string_view text);

/// A number of results: 1,234.
bool is_count(std::string_view text);
bool has_words(std::string_view text);

/// Signs that only a query has, no title.
bool has_query_signs(std::string_view text);

/// True if there are only references to lines, operators and parentheses in it. Lines may be lettered: A or B.
bool is_combination(std::string_view text, bool lettered = false);

/// True if it refers to other lines in any form.
bool refers_to_lines(std::string_view text);

/// Reads the label of a line of `text`, if it has one.
void read_label(std::string_view text, FileLine& line);

}  // namespace trialsift::query
