// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/model/age.hpp"

/// What texts on ages are made of.
namespace trialsift::model {

struct AgeUnit {
  std::string_view one;        ///< "Year"
  std::string_view many;       ///< "Years"
  std::int64_t scaled_days;    ///< 16 times its days; 0: less than a day
  std::string_view spellings;  ///< in plain_text(), between bars
};

/// The unit of that name in any case; that of years for an empty one; null for other words.
const AgeUnit* age_unit(std::string_view name);
/// By its name in plain_text(), which is not empty.
const AgeUnit* unit_spelt(std::string_view word);
AgeSpan days_of(std::int64_t number, const AgeUnit& unit);

/// A number of units, whole or with decimals.
struct AgeMeasure {
  std::int64_t number = 0;
  std::int64_t hundredths = 0;
  const AgeUnit* unit = nullptr;  ///< null: none is written

  /// As records keep it: in a smaller unit where the number has decimals.
  std::string text() const;
  std::int64_t first_day() const;
  /// Or of months, or of no unit.
  bool is_of_years() const;
};

struct AgeElement {
  enum class Kind {
    kMeasure,
    kLower,    ///< ">=", "from", "and older"
    kUpper,    ///< "<", "up to", "and younger"
    kBetween,  ///< "-", "to"
  };
  Kind kind;
  AgeMeasure measure = {};
  bool no_limit = false;  ///< a measure: none
  bool strict = false;    ///< an upper bound: below it
};

struct AgeElements {
  std::vector<AgeElement> elements;
  bool understood;  ///< nothing else stands in the text
};
AgeElements age_elements(std::string_view plain);

/// A text that is one age and nothing else: "18 years", "1 year 6 months". `plain` is plain_text().
std::optional<AgeMeasure> one_age(std::string_view plain);

/// "18 Years", as most records have it and all are kept.
bool is_kept_age(std::string_view text);

}  // namespace trialsift::model
