// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <utility>
#include <vector>

#include "query/characters.hpp"
#include "query/citation/dialect_leaf.hpp"
#include "query/diagnostics.hpp"
#include "query/shape.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

using schema::Interval;

constexpr std::size_t kDigits = 8;  ///< of a whole date

/// 2012, 201208, 20120801, 2012/08/01, and beginnings of them before a wildcard (20081*).
std::optional<Interval> read_date(std::string_view text) {
  std::string digits;
  for (const std::string_view part : base::split(text, '/')) {
    const std::string_view number = base::trim(part);
    if (!is_number(number)) return std::nullopt;
    if (number.size() == 1) digits += '0';
    digits += number;
  }
  if (digits.size() < 4 || digits.size() > kDigits) return std::nullopt;
  std::string low = digits;
  std::string high = digits;
  low += std::string("00000101").substr(digits.size());
  high += std::string("99991231").substr(digits.size());
  if (digits.size() == 7) {
    low = digits + '0';
    high = digits + '9';
  }
  if (digits.size() == 5) {
    low = digits + (digits[4] == '0' ? "101" : "001");
    high = digits + (digits[4] == '0' ? "931" : "231");
  }
  const std::optional<std::uint32_t> first = number_of(low, kDigits);
  const std::optional<std::uint32_t> last = number_of(high, kDigits);
  if (!first || !last) return std::nullopt;
  return Interval{*first, *last};
}

}  // namespace

std::optional<Interval> read_dates(std::string_view text) {
  std::string plain = base::to_lower_ascii(text);
  std::string kept;
  for (const char c : plain) {
    if (c != '"' && c != '*' && c != '$') kept += c == ':' ? '-' : c;
  }
  const std::size_t dash = kept.find('-');
  if (dash == std::string::npos) return read_date(base::trim(kept));
  const std::string_view whole = kept;
  const std::string_view from = base::trim(whole.substr(0, dash));
  const std::string_view to = base::trim(whole.substr(dash + 1));
  const std::optional<Interval> low = read_date(from);
  if (!low && !from.empty()) return std::nullopt;
  const bool open = to.empty() || to == "current" || to == "present";
  const std::optional<Interval> high = open ? std::nullopt : read_date(to);
  if (!open && !high) return std::nullopt;
  if (!low && !high) return std::nullopt;
  return Interval{low ? low->low : kOpenLow, high ? high->high : kOpenHigh};
}

Node dates_leaf(std::string_view text, Span span, const DialectContext& context) {
  const std::optional<Interval> dates = context.options.first_posted_dates ? read_dates(text) : std::nullopt;
  if (!dates) {
    context.tell(
        "date-limit",
        context.options.first_posted_dates
            ? shown(text) + " is no range of dates that could be one of the first posting: it says nothing here"
            : std::string("years and entry dates of citations say nothing about registry records; --date-limits "
                          "first-posted of screen run reads them as dates of the first posting"),
        span, true);
    return void_leaf(std::string(text), span);
  }
  context.tell("date-limit", "dates of citations are read as dates of the first posting", span, true);
  return interval_leaf("posted", dates->low, dates->high, span);
}

}  // namespace trialsift::query
