// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/native/range.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <string>

#include "query/diagnostics.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/age.hpp"
#include "trialsift/model/partial_date.hpp"
#include "trialsift/model/written_date.hpp"
#include "trialsift/query/tree.hpp"

namespace trialsift::query {
namespace {

using schema::Interval;

/// So many digits fit with room for the step that > and < take.
constexpr std::size_t kMostDigits = 15;

std::int64_t shifted_day(std::int64_t date, int days) {
  using namespace std::chrono;
  const year_month_day day{year{static_cast<int>(date / 10000)}, month{static_cast<unsigned>(date / 100 % 100)},
                           std::chrono::day{static_cast<unsigned>(date % 100)}};
  const year_month_day other{sys_days{day} + std::chrono::days{days}};
  const int month_and_day = static_cast<int>(static_cast<unsigned>(other.month())) * 100 +
                            static_cast<int>(static_cast<unsigned>(other.day()));
  return std::int64_t{static_cast<int>(other.year())} * 10000 + month_and_day;
}

class RangeReader {
 public:
  RangeReader(std::string_view value, const schema::Field& field, std::size_t offset)
      : value_(base::trim(value)), field_(field), offset_(offset), dates_(field.kind == schema::Kind::kDate) {}

  Interval read() const {
    if (const std::size_t dots = value_.find(".."); dots != std::string_view::npos) {
      return between(value_.substr(0, dots), value_.substr(dots + 2));
    }
    // "child", "65+", "18-64 years": as records write them.
    if (field_.kind == schema::Kind::kAge && !is_bound()) {
      if (const auto ages = model::parse_ages(value_)) return {ages->first, ages->last};
    }
    if (value_.starts_with(">=")) return {side(value_.substr(2)).low, kOpenHigh};
    if (value_.starts_with("<=")) return {kOpenLow, side(value_.substr(2)).high};
    if (value_.starts_with(">")) return {step(side(value_.substr(1)).high, 1), kOpenHigh};
    if (value_.starts_with("<")) return {kOpenLow, step(side(value_.substr(1)).low, -1)};
    if (value_.starts_with("=")) return side(value_.substr(1));
    return side(value_);
  }

 private:
  /// A bound of a query's own, whose age stands for all of its days.
  bool is_bound() const { return value_.find_first_of("<>=") == 0; }

  Interval between(std::string_view from, std::string_view to) const {
    if (from.empty() && to.empty()) {
      fail(offset_, "a range has at least one end: write " + examples() + "; has:" + std::string(field_.name) +
                        " finds what has any value");
    }
    const Interval range{from.empty() ? kOpenLow : side(from).low, to.empty() ? kOpenHigh : side(to).high};
    if (range.low > range.high) {
      fail(offset_, "the range " + shown(value_) + " ends before it begins: write " + shown(to) + ".." + shown(from));
    }
    return range;
  }

  /// One written date or number: the interval that it stands for.
  Interval side(std::string_view text) const {
    if (text.empty())
      fail(offset_, "there is nothing after " + shown(value_) + ": write " + examples() + ", without blanks");
    if (dates_) {
      const bool is_framed = base::is_letter(text.front()) || base::is_digit(text.front());
      const auto date =
          is_framed && base::is_digit(text.back()) ? model::read_date(text, model::DayMonth::kUnknown) : std::nullopt;
      if (!date) unreadable(text, "no date");
      return {date->first(), date->last()};
    }
    if (field_.kind == schema::Kind::kAge) {
      const std::optional<model::AgeSpan> age = model::parse_age(text);
      if (!age) unreadable(text, "no age");
      return {age->first, age->last};
    }
    if (!std::all_of(text.begin(), text.end(), base::is_digit)) unreadable(text, "no whole number");
    if (text.size() > kMostDigits) unreadable(text, "too large a number");
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return {number, number};
  }

  std::int64_t step(std::int64_t from, int by) const { return dates_ ? shifted_day(from, by) : from + by; }

  [[noreturn]] void unreadable(std::string_view text, const char* why) const {
    fail(offset_, shown(text) + " is " + why + ": write " + examples());
  }

  std::string examples() const {
    const std::string name(field_.name);
    if (field_.kind == schema::Kind::kAge)
      return name + ":40, " + name + ":18..65, " + name + ":<18, " + name + ":6m..2y or " + name + ":child";
    return dates_ ? name + ":2015, " + name + ":2015-06.., " + name + ":2015..2020 or " + name + ":>=2015-06-09"
                  : name + ":100, " + name + ":100..500 or " + name + ":>=100";
  }

  std::string_view value_;
  const schema::Field& field_;
  std::size_t offset_;
  bool dates_;
};

}  // namespace

Interval read_range(std::string_view value, const schema::Field& field, std::size_t offset) {
  return RangeReader(value, field, offset).read();
}

}  // namespace trialsift::query
