// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "trialsift/model/trial.hpp"
#include "trialsift/store/merged_trial.hpp"
#include "trialsift/store/record.hpp"

namespace trialsift::testing {

/// A record as it was read.
struct Source {
  model::Trial record;
  const store::Origin* origin;
};

/// Which record a member is of, by the rule as docs/formats.md tells it, over all the records of a trial at once.
class ByTheRule {
 public:
  ByTheRule(const std::vector<Source>& sources, unsigned tag) : tag_(tag) {
    for (const Source& source : sources) {
      if (speaks(source)) sources_.push_back(source);
    }
    if (!sources_.empty()) return;
    for (const Source& source : sources) {
      if (has_value(source)) sources_.push_back(source);
    }
  }

  /// Null where no record speaks of it.
  const Source* newest() const {
    const Source* newest = nullptr;
    for (const Source& source : sources_) {
      if (is_outdated(source)) continue;
      if (newest == nullptr || order(*newest) < order(source)) newest = &source;
    }
    return newest;
  }

  bool is_contested() const {
    const Source* const first = newest();
    if (first == nullptr) return false;
    return std::any_of(sources_.begin(), sources_.end(), [&](const Source& other) {
      return (dates(other) == dates(*first) || is_last(other)) && value(other) != value(*first);
    });
  }

  /// Gives `to` the member's value of `from`.
  static void copy(const model::Trial& from, model::Trial& to, unsigned wanted) {
    model::for_each_member(from, [&](unsigned tag, std::string_view, const auto& value) {
      if (tag != wanted) return;
      model::for_each_member(to, [&](unsigned other, std::string_view, auto& target) {
        if constexpr (std::is_same_v<std::decay_t<decltype(target)>, std::decay_t<decltype(value)>>) {
          if (other == wanted) target = value;
        }
      });
    });
  }

 private:
  using Dates = std::tuple<model::PartialDate, model::PartialDate, bool>;

  bool by_source() const {
    return tag_ == model::member::kStatus || tag_ == model::member::kWhyStopped ||
           tag_ == model::member::kLastKnownStatus;
  }
  bool has_value(const Source& source) const { return model::members_present(source.record).contains(tag_); }
  std::string value(const Source& source) const {
    model::Trial only;
    only.id = source.record.id;
    copy(source.record, only, tag_);
    return store::encode(only);
  }
  bool speaks(const Source& source) const {
    const auto& [speaks, fills] = source.origin->coverage;
    if (fills.contains(tag_)) return false;
    const bool says_it_runs = tag_ == model::member::kWhyStopped && source.record.status == "recruiting";
    return speaks.contains(tag_) || says_it_runs || has_value(source) || speaks_of_its_value(source);
  }
  /// Who gives a date speaks of its type too, and who gives a status of the last one known.
  bool speaks_of_its_value(const Source& source) const {
    using namespace model::member;
    constexpr std::array<std::pair<Tag, Tag>, 5> kOf = {{{kStartType, kStart},
                                                         {kPrimaryCompletionType, kPrimaryCompletion},
                                                         {kCompletionType, kCompletion},
                                                         {kEnrollmentType, kEnrollment},
                                                         {kLastKnownStatus, kStatus}}};
    return std::any_of(kOf.begin(), kOf.end(), [&](const auto& pair) {
      const model::MemberSet spoken = source.origin->coverage.speaks | model::members_present(source.record);
      return pair.first == tag_ && spoken.contains(pair.second);
    });
  }
  static model::PartialDate current(const Source& source) {
    return std::max(source.record.updated, source.record.as_of);
  }
  Dates dates(const Source& source) const {
    const bool unknown = source.record.status == "unknown";
    if (by_source()) return {current(source), source.record.updated, unknown};
    return {source.record.updated, source.record.as_of, unknown};
  }
  std::tuple<Dates, store::Version> order(const Source& source) const {
    const model::Trial& record = source.record;
    return {dates(source),
            {record.updated, record.as_of, record.status == "unknown", store::content_hash(record), source.origin}};
  }
  /// Of records without any date, where no other of them is an Unknown that follows.
  bool is_last(const Source& source) const {
    const auto has_no_date = [](const Source& other) { return current(other).empty(); };
    return has_no_date(source) && std::none_of(sources_.begin(), sources_.end(), [&](const Source& other) {
             return has_no_date(other) && dates(source) < dates(other);
           });
  }
  /// By a record without a date of its own, from a later source.
  bool is_outdated(const Source& source) const {
    if (by_source() || source.record.updated.empty()) return false;
    return std::any_of(sources_.begin(), sources_.end(), [&](const Source& other) {
      return other.record.updated.empty() && other.record.as_of > current(source);
    });
  }

  unsigned tag_;
  std::vector<Source> sources_;
};

/// The trial as it is to be, with the date of its status's source, or of the newest.
inline model::Trial merged_by_the_rule(const std::vector<Source>& sources) {
  model::Trial merged;
  model::PartialDate of_status;
  merged.id = sources.front().record.id;
  for (unsigned tag = model::member::kOtherIds; tag < model::member::kAsOf; ++tag) {
    const ByTheRule rule(sources, tag);
    const Source* const newest = rule.newest();
    if (newest == nullptr) continue;
    ByTheRule::copy(newest->record, merged, tag);
    if (tag == model::member::kStatus) of_status = newest->record.as_of;
    merged.as_of = std::max(merged.as_of, newest->record.as_of);
  }
  if (!merged.status.empty()) merged.as_of = of_status;
  return merged;
}

}  // namespace trialsift::testing
