// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trialsift::model {

/// One value of a controlled vocabulary. Spellings are compared without case, blanks and punctuation, so that
/// ACTIVE_NOT_RECRUITING, "Active, not recruiting" and active-not-recruiting are one.
struct VocabularyValue {
  std::string_view key;                            ///< canonical: stored, indexed, printed in JSON
  std::string_view label;                          ///< for people
  std::array<std::string_view, 4> spellings = {};  ///< others than key and label; unused ones are empty
};

struct Vocabulary {
  std::string_view name;
  std::span<const VocabularyValue> values;

  /// The value that `spelling` names, or null.
  const VocabularyValue* find(std::string_view spelling) const;
  /// The key that `spelling` names; for a spelling that no row has, its own folded form, so that nothing is lost.
  std::string key_of(std::string_view spelling) const;
  /// The label of a key; an unknown key is its own label.
  std::string_view label_of(std::string_view key) const;
};

/// The tables: status, phase, study type, sex, allocation, masking, purpose, intervention model, sponsor class,
/// intervention type, yes and no.
extern const Vocabulary kStatuses;
/// Keys of those whose trials take or await participants.
inline constexpr std::array<std::string_view, 3> kOpenStatuses = {"recruiting", "not_yet_recruiting",
                                                                  "enrolling_by_invitation"};
/// A value of filters and facets, no record's own: an open status of a trial that is_past_completion().
inline constexpr std::string_view kPastCompletion = "recruiting_past_completion";
extern const Vocabulary kPhases;
extern const Vocabulary kStudyTypes;
extern const Vocabulary kSexes;
extern const Vocabulary kAllocations;
extern const Vocabulary kMaskings;
extern const Vocabulary kPurposes;
extern const Vocabulary kInterventionModels;
extern const Vocabulary kSponsorClasses;
extern const Vocabulary kInterventionTypes;
extern const Vocabulary kYesNo;

}  // namespace trialsift::model
