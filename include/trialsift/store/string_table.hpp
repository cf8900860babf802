// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trialsift::store {

/// Strings numbered from 0 in the order in which they came: in one block, found by an open-addressing table of their
/// numbers. 15 bytes a string beside its own. One object, one thread.
class StringTable {
 public:
  StringTable();
  /// The string's number and whether it is new.
  std::pair<std::uint32_t, bool> insert(std::string_view text);
  /// Good until the next insert().
  std::string_view at(std::uint32_t number) const;
  std::size_t size() const { return ends_.size(); }

 private:
  void grow();

  std::string bytes_;
  std::vector<std::uint64_t> ends_;
  std::vector<std::uint32_t> table_;  ///< number + 1; 0 is free
};

}  // namespace trialsift::store
