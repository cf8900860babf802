// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace trialsift::model {

/// A calendar date of the years 1800 to 2200 of which the day, or day and month, may be unknown: 2015, 2015-06 or
/// 2015-06-09. It stands for the interval of days [first(), last()].
class PartialDate {
 public:
  PartialDate() = default;

  /// YYYY, YYYY-MM or YYYY-MM-DD, the only form that the API and our own queries use; the rest is a reader's business.
  static std::optional<PartialDate> parse(std::string_view text);
  /// 0 stands for an unknown month or day. Nothing if there is no such day.
  static std::optional<PartialDate> make(int year, int month, int day);

  bool empty() const { return year_ == 0; }
  int year() const { return year_; }
  int month() const { return month_; }  ///< 0: unknown
  int day() const { return day_; }      ///< 0: unknown
  std::string text() const;

  /// YYYYMMDD with 00 for what is unknown; 0 for an empty date. In the order of dates.
  std::uint32_t number() const;
  static PartialDate from_number(std::uint32_t number);

  /// YYYYMMDD as a number.
  std::uint32_t first() const;
  std::uint32_t last() const;

  friend auto operator<=>(const PartialDate&, const PartialDate&) = default;

 private:
  std::int16_t year_ = 0;
  std::int8_t month_ = 0;
  std::int8_t day_ = 0;
};

}  // namespace trialsift::model
