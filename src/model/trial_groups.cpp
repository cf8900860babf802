// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/trial_groups.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

#include "trialsift/model/registered_numbers.hpp"

namespace trialsift::model {
namespace {

/// Disjoint sets with path halving (Tarjan and van Leeuwen, 1984); the smaller number is the root.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t count) : parents_(count) { std::iota(parents_.begin(), parents_.end(), 0); }
  std::size_t root(std::size_t of) {
    while (parents_[of] != of) of = parents_[of] = parents_[parents_[of]];
    return of;
  }
  void join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parents_;
};

}  // namespace

std::vector<std::string> joining_numbers(const Trial& trial) {
  const std::string_view own = number_of(trial.id);
  const std::string_view registry = registry_key(trial.id);
  std::map<std::string_view, std::set<std::string>> named;  // by registry
  for (const std::string& text : trial.other_ids) {
    for (const TrialId& id : numbers_of(text)) {
      if (number_of(id) != own) named[registry_key(id)].emplace(number_of(id));
    }
  }
  std::vector<std::string> numbers;
  if (is_european(own)) numbers.emplace_back(own);
  for (auto& [key, several] : named) {
    if (several.size() > 1 && key != registry) continue;
    numbers.insert(numbers.end(), several.begin(), several.end());
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::size_t TrialGroups::add(const TrialId& id) {
  records_.push_back({std::string(number_of(id)), registry_key(id)});
  numbers_[records_.back().number].owners.push_back(records_.size() - 1);
  return records_.size() - 1;
}

void TrialGroups::name(std::size_t record, const std::string& number) {
  if (records_[record].number != number) numbers_[number].namers.push_back(record);
}

std::vector<std::size_t> TrialGroups::firsts() const {
  DisjointSets sets(records_.size());
  for (const auto& [number, bearers] : numbers_) {
    std::map<std::string_view, std::set<std::string_view>> namers;  // their own numbers by registry
    for (const std::size_t record : bearers.namers) namers[records_[record].registry].insert(records_[record].number);
    std::vector<std::size_t> joined = bearers.owners;
    for (const std::size_t record : bearers.namers) {
      if (is_european(number) || namers[records_[record].registry].size() == 1) joined.push_back(record);
    }
    for (std::size_t i = 1; i < joined.size(); ++i) sets.join(joined[0], joined[i]);
  }
  std::vector<std::size_t> firsts(records_.size());
  for (std::size_t i = 0; i < firsts.size(); ++i) firsts[i] = sets.root(i);
  return firsts;
}

}  // namespace trialsift::model
