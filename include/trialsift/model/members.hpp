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
  kStartType = 41,
  kPrimaryCompletionType = 42,
  kCompletionType = 43,
  kEnrollmentType = 44,
  kLastKnownStatus = 45,
  kObservationalModel = 46,
  kTimePerspective = 47,
  kStudyPopulation = 48,
  kMaskingDescription = 49,
  kModelDescription = 50,
  kWhoMasked = 51,
  kGenderDescription = 52,
  kFdaDrug = 53,
  kFdaDevice = 54,
  kIpdSharing = 55,
  kIpdPlan = 56,
  kContacts = 57,
  kReferences = 58,
  kResultOutcomes = 59,
  kAdverseEvents = 60,
  /// Behind all others. It is in no stored form, so that it moves where one is added.
  kAsOf = 61,
};
}  // namespace member

/// A set of members. Tags up to 127.
class MemberSet {
 public:
  constexpr MemberSet() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): one member is a set
  constexpr MemberSet(member::Tag tag) : MemberSet(of_tag(tag)) {}
  static constexpr MemberSet of_tag(unsigned tag) {
    return tag < kWordBits ? of_bits(std::uint64_t{1} << tag) : of_bits(0, std::uint64_t{1} << (tag - kWordBits));
  }
  /// Tags 0 to 63, and those from 64 on.
  static constexpr MemberSet of_bits(std::uint64_t low, std::uint64_t high = 0) {
    MemberSet set;
    set.low_ = low;
    set.high_ = high;
    return set;
  }
  /// All but as_of, which says nothing of the trial.
  static constexpr MemberSet all() {
    static_assert(member::kAsOf < kWordBits);
    return of_bits((std::uint64_t{1} << member::kAsOf) - (std::uint64_t{1} << member::kOtherIds));
  }

  constexpr bool contains(unsigned tag) const { return !(*this & of_tag(tag)).empty(); }
  constexpr bool contains(MemberSet others) const { return (others - *this).empty(); }
  constexpr bool empty() const { return (low_ | high_) == 0; }
  /// Of tags 0 to 63: of sets of members alone, all.
  constexpr std::uint64_t bits() const { return low_; }

  constexpr MemberSet& operator|=(MemberSet other) {
    low_ |= other.low_;
    high_ |= other.high_;
    return *this;
  }
  friend constexpr MemberSet operator|(MemberSet a, MemberSet b) { return a |= b; }
  friend constexpr MemberSet operator&(MemberSet a, MemberSet b) { return of_bits(a.low_ & b.low_, a.high_ & b.high_); }
  friend constexpr MemberSet operator-(MemberSet a, MemberSet b) {
    return of_bits(a.low_ & ~b.low_, a.high_ & ~b.high_);
  }
  friend constexpr auto operator<=>(MemberSet, MemberSet) = default;

 private:
  static constexpr unsigned kWordBits = 64;
  std::uint64_t low_ = 0;
  std::uint64_t high_ = 0;
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
