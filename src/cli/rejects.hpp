// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>

#include "cli/command.hpp"
#include "cli/output_file.hpp"
#include "trialsift/base/error.hpp"

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
  /// The file appears under its name.
  void publish();
  /// The same where the run ends with an error, which the last line tells.
  void publish(const base::Error& failure);

 private:
  const Globals& globals_;
  std::optional<OutputFile> file_;
  int told_ = 0;
};

}  // namespace trialsift::cli
