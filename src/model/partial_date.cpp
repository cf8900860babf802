// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/partial_date.hpp"

#include <charconv>
#include <chrono>
#include <cstdint>
#include <vector>

#include "trialsift/base/text.hpp"

namespace trialsift::model {
namespace {

constexpr int kFirstYear = 1800;
constexpr int kLastYear = 2200;

std::optional<int> parse_digits(std::string_view digits, std::size_t width) {
  int value = 0;
  if (digits.size() != width) return std::nullopt;
  const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (end.ec != std::errc() || end.ptr != digits.data() + digits.size() || value < 0) return std::nullopt;
  return value;
}

int days_in(int year, int month) {
  const auto last = std::chrono::year_month_day_last{
      std::chrono::year{year}, std::chrono::month_day_last{std::chrono::month(static_cast<unsigned>(month))}};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return std::string(width - digits.size(), '0') + digits;
}

std::uint32_t as_number(int year, int month, int day) {
  return static_cast<std::uint32_t>(year * 10000 + month * 100 + day);
}

}  // namespace

std::optional<PartialDate> PartialDate::make(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 0 || month > 12 || day < 0) return std::nullopt;
  if (month == 0 ? day != 0 : day > days_in(year, month)) return std::nullopt;
  PartialDate date;
  date.year_ = static_cast<std::int16_t>(year);
  date.month_ = static_cast<std::int8_t>(month);
  date.day_ = static_cast<std::int8_t>(day);
  return date;
}

std::optional<PartialDate> PartialDate::parse(std::string_view text) {
  const std::vector<std::string_view> parts = base::split(base::trim(text), '-');
  if (parts.empty() || parts.size() > 3) return std::nullopt;
  const std::optional<int> year = parse_digits(parts[0], 4);
  const std::optional<int> month = parts.size() > 1 ? parse_digits(parts[1], 2) : 0;
  const std::optional<int> day = parts.size() > 2 ? parse_digits(parts[2], 2) : 0;
  if (!year || !month || !day) return std::nullopt;
  if ((parts.size() > 1 && *month == 0) || (parts.size() > 2 && *day == 0)) return std::nullopt;
  return make(*year, *month, *day);
}

std::string PartialDate::text() const {
  if (empty()) return {};
  std::string text = padded(year_, 4);
  if (month_ != 0) text += "-" + padded(month_, 2);
  if (day_ != 0) text += "-" + padded(day_, 2);
  return text;
}

std::uint32_t PartialDate::number() const {
  return as_number(year_, month_, day_);
}

PartialDate PartialDate::from_number(std::uint32_t number) {
  const auto part = [](std::uint32_t value) { return static_cast<int>(value); };
  return make(part(number / 10000), part(number / 100 % 100), part(number % 100)).value_or(PartialDate());
}

std::uint32_t PartialDate::first() const {
  return as_number(year_, month_ == 0 ? 1 : month_, day_ == 0 ? 1 : day_);
}

std::uint32_t PartialDate::last() const {
  const int month = month_ == 0 ? 12 : month_;
  return as_number(year_, month, day_ == 0 ? days_in(year_, month) : day_);
}

}  // namespace trialsift::model
