// SPDX-License-Identifier: GPL-2.0-or-later
//
// How texts on ages are read: a text is cut into items ("18-64 years, 65+ years"), an item into elements (a measure, a
// bound such as >= or "and older", what stands between two measures), and all items together are the ages from the
// lowest to the highest.

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "model/age_elements.hpp"
#include "model/written_text.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::model {
namespace {

using Says = Written::Says;
using Element = AgeElement::Kind;

constexpr std::string_view kNoLimits =
    "n/a|n.a.|no limit|none|unlimited|no|no age|limitless|not limited|any|any age|all|all ages|infinity|open|open "
    "ended|no limite|"
    "birth|from birth|sin limite|sem limite|without limit|without limits|without age limit|no restriction|no "
    "restrictions|nolimit";
/// One end of ages.
struct Limit {
  enum class Kind { kAbsent, kNone, kAge } kind = Kind::kAbsent;
  AgeMeasure measure = {};
};

struct Item {
  Says says = Says::kUnknown;
  Limit minimum;
  Limit maximum;
  bool group = false;
  Element bound = Element::kMeasure;  ///< kLower or kUpper: it has this limit and no other
};

bool is_zero(const AgeMeasure& measure) {
  return measure.number == 0 && measure.hundredths == 0;
}

bool is_too_old(const AgeMeasure& measure) {
  return measure.first_day() > kOldestDays;
}

/// The ages of the elements of one item.
class ItemReader {
 public:
  explicit ItemReader(const std::vector<AgeElement>& elements) : elements_(elements) {}

  Item read() {
    for (std::size_t i = 0; i < elements_.size() && known_; ++i) take(i);
    if (!known_ ||
        (!bare_ && item_.minimum.kind == Limit::Kind::kAbsent && item_.maximum.kind == Limit::Kind::kAbsent)) {
      return {};
    }
    item_.says = Says::kValue;
    return item_;
  }

  /// An age alone, which is a minimum or a maximum by its place.
  const std::optional<Limit>& bare() const { return bare_; }

 private:
  static Limit limit(const AgeElement& token) {
    return {token.no_limit ? Limit::Kind::kNone : Limit::Kind::kAge, token.measure};
  }

  void set(Limit& to, const Limit& from) {
    if (to.kind != Limit::Kind::kAbsent) known_ = false;
    to = from;
  }

  void set_bound(const AgeElement& bound, Limit age, bool before) {
    if (bound.kind == Element::kUpper && bound.strict && before && age.measure.number > 0 &&
        age.measure.hundredths == 0) {
      --age.measure.number;
    }
    set(bound.kind == Element::kLower ? item_.minimum : item_.maximum, age);
    bounded_ = true;
  }

  void take(std::size_t i) {
    const AgeElement& token = elements_[i];
    switch (token.kind) {
      case Element::kMeasure:
        return take_measure(token);
      case Element::kBetween:
        between_ = true;
        return;
      case Element::kLower:
      case Element::kUpper: {
        const bool measure_follows = i + 1 < elements_.size() && elements_[i + 1].kind == Element::kMeasure;
        if (measure_follows) {
          pending_ = &token;
        } else if (bare_) {
          set_bound(token, *std::exchange(bare_, std::nullopt), false);
        } else if (!bounded_) {
          known_ = false;
        }
        between_ = false;
        return;
      }
    }
  }

  void take_measure(const AgeElement& token) {
    const Limit age = limit(token);
    if (pending_ != nullptr) {
      if (bare_) set(item_.minimum, *std::exchange(bare_, std::nullopt));
      set_bound(*std::exchange(pending_, nullptr), age, true);
    } else if (between_ && bare_) {
      set(item_.minimum, *std::exchange(bare_, std::nullopt));
      set(item_.maximum, age);
    } else if (between_ && item_.minimum.kind != Limit::Kind::kAbsent) {
      set(item_.maximum, age);
    } else if (bare_ || item_.minimum.kind != Limit::Kind::kAbsent || item_.maximum.kind != Limit::Kind::kAbsent) {
      known_ = false;
    } else {
      bare_ = age;
    }
    between_ = false;
  }

  const std::vector<AgeElement>& elements_;
  Item item_;
  std::optional<Limit> bare_;
  const AgeElement* pending_ = nullptr;
  bool between_ = false;
  bool bounded_ = false;
  bool known_ = true;
};

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), base::is_digit);
}

/// Of "18 years and older (adult, older adult)" what stands outside, of "adult (18-64)" what stands inside of the
/// parentheses.
std::string without_remarks(std::string_view text) {
  std::string outside;
  std::string inside;
  for (std::size_t open = text.find('('); open != std::string_view::npos; open = text.find('(')) {
    const std::size_t close = std::min(text.find(')', open), text.size());
    const std::string_view remark = base::trim(text.substr(open + 1, close - open - 1));
    outside += text.substr(0, open);
    if (remark == "s" || remark == "es" || unit_spelt(remark) != nullptr) {
      outside += remark == "s" || remark == "es" ? std::string(remark) : " " + std::string(remark);
    } else if (remark.find("gestation") == std::string_view::npos) {
      inside += " " + std::string(remark);
      outside += " ";
    }
    text.remove_prefix(std::min(close + 1, text.size()));
  }
  outside += text;
  return has_digit(outside) || !has_digit(inside) ? outside : inside;
}

/// Between ; | line ends, and commas that are no decimal ones; not inside of parentheses.
std::vector<std::string_view> items_of(std::string_view plain) {
  std::vector<std::string_view> items;
  int depth = 0;
  std::size_t from = 0;
  for (std::size_t at = 0; at <= plain.size(); ++at) {
    if (at < plain.size()) {
      const char c = plain[at];
      if (c == '(') ++depth;
      if (c == ')' && depth > 0) --depth;
      const bool digits =
          at > 0 && at + 1 < plain.size() && base::is_digit(plain[at - 1]) && base::is_digit(plain[at + 1]);
      const bool comma = c == ',' && !digits;
      if (depth > 0 || !(c == ';' || c == '|' || c == '\n' || comma)) continue;
    }
    if (const std::string_view item = base::trim(plain.substr(from, at - from)); !item.empty()) items.push_back(item);
    from = at + 1;
  }
  return items;
}

bool is_no_limit(std::string_view text) {
  const std::vector<std::string_view> known = barred(kNoLimits);
  if (std::find(known.begin(), known.end(), text) != known.end()) return true;
  const auto [elements, understood] = age_elements(text);
  return understood && elements.size() == 1 && elements.front().no_limit;
}

Item item_of_group(const AgeGroup& group) {
  const auto limit = [](std::string_view text) -> Limit {
    if (text == kNoAgeLimit) return {Limit::Kind::kNone, {}};
    return {Limit::Kind::kAge, one_age(plain_text(text)).value_or(AgeMeasure())};
  };
  return {Says::kValue, limit(group.minimum), limit(group.maximum), true};
}

constexpr Limit kNone{Limit::Kind::kNone, {}};

/// An item without a number: no limit, a group, or nothing.
Item read_words(std::string_view text) {
  if (is_no_limit(text)) return {Says::kValue, kNone, kNone};
  const AgeGroup* group = find_age_group(text);
  if (group == nullptr) group = find_age_group(text.substr(0, text.find(':')));
  if (group != nullptr) return item_of_group(*group);
  const std::string spelling = squeezed(text);
  const bool nothing =
      says_nothing(spelling) || spelling == "notapplicable" || spelling == "na" || spelling == "unknown";
  return {nothing ? Says::kNothing : Says::kUnknown, {}, {}};
}

Item read_numbers(std::string_view text, AgePlace place) {
  const auto [elements, understood] = age_elements(text);
  if (!understood) return {};
  ItemReader reader(elements);
  Item read = reader.read();
  if (read.says != Says::kValue) return read;
  if (const auto& bare = reader.bare()) {
    if (place != AgePlace::kMaximum) read.minimum = *bare;
    if (place != AgePlace::kMinimum) read.maximum = *bare;
    return read;
  }
  // "18 and older" has no upper limit.
  if (read.minimum.kind == Limit::Kind::kAbsent) {
    read.minimum = kNone;
    read.bound = Element::kUpper;
  } else if (read.maximum.kind == Limit::Kind::kAbsent) {
    read.maximum = kNone;
    read.bound = Element::kLower;
  }
  return read;
}

Item read_item(std::string_view item, AgePlace place) {
  if (is_no_limit(item)) return {Says::kValue, kNone, kNone};
  const std::string outside = without_remarks(item);
  const std::string_view text = base::trim(outside);
  if (has_digit(text)) {
    const Item whole = read_numbers(text, place);
    const std::size_t colon = text.rfind(':');
    if (whole.says == Says::kValue || colon == std::string_view::npos) return whole;
    return read_numbers(text.substr(colon + 1), place);  // "80 and over: 80+ year"
  }
  const Item read = read_words(text);
  const std::size_t open = item.find('(');
  if (read.says != Says::kNothing || open == std::string_view::npos) return read;
  const std::string_view remark = item.substr(open + 1, item.find(')', open) - open - 1);
  return is_no_limit(remark) ? Item{Says::kValue, kNone, kNone} : read;
}

std::string text_of(const Limit& limit, bool maximum, bool& known) {
  if (limit.kind == Limit::Kind::kAbsent) return {};
  if (limit.kind == Limit::Kind::kNone) return std::string(kNoAgeLimit);
  const AgeMeasure& measure = limit.measure;
  if (is_zero(measure) && (!maximum || measure.is_of_years())) return std::string(kNoAgeLimit);
  if (is_too_old(measure)) {
    known = known && maximum;
    return std::string(kNoAgeLimit);
  }
  return measure.text();
}

/// The lower of two minima, the higher of two maxima.
void join(Limit& limit, const Limit& other, bool maximum) {
  if (limit.kind == Limit::Kind::kAbsent || other.kind == Limit::Kind::kNone) {
    if (other.kind != Limit::Kind::kAbsent) limit = other;
    return;
  }
  if (limit.kind == Limit::Kind::kNone || other.kind == Limit::Kind::kAbsent) return;
  const bool lower = other.measure.first_day() < limit.measure.first_day();
  if (lower != maximum) limit = other;
}

/// "Minimum age: 18 years, maximum age: 65 years": ages between, not all of either.
bool are_two_bounds(const std::vector<Item>& items) {
  if (items.size() != 2) return false;
  const std::size_t lower = items[0].bound == Element::kLower ? 0 : 1;
  const std::size_t upper = 1 - lower;
  if (items[lower].bound != Element::kLower || items[upper].bound != Element::kUpper) return false;
  return items[lower].minimum.measure.first_day() <= items[upper].maximum.measure.first_day();
}

}  // namespace

WrittenAges read_ages(std::string_view text, AgePlace place) {
  if (place != AgePlace::kBoth && is_kept_age(text)) {
    const std::string age(text);
    return place == AgePlace::kMinimum ? WrittenAges{Says::kValue, age, {}} : WrittenAges{Says::kValue, {}, age};
  }
  if (text.size() > kValueBytesMax) return {Says::kUnknown, {}, {}, false};
  WrittenAges ages;
  const std::string plain = plain_text(text);
  Limit minimum;
  Limit maximum;
  ages.by_groups = true;
  std::vector<Item> items;
  for (const std::string_view one : items_of(plain)) {
    Item item = read_item(one, place);
    if (item.says == Says::kUnknown) return {Says::kUnknown, {}, {}, false};
    if (item.says == Says::kNothing) continue;
    ages.says = Says::kValue;
    ages.by_groups = ages.by_groups && item.group;
    items.push_back(item);
  }
  if (ages.says != Says::kValue) return {};
  if (are_two_bounds(items)) {
    minimum = items[items[0].bound == Element::kLower ? 0 : 1].minimum;
    maximum = items[items[0].bound == Element::kUpper ? 0 : 1].maximum;
  } else {
    for (const Item& item : items) {
      join(minimum, item.minimum, false);
      join(maximum, item.maximum, true);
    }
  }
  bool known = true;
  if (place != AgePlace::kMaximum) ages.minimum = text_of(minimum, false, known);
  if (place != AgePlace::kMinimum) ages.maximum = text_of(maximum, true, known);
  return known ? ages : WrittenAges{Says::kUnknown, {}, {}, false};
}

}  // namespace trialsift::model
