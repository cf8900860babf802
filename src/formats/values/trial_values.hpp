// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/model/age.hpp"
#include "trialsift/model/detail_vocabulary.hpp"
#include "trialsift/model/trial.hpp"
#include "trialsift/model/vocabulary.hpp"

/// Values of a Trial from the texts of the formats, as the readers of the model understand them. What these do not is
/// left_out(); what they know to say nothing leaves a member as it is.
namespace trialsift::formats {

/// Keys of a vocabulary by the texts met so far: reading one costs more than reading a study's whole text. Bounded,
/// since texts come from the outside.
class KeyMemo {
 public:
  explicit KeyMemo(const model::Vocabulary& vocabulary) : vocabulary_(&vocabulary) {}

  /// The key that a text says, or empty. Of several (phases) it gives none.
  std::string operator()(std::string_view text);

 private:
  const model::Vocabulary* vocabulary_;
  struct Known {
    std::string text;
    std::string key;
    model::Written::Says says;
  };
  std::vector<Known> keys_;
};

struct Keys {
  KeyMemo status{model::kStatuses};
  KeyMemo study_type{model::kStudyTypes};
  KeyMemo sex{model::kSexes};
  KeyMemo allocation{model::kAllocations};
  KeyMemo masking{model::kMaskings};
  KeyMemo purpose{model::kPurposes};
  KeyMemo intervention_model{model::kInterventionModels};
  KeyMemo sponsor_class{model::kSponsorClasses};
  KeyMemo intervention_type{model::kInterventionTypes};
  KeyMemo yes_no{model::kYesNo};
  KeyMemo date_type{model::kDateTypes};
  KeyMemo observational_model{model::kObservationalModels};
  KeyMemo time_perspective{model::kTimePerspectives};
  KeyMemo masked_role{model::kMaskedRoles};
  KeyMemo sharing_plan{model::kSharingPlans};
  KeyMemo reference_type{model::kReferenceTypes};
  KeyMemo arm_type{model::kArmTypes};
  KeyMemo contact_role{model::kContactRoles};
};

/// One a thread: a zip of single studies opens a reader for each.
Keys& keys();

/// The phases of one text, added to those there are; "not applicable" beside none only.
void take_phases(model::Trial& trial, std::string_view text);

/// The limit of ages that stands in a place of its own; it counts before those of take_ages(), which may have come
/// first.
void take_age_limit(model::Trial& trial, model::AgePlace place, std::string_view text);
/// Both limits of a text, where they are missing: a range, or names of age groups.
void take_ages(model::Trial& trial, std::string_view text);

/// How many people a text says.
std::optional<std::int64_t> size_of(std::string_view text);

/// The countries of one text, as places without more.
void take_countries(model::Trial& trial, std::string_view text);

/// A whole number from 0 on that is all of the text. Other numbers are left_out().
std::optional<std::int64_t> count_of(std::string_view text);

/// Appends what is not empty and not in the list. Past kLookedThrough entries a list is not looked through for each
/// more: the stream leaves out what such a list repeats.
void add_once(std::vector<std::string>& list, std::string text);
constexpr std::size_t kLookedThrough = 1000;

/// Leaves of the long lists of a trial each entry once, the first.
void leave_out_repeated(model::Trial& trial);

}  // namespace trialsift::formats
