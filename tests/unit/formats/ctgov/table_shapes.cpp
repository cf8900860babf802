// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tables that other programs and other registers make.
#include "unit/formats/samples.hpp"

using namespace trialsift::formats;
using trialsift::model::Trial;
using Texts = std::vector<std::string>;

namespace {

Outcome read(const std::string& text) {
  return read_text("ctgov-csv", text);
}

Trial only(const std::string& header, const std::string& row) {
  const Outcome outcome = read("NCT Number," + header + "\nNCT99000301," + row + "\n");
  REQUIRE(outcome.trials.size() == 1);
  CHECK(outcome.rejected.empty());
  return outcome.trials[0];
}

}  // namespace

TEST_CASE("the old API's CSV is read by the names of its fields") {
  const Trial trial = only(
      "BriefTitle,OverallStatus,Phase,DesignAllocation,DesignMasking,LocationFacility,LocationCity,LocationCountry,"
      "CollaboratorName,SecondaryId,NCTIdAlias,ConditionMeshTerm,PrimaryOutcomeMeasure,InterventionType,"
      "InterventionName,"
      "StdAge,LastUpdatePostDate",
      "Clocks,Completed,Phase 1|Phase 2,Randomized,Double,House A||House C,Lyon|Bern|,France|Switzerland|Spain,Tower|"
      "Bridge,SEC-1,NCT99000999,Time,Ticks a day,Drug|Device,Oil|Key,Child|Adult,\"January 15, 2021\"");
  CHECK(trial.brief_title == "Clocks");
  CHECK(trial.status == "completed");
  CHECK(trial.phases == Texts{"phase1", "phase2"});
  CHECK(trial.allocation == "randomized");
  CHECK(trial.masking == "double");
  REQUIRE(trial.locations.size() == 3);
  CHECK(trial.locations[0] == trialsift::model::Location{"House A", "Lyon", "France"});
  CHECK(trial.locations[1] == trialsift::model::Location{"", "Bern", "Switzerland"});
  CHECK(trial.locations[2] == trialsift::model::Location{"House C", "", "Spain"});
  CHECK(trial.collaborators == Texts{"Tower", "Bridge"});
  CHECK(trial.other_ids == Texts{"SEC-1", "NCT99000999"});
  CHECK(trial.condition_mesh == Texts{"Time"});
  REQUIRE(trial.interventions.size() == 2);
  CHECK(trial.interventions[1].type == "device");
  CHECK(trial.interventions[1].name == "Key");
  CHECK(trial.minimum_age == "No limit");
  CHECK(trial.maximum_age == "64 Years");
  CHECK(trial.updated.text() == "2021-01-15");
}

TEST_CASE("a table made of the API's JSON is read by the paths of its members") {
  const Outcome outcome = read(
      "protocolSection.identificationModule.nctId,protocolSection.identificationModule.briefTitle,"
      "protocolSection.statusModule.overallStatus,protocolSection.statusModule.startDateStruct.date,"
      "protocolSection.designModule.phases,protocolSection.conditionsModule.conditions,"
      "protocolSection.armsInterventionsModule.interventions,protocolSection.designModule.enrollmentInfo.count,"
      "protocolSection.eligibilityModule.minimumAge,protocolSection.contactsLocationsModule.locations,hasResults\n"
      "NCT99000301,Clocks,COMPLETED,2020-01,\"['PHASE1', 'PHASE2']\",\"['Haste', \"\"Crohn's "
      "Disease\"\"]\",\"[{'type': "
      "'DRUG', 'name': 'Oil', 'description': 'x\\ny', 'otherNames': ['Grease']}]\",25.0,18 Years,\"[{'facility': "
      "'House', "
      "'city': 'Lyon', 'country': 'France'}]\",False\n");
  REQUIRE(outcome.trials.size() == 1);
  const Trial& trial = outcome.trials[0];
  CHECK(trial.brief_title == "Clocks");
  CHECK(trial.status == "completed");
  CHECK(trial.start.text() == "2020-01");
  CHECK(trial.phases == Texts{"phase1", "phase2"});
  CHECK(trial.conditions == Texts{"Haste", "Crohn's Disease"});
  REQUIRE(trial.interventions.size() == 1);
  CHECK(trial.interventions[0] == trialsift::model::Intervention{"drug", "Oil", "x\ny", {"Grease"}});
  CHECK(trial.enrollment == 25);
  CHECK(trial.minimum_age == "18 Years");
  REQUIRE(trial.locations.size() == 1);
  CHECK(trial.locations[0].country == "France");
  CHECK(trial.has_results == "no");
  CHECK(outcome.notes.empty());
}

TEST_CASE("paths may be parted otherwise, begin at the module, and have places of lists") {
  const Outcome outcome = read(
      "identificationModule_nctId,identificationModule_briefTitle,conditionsModule_conditions_0,"
      "conditionsModule_conditions_1,conditionBrowseModule_meshes_0_term\nNCT99000301,Clocks,Haste,Rush,Time\n");
  REQUIRE(outcome.trials.size() == 1);
  CHECK(outcome.trials[0].brief_title == "Clocks");
  CHECK(outcome.trials[0].conditions == Texts{"Haste", "Rush"});
  CHECK(outcome.trials[0].condition_mesh == Texts{"Time"});
}

TEST_CASE("a cell that begins like a list and is none stands for itself") {
  const Outcome outcome = read(
      "protocolSection.identificationModule.nctId,protocolSection.identificationModule.briefTitle\n"
      "NCT99000301,[Withdrawn] a trial 'of' clocks\nNCT99000302,\"['never closed\"\n");
  REQUIRE(outcome.trials.size() == 2);
  CHECK(outcome.trials[0].brief_title == "[Withdrawn] a trial 'of' clocks");
  CHECK(outcome.trials[1].brief_title == "['never closed");
}

TEST_CASE("other registers' downloads are read by the names of their columns") {
  const Outcome outcome = read(
      "Trial number,Trial title,Overall trial status,Trial phase,Conditions,Gender,Age group,Sponsor,Start "
      "date,Countries\n"
      "2022-509900-30-00,A clock trial,\"Ongoing, recruiting\",Therapeutic exploratory (Phase II),Haste,\"Female, "
      "Male\","
      "\"18-64 years, 65+ years\",House SA,2023-02-01,\"France:12, Spain:3\"\n");
  REQUIRE(outcome.trials.size() == 1);
  const Trial& trial = outcome.trials[0];
  CHECK(trial.brief_title == "A clock trial");
  CHECK(trial.status == "recruiting");
  CHECK(trial.phases == Texts{"phase2"});
  CHECK(trial.sex == "all");
  CHECK(trial.minimum_age == "18 Years");
  CHECK(trial.maximum_age == "No limit");
  REQUIRE(trial.locations.size() == 2);
  CHECK(trial.locations[0].country == "France");
  CHECK(trial.locations[1].country == "Spain");
  const Trial isrctn = read(
                           "ISRCTN,Public title,Scientific title,Overall trial status,Condition\n"
                           "ISRCTN99000301,Clocks,On clocks,Ongoing,haste\n")
                           .trials.at(0);
  CHECK(isrctn.brief_title == "Clocks");
  CHECK(isrctn.official_title == "On clocks");
  CHECK(isrctn.status == "ongoing");
}

TEST_CASE("criteria in two columns keep their headings") {
  CHECK(only("Inclusion Criteria,Exclusion Criteria", "Haste,Rest").eligibility_criteria ==
        "Inclusion Criteria:\nHaste\n\nExclusion Criteria:\nRest");
}

TEST_CASE("semicolons part names where no cell of the column has a bar") {
  CHECK(only("Conditions", "Haste; Rush").conditions == Texts{"Haste", "Rush"});
  CHECK(only("Conditions,Brief Summary", "Haste,a; b").brief_summary == "a; b");
  const Outcome outcome = read("NCT Number,Conditions\nNCT99000301,Haste; acute|Rush\nNCT99000302,Haste; chronic\n");
  CHECK(outcome.trials.at(1).conditions == Texts{"Haste; chronic"});
}

TEST_CASE("a table of which no column is read as the title or the status says so, once") {
  const Outcome outcome = read("NCT Number,Name of it,Stage,Conditions\nNCT99000301,a,b,Haste\nNCT99000302,a,b,Rush\n");
  REQUIRE(outcome.notes.size() == 1);
  CHECK(outcome.notes[0] == "No column is read as the title or the status of the trials. Not read: Name of it, Stage.");
  const Outcome no_status = read("NCT Number,Title,State,A,B,C,D,E\nNCT99000301,a,b,1,2,3,4,5\n");
  REQUIRE(no_status.notes.size() == 1);
  CHECK(no_status.notes[0].starts_with(
      "No column is read as the status of the trials. Not read: State, A, B, C, D and 1"));
  CHECK(read("NCT Number,Title,Status,Other\nNCT99000301,a,Completed,b\n").notes.empty());
  // What is not there cannot have been lost.
  CHECK(read("NCT Number,Brief Summary\nNCT99000301,a\n").notes.empty());
}

TEST_CASE("the line that tells spreadsheets the separator is no row") {
  for (const std::string first : {"sep=;\n", "sep=;\r\n", "\"sep=;\"\n", "SEP=;\n"}) {
    CAPTURE(first);
    const Outcome outcome = read(first + "NCT Number;Title;Status\nNCT99000301;One, two;Recruiting\nNCT9900;x;y\n");
    CHECK(outcome.ids() == Texts{"NCT99000301"});
    CHECK(outcome.trials.at(0).brief_title == "One, two");
    REQUIRE(outcome.rejected.size() == 1);
    CHECK(outcome.rejected[0].where.line == 4);
  }
}

TEST_CASE("values that are not understood are left out and told") {
  const Outcome outcome = read(
      "NCT Number,Title,Status,Minimum Age,Phases,Sex,Enrollment\n"
      "NCT99000301,a,Completed,18 moons,2 doses,not male,60 per arm\n"
      "NCT99000302,a,Completed,19 moons,,,\n");
  REQUIRE(outcome.trials.size() == 2);
  const Trial& trial = outcome.trials[0];
  CHECK(trial.minimum_age.empty());
  CHECK(trial.phases.empty());
  CHECK(trial.sex.empty());
  CHECK_FALSE(trial.enrollment);
}
