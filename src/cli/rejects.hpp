// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>

#include "cli/command.hpp"
#include "trialsift/base/file.hpp"

namespace trialsift::formats {
struct Rejected;
}

namespace trialsift::cli {

/// Tells rejected records on standard error, up to a few, and writes all to a file where one is named.
class Rejects {
 public:
  /// `file` may be empty. Throws Error(kIo) if it cannot be written.
  Rejects(const Globals& globals, const std::string& file);

  void take(const formats::Rejected& rejected);
  void close();

 private:
  const Globals& globals_;
  std::optional<base::FileWriter> file_;
  int told_ = 0;
};

}  // namespace trialsift::cli
