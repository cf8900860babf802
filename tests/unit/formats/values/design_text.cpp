// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/values/design_text.hpp"

#include <string_view>

#include "support/catch.hpp"

using namespace trialsift;

namespace {

struct Row {
  std::string_view text;
  std::string_view allocation;
  std::string_view masking;
  std::string_view model;
  std::string_view purpose;
};

constexpr Row kTexts[] = {
    {"Controlled: yes\nRandomised: yes\nOpen: no\nSingle blind: no\nDouble blind: yes\nParallel group: yes",
     "randomized", "double", "parallel", ""},
    {"Controlled: yes Randomised: yes Open: no Single blind: no Double blind: yes Parallel group: yes Cross over: no "
     "Other: "
     "no If controlled, specify comparator, Other Medicinial Product: no Placebo: yes",
     "randomized", "double", "parallel", ""},
    {"Controlled: yesRandomised: yesOpen: noSingle blind: noDouble blind: yesParallel group: yesCross over: no",
     "randomized", "double", "parallel", ""},
    {"Controlled: no Randomised: no Open: yes Single blind: no Double blind: no Parallel group: no Cross over: no "
     "Other: yes "
     "Other trial design description: Prospective, randomised afterwards, double blind",
     "", "none", "", ""},
    {"randomized controlled trial, double blind, placebo control, parallel assignment, treatment purpose", "randomized",
     "double", "parallel", "treatment"},
    {"Randomized  controlled trial, Open (masking not used), Active, Parallel, Treatment", "randomized", "none",
     "parallel", "treatment"},
    {"Purpose: Treatment; Allocation: Randomised controlled trial; Masking: Blinded (masking used);Assignment: "
     "Parallel;Type of endpoint: Efficacy;",
     "randomized", "blinded", "parallel", "treatment"},
    {"Allocation: Randomized. Intervention model: Parallel Assignment. Primary purpose: Treatment. Masking: Quadruple "
     "(Participant, Care Provider, Investigator, Outcomes Assessor). ",
     "randomized", "quadruple", "parallel", "treatment"},
    {"Allocation: Randomized, Endpoint Classification: Safety Study, Intervention Model: Parallel Assignment, Masking: "
     "Double Blind (Subject, Investigator, Outcomes Assessor), Primary Purpose: Prevention",
     "randomized", "double", "parallel", "prevention"},
    {"Allocation: Non-randomized controlled trial;. Masking: Open (masking not used). Control: Other. Assignment: "
     "Other. "
     "Study design purpose: Prognosis;",
     "non_randomized", "none", "", "prognosis"},
    {"Randomization: Not randomized, Blinding: Double blinded, Placebo: Not used, Assignment: Parallel, Purpose: "
     "Treatment, Blinding description: patients, nurse, supervisor are not blinded",
     "non_randomized", "double", "parallel", "treatment"},
    {"Randomized, Parallel Group Trial\nMethod of generating random sequence:Computer generated, "
     "non-randomized\nBlinding and masking:Participant, Investigator and Outcome Assessor Blinded",
     "randomized", "triple", "parallel", ""},
    {"Randomized: No, \n Masking: None, \n Control: Not applicable, \n Group: undefined, \n Type: Single arm", "",
     "none", "single_group", ""},
    {"single arm study, open(masking not used), uncontrolled control, single assignment, treatment purpose", "", "none",
     "single_group", "treatment"},
    {"Quasi-randomized controlled", "quasi_randomized", "", "", ""},
    {"Non randomized control", "non_randomized", "", "", ""},
    {"Cluster randomization", "randomized", "", "", ""},
    {"Parallel Randomized", "randomized", "", "parallel", ""},
    {"Not selected Not selected", "", "", "", ""},
    {"N/A", "", "", "", ""},
    {"Single arm", "", "", "single_group", ""},
    {"Cohort study", "", "", "", ""},
    {"Allocation: RANDOMIZED;Intervention Model: PARALLEL;Masking: DOUBLE (PARTICIPANT, INVESTIGATOR);Primary Purpose: "
     "TREATMENT",
     "randomized", "double", "parallel", "treatment"},
    {"Observational Model: COHORT;Time Perspective: p", "", "", "", ""},
};

}  // namespace

TEST_CASE("designs are read from one text in the shapes of all registers") {
  for (const Row& row : kTexts) {
    model::Trial trial;
    formats::take_design_text(trial, row.text);
    CAPTURE(row.text);
    CHECK(trial.allocation == row.allocation);
    CHECK(trial.masking == row.masking);
    CHECK(trial.intervention_model == row.model);
    CHECK(trial.purpose == row.purpose);
  }
}

TEST_CASE("a design in parts of its own counts before the text") {
  model::Trial trial;
  trial.masking = "single";
  formats::take_design_text(trial, "Masking: Double Blind, Allocation: Randomized");
  CHECK(trial.masking == "single");
  CHECK(trial.allocation == "randomized");
}
