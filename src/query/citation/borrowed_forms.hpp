// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Forms that one database alone writes, in lines that are otherwise those of another.
namespace trialsift::query {

struct HeadingForm {
  std::string name;
  bool explode = true;
  bool qualified = false;  ///< by what is dropped
  std::size_t length = 0;  ///< bytes of the text that it takes
};

struct LinesForm {
  std::vector<std::string> labels;  ///< with their #
  bool all = false;                 ///< joined by AND, else by OR
  std::size_t length = 0;
};

/// Each reads its form at the beginning of `text`.
struct BorrowedForms {
  std::optional<HeadingForm> (*heading)(std::string_view text);
  std::optional<LinesForm> (*lines)(std::string_view text);
};

}  // namespace trialsift::query
