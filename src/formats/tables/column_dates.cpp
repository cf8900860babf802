// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/tables/column_dates.hpp"

#include <optional>

#include "formats/tables/cell_values.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

std::string counted(std::uint64_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

void DateColumn::Count::add(std::string_view text) {
  constexpr std::size_t kShown = 30;
  if (values++ > 0) return;
  first = text.substr(0, kShown);
  base::repair_utf8(first);
}

void DateColumn::see(std::string_view text) {
  text = cell_value(text);
  if (text.empty()) return;
  const model::DayMonth proven = model::proven_order(text);
  if (proven == model::DayMonth::kDayFirst) {
    ++day_first_;
  } else if (proven == model::DayMonth::kMonthFirst) {
    ++month_first_;
  } else if (!model::read_date(text, model::DayMonth::kUnknown) && model::read_date(text, model::DayMonth::kDayFirst)) {
    ++ambiguous_;
  }
}

model::DayMonth DateColumn::order() const {
  if ((day_first_ > 0) == (month_first_ > 0)) return model::DayMonth::kUnknown;
  return day_first_ > 0 ? model::DayMonth::kDayFirst : model::DayMonth::kMonthFirst;
}

model::PartialDate DateColumn::read(std::string_view text) {
  text = cell_value(text);
  if (text.empty()) return {};
  if (const auto date = model::read_date(text, order())) return *date;
  if (const auto date = model::read_date(text, model::DayMonth::kUnknown)) {
    against_.add(text);
    return *date;
  }
  if (const auto either = model::read_date(text, model::DayMonth::kDayFirst)) {
    year_only_.add(text);
    return model::PartialDate::make(either->year(), 0, 0).value_or(model::PartialDate());
  }
  unread_.add(text);
  return {};
}

std::string DateColumn::note(const std::string& column) const {
  std::string text;
  const auto say = [&](const Count& count, const std::string& what) {
    if (count.values == 0) return;
    text += (text.empty() ? "In column \"" + column + "\", " : "; ") + what + " (the first: " + count.first + ")";
  };
  say(year_only_,
      counted(year_only_.values, "date does", "dates do") + " not tell day from month: only the year is kept");
  say(against_,
      counted(against_.values, "date contradicts", "dates contradict") + " the column's order of day and month");
  say(unread_, counted(unread_.values, "value is no date and is", "values are no dates and are") + " left out");
  return text.empty() ? text : text + ".";
}

}  // namespace trialsift::formats
