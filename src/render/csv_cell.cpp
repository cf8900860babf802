// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/csv_cell.hpp"

#include "trialsift/base/text.hpp"

namespace trialsift::render {

std::string csv_cell(std::string_view text) {
  std::string safe;
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) safe = "'";
  safe += base::printable(text);
  if (safe.find_first_of(",\"\n") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char c : safe) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace trialsift::render
