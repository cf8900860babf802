// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/age.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <string>

#include "model/age_elements.hpp"
#include "model/written_text.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::model {
namespace {

using Says = Written::Says;

constexpr AgeGroup kGroups[] = {
    {"child",
     "children|childhood|pediatric|paediatric|pediatrics|kids|minors|under 18|birth-17|child (birth-17)|child|menores",
     kNoAgeLimit, "17 Years"},
    {"adult", "adults|adulthood|adult (18-64)|adult", "18 Years", "64 Years"},
    {"older_adult",
     "older adults|elderly|aged|senior|seniors|old age|elderly people|older people|older adult (65+)|geriatric|"
     "older_adult|mayores",
     "65 Years", kNoAgeLimit},
    {"in_utero", "fetus|foetus|embryo|unborn", kNoAgeLimit, "0 Days"},
    {"newborn",
     "newborns|new born|neonate|neonates|neonatal|newborn infant|newborn infants|preterm newborn infants|preterm "
     "newborns|"
     "preterm|preterm infants",
     kNoAgeLimit, "27 Days"},
    {"infant", "infants|infants and toddlers|toddlers|toddler|infancy", "28 Days", "23 Months"},
    {"preschool_child", "preschool children|preschool|pre-school child", "2 Years", "5 Years"},
    {"adolescent", "adolescents|adolescence|teenager|teenagers|youth|adolescent (12-17)", "12 Years", "17 Years"},
};

/// "18 Years" as records keep it, without a look at anything else.
std::optional<AgeSpan> span_of(std::string_view text) {
  const std::size_t blank = text.find(' ');
  std::int64_t number = 0;
  const std::string_view digits = text.substr(0, blank);
  const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || rest != digits.data() + digits.size() || number < 0 || number > kOldestDays) {
    return std::nullopt;
  }
  const AgeUnit* const unit = age_unit(blank == std::string_view::npos ? std::string_view() : text.substr(blank + 1));
  if (unit == nullptr) return std::nullopt;
  const AgeSpan span = days_of(number, *unit);
  return span.last > kOldestDays ? std::nullopt : std::optional(span);
}

AgeSpan span_between(std::string_view minimum, std::string_view maximum) {
  const std::optional<AgeSpan> from = minimum == kNoAgeLimit ? std::nullopt : parse_age(minimum);
  const std::optional<AgeSpan> to = maximum == kNoAgeLimit ? std::nullopt : parse_age(maximum);
  return {from ? from->first : 0, to ? to->last : kOldestDays};
}

}  // namespace

std::span<const AgeGroup> age_groups() {
  return kGroups;
}

const AgeGroup* find_age_group(std::string_view name) {
  const std::string wanted = squeezed(name);
  if (wanted.empty()) return nullptr;
  for (const AgeGroup& group : kGroups) {
    if (squeezed(group.key) == wanted) return &group;
    for (const std::string_view spelling : barred(group.spellings)) {
      if (squeezed(spelling) == wanted) return &group;
    }
  }
  return nullptr;
}

std::optional<AgeSpan> parse_age(std::string_view text) {
  text = base::trim(text);
  if (const auto span = span_of(text)) return span;
  if (text.size() > kValueBytesMax) return std::nullopt;
  const std::string plain = plain_text(text);
  const std::optional<AgeMeasure> measure = one_age(plain);
  return measure ? span_of(measure->text()) : std::nullopt;
}

std::optional<AgeSpan> parse_ages(std::string_view text) {
  if (const auto one = parse_age(text)) return one;
  const WrittenAges ages = read_ages(text, AgePlace::kBoth);
  if (ages.says != Says::kValue) return std::nullopt;
  return span_between(ages.minimum, ages.maximum);
}

std::optional<AgeSpan> ages_between(std::string_view minimum, std::string_view maximum) {
  if (minimum.empty() && maximum.empty()) return std::nullopt;
  return span_between(minimum, maximum);
}

std::string ages_in_words(std::string_view minimum, std::string_view maximum) {
  const bool no_minimum = minimum.empty() || minimum == kNoAgeLimit;
  const bool no_maximum = maximum.empty() || maximum == kNoAgeLimit;
  if (no_minimum && no_maximum) return minimum.empty() && maximum.empty() ? std::string() : "all ages";
  if (no_maximum) return std::string(minimum) + " and older";
  if (no_minimum) return "up to " + std::string(maximum);
  return std::string(minimum) + " to " + std::string(maximum);
}

}  // namespace trialsift::model
