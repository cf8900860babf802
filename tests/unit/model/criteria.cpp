// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/criteria.hpp"

#include <array>
#include <random>
#include <string>

#include "support/catch.hpp"

using trialsift::model::CriteriaPart;
using trialsift::model::CriteriaSide;
using trialsift::model::parts_of_criteria;

namespace {

/// "I[...]E[...]": the sides and their first words.
std::string sides(std::string_view text) {
  std::string all;
  for (const CriteriaPart& part : parts_of_criteria(text)) {
    all += part.side == CriteriaSide::kInclusion ? 'I' : part.side == CriteriaSide::kExclusion ? 'E' : 'U';
  }
  return all;
}

std::string exclusion_of(std::string_view text) {
  std::string all;
  for (const CriteriaPart& part : parts_of_criteria(text)) {
    if (part.side == CriteriaSide::kExclusion) all += part.text;
  }
  return all;
}

}  // namespace

TEST_CASE("Criteria are parted at the headings of the registry's layouts, old and new") {
  const std::string old_layout = "Inclusion Criteria:\n\n  -  Adults\n\nExclusion Criteria:\n\n  -  HIV\n";
  const auto parts = parts_of_criteria(old_layout);
  REQUIRE(parts.size() == 2);
  CHECK(parts[0] == CriteriaPart{CriteriaSide::kInclusion, "Inclusion Criteria:\n\n  -  Adults\n\n"});
  CHECK(parts[1] == CriteriaPart{CriteriaSide::kExclusion, "Exclusion Criteria:\n\n  -  HIV\n"});
  CHECK(sides("Inclusion Criteria:\n\n* Adults\n\nExclusion Criteria:\n\n* HIV") == "IE");
  CHECK(sides("inclusion criteria\nAdults\nexclusion criteria\nHIV") == "IE");
  CHECK(sides("Inclusion Criteria:~Adults~Exclusion Criteria:~HIV") == "IE");
}

TEST_CASE("Headings of criteria may be in capitals, numbered, bulleted, with words around them or without a colon") {
  CHECK(sides("-  INCLUSION CRITERIA:\n\n1. Adults\n\nEXCLUSION CRITERIA:\n\n1. HIV") == "IE");
  CHECK(sides("1. Inclusion Criteria Specific to the MRI Study\n- Adults\n2. Exclusion Criteria\n- HIV") == "IE");
  CHECK(sides("Key inclusion criteria\n- Adults\nKey exclusion criteria\n- HIV") == "IE");
  CHECK(sides("Main Inclusion:\n- Adults\nExclusion\n- HIV") == "IE");
  CHECK(sides("Criteria for Inclusion: Adults\nCriteria for Exclusion: HIV") == "IE");
  CHECK(sides(".Inclusion Criteria:\n- Adults\n**Exclusion Criteria**\n- HIV") == "IE");
  CHECK(sides("Study Eye Inclusion Criteria\n- Cataract\nPARTICIPANT EXCLUSION CRITERIA:\n- HIV") == "IE");
  CHECK(sides("Inclusion criteria. Age 9 or more.\nExclusion criteria include HIV.") == "IE");
}

TEST_CASE("Headings of criteria inside a line or a paragraph part it") {
  CHECK(exclusion_of("Inclusion Criteria: Adults who consent. Exclusion Criteria: HIV") == "Exclusion Criteria: HIV");
  CHECK(exclusion_of("Inclusion: adults. Exclusion: pregnancy") == "Exclusion: pregnancy");
  CHECK(exclusion_of("- Able to consent Exclusion Criteria\n- HIV") == "Exclusion Criteria\n- HIV");
  CHECK(sides("Adults with glaucoma are eligible. Exclusion criteria include HIV.") == "UE");
}

TEST_CASE("Sentences that end in a colon are headings of criteria") {
  CHECK(sides("Patients may be eligible for this study if they:\n- Are adults.\n\n"
              "Patients will not be eligible for this study if they:\n- Have HIV.") == "IE");
  CHECK(sides("Inclusion Criteria\n\nPatients must have:\n\n- Anaemia.\n\nExclusion Criteria\n\nPrior Medication:\n\n"
              "Excluded within 30 days of study entry:\n\n- Iron.\n\nRequired:\n\n- Folate.") == "IEI");
  CHECK(sides("All adults.\nPatients with the following are excluded:\n- HIV") == "UE");
  CHECK(sides("Exclusion Criteria:\n- HIV\nWomen of childbearing potential must have:\n- a negative test") == "E");
}

TEST_CASE("Criteria in the words of other languages are parted") {
  CHECK(sides("Einschlusskriterien:\n- Erwachsene\nAusschlusskriterien:\n- HIV") == "IE");
  CHECK(sides("Critères d'inclusion : adultes\nCritères d'exclusion : VIH") == "IE");
  CHECK(sides("Critères d'inclusion\n- adultes\nCritères de non-inclusion\n- VIH") == "IE");
  CHECK(sides("Criterios de inclusión:\n- adultos\nCriterios de exclusión:\n- VIH") == "IE");
  CHECK(sides("Inclusiecriteria:\n- volwassen\nExclusiecriteria:\n- HIV") == "IE");
  CHECK(sides("纳入标准：成人\n排除标准：HIV") == "IE");
}

TEST_CASE("A group's label goes with the heading below it, and its criteria with their own headings") {
  CHECK(exclusion_of("Inclusion Criteria:\n- Asthma\nExclusion Criteria:\n- HIV\n\nHealthy controls:\n\n"
                     "Inclusion Criteria:\n- No asthma") == "Exclusion Criteria:\n- HIV\n\n");
  CHECK(sides("Exclusion Criteria:\n\nPatients:\n- HIV\n\nHealthy controls:\n- Asthma") == "E");
  CHECK(sides("Inclusion Criteria:\n- Asthma\nExclusion Criteria:\n- HIV\nCriteria for healthy controls:\n- Adults") ==
        "IEU");
}

TEST_CASE("What only speaks of inclusion or exclusion criteria parts nothing") {
  CHECK(sides("Inclusion Criteria:\n- Does not meet exclusion criteria\n- Other protocol-defined inclusion/exclusion "
              "criteria may apply\n- Aged 18 to 65, inclusive\n- No patient with HIV will be excluded.") == "I");
  CHECK(sides("Exclusion Criteria:\n- Other inclusion criteria may apply.\n- as per Inclusion Criteria 3\n"
              "inclusion criteria as noted above") == "E");
  CHECK(sides("Exclusion Criteria:\n- HIV\n\nInclusion of Women and Minorities:\nAll may take part.") == "EU");
}

TEST_CASE("Criteria without headings, and below a heading of both, are neither inclusion nor exclusion") {
  CHECK(sides("DISEASE CHARACTERISTICS:\n\n- Glioma\n\nPATIENT CHARACTERISTICS:\n\n- No HIV") == "U");
  CHECK(sides("- INCLUSION/EXCLUSION CRITERIA:\n\nPersons of any age are eligible to enroll.") == "U");
  CHECK(sides("Inclusion/Exclusion Criteria Inclusion Criteria: adults") == "UI");
  CHECK(parts_of_criteria("").empty());
  CHECK(sides("\n \n") == "U");
}

TEST_CASE("The parts of criteria are all of the text, in its order, and neighbours differ") {
  constexpr std::array<std::string_view, 24> kPieces = {"Inclusion Criteria:",
                                                        "Exclusion Criteria",
                                                        "\n",
                                                        "\n\n",
                                                        "- ",
                                                        "1. ",
                                                        "adults",
                                                        "HIV",
                                                        ":",
                                                        ". ",
                                                        " ",
                                                        "excluded:",
                                                        "exclusion",
                                                        "inclusion",
                                                        "/",
                                                        "non-",
                                                        "criteria",
                                                        "Patients must have:",
                                                        "Healthy controls:",
                                                        "\xC3",
                                                        "\xE2\x80\xA2",
                                                        "排除标准",
                                                        "EXCLUSION for",
                                                        "may apply"};
  std::mt19937 random(4);
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (std::size_t i = random() % 14; i > 0; --i) text += kPieces[random() % kPieces.size()];
    CAPTURE(text);
    std::string whole;
    CriteriaSide before = CriteriaSide::kUntold;
    bool first = true;
    for (const CriteriaPart& part : parts_of_criteria(text)) {
      REQUIRE(!part.text.empty());
      REQUIRE((first || part.side != before));
      before = part.side;
      first = false;
      whole += part.text;
    }
    REQUIRE(whole == text);
  }
}

TEST_CASE("Sections below plain headings keep their sides, whatever their criteria and their order") {
  constexpr std::array<std::string_view, 4> kIn = {"Inclusion Criteria:", "INCLUSION CRITERIA",
                                                   "Key Inclusion Criteria:", "Inclusion:"};
  constexpr std::array<std::string_view, 4> kOut = {"Exclusion Criteria:", "EXCLUSION CRITERIA",
                                                    "Key Exclusion Criteria:", "Exclusion:"};
  constexpr std::array<std::string_view, 5> kLines = {"- adults of any sex", "1. HIV or hepatitis B, unless treated",
                                                      "* Women: a negative test", "Able to walk 20 metres",
                                                      "- does not meet the inclusion criteria"};
  std::mt19937 random(9);
  for (int round = 0; round < 1000; ++round) {
    std::string text;
    std::string wanted;
    bool is_in = random() % 2 == 0;
    for (std::size_t section = 1 + random() % 4; section > 0; --section, is_in = !is_in) {
      text += std::string((is_in ? kIn : kOut)[random() % 4]) + "\n\n";
      wanted += is_in ? 'I' : 'E';
      for (std::size_t line = 1 + random() % 3; line > 0; --line) text += std::string(kLines[random() % 5]) + "\n";
    }
    CAPTURE(text);
    REQUIRE(sides(text) == wanted);
  }
}
