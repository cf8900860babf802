// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/readers.hpp"

#include "unit/formats/samples.hpp"
#include "unit/formats/xml_samples.hpp"

using namespace trialsift;
using namespace trialsift::formats;
using Texts = std::vector<std::string>;

namespace {

Outcome read(const std::string& text, ReadOptions options = {}) {
  return read_text("ctgov-xml", text, std::move(options));
}

}  // namespace

TEST_CASE("a study of the retired site fills every member of a trial that it has") {
  const auto outcome = read("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + kLegacyStudy);
  REQUIRE(outcome.trials.size() == 1);
  CHECK(outcome.rejected.empty());
  const model::Trial& trial = outcome.trials[0];
  CHECK(trial.id.text() == "NCT99000201");
  CHECK(trial.other_ids == Texts{"NCT99000299", "ORG-1", "SEC-1", "SEC-2"});
  CHECK(trial.brief_title == "Lamps & Sneezing");
  CHECK(trial.official_title == "A Study of Salt Lamps");
  CHECK(trial.acronym == "LAMP");
  CHECK(trial.brief_summary ==
        "Lamps made of salt are sold as a cure of hay fever. Nobody has counted what they do to those who sneeze.\n\n"
        "PURPOSE: to count.");
  CHECK(trial.detailed_description ==
        "OBJECTIVES:\n\n- Count the sneezes of patients who have a lamp and the sneezes of those who have none, for a "
        "week.\n  - By day\n- Weigh the lamps.");
  CHECK(trial.conditions == Texts{"Hay Fever", "Sneezing"});
  CHECK(trial.keywords == Texts{"lamp"});
  CHECK(trial.interventions ==
        std::vector<model::Intervention>{{"device", "Salt lamp", "Of rock salt", {"Halite lamp"}}});
  CHECK(trial.arms == std::vector<model::Arm>{{"Lamp", "A lamp on the table", "experimental", {"Salt lamp"}}});
  CHECK(trial.contacts == std::vector<model::Contact>{{"contact", "Ann Desk, MD", "", "555 ext. 12", "a@example.org"},
                                                      {"study_chair", "B. Head", "Clinic", "", ""}});
  CHECK(trial.last_known_status == "recruiting");
  CHECK(trial.enrollment_type == "actual");
  CHECK(trial.who_masked == Texts{"participant", "care_provider"});
  CHECK(trial.fda_drug == "no");
  CHECK(trial.fda_device == "yes");
  CHECK(trial.ipd_sharing == "undecided");
  CHECK(trial.ipd_plan == "Perhaps.");
  CHECK(trial.references ==
        std::vector<model::Reference>{{"background", "123", "A paper."}, {"result", "456", "Another."}});
  CHECK(trial.eligibility_criteria == "Inclusion Criteria:\n\n- Age >= 18");
  CHECK(trial.outcomes == std::vector<model::Outcome>{{"primary", "Sneezes", "All of them.\nCounted twice.", "1 week"},
                                                      {"secondary", "Weight", "", ""},
                                                      {"other", "Light", "", ""}});
  CHECK(trial.lead_sponsor == "Clinic of Anywhere");
  CHECK(trial.sponsor_class == "fed");
  CHECK(trial.collaborators == Texts{"Lamp Fund"});
  CHECK(trial.locations ==
        std::vector<model::Location>{{"Clinic", "Bern", "Switzerland", "", "3000", "recruiting", ""}});
  CHECK(trial.condition_mesh == Texts{"Rhinitis, Allergic, Seasonal"});
  CHECK(trial.intervention_mesh == Texts{"Sodium Chloride"});
  CHECK(trial.status == "terminated");
  CHECK(trial.why_stopped == "The lamps were eaten by a goat");
  CHECK(trial.study_type == "interventional");
  CHECK(trial.phases == Texts{"phase1", "phase2"});
  CHECK(trial.allocation == "non_randomized");
  CHECK(trial.intervention_model == "crossover");
  CHECK(trial.purpose == "supportive_care");
  CHECK(trial.masking == "double");
  CHECK(trial.sex == "female");
  CHECK(trial.minimum_age == "18 Years");
  CHECK(trial.maximum_age == "No limit");
  CHECK(trial.healthy_volunteers == "yes");
  CHECK(trial.has_results == "yes");
  CHECK(trial.enrollment == 42);
  CHECK(trial.pmids == Texts{"123", "456"});
  CHECK(trial.start.text() == "2002-07");
  CHECK(trial.primary_completion.text() == "2004-07-04");
  CHECK(trial.completion.text() == "2004-08-01");
  CHECK(trial.first_posted.text() == "2003-03-07");
  CHECK(trial.updated.text() == "2013-06-26");
  CHECK(trial.results_posted.text() == "2006-05-01");
  CHECK(trial.as_of.text() == "2023-05-09");
}

TEST_CASE("elements of the site's earlier years are read as well") {
  const auto outcome = read(legacy_study(
      "NCT99000202",
      "<required_header><download_date>Information obtained from ClinicalTrials.gov on June 27, "
      "2012</download_date></required_header><firstreceived_date>November 3, 1999</firstreceived_date>"
      "<lastchanged_date>June 23, 2005</lastchanged_date><study_design>Allocation: Randomized, Endpoint "
      "Classification: "
      "Safety/Efficacy Study, Intervention Model: Parallel Assignment, Masking: Single Blind (Subject, Caregiver), "
      "Primary Purpose: Diagnostic</study_design><location_countries><country>Malta</country></location_countries>"));
  REQUIRE(outcome.trials.size() == 1);
  const model::Trial& trial = outcome.trials[0];
  CHECK(trial.as_of.text() == "2012-06-27");
  CHECK(trial.first_posted.text() == "1999-11-03");
  CHECK(trial.updated.text() == "2005-06-23");
  CHECK(trial.allocation == "randomized");
  CHECK(trial.intervention_model == "parallel");
  CHECK(trial.masking == "single");
  CHECK(trial.purpose == "diagnostic");
  CHECK(trial.has_results == "no");
  CHECK(trial.locations == std::vector<model::Location>{{"", "", "Malta"}});
}

TEST_CASE("several studies stand one after the other or under any element") {
  const std::string a = legacy_study("NCT99000201");
  const std::string b = legacy_study("NCT99000202");
  const Texts both = {"NCT99000201", "NCT99000202"};
  for (const std::string& text :
       {a + b, "<?xml version=\"1.0\"?>\n" + a + "\n<?xml version=\"1.0\"?>\n" + b,
        "<!DOCTYPE studies>\n<studies>" + a + "<other/>\n" + b + "</studies>", "<!-- " + a + " -->" + a + "\n" + b}) {
    INFO(text);
    const auto outcome = read(text);
    CHECK(outcome.ids() == both);
    CHECK(outcome.rejected.empty());
  }
}

TEST_CASE("a broken study costs no other and is told with its place and its id") {
  const auto outcome = read(legacy_study("NCT99000201") + "\n\n" + legacy_study("NCT99000202", "<a></b>") + "\n" +
                            legacy_study("NCT99000203"));
  CHECK(outcome.ids() == Texts{"NCT99000201", "NCT99000203"});
  REQUIRE(outcome.rejected.size() == 1);
  CHECK(outcome.rejected[0].reason == "bad-xml");
  CHECK(outcome.rejected[0].detail == "The record is no XML: mismatched tag in line 3.");
  CHECK(outcome.rejected[0].where.file == "file");
  CHECK(outcome.rejected[0].where.line == 3);
  CHECK(outcome.rejected[0].where.offset == legacy_study("NCT99000201").size() + 2);
  CHECK(outcome.rejected[0].where.id == "NCT99000202");
}

TEST_CASE("a study without an end tag ends where the next begins") {
  const auto outcome =
      read("<clinical_study><id_info><nct_id>NCT99000201</nct_id><!-- lost\n" + legacy_study("NCT99000202"));
  CHECK(outcome.ids() == Texts{"NCT99000202"});
  REQUIRE(outcome.reasons() == Texts{"bad-xml"});
  CHECK(outcome.rejected[0].where.id == "NCT99000201");
}

TEST_CASE("an input that ends too early is told") {
  const std::string study = legacy_study("NCT99000201");
  const auto inside = read(study.substr(0, study.size() - 3));
  CHECK(inside.trials.empty());
  REQUIRE(inside.reasons() == Texts{"truncated"});
  CHECK(inside.rejected[0].where.id == "NCT99000201");
  const auto around = read("<studies>" + study);
  CHECK(around.ids() == Texts{"NCT99000201"});
  CHECK(around.reasons() == Texts{"truncated"});
  CHECK(read(study + "<!-- no end").reasons() == Texts{"truncated"});
}

TEST_CASE("a study without an id is rejected") {
  const auto outcome = read("<clinical_study><brief_title>x</brief_title></clinical_study>" + legacy_study("NCT1"));
  REQUIRE(outcome.reasons() == Texts{"no-id", "no-id"});
  CHECK(outcome.rejected[0].detail == "The study has no nct_id.");
  CHECK(outcome.rejected[1].detail == "\"NCT1\" is no trial id.");
}

TEST_CASE("a study above the limit is skipped, and told") {
  const std::string large = legacy_study("NCT99000202", "<x>" + std::string(200'000, 'x') + "</x>");
  ReadOptions options;
  options.record_bytes_max = 1000;
  const auto outcome = read(legacy_study("NCT99000201") + large + legacy_study("NCT99000203"), options);
  CHECK(outcome.ids() == Texts{"NCT99000201", "NCT99000203"});
  CHECK(outcome.reasons() == Texts{"too-large"});
}

TEST_CASE("declared entities are neither expanded nor loaded, and what uses them is rejected") {
  std::string bomb = "<!DOCTYPE clinical_study [\n<!ENTITY a \"lol\">\n";
  for (char c = 'b'; c <= 'j'; ++c) {
    const std::string one = std::string("&") + static_cast<char>(c - 1) + ";";
    std::string ten;
    for (int i = 0; i < 10; ++i) ten += one;
    bomb += std::string("<!ENTITY ") + c + " \"" + ten + "\">\n";
  }
  bomb += "<!ENTITY file SYSTEM \"file:///etc/hostname\">]>\n";
  const auto outcome = read(bomb + legacy_study("NCT99000201", "<acronym>&j;</acronym>") +
                            legacy_study("NCT99000202", "<acronym>&file;</acronym>") + legacy_study("NCT99000203"));
  CHECK(outcome.ids() == Texts{"NCT99000203"});
  CHECK(outcome.reasons() == Texts{"bad-xml", "bad-xml", "bad-xml"});
  CHECK(outcome.rejected[0].detail == "The document declares entities: records that use them are rejected.");
}

TEST_CASE("elements in elements without end, and elements without number, are rejected") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<x>";
  const auto outcome = read(legacy_study("NCT99000201", deep) + legacy_study("NCT99000202"));
  CHECK(outcome.ids() == Texts{"NCT99000202"});
  REQUIRE(outcome.reasons() == Texts{"bad-xml"});
  CHECK(outcome.rejected[0].detail == "The record is no XML: elements are nested too deeply in line 1.");
  std::string broad;
  for (int i = 0; i < 600'000; ++i) broad += "<x/>";
  CHECK(read(legacy_study("NCT99000201", broad)).reasons() == Texts{"too-large"});
  const std::string results = "<clinical_results>" + broad + "</clinical_results>";
  const auto left_out = read(legacy_study("NCT99000201", results));
  REQUIRE(left_out.ids() == Texts{"NCT99000201"});
  CHECK(left_out.trials[0].has_results == "yes");
}

TEST_CASE("slips that leave no doubt are mended") {
  const auto acronym = [](const std::string& text) {
    const auto outcome = read(legacy_study("NCT99000201", "<acronym>" + text + "</acronym>"));
    return outcome.trials.empty() ? "rejected" : outcome.trials[0].acronym;
  };
  CHECK(acronym("A & B") == "A & B");
  CHECK(acronym("A&nbsp;&beta; &unknown;") == "A\xC2\xA0\xCE\xB2 &unknown;");
  CHECK(acronym("p < 0.05, p <0.1") == "p < 0.05, p <0.1");
  CHECK(acronym(std::string("A\x01") + "B") == "A B");
  CHECK(acronym("A&#x1;B") == "A B");
  CHECK(acronym("A\xFF") == "A\xEF\xBF\xBD");
  CHECK(acronym("<b>") == "rejected");
}

TEST_CASE("the bytes are UTF-8 whatever the document says") {
  const auto outcome = read("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" +
                            legacy_study("NCT99000201", "<acronym>\xC3\xA9</acronym>"));
  REQUIRE(outcome.trials.size() == 1);
  CHECK(outcome.trials[0].acronym == "\xC3\xA9");
}

TEST_CASE("sections of character data are text") {
  const auto outcome = read(legacy_study("NCT99000201", "<acronym><![CDATA[A < B & C]]></acronym>"));
  REQUIRE(outcome.trials.size() == 1);
  CHECK(outcome.trials[0].acronym == "A < B & C");
}

TEST_CASE("the newest download says when the source was current") {
  const auto dated = [](const char* id, const char* date) {
    return legacy_study(
        id, std::string("<required_header><download_date>processed on ") + date + "</download_date></required_header>");
  };
  MemorySource source(dated("NCT99000201", "May 9, 2023") + dated("NCT99000202", "April 1, 2020"));
  const auto reader = open_ctgov_xml(source, "file", {});
  while (reader->next()) {
  }
  CHECK(reader->current() == "2023-05-09");
}

TEST_CASE("the retired site's XML is told by its element") {
  CHECK(sniff_ctgov_xml("<?xml version=\"1.0\"?>\n<clinical_study rank=\"1\">"));
  CHECK(sniff_ctgov_xml("\n <studies><clinical_study>"));
  CHECK_FALSE(sniff_ctgov_xml("<!DOCTYPE html><html><a href=\"/clinical_study\">"));
  CHECK_FALSE(sniff_ctgov_xml("<clinical_study_x>"));
  CHECK_FALSE(sniff_ctgov_xml("<clinical_study"));
  CHECK_FALSE(sniff_ctgov_xml("prose about <clinical_study>"));
}

TEST_CASE("HTML's elements in the retired site's texts keep their words") {
  const auto outcome =
      read_text("ctgov-xml",
                "<clinical_study><id_info><nct_id>NCT99000101</nct_id></id_info><brief_title>A <b>bold</b> "
                "title</brief_title><brief_summary><textblock>Of <i>clocks</i> and<br/>keys</textblock>"
                "</brief_summary></clinical_study>");
  REQUIRE(outcome.trials.size() == 1);
  CHECK(outcome.trials[0].brief_title == "A bold title");
  CHECK(outcome.trials[0].brief_summary == "Of clocks and keys");
}
