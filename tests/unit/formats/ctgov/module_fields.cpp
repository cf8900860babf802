// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/ctgov/module_fields.hpp"

#include "unit/formats/samples.hpp"

using namespace trialsift;
using namespace trialsift::formats;
using Texts = std::vector<std::string>;

namespace {

std::string preamble(const std::string& module) {
  return module + "\n\n" + module + "\n\nThe " + module + " holds: much.\n\n" + module +
         " path is as follows:\n\nStudy -> Protocol Section -> " + module + "\n\n" + module + "\n\n\n";
}

std::string record(const std::string& id, const std::string& lines) {
  return "Ignite Creation Date: 2025-12-25 @ 5:18 AM\nIgnite Modification Date: 2025-12-26 @ 5:18 AM\nNCT ID: " + id +
         "\n" + lines + "Study: " + id + "\nStudy Brief:\nProtocol Section: " + id + "\n";
}

std::string page(const std::string& module, const std::string& lines) {
  return preamble(module) + record("NCT99000201", lines);
}

Outcome read(const std::string& text, std::size_t step = 1U << 20U) {
  return read_text("module-text", text, {}, step);
}

model::Trial trial_of(const std::string& module, const std::string& lines) {
  const auto outcome = read(page(module, lines));
  REQUIRE(outcome.ids() == Texts{"NCT99000201"});
  CHECK(outcome.rejected.empty());
  CHECK(outcome.trials[0].as_of.text() == "2025-12-26");
  return outcome.trials[0];
}

}  // namespace

TEST_CASE("a page of the identification module gives titles and ids") {
  const auto trial = trial_of(
      "Identification Module",
      "NCT ID Aliases: NCT99000299\nOrg Study ID Info: ORG-1\nSecondary ID Infos:\n- SEC-1\n- SEC-2\n"
      "Organization: Clinic\nBrief Title: Lamps and\nsneezing\nOfficial Title: A Study: of Lamps\nAcronym: LAMP\n");
  CHECK(trial.other_ids == Texts{"NCT99000299", "ORG-1", "SEC-1", "SEC-2"});
  CHECK(trial.brief_title == "Lamps and sneezing");
  CHECK(trial.official_title == "A Study: of Lamps");
  CHECK(trial.acronym == "LAMP");
}

TEST_CASE("a page of the status module gives the status and dates in either form") {
  const auto trial = trial_of(
      "Status Module",
      "Status Verified Date: 2020-01\nOverall Status: ACTIVE_NOT_RECRUITING\nWhy Stopped: A goat\n"
      "Start Date Struct:\n  Date: 2015-06\n  Type: ACTUAL\nPrimary Completion Date: July 4, 2016\n"
      "Completion Date Struct: 2017\nStudy First Submit Date: 2014-01-01\n"
      "Study First Post Date Struct:\nDate: 2014-01-03\nType: ESTIMATED\nLast Update Submit Date: 2018-05-06\n");
  CHECK(trial.status == "active_not_recruiting");
  CHECK(trial.why_stopped == "A goat");
  CHECK(trial.start.text() == "2015-06");
  CHECK(trial.start_type == "actual");
  CHECK(trial.primary_completion.text() == "2016-07-04");
  CHECK(trial.completion.text() == "2017");
  CHECK(trial.first_posted.text() == "2014-01-03");
  CHECK(trial.updated.text() == "2018-05-06");
}

TEST_CASE("lists stand in lines or between separators") {
  const auto trial =
      trial_of("Conditions Module", "Conditions: Hay Fever; Sneezing\nKeywords:\n* lamp\nsalt | light\n");
  CHECK(trial.conditions == Texts{"Hay Fever", "Sneezing"});
  CHECK(trial.keywords == Texts{"lamp", "salt", "light"});
}

TEST_CASE("structures are told apart by their labels") {
  const auto trial = trial_of(
      "Arms Interventions Module",
      "Arm Groups:\nLabel: Lamp\nType: EXPERIMENTAL\nDescription: On a\ntable\nIntervention Names: Device: Lamp\n"
      "Label: None\nType: NO_INTERVENTION\n"
      "Interventions:\n- Type: DEVICE\n  Name: Salt lamp\n  Description: Of salt\n  Arm Group Labels: Lamp\n"
      "  Other Names: Halite\n- Type: OTHER\n  Name: Nothing\n");
  CHECK(trial.arms ==
        std::vector<model::Arm>{{"Lamp", "On a\ntable", "experimental", {}}, {"None", "", "no_intervention", {}}});
  REQUIRE(trial.interventions.size() >= 2);
  CHECK(trial.interventions[0].type == "device");
  CHECK(trial.interventions[0].name == "Salt lamp");
  CHECK(trial.interventions[0].description == "Of salt");
  CHECK(trial.interventions[1].type == "other");
  CHECK(trial.interventions[1].name == "Nothing");
}

TEST_CASE("a list that is told in two parts is whole") {
  const auto trial = trial_of(
      "Outcomes Module",
      "Primary Outcomes:\nMeasure: a\nMeasure: b\nSecondary Outcomes:\nMeasure: c\nPrimary Outcomes:\nMeasure: d\n");
  CHECK(trial.outcomes ==
        std::vector<model::Outcome>{
            {"primary", "a", "", ""}, {"primary", "b", "", ""}, {"primary", "d", "", ""}, {"secondary", "c", "", ""}});
}

TEST_CASE("structures in one line each are read by their names") {
  const auto trial = trial_of("Arms Interventions Module", "Arm Groups: Lamp\nInterventions:\nDRUG: Salt\nA lamp\n");
  CHECK(trial.arms == std::vector<model::Arm>{{"Lamp", ""}});
  CHECK(trial.interventions == std::vector<model::Intervention>{{"drug", "Salt", "", {}}, {"", "A lamp", "", {}}});
}

TEST_CASE("pages of contacts, references, oversight and sharing fill their members") {
  const auto contacts = trial_of("Contacts Locations Module",
                                 "Central Contacts:\nName: A. Desk\nRole: CONTACT\nPhone: 555\nEmail: a@example.org\n"
                                 "Overall Officials:\nName: B. Head\nAffiliation: Clinic\nRole: STUDY_CHAIR\n"
                                 "Locations:\nFacility: Clinic\nStatus: RECRUITING\nCity: Bern\nState: BE\nZip: 3000\n"
                                 "Country: Switzerland\n");
  CHECK(contacts.contacts == std::vector<model::Contact>{{"contact", "A. Desk", "", "555", "a@example.org"},
                                                         {"study_chair", "B. Head", "Clinic", "", ""}});
  CHECK(contacts.locations ==
        std::vector<model::Location>{{"Clinic", "Bern", "Switzerland", "BE", "3000", "recruiting", ""}});
  const auto references = trial_of("References Module", "References:\nPmid: 123\nType: RESULT\nCitation: A paper.\n");
  CHECK(references.references == std::vector<model::Reference>{{"result", "123", "A paper."}});
  CHECK(references.pmids == Texts{"123"});
  const auto oversight = trial_of("Oversight Module", "Is FDA Regulated Drug: true\nIs FDA Regulated Device: false\n");
  CHECK(oversight.fda_drug == "yes");
  CHECK(oversight.fda_device == "no");
  const auto sharing =
      trial_of("IPD Sharing Statement Module", "IPD Sharing: YES\nDescription: All of it.\nTime Frame: Ever\n");
  CHECK(sharing.ipd_sharing == "yes");
  CHECK(sharing.ipd_plan == "All of it.\nTime frame: Ever");
}

TEST_CASE("pages of design, sponsors, outcomes and places fill their members") {
  const auto design =
      trial_of("Design Module",
               "Study Type: INTERVENTIONAL\nPhases: PHASE1, PHASE2\nDesign Info:\nAllocation: RANDOMIZED\n"
               "Intervention Model: PARALLEL\nPrimary Purpose: TREATMENT\nMasking Info:\nMasking: DOUBLE\n"
               "Who Masked: PARTICIPANT\nEnrollment Info:\nCount: 42\nType: ACTUAL\n");
  CHECK(design.study_type == "interventional");
  CHECK(design.phases == Texts{"phase1", "phase2"});
  CHECK(design.allocation == "randomized");
  CHECK(design.intervention_model == "parallel");
  CHECK(design.purpose == "treatment");
  CHECK(design.masking == "double");
  CHECK(design.enrollment == 42);
  CHECK(design.enrollment_type == "actual");
  CHECK(design.who_masked == Texts{"participant"});
  const auto sponsors =
      trial_of("Sponsor Collaborators Module",
               "Responsible Party: SPONSOR\nLead Sponsor:\nName: Clinic\nClass: INDUSTRY\nCollaborators:\n"
               "Name: Fund\nClass: OTHER\nName: Town\nClass: OTHER\n");
  CHECK(sponsors.lead_sponsor == "Clinic");
  CHECK(sponsors.sponsor_class == "industry");
  CHECK(sponsors.collaborators == Texts{"Fund", "Town"});
  const auto outcomes =
      trial_of("Outcomes Module",
               "Primary Outcomes:\nMeasure: Sneezes\nDescription: All\nTime Frame: 1 week\nMeasure: Weight\n"
               "Secondary Outcomes: Light\n");
  CHECK(outcomes.outcomes == std::vector<model::Outcome>{{"primary", "Sneezes", "All", "1 week"},
                                                         {"primary", "Weight", "", ""},
                                                         {"secondary", "Light", "", ""}});
  const auto places =
      trial_of("Contacts Locations Module",
               "Locations:\nFacility: Clinic\nStatus: RECRUITING\nCity: Bern\nZip: 3000\nCountry: Switzerland\n"
               "City: Oslo\nCountry: Norway\n");
  CHECK(places.locations ==
        std::vector<model::Location>{{"Clinic", "Bern", "Switzerland", "", "3000", "recruiting", ""},
                                     {"", "Oslo", "Norway"}});
}

TEST_CASE("criteria run over paragraphs up to the next label of their module") {
  const auto trial = trial_of(
      "Eligibility Module",
      "Eligibility Criteria: Inclusion Criteria:\n\n* Age \\> 18\n* Phase: 2\nStudy:\nof the nose\n\nExclusion "
      "Criteria:\n\n* Goats\nHealthy Volunteers: false\nSex: FEMALE\nMinimum Age: 18 Years\nStd Ages: ADULT\n");
  CHECK(trial.eligibility_criteria ==
        "Inclusion Criteria:\n\n* Age > 18\n* Phase: 2\nStudy:\nof the nose\n\nExclusion Criteria:\n\n* Goats");
  CHECK(trial.phases.empty());
  CHECK(trial.healthy_volunteers == "no");
  CHECK(trial.sex == "female");
  CHECK(trial.minimum_age == "18 Years");
}

TEST_CASE("pages of several modules and trials in one file are records of their own") {
  const std::string text = page("Identification Module", "Brief Title: A\n") +
                           record("NCT99000202", "Brief Title: B\n") +
                           page("Description Module", "Brief Summary: Text.\nBrief Title: prose\n") +
                           page("Conditions Module", "Conditions: Hay Fever\n");
  const auto outcome = read(text);
  CHECK(outcome.ids() == Texts{"NCT99000201", "NCT99000202", "NCT99000201", "NCT99000201"});
  CHECK(outcome.rejected.empty());
  CHECK(outcome.trials[1].brief_title == "B");
  CHECK(outcome.trials[2].brief_summary == "Text.\nBrief Title: prose");
  CHECK(outcome.trials[2].brief_title.empty());
  CHECK(outcome.trials[3].conditions == Texts{"Hay Fever"});
  for (const std::size_t step : {1, 2, 3, 7}) CHECK(read(text, step).trials == outcome.trials);
}

TEST_CASE("fields above the limit reject their record only") {
  ReadOptions options;
  options.record_bytes_max = 1000;
  std::string lines;
  for (int i = 0; i < 300; ++i) lines += "ten bytes\n";
  const auto outcome =
      read_text("module-text",
                page("Conditions Module", "Conditions:\n" + lines) + record("NCT99000202", "Conditions: x\n"), options);
  CHECK(outcome.reasons() == Texts{"too-large"});
  CHECK(outcome.ids() == Texts{"NCT99000202"});
}

TEST_CASE("pages of every module are known by their heading") {
  for (const char* module :
       {"Identification Module", "Status Module", "Eligibility Module", "Arms Interventions Module"}) {
    CHECK(format("module-text").sniff(preamble(module)));
    CHECK(module_of_heading(std::string(" ") + module + "\r") != nullptr);
    CHECK(module_of_path(std::string("Study -> Protocol Section -> ") + module) == module_of_heading(module));
  }
  CHECK(module_of_heading("Training Module") == nullptr);
  CHECK(module_of_path("Status Module") == nullptr);
}
