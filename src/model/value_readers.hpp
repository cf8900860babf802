// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "trialsift/model/vocabulary.hpp"

/// How each field's texts are read: what the vocabularies name. A text that is a spelling as a whole has been looked up
/// before (read_label does so itself).
namespace trialsift::model {

/// A spelling, a spelling with a remark behind it ("Terminated (Halted prematurely)"), a label of its own.
Written read_label(const Vocabulary& vocabulary, std::string_view text);

/// "Phase I/II", "IIa", "2-3", the tables of the EU's registers and their labels.
Written read_phases(const Vocabulary& vocabulary, std::string_view text);

/// "Both males and females", "M/F", "Female: yes Male: no".
Written read_sex(const Vocabulary& vocabulary, std::string_view text);

/// "Randomised controlled trial", "Non-randomised, single arm".
Written read_allocation(const Vocabulary& vocabulary, std::string_view text);

/// "Double (Participant, Investigator)", "Double-blinded", "Participant and outcome assessor blinded".
Written read_masking(const Vocabulary& vocabulary, std::string_view text);

/// "parallel assignment", "Single arm study".
Written read_model(const Vocabulary& vocabulary, std::string_view text);

/// "treatment purpose", "Diagnosis".
Written read_purpose(const Vocabulary& vocabulary, std::string_view text);

/// A country's name, short or official, of today or before, or its code; a number of sites behind it goes.
Written read_country(const Vocabulary& vocabulary, std::string_view text);

/// What the spelling as a whole is known to say.
struct Spelled {
  const VocabularyValue* row = nullptr;
  bool nothing = false;

  bool known() const { return row != nullptr || nothing; }
  Written written() const;
};
Spelled spelled(const Vocabulary& vocabulary, std::string_view text);

}  // namespace trialsift::model
