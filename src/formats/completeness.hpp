// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/reader.hpp"

namespace trialsift::formats {

/// True of names that end as files of records do: json, csv, gz and so on, and those of downloads that were not ended.
bool named_like_records(std::string_view file);

/// Gathers the evidence that inputs do not hold all that they should: the one place where it is decided what counts.
/// Memory grows with the pages of answers, a few bytes for each, and with nothing else.
class CompletenessCheck {
 public:
  /// Files that gave records in an earlier run, as files_to_expect() told them.
  void expect(const std::vector<std::string>& files) { expected_.insert(files.begin(), files.end()); }

  void take(const Rejected& rejected);
  /// A file of a folder or archive that is empty or holds nothing that is read.
  void take_skipped(const std::string& file, bool empty);
  /// A file was read to its end. `met`: in a folder or archive, not named by the user.
  void take_end(const std::string& file, bool met, std::uint64_t records, Ending ending);
  void take_changed(const std::string& file, std::string how);
  /// All files have been read: judges the pages of answers together.
  void finish();

  const Completeness& found() const { return found_; }
  /// Met files that gave records though their names do not say so; one "*" stands for too many to be listed.
  const std::vector<std::string>& files_to_expect() const { return to_expect_; }

 private:
  /// Pages of one answer; of several where nothing tells them apart.
  struct Pages {
    std::uint64_t continued = 0;  ///< pages that name one behind them
    std::uint64_t last = 0;
    std::uint64_t records = 0;
    std::map<std::uint64_t, std::uint64_t> totals;  ///< stated, and by how many pages
    std::set<std::uint64_t> keys;                   ///< hashes: a page may be there twice
    std::string file;                               ///< of the first page with a total, else of the last that continues

    void add(const std::string& in, const Page& page);
    void add(const Pages& other);
  };
  /// A file of pages, by the numbers in its name.
  struct NumberedFile {
    std::vector<std::uint64_t> numbers;
    std::uint64_t records = 0;
    std::string name;
  };
  /// Files whose names differ in numbers only: the pages of one answer as they are mostly saved.
  struct Series {
    Pages pages;
    std::vector<NumberedFile> files;
  };

  void add(std::string reason, const std::string& file, std::string detail);
  void judge(const Pages& pages);
  void judge_numbers(Series& series);
  void judge_stated(const Pages& pages, std::uint64_t expected);

  Completeness found_;
  std::set<std::string> expected_;
  std::vector<std::string> to_expect_;
  std::map<std::string, Pages> answers_;  ///< those that tell which they are
  std::map<std::string, Series> series_;
  std::vector<std::string> empty_pages_;  ///< of series
};

}  // namespace trialsift::formats
