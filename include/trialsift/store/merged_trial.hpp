// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/model/trial.hpp"

namespace trialsift::store {

/// Which of two records of a trial is the newer: by the record's own date, then its source's, then its content hash,
/// so that there is always an answer and it never depends on the order in which records come.
struct Version {
  model::PartialDate updated;
  model::PartialDate as_of;
  std::uint64_t hash = 0;
  friend auto operator<=>(const Version&, const Version&) = default;
};

/// A trial put together from the records that were read of it: each member is that of the newest record that has it,
/// so a record that lacks a description does not erase one. Merging is associative, commutative and idempotent: any
/// order of the same records gives the same trial, with the same memory of where its members came from.
class MergedTrial {
 public:
  /// One record.
  explicit MergedTrial(model::Trial record);

  const model::Trial& trial() const { return trial_; }
  /// Of what the trial says (store/record.hpp).
  std::uint64_t content_hash() const { return content_hash_; }

  /// Takes what `other`, of the same trial, knows better. False if that was nothing.
  bool merge(const MergedTrial& other);

  /// As bytes: the record (store/record.hpp) and, where it comes from more than one, the origins of its members.
  std::string encode() const;
  /// Throws Error(kIndexCorrupt) for bytes that encode() cannot have made. `as_of` is kept beside the bytes.
  static MergedTrial decode(std::string_view bytes, const model::PartialDate& as_of);

  friend bool operator==(const MergedTrial&, const MergedTrial&) = default;

 private:
  MergedTrial() = default;
  void drop_unused_versions();

  model::Trial trial_;
  std::uint64_t content_hash_ = 0;
  std::vector<Version> versions_;      ///< newest first; each gave a member
  std::vector<std::uint8_t> origins_;  ///< by member, in their fixed order: place in versions_; kNone for an empty one
};

}  // namespace trialsift::store
