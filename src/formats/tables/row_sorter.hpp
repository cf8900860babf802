// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "formats/bytes/temp_file.hpp"

namespace trialsift::formats {

/// Sorts more rows than memory holds: sorted runs go to a temporary file and are merged (Knuth, The Art of Computer
/// Programming, vol. 3, 5.4). Takes `memory_bytes` for the rows, and as much again for sorting or merging them; the
/// file is only made when that is not enough.
class RowSorter {
 public:
  RowSorter(std::filesystem::path temp_folder, std::size_t memory_bytes);
  ~RowSorter();

  void add(std::string_view key, std::string_view value);

  struct Row {
    std::string_view key;
    std::string_view value;
  };
  /// The rows by the bytes of their keys, those of one key as they were added; null at the end. Valid until the next
  /// call. After the first call no row can be added.
  const Row* next();

 private:
  struct Item {
    std::size_t at;
    std::uint32_t key_size;
    std::uint32_t value_size;
  };
  class Run;

  Row row_of(const Item& item) const;
  void sort();
  void write_run();
  void start();

  std::filesystem::path temp_folder_;
  std::size_t memory_bytes_;
  std::string bytes_;  ///< of the rows in memory
  std::vector<Item> items_;
  std::unique_ptr<TempFile> file_;
  std::vector<std::uint64_t> run_ends_;  ///< in the file
  std::vector<std::unique_ptr<Run>> runs_;
  std::vector<Run*> heap_;
  std::size_t given_ = 0;  ///< of items_, where all of them fit in memory
  bool started_ = false;
  Row row_{};
};

}  // namespace trialsift::formats
