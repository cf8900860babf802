// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "trialsift/model/detail_vocabulary.hpp"
#include "trialsift/model/vocabulary.hpp"

/// Values of a Trial from the spellings of the formats.
namespace trialsift::formats {

/// Keys of a vocabulary by the spellings met so far: looking one up in the table costs more than reading a study's
/// whole text. Bounded, since spellings come from the outside.
class KeyMemo {
 public:
  explicit KeyMemo(const model::Vocabulary& vocabulary) : vocabulary_(&vocabulary) {}

  /// Vocabulary::key_of, and empty for what is empty.
  std::string operator()(std::string_view spelling);

 private:
  const model::Vocabulary* vocabulary_;
  std::vector<std::pair<std::string, std::string>> keys_;
};

struct Keys {
  KeyMemo status{model::kStatuses};
  KeyMemo phase{model::kPhases};
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

/// Of yes and no, and "Accepts Healthy Volunteers".
std::string yes_no_key(std::string_view text);

/// Of "Quadruple (Participant, Care Provider, ...)" as well.
std::string masking_key(std::string_view text);

/// A whole number from 0 on that is all of the text. Other numbers are lost_numbers().
std::optional<std::int64_t> count_of(std::string_view text);

/// Appends what is not empty and not in the list.
void add_once(std::vector<std::string>& list, std::string text);

}  // namespace trialsift::formats
