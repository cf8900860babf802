// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "trialsift/model/vocabulary.hpp"

namespace trialsift::model {

/// Ages in days, both ends belonging to it: whoever is "18 Years" old is so for a year. A year has 365.25 days, a month
/// a twelfth of that.
struct AgeSpan {
  std::int64_t first = 0;
  std::int64_t last = 0;
  bool operator==(const AgeSpan&) const = default;
};

/// Older than anybody: the end of ages without a limit.
constexpr std::int64_t kOldestDays = 200 * 1461 / 4;

/// In the place of an age in a record that says that there is no limit.
inline constexpr std::string_view kNoAgeLimit = "No limit";

/// Where a text on ages stands.
enum class AgePlace {
  kMinimum,  ///< of a lower limit
  kMaximum,  ///< of an upper limit
  kBoth,     ///< of both together: "18 Years and older", "18-64 years, 65+ years", "CHILD, ADULT"
};

/// What a text says of the limits: an age ("18 Years", "6 Months": a whole number and Years, Months, Weeks, Days, Hours
/// or Minutes), kNoAgeLimit, or empty, where it says nothing of that limit.
struct WrittenAges {
  Written::Says says = Written::Says::kNothing;  ///< kValue, kNothing or kUnknown
  std::string minimum;
  std::string maximum;
  bool by_groups = false;  ///< nothing but names of groups
};
WrittenAges read_ages(std::string_view text, AgePlace place);

/// "18 Years", "6 months", "2w", "18", "1.5 years": one age, of years where it has no unit. Nothing for other texts
/// (N/A) and for ages beyond kOldestDays.
std::optional<AgeSpan> parse_age(std::string_view text);

/// All ages of a text of a query: one age, a range ("18-64 years", "65+"), a group ("child").
std::optional<AgeSpan> parse_ages(std::string_view text);

/// Ages that a record with these limits takes: no limit where a text is no age. Nothing if both are empty.
std::optional<AgeSpan> ages_between(std::string_view minimum, std::string_view maximum);

/// A group of ages by its names: child is below 18, adult 18 to 64, older adult from 65 years.
struct AgeGroup {
  std::string_view key;
  std::string_view spellings;  ///< between bars
  std::string_view minimum;    ///< an age or kNoAgeLimit
  std::string_view maximum;
};
std::span<const AgeGroup> age_groups();
const AgeGroup* find_age_group(std::string_view name);

/// Limits in words: "18 Years to 65 Years", "18 Years and older", "up to 17 Years", "all ages"; empty for none.
std::string ages_in_words(std::string_view minimum, std::string_view maximum);

}  // namespace trialsift::model
