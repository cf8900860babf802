// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "trialsift/model/partial_date.hpp"
#include "trialsift/model/written_date.hpp"

namespace trialsift::formats {

/// The dates of one column: their order of day and month is what its values prove, and all of them the same.
class DateColumn {
 public:
  /// Takes a value as evidence.
  void see(std::string_view text);
  /// There are dates in it that could be either, and nothing, or both, is proven.
  bool undecided() const { return ambiguous_ > 0 && order() == model::DayMonth::kUnknown; }
  model::DayMonth order() const;

  /// The date, or of one that stays undecided its year, or nothing; both are counted.
  model::PartialDate read(std::string_view text);
  /// A sentence about the dates that were not read whole, or empty.
  std::string note(const std::string& column) const;

 private:
  struct Count {
    std::uint64_t values = 0;
    std::string first;
    void add(std::string_view text);
  };
  std::uint64_t ambiguous_ = 0;
  std::uint64_t day_first_ = 0;
  std::uint64_t month_first_ = 0;
  Count year_only_;
  Count against_;  ///< contradict the order
  Count unread_;
};

}  // namespace trialsift::formats
