// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace trialsift::formats {

/// One file to read.
struct InputFile {
  std::string path;          ///< "-" for standard input
  std::size_t input;         ///< which of the inputs it belongs to
  bool named;                ///< by the user, not met in a folder
  std::string trouble = {};  ///< why it cannot be looked at, or empty
};

/// The files behind the inputs as the user gave them, in order. Folders are listed one at a time when they are
/// reached; each is entered once, so that links cannot make a loop. What stands in a folder and cannot be looked at, or
/// is a pipe, a socket or a device, comes with its trouble.
class Inputs {
 public:
  /// Throws Error(kInputUnreadable) for an input that does not exist or may not be read.
  explicit Inputs(const std::vector<std::string>& inputs);

  std::optional<InputFile> next();
  /// Of all files together; 0 if it cannot be known beforehand. Walks the folders.
  std::uint64_t bytes_total() const;

 private:
  using Path = std::filesystem::path;
  struct Named {
    Path path;
    std::size_t input;
  };
  struct Folder {
    Path path;
    std::vector<std::string> names;  ///< in descending order: the last is next
  };
  using FolderKey = std::pair<std::uint64_t, std::uint64_t>;  ///< device and inode

  void add(const std::string& input, std::size_t index);
  int enter(const Path& folder);

  std::vector<Named> named_;
  std::size_t next_named_ = 0;
  std::vector<Folder> folders_;
  std::vector<FolderKey> entered_;  ///< of the input under way, sorted
};

}  // namespace trialsift::formats
