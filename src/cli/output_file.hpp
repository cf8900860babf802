// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "trialsift/base/whole_file.hpp"

namespace trialsift::cli {

/// An output that an option names: "-" and /dev/stdout are standard output; a pipe, a device and a descriptor
/// (/dev/fd/3) are written directly; anything else is a file that appears whole when it is published.
class OutputFile {
 public:
  /// Nothing under that name changes before publish(). Throws Error (kIo, kDiskFull) where it cannot be written.
  explicit OutputFile(const std::string& name);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view text);
  /// Writes and syncs all but the name, so that several files can appear together.
  void finish();
  void publish();

  /// Standard output under any of its names.
  static bool is_stdout(const std::string& name);
  /// What is written directly: standard output, a descriptor, a pipe, a device.
  static bool is_direct(const std::string& name);

 private:
  std::string name_;
  int descriptor_ = -1;  ///< written directly
  std::optional<base::WholeFile> file_;
};

}  // namespace trialsift::cli
