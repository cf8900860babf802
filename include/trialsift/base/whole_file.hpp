// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "trialsift/base/file.hpp"

namespace trialsift::base {

/// A regular file that appears under its name whole or not at all. The bytes go into a file without a name in the same
/// folder (O_TMPFILE), so that a process that is killed leaves nothing; where the file system has none, into a hidden
/// file beside the target. One object, one thread.
class WholeFile {
 public:
  /// A symbolic link is followed: its target is replaced. Throws Error (kIo, kDiskFull) where the target is no regular
  /// file, may not be written, or its folder takes no file.
  explicit WholeFile(const Path& path);
  /// What was not published is gone; a file that was there before is as it was.
  ~WholeFile();
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  /// Buffered. Throws Error (kIo, kDiskFull).
  void write(std::string_view bytes);
  /// Writes the rest and syncs the file: after it only publish() is left to do.
  void finish();
  /// Finishes, and gives the file its name in one step in the place of one that was there, with that one's mode.
  void publish();

 private:
  void flush();
  std::string name_by_descriptor() const;
  void name_it();

  Path target_;     ///< behind links
  Path temporary_;  ///< the name beside it, once it has one
  int descriptor_ = -1;
  bool finished_ = false;
  std::string buffer_;
};

}  // namespace trialsift::base
