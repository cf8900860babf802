// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/readers.hpp"

#include "unit/formats/samples.hpp"
#include "unit/formats/xml_samples.hpp"

using namespace trialsift;
using namespace trialsift::formats;
using Texts = std::vector<std::string>;

TEST_CASE("trials of the WHO's portal are read by the names of their elements") {
  const auto outcome = read_text("ictrp-xml", kIctrpTrials);
  REQUIRE(outcome.ids() == Texts{"ChiCTR9900000201", "JPRN-jRCTs990000201"});
  CHECK(outcome.rejected.empty());
  const model::Trial& trial = outcome.trials[0];
  CHECK(trial.brief_title == "Lamps in hay fever");
  CHECK(trial.first_posted.text() == "2020-02-17");
  CHECK(trial.as_of.text() == "2020-02-17");
  CHECK(trial.status == "not_recruiting");
  CHECK(trial.eligibility_criteria == "Inclusion criteria: 1. Sneezing;\n2. Age < 80");
  CHECK(trial.other_ids == Texts{"LAMP-1"});
  CHECK(outcome.trials[1].other_ids == Texts{"X-1", "X-2"});
}

TEST_CASE("the day of the export says when the portal was current") {
  MemorySource source(kIctrpTrials);
  const auto reader = open_ictrp_xml(source, "file", {});
  while (reader->next()) {
  }
  CHECK(reader->current() == "2020-03-18");
}

TEST_CASE("a trial of the portal without a usable id is rejected") {
  const auto outcome = read_text("ictrp-xml",
                                 "<Trials_downloaded_from_ICTRP><Trial><Acronym>x</Acronym></Trial>"
                                 "<Trial><TrialID>Lamp 1</TrialID></Trial></Trials_downloaded_from_ICTRP>");
  REQUIRE(outcome.reasons() == Texts{"no-id", "no-id"});
  CHECK(outcome.rejected[0].detail == "The trial has no TrialID.");
  CHECK(outcome.rejected[1].detail == "\"Lamp 1\" is no trial id.");
}

TEST_CASE("an export without its last tag is read, and told") {
  const auto outcome = read_text("ictrp-xml", kIctrpTrials.substr(0, kIctrpTrials.rfind("</Trials")));
  CHECK(outcome.trials.size() == 2);
  CHECK(outcome.reasons() == Texts{"truncated"});
}

TEST_CASE("parts beside a trial belong to the trial before them") {
  const auto outcome = read_text(
      "ictrp-xml",
      "<ICTRP><Trial><TrialID>ACTRN12699000000201</TrialID><Public_title>One</Public_title></Trial>"
      "<Criteria><Inclusion_criteria>inc</Inclusion_criteria><Inclusion_agemin>18 Years</Inclusion_agemin></Criteria>\n"
      "<Health_condition><Condition_FreeText>Haste</Condition_FreeText></Health_condition>"
      "<Trial><TrialID>ACTRN12699000000202</TrialID><Public_title>Two</Public_title></Trial></ICTRP>");
  REQUIRE(outcome.ids() == Texts{"ACTRN12699000000201", "ACTRN12699000000202"});
  CHECK(outcome.rejected.empty());
  CHECK(outcome.trials[0].conditions == Texts{"Haste"});
  CHECK(outcome.trials[0].eligibility_criteria == "inc");
  CHECK(outcome.trials[0].minimum_age == "18 Years");
  CHECK(outcome.trials[1].conditions.empty());
}

TEST_CASE("HTML's elements in a text keep their words") {
  const auto outcome = read_text("ictrp-xml",
                                 "<Trials><Trial><TrialID>ACTRN12699000000201</TrialID><Public_title>H<sub>2</sub>O in "
                                 "<i>haste</i></Public_title><Inclusion_criteria><b>One</b>: first<br/>Two<p>Three</p>"
                                 "</Inclusion_criteria></Trial></Trials>");
  REQUIRE(outcome.trials.size() == 1);
  CHECK(outcome.trials[0].brief_title == "H2O in haste");
  CHECK(outcome.trials[0].eligibility_criteria == "One: first\nTwo\nThree");
}

TEST_CASE("the portal's XML is told by its elements") {
  CHECK(sniff_ictrp_xml(kIctrpTrials));
  CHECK(sniff_ictrp_xml("<Trials><Trial>\n<TrialID>x"));
  CHECK_FALSE(sniff_ictrp_xml("<Trials><Trial>"));
  CHECK_FALSE(sniff_ictrp_xml("TrialID,<Trials_downloaded_from_ICTRP>"));
}
