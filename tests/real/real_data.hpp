// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>

namespace trialsift::testing {

/// The folder of real exports, or nothing, told on standard error.
inline std::optional<std::string> real_data() {
  const char* folder = std::getenv("TRIALSIFT_TEST_DATA");
  if (folder != nullptr) return std::string(folder);
  std::cerr << "skipped: TRIALSIFT_TEST_DATA names no folder of real exports\n";
  return std::nullopt;
}

}  // namespace trialsift::testing
