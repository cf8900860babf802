// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/analysis/abbreviations.hpp"

#include <string>

#include "support/catch.hpp"

using namespace trialsift::analysis;

namespace {

/// "SHORT = long" of each, in a line.
std::string found_in(std::string_view text) {
  std::vector<Abbreviation> found;
  find_abbreviations(text, found);
  std::string line;
  for (const Abbreviation& each : found) {
    line += (line.empty() ? "" : "; ") + std::string(each.short_form) + " = " + std::string(each.long_form);
  }
  return line;
}

}  // namespace

TEST_CASE("a short form in brackets stands for the words before it whose letters it has") {
  CHECK(found_in("Patients with multiple myeloma (MM) were treated.") == "MM = multiple myeloma");
  CHECK(found_in("chronic obstructive pulmonary disease [COPD]") == "COPD = chronic obstructive pulmonary disease");
  CHECK(found_in("the heron migration index (HMI)") == "HMI = heron migration index");
  CHECK(found_in("non-small-cell lung cancer (NSCLC)") == "NSCLC = non-small-cell lung cancer");
  CHECK(found_in("graft-versus-host disease (GVHD)") == "GVHD = graft-versus-host disease");
}

TEST_CASE("more may follow in the brackets") {
  CHECK(found_in("multiple myeloma (MM; n = 12)") == "MM = multiple myeloma");
  CHECK(found_in("multiple myeloma (MM, stage II)") == "MM = multiple myeloma");
  CHECK(found_in("multiple myeloma (\"MM\")") == "MM = multiple myeloma");
}

TEST_CASE("the words may stand in the brackets, behind the short form or before it") {
  CHECK(found_in("in MM (multiple myeloma) patients") == "MM = multiple myeloma");
  CHECK(found_in("a cancer (multiple myeloma, MM)") == "MM = multiple myeloma");
}

TEST_CASE("brackets inside brackets are looked at too") {
  CHECK(found_in("a cancer (multiple myeloma (MM))") == "MM = multiple myeloma");
  CHECK(found_in("forced expiratory volume in 1 second (FEV(1)) fell") ==
        "FEV(1) = forced expiratory volume in 1 second");
}

TEST_CASE("plural short forms keep their words and have a singular") {
  std::vector<Abbreviation> found;
  find_abbreviations("serious adverse events (SAEs)", found);
  REQUIRE(found.size() == 1);
  CHECK(found.front().short_form == "SAEs");
  CHECK(in_singular(found.front()).short_form == "SAE");
  CHECK(in_singular(found.front()).long_form == "serious adverse events");
  CHECK(in_singular({"HAS", "heron activity scale"}).short_form == "HAS");
}

TEST_CASE("beginnings of words are preferred to letters inside them") {
  CHECK(found_in("the International Index of Erectile Function (IIEF)") ==
        "IIEF = International Index of Erectile Function");
  CHECK(found_in("an affected cell count, platelet count (PC)") == "PC = platelet count");
}

TEST_CASE("the beginning of a chemical name belongs to it") {
  CHECK(found_in("with 2,6-diaminopurine (DAP)") == "DAP = 2,6-diaminopurine");
  CHECK(found_in("the 9-item Heron Health Questionnaire (HHQ-9)") == "HHQ-9 = 9-item Heron Health Questionnaire");
}

TEST_CASE("digits of a short form need not stand in its words") {
  CHECK(found_in("inhaled nitrous oxide (N2O)") == "N2O = nitrous oxide");
}

TEST_CASE("amounts, numbers, statistics and words in brackets are no abbreviations") {
  for (const char* text :
       {"two groups (n = 20)", "given daily (10 mg)", "type two (II)", "a significant difference (p<0.05)",
        "the substance(s) found", "abdominal pain (two patients)", "captopril (1 microM)", "given (see below)",
        "in cats (controls)", "(MM)", "()", "((", "multiple myeloma (", "multiple myeloma )MM("}) {
    CAPTURE(text);
    CHECK(found_in(text).empty());
  }
}

TEST_CASE("an abbreviation does not reach over the end of a sentence") {
  CHECK(found_in("It was a graft. Versus host (GVH) was not.").empty());
}

TEST_CASE("long texts without an end of words or of brackets are no work") {
  CHECK(found_in(std::string(100'000, '(')).empty());
  CHECK(found_in(std::string(100'000, 'm') + " (MM)").empty());
}
