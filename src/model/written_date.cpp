// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/written_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <string>

#include "trialsift/base/text.hpp"

namespace trialsift::model {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::size_t kYearDigits = 4;
constexpr int kMonthsOfYear = 12;

using base::is_digit;
using base::is_letter;

struct Part {
  int value = 0;           ///< of a number or a month's name
  std::size_t digits = 0;  ///< 0 for a name

  bool is_name() const { return digits == 0; }
  bool is_year() const { return digits == kYearDigits; }
  bool is_short() const { return digits == 1 || digits == 2; }
};

struct Parts {
  std::array<Part, 3> part;
  std::size_t count = 0;
};

/// From its first colon back to the blank or T before the hour.
std::string_view without_time(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos) {
    const std::size_t start = text.substr(0, colon).find_last_of(" Tt");
    text = start == std::string_view::npos ? std::string_view() : text.substr(0, start);
  }
  while (!text.empty() && !is_digit(text.back()) && !is_letter(text.back())) text.remove_suffix(1);
  return base::trim(text);
}

/// A month's English name or its first letters, three at least.
int month_named(std::string_view word) {
  constexpr std::size_t kLettersMin = 3;
  const std::string name = base::to_lower_ascii(word);
  if (name.size() < kLettersMin) return 0;
  const auto* const found =
      std::find_if(kMonths.begin(), kMonths.end(), [&name](std::string_view month) { return month.starts_with(name); });
  return found == kMonths.end() ? 0 : static_cast<int>(found - kMonths.begin()) + 1;
}

std::optional<Part> part_of(std::string_view run) {
  Part part;
  if (is_letter(run.front())) {
    part.value = month_named(run);
    return part.value > 0 ? std::optional(part) : std::nullopt;
  }
  constexpr std::size_t kDigitsMax = 8;
  part.digits = run.size();
  if (part.digits > kDigitsMax) return std::nullopt;
  std::from_chars(run.data(), run.data() + run.size(), part.value);
  return part;
}

/// The numbers and names, if nothing else stands in the text but the punctuation of dates.
std::optional<Parts> parts_of(std::string_view text) {
  constexpr std::string_view kPunctuation = " -/.,";
  text = without_time(base::trim(text));
  Parts parts;
  while (!text.empty()) {
    const char first = text.front();
    std::size_t length = 1;
    if (is_digit(first)) {
      while (length < text.size() && is_digit(text[length])) ++length;
    } else if (is_letter(first)) {
      while (length < text.size() && is_letter(text[length])) ++length;
    } else if (kPunctuation.find(first) == std::string_view::npos) {
      return std::nullopt;
    }
    if (is_digit(first) || is_letter(first)) {
      const auto part = part_of(text.substr(0, length));
      if (!part || parts.count == parts.part.size()) return std::nullopt;
      parts.part[parts.count++] = *part;
    }
    text.remove_prefix(length);
  }
  return parts;
}

/// As PartialDate::make, but a 0 in the text is no unknown day or month.
std::optional<PartialDate> whole(const Part& year, const Part& month, const Part& day) {
  if (!year.is_year() || !day.is_short() || !(month.is_name() || month.is_short())) return std::nullopt;
  if (month.value == 0 || day.value == 0) return std::nullopt;
  return PartialDate::make(year.value, month.value, day.value);
}

std::optional<PartialDate> month_only(const Part& year, const Part& month) {
  if (!year.is_year() || !(month.is_name() || month.is_short()) || month.value == 0) return std::nullopt;
  return PartialDate::make(year.value, month.value, 0);
}

std::optional<PartialDate> one_number(const Part& part) {
  constexpr std::size_t kDayDigits = 8;
  constexpr int kYear = 10000;
  constexpr int kMonth = 100;
  if (part.is_year()) return PartialDate::make(part.value, 0, 0);
  if (part.digits != kDayDigits) return std::nullopt;
  const Part year{part.value / kYear, kYearDigits};
  return whole(year, {part.value / kMonth % kMonth, 2}, {part.value % kMonth, 2});
}

bool is_year_last(const Parts& parts) {
  return parts.count == 3 && parts.part[0].is_short() && parts.part[1].is_short() && parts.part[2].is_year();
}

DayMonth proven_by(const Parts& parts) {
  if (!is_year_last(parts)) return DayMonth::kUnknown;
  const bool first_is_day = parts.part[0].value > kMonthsOfYear;
  const bool second_is_day = parts.part[1].value > kMonthsOfYear;
  if (first_is_day == second_is_day) return DayMonth::kUnknown;
  return first_is_day ? DayMonth::kDayFirst : DayMonth::kMonthFirst;
}

}  // namespace

std::optional<PartialDate> read_date(std::string_view text, DayMonth order) {
  const auto parts = parts_of(text);
  if (!parts || parts->count == 0) return std::nullopt;
  const auto& [first, second, third] = parts->part;
  if (parts->count == 1) return one_number(first);
  if (parts->count == 2) return first.is_year() ? month_only(first, second) : month_only(second, first);
  if (first.is_year()) return whole(first, second, third);
  if (first.is_name()) return whole(third, first, second);
  if (second.is_name()) return whole(third, second, first);
  if (order == DayMonth::kUnknown) order = proven_by(*parts);
  if (order == DayMonth::kUnknown && first.value != second.value) return std::nullopt;
  return order == DayMonth::kMonthFirst ? whole(third, first, second) : whole(third, second, first);
}

DayMonth proven_order(std::string_view text) {
  const auto parts = parts_of(text);
  return parts ? proven_by(*parts) : DayMonth::kUnknown;
}

}  // namespace trialsift::model
