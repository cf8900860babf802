// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/member_choice.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

#include "store/record_members.hpp"
#include "trialsift/base/file.hpp"

namespace trialsift::store {
namespace {

class Chooser {
 public:
  Chooser(unsigned tag, std::vector<Candidate> candidates, std::span<const Version> versions)
      : tag_(tag), candidates_(std::move(candidates)), versions_(versions) {}

  Choice choose() {
    leave_those_that_speak();
    std::sort(candidates_.begin(), candidates_.end(), [this](const Candidate& a, const Candidate& b) {
      // Of the same record the one with its value stays.
      return is_newer(a, b) || (!is_newer(b, a) && a.has_value && !b.has_value);
    });
    join_equals();
    if (candidates_.empty()) return {};
    if (goes_with_status(tag_)) {
      choice_.newest = candidates_.front();
    } else {
      choose_by_records();
    }
    note_dispute();
    return std::move(choice_);
  }

 private:
  const Version& version(const Candidate& candidate) const { return versions_[candidate.version]; }
  bool fills(const Candidate& candidate) const { return version(candidate).origin->coverage.fills.contains(tag_); }
  bool is_undated(const Candidate& candidate) const { return version(candidate).updated.empty(); }

  auto dates(const Candidate& candidate) const {
    const Version& of = version(candidate);
    const bool by_source = goes_with_status(tag_);
    return std::tuple(by_source ? of.current() : of.updated, by_source ? of.updated : of.as_of, of.is_unknown);
  }
  bool is_newer(const Candidate& a, const Candidate& b) const {
    return dates(a) != dates(b) ? dates(a) > dates(b) : a.version < b.version;
  }

  void leave_those_that_speak() {
    if (std::all_of(candidates_.begin(), candidates_.end(), [this](const Candidate& c) { return fills(c); })) return;
    std::erase_if(candidates_, [this](const Candidate& c) { return fills(c); });
  }

  /// Of those of the same dates, which stand side by side, the first remains, and knows whether the others differ.
  void join_equals() {
    std::vector<Candidate> joined;
    for (Candidate& candidate : candidates_) {
      if (joined.empty() || dates(joined.back()) != dates(candidate)) {
        joined.push_back(std::move(candidate));
        continue;
      }
      Candidate& first = joined.back();
      first.differs |= differ(first, candidate);
      first.is_contested |= candidate.is_contested || first.differs;
    }
    candidates_ = std::move(joined);
  }

  /// Values are compared only where nothing else tells.
  bool differ(const Candidate& a, const Candidate& b) const {
    if (version(a).hash == version(b).hash) return false;
    const auto of_a = a.value_hash(tag_);
    const auto of_b = b.value_hash(tag_);
    return of_a && of_b && of_a != of_b;
  }

  /// The first of those without any date, which are the last.
  void note_dispute() {
    if (version(*choice_.newest).has_no_date()) return;
    const auto first = std::find_if(candidates_.begin(), candidates_.end(),
                                    [this](const Candidate& c) { return version(c).has_no_date(); });
    if (first != candidates_.end()) choice_.dispute = *first;
  }

  /// Those with dates of their own come first.
  void choose_by_records() {
    const auto undated =
        std::find_if(candidates_.begin(), candidates_.end(), [this](const Candidate& c) { return is_undated(c); });
    const bool has_undated = undated != candidates_.end();
    const model::PartialDate outdated = has_undated ? version(*undated).as_of : model::PartialDate();
    model::PartialDate latest;
    for (auto candidate = candidates_.begin(); candidate != undated; ++candidate) {
      const model::PartialDate current = version(*candidate).current();
      if (current < outdated || (choice_.newest && current <= latest)) continue;
      latest = current;
      if (choice_.newest) {
        choice_.rivals.push_back(*candidate);
      } else {
        choice_.newest = *candidate;
      }
    }
    if (!has_undated) return;
    if (!choice_.newest) {
      choice_.newest = *undated;
    } else if (version(*choice_.newest).updated < outdated) {
      choice_.undated = *undated;
    }
  }

  unsigned tag_;
  std::vector<Candidate> candidates_;
  std::span<const Version> versions_;
  Choice choice_;
};

}  // namespace

std::string Candidate::value(unsigned tag) const {
  return record != nullptr ? encode_member(*record, tag) : rival != nullptr ? *rival : std::string();
}

std::optional<std::uint64_t> Candidate::value_hash(unsigned tag) const {
  if (!has_value) return hash;
  return base::hash64(value(tag));
}

bool Choice::differs() const {
  return (newest && newest->differs) ||
         std::any_of(rivals.begin(), rivals.end(), [](const Candidate& rival) { return rival.differs; });
}

bool goes_with_status(unsigned tag) {
  return tag == model::member::kStatus || tag == model::member::kWhyStopped || tag == model::member::kLastKnownStatus;
}

Choice choose(unsigned tag, std::vector<Candidate> candidates, std::span<const Version> versions) {
  return Chooser(tag, std::move(candidates), versions).choose();
}

}  // namespace trialsift::store
