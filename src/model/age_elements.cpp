// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/age_elements.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "model/written_text.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::model {
namespace {

/// So many times its days are whole numbers for years and months.
constexpr std::int64_t kScale = 16;

constexpr std::array<AgeUnit, 6> kUnits = {{
    {"Year", "Years", 5844,
     "y|yr|yrs|year|years|yo|yos|yoa|age|ages|yearold|yearsold|ano|anos|an|ans|jahr|jahre|jahren|anni|anno|"
     "jaar|lat|godin|let|yers|yeras|yaers|yeard|yrsold|yrold|ys|岁|周岁|歳|歳以上|세"},
    {"Month", "Months", 487,
     "m|mo|mos|mon|mth|mths|month|months|mes|meses|mois|monat|monate|monaten|mesi|maand|maanden|monts|个月|か月|ヶ月"},
    {"Week", "Weeks", 7 * kScale, "w|wk|wks|week|weeks|semana|semanas|semaine|semaines|woche|wochen|weken|周"},
    {"Day", "Days", kScale, "d|day|days|dia|dias|jour|jours|tag|tage|tagen|giorni|dagen|天|日"},
    {"Hour", "Hours", 0, "h|hr|hrs|hour|hours|hora|horas|heures|stunden"},
    {"Minute", "Minutes", 0, "min|mins|minute|minutes"},
}};
constexpr std::size_t kYears = 0;
constexpr std::size_t kMonths = 1;
constexpr std::size_t kDays = 3;
constexpr std::size_t kHours = 4;

constexpr std::string_view kLowerWords =
    ">=|>|over|older|above|more|greater|least|from|plus|upward|upwards|onward|onwards|beyond|elder|higher|starting|"
    "minimum|since|exceeding|desde|ab|mayor|mayores|up";
constexpr std::string_view kUpperWords =
    "<=|<|under|below|younger|less|maximum|max|until|till|upto|lower|fewer|hasta|bis|menor|menores|lesser";
constexpr std::string_view kStrictWords = "<|under|below|younger|less|lower|fewer|menor|menores|lesser";
constexpr std::string_view kBetweenWords = "-|to|until|till|through|~|and|a|bis|hasta";
constexpr std::string_view kFillingWords =
    "old|of|age|aged|ages|inclusive|included|incl|including|completed|the|is|be|are|must|should|participants|"
    "participant|patients|patient|subjects|subject|people|persons|individuals|adult|adults|child|children|elderly|"
    "adolescents|adolescent|senior|seniors|infants|infant|newborns|newborn|new|born|preschool|school|young|middle|"
    "toddlers|toddler|or|and|than|equal|at|between|s|es|o|limit|limits|group|range|any|all|eligible|volunteers|men|"
    "women|males|females|with|who|have|approximately|about|approx|ca|in|a|preterm|utero";
constexpr std::string_view kLimitWords =
    "limit|limits|limitation|limitations|restriction|restrictions|age|ages|upper|lower|maximum|minimum|max|min|maximal|"
    "minimal|bound|on|of|for|specified";

bool is_in(std::string_view list, std::string_view word) {
  const std::vector<std::string_view> words = barred(list);
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_zero(const AgeMeasure& measure) {
  return measure.number == 0 && measure.hundredths == 0;
}

/// Cuts an item into elements.
class ElementReader {
  using Kind = AgeElement::Kind;

 public:
  explicit ElementReader(std::string_view plain) : tokens_(written_tokens(plain)) {
    while (at_ < tokens_.size()) read();
    spread_units();
  }

  AgeElements take() { return {std::move(elements_), understood_}; }

 private:
  const WrittenToken* peek(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  bool next_is(std::size_t ahead, std::string_view text) const {
    const WrittenToken* const token = peek(ahead);
    return token != nullptr && token->is(text);
  }

  void read() {
    const WrittenToken& token = tokens_[at_];
    if (token.is_number()) return take_number();
    if (take_no_limit() || take_negated_bound()) return;
    if (token.is("birth")) {
      ++at_;
      elements_.push_back({Kind::kMeasure, {0, 0, &kUnits.at(kDays)}, false, false});
      return;
    }
    const bool up_to = token.is("up") && (next_is(1, "to") || next_is(1, "until") || next_is(1, "till"));
    if (up_to) {
      at_ += 2;
      elements_.push_back({Kind::kUpper, {}, false, false});
      return;
    }
    if (token.is("+") || is_in(kLowerWords, token.text)) return take_bound(Kind::kLower, token.text);
    if (is_in(kUpperWords, token.text) && !is_between_measures()) return take_bound(Kind::kUpper, token.text);
    if (is_in(kBetweenWords, token.text)) {
      ++at_;
      if (!elements_.empty()) elements_.push_back({Kind::kBetween, {}, false, false});
      if (elements_.empty() && token.is("-")) understood_ = false;
      return;
    }
    if (token.is_word() && !is_in(kFillingWords, token.text) && unit_spelt(token.text) == nullptr) understood_ = false;
    if (token.is_word()) {
      if (const AgeUnit* const unit = unit_spelt(token.text)) give_unit(*unit);
    } else if (std::string_view("()[].,:;/*'\"=%").find(token.text) == std::string_view::npos) {
      understood_ = false;
    }
    ++at_;
  }

  void take_number() {
    constexpr std::size_t kDigitsMax = 7;
    AgeMeasure measure;
    const std::string_view digits = tokens_[at_].text;
    if (digits.size() > kDigitsMax) understood_ = false;
    for (const char c : digits.substr(0, kDigitsMax)) measure.number = measure.number * 10 + (c - '0');
    ++at_;
    const WrittenToken* const point = peek();
    const WrittenToken* const fraction = peek(1);
    if (point != nullptr && fraction != nullptr && point->glued && fraction->glued && fraction->is_number() &&
        (point->is(".") || point->is(","))) {
      const std::string_view decimals = fraction->text;
      measure.hundredths = (decimals[0] - '0') * 10 + (decimals.size() > 1 ? decimals[1] - '0' : 0);
      at_ += 2;
    }
    measure.unit = take_unit();
    // "1 year 6 months" is one age.
    if (!elements_.empty() && elements_.back().kind == Kind::kMeasure && !elements_.back().no_limit) {
      AgeMeasure& before = elements_.back().measure;
      if (before.unit == nullptr || measure.unit == nullptr || before.unit >= measure.unit || before.hundredths != 0) {
        understood_ = false;
      } else if (!is_zero(measure)) {
        add(before, measure);
      }
      return;
    }
    elements_.push_back({Kind::kMeasure, measure, false, false});
  }

  /// Of years and months the months, of others the days.
  static void add(AgeMeasure& sum, const AgeMeasure& more) {
    constexpr std::int64_t kMonthsOfYear = 12;
    if (sum.unit == &kUnits.at(kYears) && more.unit == &kUnits.at(kMonths)) {
      sum = {sum.number * kMonthsOfYear + more.number, 0, more.unit};
    } else {
      sum = {sum.first_day() + more.first_day(), 0, &kUnits.at(kDays)};
    }
  }

  /// Behind a number: "years", "-months", "(months)", "year(s)".
  const AgeUnit* take_unit() {
    std::size_t ahead = 0;
    if (next_is(0, "-") || next_is(0, "(") || next_is(0, ".")) ahead = 1;
    const WrittenToken* const word = peek(ahead);
    if (word == nullptr || !word->is_word()) return nullptr;
    std::string_view name = word->text;
    const AgeUnit* unit = unit_spelt(name);
    // "19yearold", "20ageold"
    if (unit == nullptr && name.size() > 3 && name.ends_with("old")) unit = unit_spelt(name.substr(0, name.size() - 3));
    if (unit == nullptr) return nullptr;
    at_ += ahead + 1;
    if (next_is(0, "(") && (next_is(1, "s") || next_is(1, "es")) && next_is(2, ")")) at_ += 3;
    return unit;
  }

  /// A unit without a number is that of the measure before: "18+ years".
  void give_unit(const AgeUnit& unit) {
    for (std::size_t i = elements_.size(); i-- > 0;) {
      if (elements_[i].kind != Kind::kMeasure) continue;
      if (elements_[i].measure.unit == nullptr) elements_[i].measure.unit = &unit;
      return;
    }
  }

  /// "18-65 years": both have the unit of the last.
  void spread_units() {
    const AgeUnit* unit = nullptr;
    for (std::size_t i = elements_.size(); i-- > 0;) {
      AgeElement& token = elements_[i];
      if (token.kind != Kind::kMeasure || token.no_limit) continue;
      if (token.measure.unit == nullptr) token.measure.unit = unit;
      unit = token.measure.unit;
    }
  }

  bool take_no_limit() {
    const bool na = next_is(0, "n") && next_is(1, "/") && next_is(2, "a");
    if (!na && !next_is(0, "no") && !next_is(0, "none") && !next_is(0, "unlimited") && !next_is(0, "without"))
      return false;
    std::size_t ahead = na ? 3 : 1;
    const std::size_t before = ahead;
    while (peek(ahead) != nullptr && is_in(kLimitWords, peek(ahead)->text)) ++ahead;
    if (ahead == before && (next_is(0, "no") || next_is(0, "without"))) return false;
    at_ += ahead;
    elements_.push_back({Kind::kMeasure, {}, true, false});
    return true;
  }

  /// "not older than 65", "no less than 18".
  bool take_negated_bound() {
    if (!next_is(0, "not") && !next_is(0, "no")) return false;
    const WrittenToken* const word = peek(1);
    if (word == nullptr) return false;
    const bool lower = is_in(kLowerWords, word->text);
    if (!lower && !is_in(kUpperWords, word->text)) return false;
    at_ += 2;
    elements_.push_back({lower ? Kind::kUpper : Kind::kLower, {}, false, false});
    return true;
  }

  void take_bound(Kind kind, std::string_view word) {
    ++at_;
    // "older than", "more than or equal to", "and above": one bound.
    bool strict = is_in(kStrictWords, word);
    while (peek() != nullptr &&
           (next_is(0, "than") || next_is(0, "or") || next_is(0, "equal") || next_is(0, "=") || next_is(0, "to"))) {
      if (next_is(0, "equal") || next_is(0, "=")) strict = false;
      if (next_is(0, "or") && !next_is(1, "equal")) break;
      if (next_is(0, "to") && kind == Kind::kLower && !word.starts_with('>') && word != "equal") break;
      ++at_;
    }
    if (!elements_.empty() && elements_.back().kind == kind) return;
    elements_.push_back({kind, {}, false, strict});
  }

  bool is_between_measures() const {
    const WrittenToken& token = tokens_[at_];
    if (!token.is("until") && !token.is("till") && !token.is("bis") && !token.is("hasta")) return false;
    return !elements_.empty() && elements_.back().kind == Kind::kMeasure;
  }

  std::vector<WrittenToken> tokens_;
  std::size_t at_ = 0;
  std::vector<AgeElement> elements_;
  bool understood_ = true;
};

}  // namespace

const AgeUnit* unit_spelt(std::string_view word) {
  const auto* const found =
      std::find_if(kUnits.begin(), kUnits.end(), [word](const AgeUnit& unit) { return is_in(unit.spellings, word); });
  return found == kUnits.end() ? nullptr : found;
}

const AgeUnit* age_unit(std::string_view name) {
  for (const AgeUnit& unit : kUnits) {
    if (name == unit.many || name == unit.one) return &unit;
  }
  return name.empty() ? &kUnits.at(kYears) : unit_spelt(base::to_lower_ascii(name));
}

AgeSpan days_of(std::int64_t number, const AgeUnit& unit) {
  if (unit.scaled_days == 0) return {0, 0};
  return {number * unit.scaled_days / kScale, (number + 1) * unit.scaled_days / kScale - 1};
}

std::int64_t AgeMeasure::first_day() const {
  const AgeUnit& of = unit == nullptr ? kUnits.at(kYears) : *unit;
  constexpr std::int64_t kHundred = 100;
  return (number * kHundred + hundredths) * of.scaled_days / kScale / kHundred;
}

std::string AgeMeasure::text() const {
  const AgeUnit& of = unit == nullptr ? kUnits.at(kYears) : *unit;
  const auto written = [](std::int64_t count, const AgeUnit& in) {
    return std::to_string(count) + " " + std::string(count == 1 ? in.one : in.many);
  };
  constexpr std::int64_t kHundred = 100;
  constexpr std::int64_t kMonthsOfYear = 12;
  constexpr std::int64_t kHoursOfDay = 24;
  if (hundredths == 0 || &of > &kUnits.at(kDays)) return written(number, of);
  const std::int64_t all = number * kHundred + hundredths;
  if (&of == &kUnits.at(kYears) && all * kMonthsOfYear % kHundred == 0) {
    return written(all * kMonthsOfYear / kHundred, kUnits.at(kMonths));
  }
  if (&of == &kUnits.at(kDays)) return written(all * kHoursOfDay / kHundred, kUnits.at(kHours));
  const std::int64_t scaled = all * of.scaled_days;
  constexpr std::int64_t kWhole = kScale * kHundred;
  return written((scaled + kWhole / 2) / kWhole, kUnits.at(kDays));
}

std::optional<AgeMeasure> one_age(std::string_view plain) {
  const auto [elements, understood] = age_elements(plain);
  if (!understood || elements.size() != 1 || elements.front().kind != AgeElement::Kind::kMeasure ||
      elements.front().no_limit) {
    return std::nullopt;
  }
  return elements.front().measure;
}

bool AgeMeasure::is_of_years() const {
  return unit == nullptr || unit <= &kUnits.at(kMonths);
}

bool is_kept_age(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos || blank == 0 || blank > 2 || text.front() == '0') return false;
  const std::string_view number = text.substr(0, blank);
  const std::string_view unit = text.substr(blank + 1);
  if (!std::all_of(number.begin(), number.end(), base::is_digit)) return false;
  return std::any_of(kUnits.begin(), kUnits.end(),
                     [&](const AgeUnit& known) { return unit == (number == "1" ? known.one : known.many); });
}

AgeElements age_elements(std::string_view plain) {
  return ElementReader(plain).take();
}

}  // namespace trialsift::model
