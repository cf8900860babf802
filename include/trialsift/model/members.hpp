// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace trialsift::model {

/// The members of a Trial but its id, by their tags in the stored form: a tag is never used again for another member.
namespace member {
enum Tag : unsigned {
  kOtherIds = 1,
  kBriefTitle = 2,
  kOfficialTitle = 3,
  kAcronym = 4,
  kBriefSummary = 5,
  kDetailedDescription = 6,
  kConditions = 7,
  kKeywords = 8,
  kInterventions = 9,
  kArms = 10,
  kEligibilityCriteria = 11,
  kOutcomes = 12,
  kLeadSponsor = 13,
  kCollaborators = 14,
  kLocations = 15,
  kConditionMesh = 16,
  kInterventionMesh = 17,
  kMeshAncestors = 18,
  kStatus = 19,
  kWhyStopped = 20,
  kStudyType = 21,
  kPhases = 22,
  kAllocation = 23,
  kMasking = 24,
  kPurpose = 25,
  kModel = 26,
  kSponsorClass = 27,
  kSex = 28,
  kMinimumAge = 29,
  kMaximumAge = 30,
  kHealthy = 31,
  kResults = 32,
  kEnrollment = 33,
  kPmids = 34,
  kStart = 35,
  kPrimaryCompletion = 36,
  kCompletion = 37,
  kPosted = 38,
  kUpdated = 39,
  kResultsPosted = 40,
  kAsOf = 41,
};
}  // namespace member

/// A set of members.
class MemberSet {
 public:
  constexpr MemberSet() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): one member is a set
  constexpr MemberSet(member::Tag tag) : bits_(std::uint64_t{1} << tag) {}
  static constexpr MemberSet of_bits(std::uint64_t bits) {
    MemberSet set;
    set.bits_ = bits;
    return set;
  }
  /// All but as_of, which says nothing of the trial.
  static constexpr MemberSet all() {
    return of_bits((std::uint64_t{1} << member::kAsOf) - (std::uint64_t{1} << member::kOtherIds));
  }

  constexpr bool contains(unsigned tag) const { return (bits_ >> tag & 1U) != 0; }
  constexpr bool contains(MemberSet others) const { return (others.bits_ & ~bits_) == 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr std::uint64_t bits() const { return bits_; }

  constexpr MemberSet& operator|=(MemberSet other) {
    bits_ |= other.bits_;
    return *this;
  }
  friend constexpr MemberSet operator|(MemberSet a, MemberSet b) { return a |= b; }
  friend constexpr MemberSet operator&(MemberSet a, MemberSet b) { return of_bits(a.bits_ & b.bits_); }
  friend constexpr MemberSet operator-(MemberSet a, MemberSet b) { return of_bits(a.bits_ & ~b.bits_); }
  friend constexpr auto operator<=>(MemberSet, MemberSet) = default;

 private:
  std::uint64_t bits_ = 0;
};

namespace member {
constexpr MemberSet operator|(Tag a, Tag b) {
  return MemberSet(a) | MemberSet(b);
}
}  // namespace member

/// What a record can tell, by its format or its table's columns, beyond what it has.
struct Coverage {
  /// Of these the record says all there is to say: where it has nothing, there is nothing.
  MemberSet speaks;
  /// Of these the record has no room for all that another may know (countries in the place of study sites): its values
  /// count only where no other record speaks of the member.
  MemberSet fills;

  friend auto operator<=>(const Coverage&, const Coverage&) = default;
};

}  // namespace trialsift::model
