// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/merged_trial.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "store/record_bytes.hpp"
#include "trialsift/base/file.hpp"
#include "trialsift/store/record.hpp"

namespace trialsift::store {
namespace {

/// Before the origins, where a member's tag would stand. Readers of the record pass over it.
constexpr unsigned kOriginsTag = 1000;
constexpr std::uint8_t kNone = 0xFF;

/// Visits the members of two trials together.
template <class Visitor>
void for_each_pair(model::Trial& a, const model::Trial& b, Visitor&& visit) {
  std::array<const void*, 64> others{};
  std::size_t count = 0;
  model::for_each_member(b, [&](unsigned, std::string_view, const auto& value) { others.at(count++) = &value; });
  std::size_t i = 0;
  model::for_each_member(a, [&](unsigned, std::string_view, auto& value) {
    visit(i, value, *static_cast<const std::remove_reference_t<decltype(value)>*>(others[i]));
    ++i;
  });
}

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

}  // namespace

MergedTrial::MergedTrial(model::Trial record) : trial_(std::move(record)) {
  content_hash_ = store::content_hash(trial_);
  versions_.push_back({trial_.updated, trial_.as_of, content_hash_});
  model::for_each_member(trial_, [this](unsigned, std::string_view, const auto& value) {
    origins_.push_back(is_empty(value) ? kNone : std::uint8_t{0});
  });
}

bool MergedTrial::merge(const MergedTrial& other) {
  std::vector<Version> all = versions_;
  all.insert(all.end(), other.versions_.begin(), other.versions_.end());
  std::sort(all.begin(), all.end(), [](const Version& a, const Version& b) { return b < a; });
  all.erase(std::unique(all.begin(), all.end()), all.end());
  const auto place = [&all](const Version& version) {
    return static_cast<std::uint8_t>(std::find(all.begin(), all.end(), version) - all.begin());
  };
  bool changed = false;
  for_each_pair(trial_, other.trial_, [&](std::size_t i, auto& mine, const auto& theirs) {
    std::uint8_t& origin = origins_[i];
    if (origin != kNone) origin = place(versions_[origin]);
    const std::uint8_t other_origin = other.origins_[i];
    if (other_origin == kNone) return;
    const std::uint8_t offered = place(other.versions_[other_origin]);
    if (offered >= origin) return;
    origin = offered;
    mine = theirs;
    changed = true;
  });
  versions_ = std::move(all);
  drop_unused_versions();
  if (changed) content_hash_ = store::content_hash(trial_);
  return changed;
}

void MergedTrial::drop_unused_versions() {
  std::vector<Version> used;
  std::vector<std::uint8_t> moved(versions_.size(), kNone);
  for (std::size_t i = 0; i < versions_.size(); ++i) {
    if (std::find(origins_.begin(), origins_.end(), static_cast<std::uint8_t>(i)) == origins_.end()) continue;
    moved[i] = static_cast<std::uint8_t>(used.size());
    used.push_back(versions_[i]);
  }
  if (used.empty()) used.push_back(versions_.front());  // records that say nothing
  versions_ = std::move(used);
  for (std::uint8_t& origin : origins_) {
    if (origin != kNone) origin = moved[origin];
  }
}

std::string MergedTrial::encode() const {
  std::string out = store::encode(trial_);
  const Version whole{trial_.updated, trial_.as_of, content_hash_};
  if (versions_.size() == 1 && versions_.front() == whole) return out;
  std::string origins;
  put_number(origins, versions_.size());
  for (const Version& version : versions_) {
    put_date(origins, version.updated);
    put_date(origins, version.as_of);
    put_hash(origins, version.hash);
  }
  for (const std::uint8_t origin : origins_) {
    if (origin != kNone) origins.push_back(static_cast<char>(origin));
  }
  put_number(out, kOriginsTag);
  put_number(out, origins.size());
  return out + origins;
}

MergedTrial MergedTrial::decode(std::string_view bytes, const model::PartialDate& as_of) {
  model::Trial trial = store::decode(bytes);
  trial.as_of = as_of;
  MergedTrial merged(std::move(trial));
  take_bytes(bytes);  // the id
  std::string_view origins;
  while (!bytes.empty()) {
    const std::uint64_t tag = take_number(bytes);
    const std::string_view member = take_bytes(bytes);
    if (tag == kOriginsTag) origins = member;
  }
  if (origins.empty()) return merged;
  const std::uint64_t count = take_number(origins);
  if (count == 0 || count > merged.origins_.size()) corrupt_record();
  merged.versions_.resize(count);
  for (Version& version : merged.versions_) {
    version.updated = take_date(origins);
    version.as_of = take_date(origins);
    version.hash = take_hash(origins);
  }
  for (std::uint8_t& origin : merged.origins_) {
    if (origin == kNone) continue;
    if (origins.empty() || static_cast<unsigned char>(origins.front()) >= count) corrupt_record();
    origin = static_cast<std::uint8_t>(origins.front());
    origins.remove_prefix(1);
  }
  if (!origins.empty()) corrupt_record();
  return merged;
}

}  // namespace trialsift::store
