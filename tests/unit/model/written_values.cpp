// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "trialsift/model/vocabulary.hpp"

using namespace trialsift::model;

namespace {

struct Row {
  std::string_view text;
  std::string_view read;  ///< keys; in parentheses a label that is kept; ? for what is not understood; empty: nothing
};

std::string shown(const Written& written) {
  std::string keys;
  for (const std::string& key : written.keys) keys += (keys.empty() ? "" : "; ") + key;
  switch (written.says) {
    case Written::Says::kNothing:
      return {};
    case Written::Says::kValue:
      return keys;
    case Written::Says::kOther:
      return "(" + keys + ")";
    case Written::Says::kUnknown:
      return "?";
  }
  return "?";
}

template <std::size_t Size>
void check(const Vocabulary& vocabulary, const Row (&rows)[Size]) {
  for (const Row& row : rows) {
    CAPTURE(vocabulary.name, row.text);
    CHECK(shown(vocabulary.read(row.text)) == row.read);
  }
}

constexpr Row kPhaseTexts[] = {
    {"Phase I/II", "phase1; phase2"},
    {"I-II", "phase1; phase2"},
    {"Phase I & II", "phase1; phase2"},
    {"Phase I,II", "phase1; phase2"},
    {"Phase II/III", "phase2; phase3"},
    {"II/I", "phase1; phase2"},
    {"Phase IIa", "phase2"},
    {"Phase 1b/2a", "phase1; phase2"},
    {"II b", "phase2"},
    {"Phase IIa/b", "phase2"},
    {"1b", "phase1"},
    {"Human pharmacology (Phase I): no Therapeutic exploratory (Phase II): yes Therapeutic confirmatory - (Phase III): "
     "yes Therapeutic use - (Phase IV): no",
     "phase2; phase3"},
    {"Human pharmacology (Phase I): noTherapeutic exploratory (Phase II): yesTherapeutic confirmatory - (Phase III): "
     "noTherapeutic use (Phase IV): no",
     "phase2"},
    {"Human pharmacology (Phase I):  Therapeutic exploratory (Phase II): yes Therapeutic confirmatory - (Phase III):  "
     "Therapeutic use (Phase IV): ",
     "phase2"},
    {"Human pharmacology (Phase I): no Therapeutic exploratory (Phase II): no Therapeutic confirmatory - (Phase III): "
     "no Therapeutic use (Phase IV): no",
     ""},
    {"Therapeutic confirmatory  (Phase III)", "phase3"},
    {"Human pharmacology (Phase I)- First administration to humans", "phase1"},
    {"Phase I and Phase II (Integrated)- Other", "phase1; phase2"},
    {"Phase II and Phase III (Integrated)", "phase2; phase3"},
    {"IV (Phase IV study)", "phase4"},
    {"0 (exploratory trials)", "early_phase1"},
    {"Phase 2 / Phase 3", "phase2; phase3"},
    {"Phase 1/Phase 2/Phase 3", "phase1; phase2; phase3"},
    {"Phase 1-3", "phase1; phase2; phase3"},
    {"Not selected", ""},
    {"Post-market", ""},
    {"PMS", ""},
    {"Post Marketing Surveillance", ""},
    {"Phase-1", "phase1"},
    {"Phase1", "phase1"},
    {"ph II", "phase2"},
    {"Fase III", "phase3"},
    {"Ⅱ期", "phase2"},
    {"Phase Ⅲ", "phase3"},
    {"Phase 5", "?"},
    {"2 doses", "?"},
    {"Phase 3, 2 doses a day", "phase3"},
    {"Phase ll", "phase2"},
    {"phase two", "phase2"},
    {"not phase 3", "?"},
    {"Phase: N/A", "na"},
    {"NA|PHASE1", "phase1"},
    {"PHASE1, PHASE2", "phase1; phase2"},
    {"EARLY_PHASE1|PHASE1", "early_phase1; phase1"},
    {"Early Phase 1", "early_phase1"},
    {"early_phase1", "early_phase1"},
    {"Phase 0", "early_phase1"},
    {"Others", ""},
    {"Bioequivalence", ""},
    {"N/A: Not a drug", "na"},
    {"Therapeutic exploratory", "phase2"},
    {"E.7.1 Human pharmacology (Phase I) No E.7.2 Therapeutic exploratory (Phase II) Yes", "phase2"},
    {"Interventional", ""},
    {"2012", "?"},
    {"Phase 2 trial extension", "phase2"},
    {"3b", "phase3"},
    {"IIIb", "phase3"},
    {"Phase IIIB/IV", "phase3; phase4"},
    {"['PHASE1', 'PHASE2']", "phase1; phase2"},
    {"**", ""},
    {"Phase I+II", "phase1; phase2"},
    {"Phase II or III", "phase2; phase3"},
    {"Phase IV post marketing", "phase4"},
    {"Phase 2, 40 patients", "phase2"},
    {"2/3", "phase2; phase3"},
    {"Phase 1 (first in human)", "phase1"},
    {"III期", "phase3"},
    {"I期+II期", "phase1; phase2"},
    {"I (Phase I study)", "phase1"},
    {"Exploratory", ""},
};

constexpr Row kSexTexts[] = {
    {"ALL", "all"},
    {"Female, Male", "all"},
    {"Male and Female", "all"},
    {"Both males and females", "all"},
    {"Female|Male", "all"},
    {"Males", "male"},
    {"Females only", "female"},
    {"M/F", "all"},
    {"Female: yesMale: no", "female"},
    {"Female: noMale: yes", "male"},
    {"Female: yes Male: yes", "all"},
    {"Female: no Male: no", ""},
    {"Female: Male: yes", "male"},
    {"male_and_female", "all"},
    {"F", "female"},
    {"W", "?"},
    {"not male", "?"},
    {"-", ""},
    {"Not Specified", ""},
    {"Men and women", "all"},
    {"Pregnant women", "female"},
    {"Male, Female, Other", "all"},
};

constexpr Row kStatusTexts[] = {
    {"Temporarily halted", "suspended"},
    {"Ongoing, recruiting", "recruiting"},
    {"Recruiting stopped after recruiting started", "terminated"},
    {"Terminated (Halted Prematurely)", "terminated"},
    {"Ongoing", "ongoing"},
    {"open: patient inclusion", "recruiting"},
    {"Trial now transitioned", "(trial_now_transitioned)"},
    {"on hold for funding reasons because nobody. Really: nothing", "?"},
    {"Closed to recruitment,follow-up continuing", "active_not_recruiting"},
    {"AUTHORISED, RECRUITMENT PENDING", "not_yet_recruiting"},
};

constexpr Row kTypeTexts[] = {
    {"Patient Registry", "patient_registry"},
    {"Observational invasive", "observational"},
    {"Intervention", "interventional"},
    {"Phase 3", ""},
};

constexpr Row kAllocationTexts[] = {
    {"Randomised controlled trial", "randomized"},
    {"Non-randomised trial", "non_randomized"},
    {"Non randomized control", "non_randomized"},
    {"Quasi-randomized controlled", "quasi_randomized"},
    {"Cluster randomization", "randomized"},
    {"Not randomized", "non_randomized"},
    {"N/A", "na"},
};

constexpr Row kMaskingTexts[] = {
    {"Blinded (masking used)", "blinded"},
    {"Open (masking not used)", "none"},
    {"Open - no one is blinded", "none"},
    {"Double Blind Double Dummy", "double"},
    {"Participant, Investigator and Outcome Assessor Blinded", "triple"},
    {"Not blinded", "none"},
    {"Single blind -investigator(s) and assessor(s) are blinded", "single"},
    {"Double-blind", "double"},
    {"Open Label", "none"},
    {"Single or double blind", "(single_or_double_blind)"},
};

constexpr Row kModelTexts[] = {
    {"parallel assignment", "parallel"},
    {"single assignment", "single_group"},
    {"Cross-over", "crossover"},
    {"Parallel group, factorial", "(parallel_group_factorial)"},
};

constexpr Row kPurposeTexts[] = {
    {"treatment purpose", "treatment"},
    {"Natural history", "(natural_history)"},
    {"Educational / counselling / training", "ect"},
};

}  // namespace

TEST_CASE("phases are read in every spelling of the registers, and never made of other texts") {
  check(kPhases, kPhaseTexts);
}

TEST_CASE("a sex is read in every spelling of the registers") {
  check(kSexes, kSexTexts);
}

TEST_CASE("a status is the one that its words mean, or a label of its own") {
  check(kStatuses, kStatusTexts);
}

TEST_CASE("a study type is the one that its words mean, or a label of its own") {
  check(kStudyTypes, kTypeTexts);
}

TEST_CASE("parts of the design are read from labels and from what their words say") {
  check(kAllocations, kAllocationTexts);
  check(kMaskings, kMaskingTexts);
  check(kInterventionModels, kModelTexts);
  check(kPurposes, kPurposeTexts);
}

TEST_CASE("what says nothing says nothing in any field") {
  for (const Vocabulary* vocabulary : vocabularies()) {
    for (const std::string_view text : {"", " ", "-", "??", "Not selected", "Not specified", "null", "ND", "/"}) {
      CAPTURE(vocabulary->name, text);
      CHECK(vocabulary->read(text) == Written());
    }
  }
}

TEST_CASE("a long text is no label: it is not kept") {
  for (const Vocabulary* vocabulary : vocabularies()) {
    if (vocabulary == &kCountries) continue;
    CAPTURE(vocabulary->name);
    CHECK(vocabulary->read("Something else; and more").says == Written::Says::kUnknown);
    CHECK(vocabulary->read("One sentence. And another of them.").says == Written::Says::kUnknown);
  }
}

TEST_CASE("a key is read as itself, by the vocabulary that has it and where it was kept") {
  for (const Vocabulary* vocabulary : vocabularies()) {
    for (const VocabularyValue& value : vocabulary->values) {
      CAPTURE(vocabulary->name, value.key);
      CHECK(vocabulary->read(value.key) == Written::value(value.key));
      CHECK(vocabulary->read(value.label) == Written::value(value.key));
    }
    if (!vocabulary->keeps_others) continue;
    const Written kept = vocabulary->read("Something Else");
    REQUIRE(kept.says == Written::Says::kOther);
    CHECK(vocabulary->read(kept.keys.front()) == kept);
  }
}

TEST_CASE("a text longer than any value is none, and takes no time") {
  const std::string long_text(8U << 20U, '(');
  for (const Vocabulary* vocabulary : vocabularies()) {
    CAPTURE(vocabulary->name);
    CHECK(vocabulary->read(long_text) == Written::unknown());
  }
}
