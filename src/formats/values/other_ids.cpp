// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/values/other_ids.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "formats/values/trial_values.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/registered_numbers.hpp"

namespace trialsift::formats {
namespace {

/// Beginnings of words by which people call another trial.
constexpr std::string_view kOtherTrial[] = {"ancillary",  "companion", "core",   "extension", "feeder",  "follow",
                                            "lead-in",    "linked",    "main s", "main t",    "mother",  "original s",
                                            "original t", "parent",    "pilot",  "previous",  "prior",   "related",
                                            "roll",       "sister",    "sub-",   "substudy",  "umbrella"};

bool tells_of_another(std::string_view relation) {
  const std::string lower = base::to_lower_ascii(relation);
  return std::any_of(std::begin(kOtherTrial), std::end(kOtherTrial), [&lower](std::string_view word) {
    const std::size_t at = lower.find(word);
    return at == 0 || (at != std::string::npos && !base::is_letter(lower[at - 1]));
  });
}

}  // namespace

void add_secondary_id(model::Trial& trial, std::string id, std::string_view relation) {
  const std::vector<model::TrialId> numbers = model::numbers_of(id);
  const bool is_own = std::any_of(numbers.begin(), numbers.end(), [&](const model::TrialId& number) {
    return number != trial.id && model::registry_key(number) == model::registry_key(trial.id);
  });
  const bool is_related = tells_of_another(relation);
  if (!numbers.empty() && (is_own || is_related)) {
    id.append(" (").append(is_related ? relation : std::string_view("secondary id")).append(")");
  }
  add_once(trial.other_ids, std::move(id));
}

}  // namespace trialsift::formats
