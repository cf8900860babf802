// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/merged_trial.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

#include "store/member_choice.hpp"
#include "store/record_bytes.hpp"
#include "store/record_members.hpp"
#include "trialsift/base/file.hpp"
#include "trialsift/store/record.hpp"

namespace trialsift::store {
namespace {

namespace member = model::member;

/// Where a member's tag would stand: before the number of the one origin, and before the versions of several records.
/// Readers of the record pass over them.
constexpr unsigned kOriginTag = 1001;
constexpr unsigned kVersionsTag = 1000;

constexpr unsigned kFirstTag = member::kOtherIds;
constexpr unsigned kPastTags = member::kAsOf;

void put_date(std::string& out, const model::PartialDate& date) {
  put_number(out, date.number());
}

model::PartialDate take_date(std::string_view& in) {
  const std::uint64_t number = take_number(in);
  if (number > 0xFFFFFFFFU) corrupt_record();
  return model::PartialDate::from_number(static_cast<std::uint32_t>(number));
}

void put_hash(std::string& out, std::uint64_t hash) {
  for (unsigned shift = 0; shift < 64; shift += 8) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(hash >> shift)));
  }
}

std::uint64_t take_hash(std::string_view& in) {
  if (in.size() < sizeof(std::uint64_t)) corrupt_record();
  std::uint64_t hash = 0;
  for (unsigned i = 0; i < sizeof hash; ++i) {
    hash |= static_cast<std::uint64_t>(static_cast<unsigned char>(in[i])) << (8 * i);
  }
  in.remove_prefix(sizeof hash);
  return hash;
}

const Origin& take_origin(std::string_view& in, const OriginTable& origins) {
  const std::uint64_t number = take_number(in);
  const Origin* const origin = number > 0xFFFFFFFFU ? nullptr : origins.find(static_cast<std::uint32_t>(number));
  if (origin == nullptr) corrupt_record();
  return *origin;
}

/// A study of such a status has not been stopped: whoever says so says that there is no reason for it.
bool is_under_way(std::string_view status) {
  constexpr std::array<std::string_view, 6> kStatuses = {
      "not_yet_recruiting", "recruiting", "completed", "enrolling_by_invitation", "available", "active_not_recruiting"};
  return std::find(kStatuses.begin(), kStatuses.end(), status) != kStatuses.end();
}

/// What a value says with another: who gives a date speaks of whether it is actual, since what another record says of
/// that is said of another date.
constexpr std::array<std::pair<member::Tag, member::Tag>, 5> kCompanions = {
    {{member::kStart, member::kStartType},
     {member::kPrimaryCompletion, member::kPrimaryCompletionType},
     {member::kCompletion, member::kCompletionType},
     {member::kEnrollment, member::kEnrollmentType},
     {member::kStatus, member::kLastKnownStatus}}};

/// The members that a record speaks of, with a value or without.
model::MemberSet spoken_of(const model::Trial& record, const model::Coverage& coverage) {
  model::MemberSet spoken = coverage.speaks | model::members_present(record);
  if (is_under_way(record.status)) spoken |= member::kWhyStopped;
  for (const auto& [value, companion] : kCompanions) {
    if (spoken.contains(value)) spoken |= companion;
  }
  return spoken & model::MemberSet::all();
}

}  // namespace

std::strong_ordering operator<=>(const Version& a, const Version& b) {
  const auto order =
      std::tie(a.updated, a.as_of, a.is_unknown, a.hash) <=> std::tie(b.updated, b.as_of, b.is_unknown, b.hash);
  if (order != 0 || a.origin == b.origin) return order;
  return *a.origin <=> *b.origin;
}

MergedTrial::MergedTrial(model::Trial record, const Origin& origin) : trial_(std::move(record)) {
  content_hash_ = store::content_hash(trial_);
  take_single(origin);
}

Version MergedTrial::whole(const Origin& origin) const {
  return {trial_.updated, trial_.as_of, trial_.status == "unknown", content_hash_, &origin};
}

MergedTrial::Standings MergedTrial::standings_of_one(const Origin& origin) const {
  const model::MemberSet spoken = spoken_of(trial_, origin.coverage);
  Standings standings;
  for (unsigned tag = kFirstTag; tag < kPastTags; ++tag) standings[tag].newest = spoken.contains(tag) ? 0 : kNone;
  return standings;
}

void MergedTrial::take_single(const Origin& origin) {
  versions_ = {whole(origin)};
  standings_ = standings_of_one(origin);
}

bool MergedTrial::is_single() const {
  const Origin& origin = *versions_.front().origin;
  return versions_.size() == 1 && rivals_.empty() && disputes_.empty() && versions_.front() == whole(origin) &&
         standings_ == standings_of_one(origin);
}

void MergedTrial::add_candidates(unsigned tag, std::span<const std::uint32_t> places,
                                 std::vector<Candidate>& out) const {
  const Standing& standing = standings_[tag];
  if (standing.newest == kNone) return;
  out.push_back({places[standing.newest], true, standing.is_contested, false, &trial_, nullptr, {}});
  if (standing.undated != kNone) out.push_back({places[standing.undated], false, false, false, nullptr, nullptr, {}});
  for (const Rival& rival : rivals_) {
    if (rival.tag != tag) continue;
    out.push_back({places[rival.version], true, rival.is_contested, false, nullptr, &rival.value, {}});
  }
  for (const Dispute& dispute : disputes_) {
    if (dispute.tag != tag) continue;
    out.push_back({places[dispute.version], false, dispute.is_contested, false, nullptr, nullptr, dispute.hash});
  }
}

MergedTrial::Merging MergedTrial::merge(const MergedTrial& other) {
  // Most often the record is in it already.
  const bool is_known =
      other.is_single() && std::find(versions_.begin(), versions_.end(), other.versions_.front()) != versions_.end();
  if (is_known && conflicts().empty()) return {};
  const MergedTrial before = *this;
  std::vector<Version> all = versions_;
  all.insert(all.end(), other.versions_.begin(), other.versions_.end());
  std::sort(all.begin(), all.end(), [](const Version& a, const Version& b) { return b < a; });
  all.erase(std::unique(all.begin(), all.end()), all.end());
  const auto places = [&all](const std::vector<Version>& versions) {
    std::vector<std::uint32_t> found;
    for (const Version& version : versions) {
      found.push_back(static_cast<std::uint32_t>(std::find(all.begin(), all.end(), version) - all.begin()));
    }
    return found;
  };
  const std::vector<std::uint32_t> mine = places(versions_);
  const std::vector<std::uint32_t> theirs = places(other.versions_);

  Merging merging;
  model::MemberSet taken;
  rivals_.clear();
  disputes_.clear();
  for (unsigned tag = kFirstTag; tag < kPastTags; ++tag) {
    std::vector<Candidate> candidates;
    before.add_candidates(tag, mine, candidates);
    other.add_candidates(tag, theirs, candidates);
    Choice choice = choose(tag, std::move(candidates), all);
    if (!choice.newest) continue;
    if (!choice.newest->has_value) corrupt_record();
    standings_[tag] = {choice.newest->version, choice.undated ? choice.undated->version : kNone,
                       choice.newest->is_contested};
    if (choice.differs()) merging.conflicts |= static_cast<member::Tag>(tag);
    if (choice.newest->record == &other.trial_) {
      taken |= static_cast<member::Tag>(tag);
    } else if (choice.newest->rival != nullptr) {
      decode_member(*choice.newest->rival, tag, trial_);
    }
    for (const Candidate& rival : choice.rivals) {
      rivals_.push_back({tag, rival.version, rival.is_contested, rival.value(tag)});
    }
    if (const auto& dispute = choice.dispute) {
      disputes_.push_back({tag, dispute->version, dispute->is_contested, dispute->value_hash(tag).value_or(0)});
    }
  }
  copy_members(other.trial_, taken, trial_);
  versions_ = std::move(all);
  drop_unused_versions();
  note_as_of();
  content_hash_ = store::content_hash(trial_);
  merging.changed = !(*this == before);
  return merging;
}

template <class Use>
void MergedTrial::for_each_place(Use&& use) {
  const auto use_one = [&use](std::uint32_t& place) {
    if (place != kNone) use(place);
  };
  for (Standing& standing : standings_) {
    use_one(standing.newest);
    use_one(standing.undated);
  }
  for (Rival& rival : rivals_) use_one(rival.version);
  for (Dispute& dispute : disputes_) use_one(dispute.version);
}

void MergedTrial::drop_unused_versions() {
  std::vector<std::uint32_t> moved(versions_.size(), kNone);
  for_each_place([&moved](std::uint32_t& place) { moved[place] = 0; });
  // Records that say nothing.
  if (std::all_of(moved.begin(), moved.end(), [](std::uint32_t place) { return place == kNone; })) moved.front() = 0;
  std::vector<Version> used;
  for (std::size_t i = 0; i < versions_.size(); ++i) {
    if (moved[i] == kNone) continue;
    moved[i] = static_cast<std::uint32_t>(used.size());
    used.push_back(versions_[i]);
  }
  versions_ = std::move(used);
  for_each_place([&moved](std::uint32_t& place) { place = moved[place]; });
}

void MergedTrial::note_as_of() {
  trial_.as_of = {};
  if (const Version* const source = source_of(member::kStatus); source != nullptr && !trial_.status.empty()) {
    trial_.as_of = source->as_of;
    return;
  }
  for (unsigned tag = kFirstTag; tag < kPastTags; ++tag) {
    const Version* const source = source_of(static_cast<member::Tag>(tag));
    if (source != nullptr) trial_.as_of = std::max(trial_.as_of, source->as_of);
  }
  // Records that say nothing.
  if (versions_.size() == 1) trial_.as_of = versions_.front().as_of;
}

model::MemberSet MergedTrial::contested() const {
  model::MemberSet contested;
  for (unsigned tag = kFirstTag; tag < kPastTags; ++tag) {
    if (standings_[tag].is_contested) contested |= static_cast<member::Tag>(tag);
  }
  return contested;
}

model::MemberSet MergedTrial::disputed() const {
  model::MemberSet disputed;
  for (const Dispute& dispute : disputes_) {
    const bool differs = dispute.is_contested || dispute.hash != base::hash64(encode_member(trial_, dispute.tag));
    if (differs) disputed |= static_cast<member::Tag>(dispute.tag);
  }
  return disputed;
}

const Version* MergedTrial::source_of(member::Tag tag) const {
  const std::uint32_t place = standings_.at(tag).newest;
  return place == kNone ? nullptr : &versions_[place];
}

std::string MergedTrial::encode(OriginTable& origins) const {
  std::string out = store::encode(trial_);
  if (is_single()) {
    const std::uint32_t number = origins.number_of(*versions_.front().origin);
    if (number == 0) return out;
    std::string bytes;
    put_number(bytes, number);
    put_number(out, kOriginTag);
    put_number(out, bytes.size());
    return out + bytes;
  }
  std::string bytes;
  put_number(bytes, versions_.size());
  for (const Version& version : versions_) {
    put_date(bytes, version.updated);
    put_date(bytes, version.as_of);
    put_number(bytes, version.is_unknown ? 1 : 0);
    put_hash(bytes, version.hash);
    put_number(bytes, origins.number_of(*version.origin));
  }
  // Places by tag, 0 for none; then what few members have.
  for (unsigned tag = kFirstTag; tag < kPastTags; ++tag) put_number(bytes, standings_[tag].newest + 1);
  put_number(bytes, contested().bits());
  for (unsigned tag = kFirstTag; tag < kPastTags; ++tag) {
    if (standings_[tag].undated == kNone) continue;
    put_number(bytes, tag);
    put_number(bytes, standings_[tag].undated);
  }
  put_number(bytes, 0);
  for (const Dispute& dispute : disputes_) {
    put_number(bytes, dispute.tag);
    put_number(bytes, 2 * std::uint64_t{dispute.version} + (dispute.is_contested ? 1 : 0));
    put_hash(bytes, dispute.hash);
  }
  put_number(bytes, 0);
  for (const Rival& rival : rivals_) {
    put_number(bytes, rival.tag);
    put_number(bytes, 2 * std::uint64_t{rival.version} + (rival.is_contested ? 1 : 0));
    put_number(bytes, rival.value.size());
    bytes += rival.value;
  }
  put_number(out, kVersionsTag);
  put_number(out, bytes.size());
  return out + bytes;
}

MergedTrial MergedTrial::decode(std::string_view bytes, const model::PartialDate& as_of, const OriginTable& origins) {
  MergedTrial merged;
  merged.trial_ = store::decode(bytes);
  merged.trial_.as_of = as_of;
  merged.content_hash_ = store::content_hash(merged.trial_);
  take_bytes(bytes);  // the id
  const Origin* origin = origins.find(0);
  std::string_view versions;
  while (!bytes.empty()) {
    const std::uint64_t tag = take_number(bytes);
    std::string_view value = take_bytes(bytes);
    if (tag == kOriginTag) {
      origin = &take_origin(value, origins);
    } else if (tag == kVersionsTag) {
      versions = value;
    }
  }
  if (versions.empty()) {
    merged.take_single(*origin);
  } else {
    merged.take_versions(versions, origins);
  }
  return merged;
}

void MergedTrial::take_versions(std::string_view bytes, const OriginTable& origins) {
  const std::uint64_t count = take_number(bytes);
  if (count == 0 || count > bytes.size()) corrupt_record();
  for (std::uint64_t i = 0; i < count; ++i) {
    Version& version = versions_.emplace_back();
    version.updated = take_date(bytes);
    version.as_of = take_date(bytes);
    version.is_unknown = take_number(bytes) != 0;
    version.hash = take_hash(bytes);
    version.origin = &take_origin(bytes, origins);
  }
  const auto place = [count](std::uint64_t number) {
    if (number >= count) corrupt_record();
    return static_cast<std::uint32_t>(number);
  };
  const auto tag_of = [](std::uint64_t number) {
    if (number < kFirstTag || number >= kPastTags) corrupt_record();
    return static_cast<unsigned>(number);
  };
  for (unsigned tag = kFirstTag; tag < kPastTags; ++tag) {
    const std::uint64_t number = take_number(bytes);
    if (number > 0) standings_[tag].newest = place(number - 1);
  }
  const model::MemberSet contested = model::MemberSet::of_bits(take_number(bytes));
  for (unsigned tag = kFirstTag; tag < kPastTags; ++tag) standings_[tag].is_contested = contested.contains(tag);
  while (const std::uint64_t tag = take_number(bytes)) standings_[tag_of(tag)].undated = place(take_number(bytes));
  const auto take_place = [&](auto& of) {
    const std::uint64_t number = take_number(bytes);
    of.version = place(number / 2);
    of.is_contested = number % 2 != 0;
  };
  while (const std::uint64_t tag = take_number(bytes)) {
    Dispute& dispute = disputes_.emplace_back();
    dispute.tag = tag_of(tag);
    take_place(dispute);
    dispute.hash = take_hash(bytes);
  }
  while (!bytes.empty()) {
    Rival& rival = rivals_.emplace_back();
    rival.tag = tag_of(take_number(bytes));
    take_place(rival);
    rival.value = take_bytes(bytes);
    model::Trial ignored;
    decode_member(rival.value, rival.tag, ignored);
  }
}

}  // namespace trialsift::store
