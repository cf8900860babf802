// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/readers.hpp"

#include "unit/formats/samples.hpp"

using namespace trialsift;
using namespace trialsift::formats;
using Texts = std::vector<std::string>;

namespace {

Outcome read(const std::string& text) {
  return read_text("api-v1", text);
}

const std::string kStudy = R"json({
 "ProtocolSection": {
  "IdentificationModule": {"NCTId": "NCT99000201", "NCTIdAliasList": {"NCTIdAlias": ["NCT99000299"]},
   "OrgStudyIdInfo": {"OrgStudyId": "ORG-1"},
   "SecondaryIdInfoList": {"SecondaryIdInfo": [{"SecondaryId": "SEC-1", "SecondaryIdType": "Other"}]},
   "BriefTitle": "A title", "OfficialTitle": "A long title", "Acronym": "ACRO"},
  "StatusModule": {"OverallStatus": "Active, not recruiting", "WhyStopped": "A goat",
   "StartDateStruct": {"StartDate": "March 2007", "StartDateType": "Actual"},
   "PrimaryCompletionDateStruct": {"PrimaryCompletionDate": "March 4, 2012"}, "CompletionDateStruct": {"CompletionDate": "2013"},
   "StudyFirstSubmitDate": "December 31, 2013", "StudyFirstPostDateStruct": {"StudyFirstPostDate": "January 7, 2014"},
   "ResultsFirstPostDateStruct": {"ResultsFirstPostDate": "June 6, 2014"}, "LastUpdateSubmitDate": "June 4, 2014"},
  "SponsorCollaboratorsModule": {"LeadSponsor": {"LeadSponsorName": "Clinic", "LeadSponsorClass": "OTHER_GOV"},
   "CollaboratorList": {"Collaborator": [{"CollaboratorName": "Fund", "CollaboratorClass": "OTHER"}]}},
  "DescriptionModule": {"BriefSummary": "Short.", "DetailedDescription": "Long.\n\nLonger."},
  "ConditionsModule": {"ConditionList": {"Condition": ["Hay Fever"]}, "KeywordList": {"Keyword": ["lamp", "salt"]}},
  "DesignModule": {"StudyType": "Interventional", "PhaseList": {"Phase": ["Phase 1", "Phase 2"]},
   "DesignInfo": {"DesignAllocation": "Randomized", "DesignInterventionModel": "Factorial Assignment",
    "DesignPrimaryPurpose": "Treatment", "DesignMaskingInfo": {"DesignMasking": "None (Open Label)"}},
   "EnrollmentInfo": {"EnrollmentCount": "1206", "EnrollmentType": "Actual"}},
  "ArmsInterventionsModule": {
   "ArmGroupList": {"ArmGroup": [{"ArmGroupLabel": "Lamp", "ArmGroupType": "Experimental", "ArmGroupDescription": "On a table",
    "ArmGroupInterventionList": {"ArmGroupInterventionName": ["Device: Salt lamp"]}}]},
   "InterventionList": {"Intervention": [{"InterventionType": "Device", "InterventionName": "Salt lamp",
    "InterventionDescription": "Of salt", "InterventionOtherNameList": {"InterventionOtherName": ["Halite"]}}]}},
  "OutcomesModule": {
   "PrimaryOutcomeList": {"PrimaryOutcome": [{"PrimaryOutcomeMeasure": "Sneezes", "PrimaryOutcomeDescription": "All",
    "PrimaryOutcomeTimeFrame": "1 week"}]},
   "SecondaryOutcomeList": {"SecondaryOutcome": [{"SecondaryOutcomeMeasure": "Weight"}]},
   "OtherOutcomeList": {"OtherOutcome": [{"OtherOutcomeMeasure": "Light"}]}},
  "EligibilityModule": {"EligibilityCriteria": "Inclusion:\n\n* Age > 18", "HealthyVolunteers": "Accepts Healthy Volunteers",
   "Gender": "Female", "MinimumAge": "18 Years", "MaximumAge": "65 Years", "StdAgeList": {"StdAge": ["Adult"]}},
  "ContactsLocationsModule": {"LocationList": {"Location": [{"LocationFacility": "Clinic", "LocationCity": "Bern",
   "LocationCountry": "Switzerland"}]}},
  "ReferencesModule": {"ReferenceList": {"Reference": [{"ReferencePMID": "123", "ReferenceType": "result"}]}}
 },
 "ResultsSection": {"ParticipantFlowModule": {}},
 "DerivedSection": {"MiscInfoModule": {"VersionHolder": "October 18, 2023"},
  "ConditionBrowseModule": {"ConditionMeshList": {"ConditionMesh": [{"ConditionMeshId": "D1", "ConditionMeshTerm": "Rhinitis"}]},
   "ConditionAncestorList": {"ConditionAncestor": [{"ConditionAncestorTerm": "Nose Diseases"}]}},
  "InterventionBrowseModule": {"InterventionMeshList": {"InterventionMesh": [{"InterventionMeshTerm": "Sodium Chloride"}]},
   "InterventionAncestorList": {"InterventionAncestor": [{"InterventionAncestorTerm": "Chlorides"}]}}}
})json";

std::string page(const std::string& studies) {
  return R"({"FullStudiesResponse":{"APIVrs":"1.01.05","NStudiesFound":2,"FullStudies":[)" + studies + "]}}";
}

}  // namespace

TEST_CASE("a study of version 1 has the details that one of version 2 has") {
  const auto outcome = read(page(R"json({"Rank":1,"Study":{"ProtocolSection":{
   "IdentificationModule": {"NCTId": "NCT99000201"},
   "StatusModule": {"LastKnownStatus": "Recruiting"},
   "OversightModule": {"IsFDARegulatedDrug": "Yes", "IsFDARegulatedDevice": "No"},
   "DesignModule": {"DesignInfo": {"DesignObservationalModelList": {"DesignObservationalModel": ["Cohort"]},
    "DesignTimePerspectiveList": {"DesignTimePerspective": ["Cross-Sectional"]},
    "DesignInterventionModelDescription": "Two by two.",
    "DesignMaskingInfo": {"DesignMasking": "Single", "DesignMaskingDescription": "Sealed.",
     "DesignWhoMaskedList": {"DesignWhoMasked": ["Outcomes Assessor"]}}}},
   "EligibilityModule": {"StudyPopulation": "Outpatients.", "GenderDescription": "By self-report."},
   "ContactsLocationsModule": {
    "CentralContactList": {"CentralContact": [{"CentralContactName": "A. Desk", "CentralContactRole": "Contact",
     "CentralContactPhone": "555", "CentralContactEMail": "a@example.org"}]},
    "OverallOfficialList": {"OverallOfficial": [{"OverallOfficialName": "B. Head",
     "OverallOfficialAffiliation": "Clinic", "OverallOfficialRole": "Study Chair"}]},
    "LocationList": {"Location": [{"LocationFacility": "Clinic", "LocationStatus": "Recruiting", "LocationCity": "Bern",
     "LocationState": "BE", "LocationZip": "3000", "LocationCountry": "Switzerland"}]}},
   "IPDSharingStatementModule": {"IPDSharing": "No", "IPDSharingDescription": "None of it."}},
   "ResultsSection": {"OutcomeMeasuresModule": {"OutcomeMeasureList": {"OutcomeMeasure": [
     {"OutcomeMeasureType": "Primary", "OutcomeMeasureTitle": "Sneezes", "OutcomeMeasureTimeFrame": "1 week"}]}},
    "AdverseEventsModule": {"SeriousEventList": {"SeriousEvent": [{"SeriousEventTerm": "Death"}]},
     "OtherEventList": {"OtherEvent": [{"OtherEventTerm": "Rash"}]}}}}})json"));
  REQUIRE(outcome.trials.size() == 1);
  const model::Trial& trial = outcome.trials[0];
  CHECK(trial.last_known_status == "recruiting");
  CHECK(trial.fda_drug == "yes");
  CHECK(trial.fda_device == "no");
  CHECK(trial.observational_model == "cohort");
  CHECK(trial.time_perspective == "cross_sectional");
  CHECK(trial.model_description == "Two by two.");
  CHECK(trial.masking_description == "Sealed.");
  CHECK(trial.who_masked == Texts{"outcomes_assessor"});
  CHECK(trial.study_population == "Outpatients.");
  CHECK(trial.gender_description == "By self-report.");
  CHECK(trial.contacts == std::vector<model::Contact>{{"contact", "A. Desk", "", "555", "a@example.org"},
                                                      {"study_chair", "B. Head", "Clinic", "", ""}});
  CHECK(trial.locations ==
        std::vector<model::Location>{{"Clinic", "Bern", "Switzerland", "BE", "3000", "recruiting", ""}});
  CHECK(trial.ipd_sharing == "no");
  CHECK(trial.ipd_plan == "None of it.");
  CHECK(trial.result_outcomes == std::vector<model::Outcome>{{"primary", "Sneezes", "", "1 week"}});
  CHECK(trial.adverse_events == Texts{"Death", "Rash"});
}

TEST_CASE("a full study of version 1 fills every member that one of version 2 does") {
  const auto outcome = read(page("{\"Rank\":1,\"Study\":" + kStudy + "}"));
  REQUIRE(outcome.ids() == Texts{"NCT99000201"});
  CHECK(outcome.rejected.empty());
  const model::Trial& trial = outcome.trials[0];
  CHECK(trial.other_ids == Texts{"NCT99000299", "ORG-1", "SEC-1"});
  CHECK(trial.brief_title == "A title");
  CHECK(trial.official_title == "A long title");
  CHECK(trial.acronym == "ACRO");
  CHECK(trial.brief_summary == "Short.");
  CHECK(trial.detailed_description == "Long.\n\nLonger.");
  CHECK(trial.conditions == Texts{"Hay Fever"});
  CHECK(trial.keywords == Texts{"lamp", "salt"});
  CHECK(trial.interventions == std::vector<model::Intervention>{{"device", "Salt lamp", "Of salt", {"Halite"}}});
  CHECK(trial.arms == std::vector<model::Arm>{{"Lamp", "On a table", "experimental", {"Salt lamp"}}});
  CHECK(trial.start_type == "actual");
  CHECK(trial.enrollment_type == "actual");
  CHECK(trial.references == std::vector<model::Reference>{{"result", "123", ""}});
  CHECK(trial.eligibility_criteria == "Inclusion:\n\n* Age > 18");
  CHECK(trial.outcomes == std::vector<model::Outcome>{{"primary", "Sneezes", "All", "1 week"},
                                                      {"secondary", "Weight", "", ""},
                                                      {"other", "Light", "", ""}});
  CHECK(trial.lead_sponsor == "Clinic");
  CHECK(trial.sponsor_class == "other_gov");
  CHECK(trial.collaborators == Texts{"Fund"});
  CHECK(trial.locations == std::vector<model::Location>{{"Clinic", "Bern", "Switzerland"}});
  CHECK(trial.condition_mesh == Texts{"Rhinitis"});
  CHECK(trial.intervention_mesh == Texts{"Sodium Chloride"});
  CHECK(trial.mesh_ancestors == Texts{"Nose Diseases", "Chlorides"});
  CHECK(trial.status == "active_not_recruiting");
  CHECK(trial.why_stopped == "A goat");
  CHECK(trial.study_type == "interventional");
  CHECK(trial.phases == Texts{"phase1", "phase2"});
  CHECK(trial.allocation == "randomized");
  CHECK(trial.masking == "none");
  CHECK(trial.purpose == "treatment");
  CHECK(trial.intervention_model == "factorial");
  CHECK(trial.sex == "female");
  CHECK(trial.minimum_age == "18 Years");
  CHECK(trial.maximum_age == "65 Years");
  CHECK(trial.healthy_volunteers == "yes");
  CHECK(trial.has_results == "yes");
  CHECK(trial.enrollment == 1206);
  CHECK(trial.pmids == Texts{"123"});
  CHECK(trial.start.text() == "2007-03");
  CHECK(trial.primary_completion.text() == "2012-03-04");
  CHECK(trial.completion.text() == "2013");
  CHECK(trial.first_posted.text() == "2014-01-07");
  CHECK(trial.updated.text() == "2014-06-04");
  CHECK(trial.results_posted.text() == "2014-06-06");
  CHECK(trial.as_of.text() == "2023-10-18");
}

TEST_CASE("studies of version 1 come in pages, lists, lines and alone") {
  const auto one = [](const char* id) {
    return std::string(R"({"ProtocolSection":{"IdentificationModule":{"NCTId":")") + id + R"("}}})";
  };
  const std::string a = one("NCT99000201");
  const std::string b = one("NCT99000202");
  const auto ranked = [](const std::string& study) { return R"({"Rank":1,"Study":)" + study + "}"; };
  for (const std::string& text : {page(ranked(a) + "," + ranked(b)), page(ranked(a)) + "\n" + page(ranked(b)),
                                  "[" + a + "," + b + "]", a + "\n" + b + "\n", "[" + ranked(a) + "," + ranked(b) + "]",
                                  R"({"Study":)" + a + "}\n" + R"({"Study":)" + b + "}"}) {
    INFO(text);
    const auto outcome = read(text);
    CHECK(outcome.ids() == Texts{"NCT99000201", "NCT99000202"});
    CHECK(outcome.rejected.empty());
    for (const auto& trial : outcome.trials) CHECK(trial.has_results == "no");
  }
}

TEST_CASE("an answer with chosen fields is read by their names") {
  const auto outcome = read(R"({"StudyFieldsResponse":{"APIVrs":"1","FieldList":["NCTId","BriefTitle"],"StudyFields":[
    {"Rank":1,"NCTId":["NCT99000201"],"BriefTitle":["A title"],"Condition":["Hay Fever","Sneezing"],"Phase":["Phase 1","Phase 2"],
     "InterventionType":["Drug","Device"],"InterventionName":["Salt","Lamp"],"InterventionOtherName":["Halite"],
     "OverallStatus":["Completed"],"StartDate":["July 4, 2000"],"StudyFirstSubmitDate":["July 1, 2000"],
     "StudyFirstPostDate":["July 2, 2000"],"EnrollmentCount":["12"],"PrimaryOutcomeMeasure":["x","y"],
     "PrimaryOutcomeTimeFrame":["1 day","2 days"],"LocationCity":["Bern"],"LocationCountry":["Switzerland"],
     "HealthyVolunteers":["No"],"OrgStudyId":["ORG"],"DesignMasking":["Double"],"LocationStatus":[]},
    {"Rank":2,"NCTId":[],"BriefTitle":["None"]}]}})");
  REQUIRE(outcome.ids() == Texts{"NCT99000201"});
  CHECK(outcome.reasons() == Texts{"no-id"});
  const model::Trial& trial = outcome.trials[0];
  CHECK(trial.brief_title == "A title");
  CHECK(trial.conditions == Texts{"Hay Fever", "Sneezing"});
  CHECK(trial.phases == Texts{"phase1", "phase2"});
  CHECK(trial.interventions == std::vector<model::Intervention>{
                                   {"drug", "Salt", "", {}}, {"device", "Lamp", "", {}}, {"", "", "", {"Halite"}}});
  CHECK(trial.status == "completed");
  CHECK(trial.start.text() == "2000-07-04");
  CHECK(trial.first_posted.text() == "2000-07-02");
  CHECK(trial.enrollment == 12);
  CHECK(trial.outcomes == std::vector<model::Outcome>{{"primary", "x", "", "1 day"}, {"primary", "y", "", "2 days"}});
  CHECK(trial.locations == std::vector<model::Location>{{"", "Bern", "Switzerland"}});
  CHECK(trial.healthy_volunteers == "no");
  CHECK(trial.other_ids == Texts{"ORG"});
  CHECK(trial.masking == "double");
}

TEST_CASE("what is no study of version 1 is rejected and costs no other") {
  const auto outcome =
      read(R"([{"x":1},{"Study":{"ProtocolSection":{}}},{"ProtocolSection":{"IdentificationModule":{"NCTId":"N1"}}},)"
           R"({"NCTId":"NCT99000201"},{"NCTId":)");
  CHECK(outcome.ids() == Texts{"NCT99000201"});
  REQUIRE(outcome.reasons() == Texts{"not-a-study", "no-id", "no-id", "truncated"});
  CHECK(outcome.rejected[1].detail == "The study has no NCTId.");
  CHECK(outcome.rejected[2].detail == "\"N1\" is no trial id.");
}

TEST_CASE("a study of version 1 that is nested without end is read as far as it goes") {
  std::string deep;
  for (int i = 0; i < 200; ++i) deep += R"({"x":)";
  deep += "1" + std::string(200, '}');
  const auto outcome = read(R"({"ProtocolSection":{"DesignModule":)" + deep +
                            R"(,"IdentificationModule":{"NCTId":"NCT99000201","BriefTitle":"A"}}})");
  REQUIRE(outcome.ids() == Texts{"NCT99000201"});
  CHECK(outcome.trials[0].brief_title == "A");
}

TEST_CASE("version 1 is told from version 2 by its capitals") {
  CHECK(sniff_api_v1(page("")));
  CHECK(sniff_api_v1("[" + kStudy));
  CHECK(sniff_api_v1(R"({"StudyFieldsResponse":{)"));
  CHECK_FALSE(sniff_api_v1(study("NCT99000201")));
  CHECK_FALSE(sniff_api_v1("NCTId"));
}
