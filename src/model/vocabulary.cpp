// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/vocabulary.hpp"

#include "trialsift/base/text.hpp"

namespace trialsift::model {
namespace {

constexpr VocabularyValue kStatusRows[] = {
    {"not_yet_recruiting", "Not yet recruiting", {}},
    {"recruiting", "Recruiting", {"open"}},
    {"enrolling_by_invitation", "Enrolling by invitation", {"by invitation"}},
    {"active_not_recruiting", "Active, not recruiting", {"active"}},
    {"completed", "Completed", {}},
    {"suspended", "Suspended", {}},
    {"terminated", "Terminated", {}},
    {"withdrawn", "Withdrawn", {}},
    {"available", "Available", {}},
    {"no_longer_available", "No longer available", {}},
    {"temporarily_not_available", "Temporarily not available", {}},
    {"approved_for_marketing", "Approved for marketing", {}},
    {"withheld", "Withheld", {}},
    {"unknown", "Unknown status", {}},
    // The WHO's platform: not yet, no more or not at present; permitted by an authority.
    {"not_recruiting", "Not recruiting", {}},
    {"authorised", "Authorised", {"authorized", "authorised recruitment may be ongoing or finished"}},
    {kPastCompletion, "Recruiting, past completion", {}},
};

constexpr VocabularyValue kPhaseRows[] = {
    {"early_phase1", "Early phase 1", {"phase0", "0", "early1"}},
    {"phase1", "Phase 1", {"1", "I", "phase I"}},
    {"phase2", "Phase 2", {"2", "II", "phase II"}},
    {"phase3", "Phase 3", {"3", "III", "phase III"}},
    {"phase4", "Phase 4", {"4", "IV", "phase IV"}},
    {"na", "Not applicable", {"N/A"}},
};

constexpr VocabularyValue kStudyTypeRows[] = {
    {"interventional",
     "Interventional",
     {"interventional study", "interventional clinical trial of medicinal product"}},
    {"observational", "Observational", {"observational study", "observational [patient registry]"}},
    {"expanded_access", "Expanded access", {}},
};

constexpr VocabularyValue kSexRows[] = {
    {"all", "All", {"both"}},
    {"female", "Female", {"women", "f"}},
    {"male", "Male", {"men", "m"}},
};

constexpr VocabularyValue kAllocationRows[] = {
    {"randomized", "Randomized", {"randomised"}},
    {"non_randomized", "Non-randomized", {"non-randomised"}},
    {"na", "Not applicable", {"N/A"}},
};

constexpr VocabularyValue kMaskingRows[] = {
    {"none", "None (open label)", {"open label", "open"}},
    {"single", "Single", {"single blind"}},
    {"double", "Double", {"double blind"}},
    {"triple", "Triple", {}},
    {"quadruple", "Quadruple", {}},
};

constexpr VocabularyValue kPurposeRows[] = {
    {"treatment", "Treatment", {}},
    {"prevention", "Prevention", {}},
    {"diagnostic", "Diagnostic", {}},
    {"ect", "Educational, counseling or training", {}},
    {"supportive_care", "Supportive care", {}},
    {"screening", "Screening", {}},
    {"health_services_research", "Health services research", {}},
    {"basic_science", "Basic science", {}},
    {"device_feasibility", "Device feasibility", {}},
    {"other", "Other", {}},
};

constexpr VocabularyValue kInterventionModelRows[] = {
    {"single_group", "Single group", {"single group assignment"}}, {"parallel", "Parallel", {"parallel assignment"}},
    {"crossover", "Crossover", {"crossover assignment"}},          {"factorial", "Factorial", {"factorial assignment"}},
    {"sequential", "Sequential", {"sequential assignment"}},
};

constexpr VocabularyValue kSponsorClassRows[] = {
    {"industry", "Industry", {}},
    {"nih", "NIH", {}},
    {"fed", "U.S. federal agency", {"U.S. Fed"}},
    {"other_gov", "Other government", {}},
    {"indiv", "Individual", {}},
    {"network", "Network", {}},
    {"ambig", "Ambiguous", {}},
    {"other", "Other", {}},
    {"unknown", "Unknown", {}},
};

constexpr VocabularyValue kInterventionTypeRows[] = {
    {"drug", "Drug", {}},
    {"biological", "Biological", {"biological/vaccine"}},
    {"device", "Device", {}},
    {"procedure", "Procedure", {"procedure/surgery"}},
    {"radiation", "Radiation", {}},
    {"behavioral", "Behavioral", {"behavioural"}},
    {"genetic", "Genetic", {}},
    {"dietary_supplement", "Dietary supplement", {}},
    {"combination_product", "Combination product", {}},
    {"diagnostic_test", "Diagnostic test", {}},
    {"other", "Other", {}},
};

constexpr VocabularyValue kYesNoRows[] = {
    {"yes", "Yes", {"true", "y", "has results"}},
    {"no", "No", {"false", "n", "no results available"}},
};

/// Letters and digits in lower case; everything else goes.
std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : base::to_lower_ascii(text)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) out.push_back(c);
  }
  return out;
}

}  // namespace

const Vocabulary kStatuses{"status", kStatusRows};
const Vocabulary kPhases{"phase", kPhaseRows};
const Vocabulary kStudyTypes{"study type", kStudyTypeRows};
const Vocabulary kSexes{"sex", kSexRows};
const Vocabulary kAllocations{"allocation", kAllocationRows};
const Vocabulary kMaskings{"masking", kMaskingRows};
const Vocabulary kPurposes{"purpose", kPurposeRows};
const Vocabulary kInterventionModels{"intervention model", kInterventionModelRows};
const Vocabulary kSponsorClasses{"sponsor class", kSponsorClassRows};
const Vocabulary kInterventionTypes{"intervention type", kInterventionTypeRows};
const Vocabulary kYesNo{"yes or no", kYesNoRows};

const VocabularyValue* Vocabulary::find(std::string_view spelling) const {
  const std::string wanted = squeezed(spelling);
  if (wanted.empty()) return nullptr;
  for (const VocabularyValue& value : values) {
    if (squeezed(value.key) == wanted || squeezed(value.label) == wanted) return &value;
    for (const std::string_view other : value.spellings) {
      if (!other.empty() && squeezed(other) == wanted) return &value;
    }
  }
  return nullptr;
}

std::string Vocabulary::key_of(std::string_view spelling) const {
  if (const VocabularyValue* value = find(spelling)) return std::string(value->key);
  std::string key;
  for (const char c : base::to_lower_ascii(base::trim(spelling))) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (plain) {
      key.push_back(c);
    } else if (!key.empty() && key.back() != '_') {
      key.push_back('_');
    }
  }
  while (!key.empty() && key.back() == '_') key.pop_back();
  return key;
}

std::string_view Vocabulary::label_of(std::string_view key) const {
  for (const VocabularyValue& value : values) {
    if (value.key == key) return value.label;
  }
  return key;
}

}  // namespace trialsift::model
