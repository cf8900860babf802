// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/model/trial.hpp"
#include "trialsift/store/origins.hpp"

namespace trialsift::store {

/// What one record of a trial says of itself. The order is that of records with a date of their own: by the last
/// update, then by the date at which their source was current; a status Unknown, which registries set without an
/// update, comes after the others. The content hash decides where these are the same, so that there is always an answer
/// and it never depends on the order in which records come.
struct Version {
  model::PartialDate updated;
  model::PartialDate as_of;
  bool is_unknown = false;
  std::uint64_t hash = 0;
  const Origin* origin = nullptr;  ///< never null in a MergedTrial; lives in its table

  bool has_no_date() const { return updated.empty() && as_of.empty(); }
  /// The last day on which this was known to be so.
  model::PartialDate current() const { return std::max(updated, as_of); }

  friend std::strong_ordering operator<=>(const Version& a, const Version& b);
  friend bool operator==(const Version& a, const Version& b) { return (a <=> b) == 0; }
};

struct Candidate;

/// A trial put together from the records that were read of it. Each member is that of the newest record that speaks of
/// it (model::Coverage): where that one has nothing, there is nothing. Which one is the newest:
///
/// - Of records with a date of their own, the one updated last.
/// - One without such a date is newer than all whose source was current before its own source was, and older than the
///   others.
/// - A status, and why a study was stopped, is that of the newest source, whatever the dates of their records.
/// - One without any date is older than all others. Records of the same dates are told apart by their content hash.
///   conflicts() names the members in which such records differ from the newest.
///
/// Merging is associative, commutative and idempotent: any order of the same records gives the same trial, with the
/// same memory of where its members came from.
class MergedTrial {
 public:
  /// One record. `origin` lives as long as what is merged from it.
  MergedTrial(model::Trial record, const Origin& origin);

  /// as_of is the date of the source of the trial's status, or if it has none, of the newest source.
  const model::Trial& trial() const { return trial_; }
  /// Of what the trial says (store/record.hpp).
  std::uint64_t content_hash() const { return content_hash_; }

  struct Merging {
    bool changed = false;
    /// In which the two differ with the same dates; what neither has now may be among them.
    model::MemberSet conflicts;
  };
  /// Takes what `other`, of the same trial, knows better, and what it knows of the age of this one's members.
  Merging merge(const MergedTrial& other);

  /// The members for which a record of the same dates, or one without any date, has another value: nothing tells which
  /// is newer.
  model::MemberSet conflicts() const { return contested() | disputed(); }
  /// Those of them where it is one without any date.
  model::MemberSet disputed() const;
  /// True for one record without any date.
  bool has_no_date() const { return versions_.size() == 1 && versions_.front().has_no_date(); }
  /// The record that a member is of, which may have nothing there. Null where no record speaks of it.
  const Version* source_of(model::member::Tag tag) const;

  /// As bytes: the record (store/record.hpp), the number of its origin, and, where it comes from more than one record,
  /// their versions and what each member is of.
  std::string encode(OriginTable& origins) const;
  /// Throws Error(kIndexCorrupt) for bytes that encode() cannot have made. `as_of` is kept beside the bytes.
  static MergedTrial decode(std::string_view bytes, const model::PartialDate& as_of, const OriginTable& origins);

  friend bool operator==(const MergedTrial&, const MergedTrial&) = default;

 private:
  static constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);

  /// What is known of one member. Places are those in versions_.
  struct Standing {
    std::uint32_t newest = kNone;   ///< the record that it is of
    std::uint32_t undated = kNone;  ///< the newest without a date of its own that is older; it keeps out others
    bool is_contested = false;
    bool operator==(const Standing&) const = default;
  };
  /// A value that will count where a record without a date of its own outdates the newest and not this one: one of an
  /// earlier update from a later source.
  struct Rival {
    unsigned tag = 0;
    std::uint32_t version = kNone;
    bool is_contested = false;
    std::string value;
    bool operator==(const Rival&) const = default;
  };
  /// What records without any date say of a member that is another's.
  struct Dispute {
    unsigned tag = 0;
    std::uint32_t version = kNone;
    bool is_contested = false;  ///< they differ from each other
    std::uint64_t hash = 0;     ///< of the value
    bool operator==(const Dispute&) const = default;
  };

  MergedTrial() = default;
  using Standings = std::array<Standing, model::member::kAsOf>;

  Version whole(const Origin& origin) const;
  Standings standings_of_one(const Origin& origin) const;
  void take_single(const Origin& origin);
  bool is_single() const;
  void add_candidates(unsigned tag, std::span<const std::uint32_t> places, std::vector<Candidate>& out) const;
  model::MemberSet contested() const;
  template <class Use>
  void for_each_place(Use&& use);
  void drop_unused_versions();
  void note_as_of();
  void take_versions(std::string_view bytes, const OriginTable& origins);

  model::Trial trial_;
  std::uint64_t content_hash_ = 0;
  std::vector<Version> versions_;  ///< newest first
  Standings standings_;            ///< by tag
  std::vector<Rival> rivals_;      ///< by tag, then the newest first
  std::vector<Dispute> disputes_;  ///< by tag
};

}  // namespace trialsift::store
