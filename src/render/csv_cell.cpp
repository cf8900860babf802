// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/csv_cell.hpp"

#include "trialsift/base/text.hpp"

namespace trialsift::render {

std::string csv_cell(std::string_view text) {
  constexpr std::string_view kBeginsFormula = "=+-@\t\r";
  const bool formula = !text.empty() && kBeginsFormula.find(text.front()) != std::string_view::npos;
  const std::string shown = base::printable(text);
  const bool quoted = shown.find_first_of(",\"\n") != std::string::npos;
  std::string cell;
  if (quoted) cell.push_back('"');
  if (formula) cell.push_back('\'');
  for (const char c : shown) {
    if (c == '"') cell.push_back('"');
    cell.push_back(c);
  }
  if (quoted) cell.push_back('"');
  return cell;
}

}  // namespace trialsift::render
