// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/values/trial_values.hpp"

#include <algorithm>
#include <charconv>
#include <type_traits>
#include <unordered_set>
#include <utility>

#include "formats/values/left_out.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/country.hpp"
#include "trialsift/model/size.hpp"

namespace trialsift::formats {
namespace {

void leave_out_repeated(std::vector<std::string>& list) {
  if (list.size() <= kLookedThrough) return;
  const std::vector<std::string> all = std::exchange(list, {});
  std::unordered_set<std::string_view> known;
  for (const std::string& text : all) {
    base::check_interrupt();
    if (known.insert(text).second) list.push_back(text);
  }
}

}  // namespace

using Says = model::Written::Says;

namespace {

bool is_number(std::string_view text) {
  return !text.empty() && base::is_digit(text.front()) &&
         text.find_first_not_of("0123456789.eE+-") == std::string_view::npos;
}

}  // namespace

std::string KeyMemo::operator()(std::string_view text) {
  if (text.empty()) return {};
  for (const auto& [known, key, says] : keys_) {
    if (known != text) continue;
    tell_value(vocabulary_->name, text, says);
    return key;
  }
  model::Written read = vocabulary_->read(text);
  tell_value(vocabulary_->name, text, read.says);
  std::string key = read.keys.size() == 1 ? std::move(read.keys.front()) : std::string();
  constexpr std::size_t kKeysMax = 32;
  if (keys_.size() < kKeysMax) keys_.push_back({std::string(text), key, read.says});
  return key;
}

Keys& keys() {
  thread_local Keys keys;
  return keys;
}

void take_phases(model::Trial& trial, std::string_view text) {
  if (base::trim(text).empty()) return;
  model::Written read = model::kPhases.read(text);
  tell_value(model::kPhases.name, text, read.says);
  const std::string_view none = "na";
  for (std::string& key : read.keys) {
    if (key == none && !trial.phases.empty()) continue;
    if (key != none) std::erase(trial.phases, none);
    add_once(trial.phases, std::move(key));
  }
}

void take_age_limit(model::Trial& trial, model::AgePlace place, std::string_view text) {
  model::WrittenAges ages = model::read_ages(text, place);
  if (!base::trim(text).empty()) tell_value("age", text, ages.says);
  if (!ages.minimum.empty()) trial.minimum_age = std::move(ages.minimum);
  if (!ages.maximum.empty()) trial.maximum_age = std::move(ages.maximum);
}

void take_ages(model::Trial& trial, std::string_view text) {
  if (!trial.minimum_age.empty() && !trial.maximum_age.empty()) return;
  model::WrittenAges ages = model::read_ages(text, model::AgePlace::kBoth);
  if (!base::trim(text).empty()) tell_value("age", text, ages.says);
  if (trial.minimum_age.empty()) trial.minimum_age = std::move(ages.minimum);
  if (trial.maximum_age.empty()) trial.maximum_age = std::move(ages.maximum);
}

std::optional<std::int64_t> size_of(std::string_view text) {
  const model::WrittenSize read = model::read_size(text);
  const std::string_view number = base::trim(text);
  if (read.says == Says::kUnknown && is_number(number)) {
    left_out().add_number(number);
  } else if (!number.empty()) {
    tell_value("enrollment", text, read.says);
  }
  return read.says == Says::kValue ? std::optional(read.size) : std::nullopt;
}

void take_countries(model::Trial& trial, std::string_view text) {
  for (std::string& name : model::country_names(text)) {
    if (model::kCountries.read(name).says != Says::kNothing) trial.locations.push_back({{}, {}, std::move(name)});
  }
}

std::optional<std::int64_t> count_of(std::string_view text) {
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (!text.empty() && error == std::errc() && stop == end && number >= 0) return number;
  if (is_number(text)) left_out().add_number(text);
  return std::nullopt;
}

void add_once(std::vector<std::string>& list, std::string text) {
  if (text.empty()) return;
  base::check_interrupt();
  if (list.size() > kLookedThrough || std::find(list.begin(), list.end(), text) == list.end()) {
    list.push_back(std::move(text));
  }
}

void leave_out_repeated(model::Trial& trial) {
  model::for_each_member(trial, [](unsigned, std::string_view, auto& member) {
    using Member = std::remove_cvref_t<decltype(member)>;
    if constexpr (std::is_same_v<Member, std::vector<std::string>>) leave_out_repeated(member);
  });
  for (model::Intervention& one : trial.interventions) leave_out_repeated(one.other_names);
}

}  // namespace trialsift::formats
