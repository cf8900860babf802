// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/values/trial_values.hpp"

#include <algorithm>
#include <charconv>
#include <type_traits>
#include <unordered_set>
#include <utility>

#include "formats/values/lost_numbers.hpp"
#include "trialsift/base/interrupt.hpp"

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

std::string KeyMemo::operator()(std::string_view spelling) {
  if (spelling.empty()) return {};
  for (const auto& [known, key] : keys_) {
    if (known == spelling) return key;
  }
  std::string key = vocabulary_->key_of(spelling);
  constexpr std::size_t kKeysMax = 32;
  if (keys_.size() < kKeysMax) keys_.emplace_back(spelling, key);
  return key;
}

Keys& keys() {
  thread_local Keys keys;
  return keys;
}

std::string yes_no_key(std::string_view text) {
  return text.starts_with("Accepts") ? "yes" : keys().yes_no(text);
}

std::string masking_key(std::string_view text) {
  return keys().masking(text.substr(0, text.find(" (")));
}

std::optional<std::int64_t> count_of(std::string_view text) {
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (!text.empty() && error == std::errc() && stop == end && number >= 0) return number;
  const bool is_number = !text.empty() && text.front() >= '0' && text.front() <= '9' &&
                         text.find_first_not_of("0123456789.eE+-") == std::string_view::npos;
  if (is_number) lost_numbers().add(text);
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
