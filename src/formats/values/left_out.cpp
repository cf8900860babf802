// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/values/left_out.hpp"

#include <algorithm>
#include <utility>

#include "formats/values/excerpt.hpp"
#include "trialsift/formats/value_watch.hpp"

namespace trialsift::formats {

void LeftOut::add_number(std::string_view number) {
  constexpr std::size_t kShown = 30;
  if (numbers_.count++ == 0) numbers_.first = number.substr(0, kShown);
}

void LeftOut::add(std::string_view field, std::string_view text) {
  auto known = std::find_if(fields_.begin(), fields_.end(), [field](const Count& one) { return one.field == field; });
  if (known == fields_.end()) known = fields_.insert(fields_.end(), {field, 0, {}});
  if (known->count++ == 0) known->first = excerpt(text);
}

std::string LeftOut::take_note() {
  std::string note;
  if (numbers_.count > 0) {
    const std::string what = numbers_.count == 1 ? "1 number is" : std::to_string(numbers_.count) + " numbers are";
    note = what + " too large, or no whole number, and left out (the first: " + numbers_.first + ").";
  }
  for (const Count& one : fields_) {
    const std::string what = one.count == 1 ? "1 value of " : std::to_string(one.count) + " values of ";
    note += (note.empty() ? "" : " ") + what + std::string(one.field) + (one.count == 1 ? " is" : " are") +
            " not understood and left out (the first: " + one.first + ").";
  }
  numbers_ = {};
  fields_.clear();
  return note;
}

namespace {

ValueWatcher& watcher() {
  thread_local ValueWatcher one;
  return one;
}

}  // namespace

void watch_values(ValueWatcher wanted) {
  watcher() = std::move(wanted);
}

void tell_value(std::string_view field, std::string_view text, model::Written::Says says) {
  if (says == model::Written::Says::kUnknown) left_out().add(field, text);
  if (watcher()) watcher()(field, text, says);
}

LeftOut& left_out() {
  thread_local LeftOut left;
  return left;
}

}  // namespace trialsift::formats
