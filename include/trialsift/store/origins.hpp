// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "trialsift/base/file.hpp"
#include "trialsift/model/members.hpp"
#include "trialsift/model/trial_id.hpp"

namespace trialsift::store {

/// Where records came from and what they can tell: all that the records of one file have in common.
struct Origin {
  std::string file;  ///< archive members as "a.zip:b.json"; a mark stands for the trial's own id, see file_of()
  std::string format;
  std::string register_name = {};  ///< as the user told; or empty
  std::string platform = {};       ///< the same
  model::Coverage coverage;

  /// The file's name with the trial's id in it.
  std::string file_of(const model::TrialId& id) const;

  friend auto operator<=>(const Origin&, const Origin&) = default;
};

/// A file's name as an Origin keeps it. A registry's download has one file a trial, named by its id: with a mark in the
/// place of the id these are one origin, not half a million.
std::string origin_file(std::string_view file, const model::TrialId& id);

/// The origins of an index, numbered in the order met; 0 is one of which nothing is known. Grows with the files, not
/// with the trials. What it returns lives as long as the table. Any number of threads.
class OriginTable {
 public:
  OriginTable();
  /// Reads a generation's file. Throws Error(kIndexCorrupt) where it cannot be what write() wrote.
  explicit OriginTable(const base::Path& path);
  OriginTable(const OriginTable&) = delete;
  OriginTable& operator=(const OriginTable&) = delete;

  /// The table's own of the same content.
  const Origin& intern(const Origin& origin);
  std::uint32_t number_of(const Origin& origin);
  /// Null for a number that no origin has.
  const Origin* find(std::uint32_t number) const;
  std::size_t size() const;

  /// Writes and syncs the file.
  void write(const base::Path& path) const;

 private:
  std::uint32_t add(const Origin& origin);

  mutable std::mutex mutex_;
  std::deque<Origin> origins_;
  std::map<Origin, std::uint32_t> numbers_;
};

}  // namespace trialsift::store
