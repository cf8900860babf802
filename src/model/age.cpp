// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/age.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "trialsift/base/text.hpp"

namespace trialsift::model {
namespace {

/// So many times its days are whole numbers for years and months.
constexpr std::int64_t kScale = 16;

struct Unit {
  std::string_view name;
  std::int64_t scaled_days;
};

constexpr std::array kUnits = {
    Unit{"", 5844},     Unit{"y", 5844},     Unit{"year", 5844},    Unit{"years", 5844},      Unit{"m", 487},
    Unit{"month", 487}, Unit{"months", 487}, Unit{"w", 7 * kScale}, Unit{"week", 7 * kScale}, Unit{"weeks", 7 * kScale},
    Unit{"d", kScale},  Unit{"day", kScale}, Unit{"days", kScale},  Unit{"hour", 0},          Unit{"hours", 0},
    Unit{"minute", 0},  Unit{"minutes", 0},
};

}  // namespace

std::optional<AgeSpan> parse_age(std::string_view text) {
  text = base::trim(text);
  std::int64_t number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0 || number > kOldestDays) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
  const std::string name = base::to_lower_ascii(base::trim(text));
  const auto* unit = std::find_if(kUnits.begin(), kUnits.end(), [&name](const Unit& u) { return u.name == name; });
  if (unit == kUnits.end()) return std::nullopt;
  if (unit->scaled_days == 0) return AgeSpan{0, 0};
  const AgeSpan span{number * unit->scaled_days / kScale, (number + 1) * unit->scaled_days / kScale - 1};
  if (span.last > kOldestDays) return std::nullopt;
  return span;
}

std::optional<AgeSpan> ages_between(std::string_view minimum, std::string_view maximum) {
  if (minimum.empty() && maximum.empty()) return std::nullopt;
  const std::optional<AgeSpan> from = parse_age(minimum);
  const std::optional<AgeSpan> to = parse_age(maximum);
  return AgeSpan{from ? from->first : 0, to ? to->last : kOldestDays};
}

}  // namespace trialsift::model
