// SPDX-License-Identifier: GPL-2.0-or-later
#include "unit/formats/samples.hpp"

using namespace trialsift;
using namespace trialsift::formats;
using Texts = std::vector<std::string>;

namespace {

Outcome read(const std::string& text) {
  return read_text("api-v2", text);
}

const std::string kWhole = R"({
 "protocolSection": {
  "identificationModule": {"nctId": "NCT00000001", "nctIdAliases": ["NCT00000009"], "orgStudyIdInfo": {"id": "ORG-1"},
   "secondaryIdInfos": [{"id": "2004-000001-11", "type": "EUDRACT"}, {"id": "ORG-1"}], "briefTitle": "Brief \\*title",
   "officialTitle": "Official &amp; title", "acronym": "ACRO"},
  "statusModule": {"overallStatus": "ACTIVE_NOT_RECRUITING", "whyStopped": "No funds", "startDateStruct": {"date": "2015-06"},
   "primaryCompletionDateStruct": {"date": "2016-01-02"}, "completionDateStruct": {"date": "2017"},
   "studyFirstSubmitDate": "2014-01-01", "studyFirstPostDateStruct": {"date": "2014-01-03"},
   "lastUpdateSubmitDate": "2018-05-06", "resultsFirstPostDateStruct": {"date": "2018-01-01"}},
  "sponsorCollaboratorsModule": {"leadSponsor": {"name": "Sponsor", "class": "INDUSTRY"}, "collaborators": [{"name": "Helper"}]},
  "descriptionModule": {"briefSummary": "Short.", "detailedDescription": "Long.\n\n* p \\< 0.05"},
  "conditionsModule": {"conditions": ["Asthma"], "keywords": ["lung"]},
  "designModule": {"studyType": "INTERVENTIONAL", "phases": ["PHASE1", "PHASE2"], "enrollmentInfo": {"count": 42},
   "designInfo": {"allocation": "RANDOMIZED", "interventionModel": "PARALLEL", "primaryPurpose": "TREATMENT",
    "maskingInfo": {"masking": "DOUBLE"}}},
  "armsInterventionsModule": {"armGroups": [{"label": "Arm", "description": "One"}],
   "interventions": [{"type": "DRUG", "name": "Aspirin", "description": "Pill", "otherNames": ["ASA"]}]},
  "outcomesModule": {"primaryOutcomes": [{"measure": "FEV1", "description": "Air", "timeFrame": "1 year"}],
   "secondaryOutcomes": [{"measure": "Death"}], "otherOutcomes": [{"measure": "Cost"}]},
  "eligibilityModule": {"eligibilityCriteria": "Inclusion:\n\n* Age \\> 18", "healthyVolunteers": false, "sex": "FEMALE",
   "minimumAge": "18 Years", "maximumAge": "65 Years"},
  "contactsLocationsModule": {"locations": [{"facility": "Clinic", "city": "Bern", "country": "Switzerland"}]},
  "referencesModule": {"references": [{"pmid": "123", "type": "RESULT"}, {"citation": "none"}]}
 },
 "derivedSection": {"miscInfoModule": {"versionHolder": "2025-01-02"},
  "conditionBrowseModule": {"meshes": [{"term": "Asthma"}], "ancestors": [{"term": "Lung Diseases"}]},
  "interventionBrowseModule": {"meshes": [{"term": "Aspirin"}], "ancestors": [{"term": "Salicylates"}]}},
 "hasResults": true})";

}  // namespace

namespace {

const std::string kDetails = R"({
 "protocolSection": {
  "identificationModule": {"nctId": "NCT99000001", "briefTitle": "A title"},
  "statusModule": {"overallStatus": "UNKNOWN", "lastKnownStatus": "RECRUITING",
   "startDateStruct": {"date": "2015-06", "type": "ACTUAL"}, "primaryCompletionDateStruct": {"date": "2099-01"},
   "completionDateStruct": {"date": "2099-02", "type": "ESTIMATED"}},
  "oversightModule": {"isFdaRegulatedDrug": true, "isFdaRegulatedDevice": false},
  "designModule": {"studyType": "OBSERVATIONAL", "enrollmentInfo": {"count": 42, "type": "ESTIMATED"},
   "designInfo": {"observationalModel": "CASE_CONTROL", "timePerspective": "PROSPECTIVE",
    "interventionModelDescription": "Two by two.",
    "maskingInfo": {"masking": "DOUBLE", "maskingDescription": "Sealed.",
     "whoMasked": ["PARTICIPANT", "OUTCOMES_ASSESSOR"]}}},
  "armsInterventionsModule": {"armGroups": [{"label": "A", "type": "ACTIVE_COMPARATOR", "description": "One",
    "interventionNames": ["Drug: Aspirin", "Other: Diet: low salt"]}]},
  "eligibilityModule": {"studyPopulation": "Outpatients.", "genderDescription": "By self-report."},
  "contactsLocationsModule": {
   "centralContacts": [{"name": "A. Desk", "role": "CONTACT", "phone": "555", "phoneExt": "12", "email": "a@example.org"}],
   "overallOfficials": [{"name": "B. Head", "affiliation": "Clinic", "role": "PRINCIPAL_INVESTIGATOR"}],
   "locations": [{"facility": "Clinic", "status": "NOT_YET_RECRUITING", "city": "Bern", "state": "BE", "zip": "3000",
    "country": "Switzerland", "geoPoint": {"lat": 46.94809, "lon": 7.44744}}]},
  "referencesModule": {"references": [{"pmid": "123", "type": "RESULT", "citation": "A paper."},
   {"type": "BACKGROUND", "citation": "A book."}]},
  "ipdSharingStatementModule": {"ipdSharing": "YES", "description": "All of it.", "timeFrame": "After a year",
   "accessCriteria": "On request", "url": "https://example.org"}
 },
 "resultsSection": {
  "outcomeMeasuresModule": {"outcomeMeasures": [{"type": "OTHER_PRE_SPECIFIED", "title": "Cost", "description": "In euros",
   "timeFrame": "1 year", "classes": [{"title": "left out"}]}]},
  "adverseEventsModule": {"seriousEvents": [{"term": "Death"}], "otherEvents": [{"term": "Rash"}, {"term": "Death"}]}}
})";

}  // namespace

TEST_CASE("a study's details are read: types of dates, design, sites, people, references, sharing, results") {
  const auto outcome = read(kDetails);
  REQUIRE(outcome.trials.size() == 1);
  const auto& trial = outcome.trials[0];
  CHECK(trial.last_known_status == "recruiting");
  CHECK(trial.start_type == "actual");
  CHECK(trial.primary_completion_type.empty());
  CHECK(trial.completion_type == "estimated");
  CHECK(trial.enrollment_type == "estimated");
  CHECK(trial.observational_model == "case_control");
  CHECK(trial.time_perspective == "prospective");
  CHECK(trial.model_description == "Two by two.");
  CHECK(trial.masking_description == "Sealed.");
  CHECK(trial.who_masked == Texts{"participant", "outcomes_assessor"});
  CHECK(trial.study_population == "Outpatients.");
  CHECK(trial.gender_description == "By self-report.");
  CHECK(trial.fda_drug == "yes");
  CHECK(trial.fda_device == "no");
  CHECK(trial.arms == std::vector<model::Arm>{{"A", "One", "active_comparator", {"Aspirin", "Diet: low salt"}}});
  CHECK(trial.locations == std::vector<model::Location>{{"Clinic", "Bern", "Switzerland", "BE", "3000",
                                                         "not_yet_recruiting", "46.94809,7.44744"}});
  CHECK(trial.contacts == std::vector<model::Contact>{{"contact", "A. Desk", "", "555 ext. 12", "a@example.org"},
                                                      {"principal_investigator", "B. Head", "Clinic", "", ""}});
  CHECK(trial.pmids == Texts{"123"});
  CHECK(trial.references ==
        std::vector<model::Reference>{{"result", "123", "A paper."}, {"background", "", "A book."}});
  CHECK(trial.ipd_sharing == "yes");
  CHECK(trial.ipd_plan == "All of it.\nTime frame: After a year\nAccess: On request\nhttps://example.org");
  CHECK(trial.result_outcomes == std::vector<model::Outcome>{{"other", "Cost", "", "1 year"}});
  CHECK(trial.adverse_events == Texts{"Death", "Rash"});
}

TEST_CASE("a study fills every member of a trial") {
  const auto outcome = read(kWhole);
  REQUIRE(outcome.trials.size() == 1);
  const auto& trial = outcome.trials[0];
  CHECK(trial.id.text() == "NCT00000001");
  CHECK(trial.other_ids == Texts{"NCT00000009", "ORG-1", "2004-000001-11"});
  CHECK(trial.brief_title == "Brief *title");
  CHECK(trial.official_title == "Official & title");
  CHECK(trial.acronym == "ACRO");
  CHECK(trial.brief_summary == "Short.");
  CHECK(trial.detailed_description == "Long.\n\n* p < 0.05");
  CHECK(trial.conditions == Texts{"Asthma"});
  CHECK(trial.keywords == Texts{"lung"});
  CHECK(trial.interventions == std::vector<model::Intervention>{{"drug", "Aspirin", "Pill", {"ASA"}}});
  CHECK(trial.arms == std::vector<model::Arm>{{"Arm", "One"}});
  CHECK(trial.eligibility_criteria == "Inclusion:\n\n* Age > 18");
  CHECK(trial.outcomes == std::vector<model::Outcome>{{"primary", "FEV1", "Air", "1 year"},
                                                      {"secondary", "Death", "", ""},
                                                      {"other", "Cost", "", ""}});
  CHECK(trial.lead_sponsor == "Sponsor");
  CHECK(trial.collaborators == Texts{"Helper"});
  CHECK(trial.locations == std::vector<model::Location>{{"Clinic", "Bern", "Switzerland"}});
  CHECK(trial.condition_mesh == Texts{"Asthma"});
  CHECK(trial.intervention_mesh == Texts{"Aspirin"});
  CHECK(trial.mesh_ancestors == Texts{"Lung Diseases", "Salicylates"});
  CHECK(trial.status == "active_not_recruiting");
  CHECK(trial.why_stopped == "No funds");
  CHECK(trial.study_type == "interventional");
  CHECK(trial.phases == Texts{"phase1", "phase2"});
  CHECK(trial.allocation == "randomized");
  CHECK(trial.masking == "double");
  CHECK(trial.purpose == "treatment");
  CHECK(trial.intervention_model == "parallel");
  CHECK(trial.sponsor_class == "industry");
  CHECK(trial.sex == "female");
  CHECK(trial.minimum_age == "18 Years");
  CHECK(trial.maximum_age == "65 Years");
  CHECK(trial.healthy_volunteers == "no");
  CHECK(trial.has_results == "yes");
  CHECK(trial.enrollment == 42);
  CHECK(trial.pmids == Texts{"123"});
  CHECK(trial.start.text() == "2015-06");
  CHECK(trial.primary_completion.text() == "2016-01-02");
  CHECK(trial.completion.text() == "2017");
  CHECK(trial.first_posted.text() == "2014-01-03");
  CHECK(trial.updated.text() == "2018-05-06");
  CHECK(trial.results_posted.text() == "2018-01-01");
}

TEST_CASE("values of a wrong type are taken as far as they are usable") {
  const auto outcome = read(
      R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":7,"officialTitle":null,
      "acronym":{"x":1},"orgStudyIdInfo":{"id":31337},"secondaryIdInfos":{"id":"S"},"nctIdAliases":"NCT00000002"},
      "statusModule":[1],"conditionsModule":{"conditions":"Asthma","keywords":[1,null,{},["x"],""]},
      "designModule":{"phases":"PHASE3","enrollmentInfo":{"count":"12"},"designInfo":3},
      "armsInterventionsModule":{"interventions":[null,7,{},{"name":["x"]},{"name":"Drug"}],"armGroups":null},
      "eligibilityModule":{"healthyVolunteers":"Accepts Healthy Volunteers","sex":[]},
      "outcomesModule":{"primaryOutcomes":"none"},"referencesModule":{"references":[{"pmid":42}]}},
      "derivedSection":[],"hasResults":"no"})");
  REQUIRE(outcome.trials.size() == 1);
  const auto& trial = outcome.trials[0];
  CHECK(trial.brief_title == "7");
  CHECK(trial.official_title.empty());
  CHECK(trial.other_ids == Texts{"NCT00000002", "31337", "S"});
  CHECK(trial.conditions == Texts{"Asthma"});
  CHECK(trial.keywords == Texts{"1"});
  CHECK(trial.phases == Texts{"phase3"});
  CHECK(trial.enrollment == 12);
  REQUIRE(trial.interventions.size() == 2);
  CHECK(trial.interventions[0].name == "x");
  CHECK(trial.interventions[1].name == "Drug");
  CHECK(trial.outcomes.empty());
  CHECK(trial.pmids == Texts{"42"});
  CHECK(trial.healthy_volunteers == "yes");
  CHECK(trial.has_results == "no");
}

TEST_CASE("an enrollment that is no natural number is none") {
  const auto enrollment = [](const std::string& count) {
    return read(
               R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001"},"designModule":{"enrollmentInfo":{"count":)" +
               count + "}}}}")
        .trials.at(0)
        .enrollment;
  };
  CHECK(enrollment("0") == 0);
  CHECK(enrollment("12.0") == 12);
  for (const char* none : {"-1", "null", "\"many\"", "\"\"", "true", "[]", "1e300"})
    CHECK_FALSE(enrollment(none).has_value());
  CHECK_FALSE(enrollment("99999999999999999999999").has_value());
}

TEST_CASE("dirty JSON is repaired before it is rejected") {
  CHECK(read(study("NCT00000001",
                   "a\xFF"
                   "b"))
            .trials.at(0)
            .brief_title == "a\uFFFDb");
  CHECK(read(study("NCT00000001", "a\tb\nc")).trials.at(0).brief_title == "a b c");
  CHECK(read(study("NCT00000001", "a\\ud800b")).trials.at(0).brief_title == "a\uFFFDb");
  CHECK(read(study("NCT00000001", "a\\qb")).trials.at(0).brief_title == "a\\qb");
  CHECK(read(study("NCT00000001", "\\ufeffa")).trials.at(0).brief_title == "a");
}

TEST_CASE("objects that are no usable study are rejected with a reason and a place") {
  const auto outcome =
      read(study("NCT00000001") + "\n{\"a\":1}\n{\"protocolSection\":[]}\n{\"protocolSection\":{}}\n" + study("NCT12") +
           "\n{\"protocolSection\":{\"nctId\": \"NCT00000007\",}}\nrubbish\n" + study("NCT00000002") +
           "\n{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT00000003\"");
  CHECK(outcome.ids() == Texts{"NCT00000001", "NCT00000002"});
  CHECK(outcome.reasons() ==
        Texts{"not-a-study", "not-a-study", "no-id", "no-id", "bad-json", "bad-json", "truncated"});
  for (std::size_t i = 0; i < 6; ++i) CHECK(outcome.rejected[i].where.line == i + 2);
  CHECK(outcome.rejected[0].where.file == "file");
  CHECK(outcome.rejected[3].detail == "\"NCT12\" is no trial id.");
  CHECK(outcome.rejected[4].where.id == "NCT00000007");
  CHECK(outcome.rejected[6].where.id == "NCT00000003");
  for (const auto& bad : outcome.rejected) CHECK_FALSE(bad.detail.empty());
}

TEST_CASE("an unfinished record is rejected and the next one is read") {
  const auto outcome = read(study("NCT00000001").substr(0, 70) + "\n" + study("NCT00000002") + "\n");
  CHECK(outcome.reasons() == Texts{"bad-json"});
  CHECK(outcome.ids() == Texts{"NCT00000002"});
}

TEST_CASE("a study above the limit is rejected and the next one is read") {
  ReadOptions options;
  options.record_bytes_max = 1000;
  const auto outcome = read_text(
      "api-v2", "[" + study("NCT00000001", std::string(2000, 'x')) + "," + study("NCT00000002") + "]", options);
  CHECK(outcome.reasons() == Texts{"too-large"});
  CHECK(outcome.ids() == Texts{"NCT00000002"});
}

TEST_CASE("the newest version of the studies says when the source was current") {
  const auto version = [](const char* id, const char* date) {
    return R"({"protocolSection":{"identificationModule":{"nctId":")" + std::string(id) +
           R"("}},"derivedSection":{"miscInfoModule":{"versionHolder":")" + date + "\"}}}\n";
  };
  MemorySource source(version("NCT00000001", "2024-05-01") + version("NCT00000002", "2025-12-09") +
                      version("NCT00000003", "2025-01-01") + version("NCT00000004", "unknown"));
  const auto reader = format("api-v2").open(source, "file", {});
  CHECK(reader->current().empty());
  while (reader->next()) {
  }
  CHECK(reader->current() == "2025-12-09");
}

TEST_CASE("API v2 JSON is known by its content") {
  const auto sniff = format("api-v2").sniff;
  CHECK(sniff(study("NCT00000001")));
  CHECK(sniff("\n [\n" + study("NCT00000001")));
  CHECK(sniff(R"({"nextPageToken":"x","studies":[]})"));
  CHECK(sniff("[ ]"));
  CHECK(sniff("cut off\n" + study("NCT00000001")));
  CHECK_FALSE(sniff(R"({"FullStudiesResponse":{"FullStudies":[{"Study":{"ProtocolSection":{}}}]}})"));
  CHECK_FALSE(sniff(R"({"clinical_study":{}})"));
  CHECK_FALSE(sniff("<clinical_study>"));
  CHECK_FALSE(sniff("an article on \"protocolSection\""));
  CHECK_FALSE(sniff(""));
}

TEST_CASE("a list of one in the place of a value is the value") {
  const auto outcome = read_text(
      "api-v2",
      R"([{"protocolSection":{"identificationModule":{"nctId":["NCT99000002"],"briefTitle":["Boxed"]},)"
      R"("statusModule":{"overallStatus":["COMPLETED"],"startDateStruct":{"date":["2020-01"]}},)"
      R"("conditionsModule":{"conditions":["Haste"]},"designModule":{"phases":["PHASE2"],)"
      R"("enrollmentInfo":{"count":[25]}},"eligibilityModule":[{"minimumAge":["18 Years"],"stdAges":["ADULT","OLDER_ADULT"]}]},)"
      R"("hasResults":[false]}])");
  REQUIRE(outcome.trials.size() == 1);
  const auto& trial = outcome.trials[0];
  CHECK(trial.id.text() == "NCT99000002");
  CHECK(trial.brief_title == "Boxed");
  CHECK(trial.status == "completed");
  CHECK(trial.start.text() == "2020-01");
  CHECK(trial.enrollment == 25);
  CHECK(trial.minimum_age == "18 Years");
  CHECK(trial.maximum_age == "No limit");
  CHECK(trial.has_results == "no");
}

TEST_CASE("a size that stands for an unknown one is none") {
  const auto outcome = read_text("api-v2", R"({"protocolSection":{"identificationModule":{"nctId":"NCT99000002"},)"
                                           R"("designModule":{"enrollmentInfo":{"count":99999999}}}})");
  REQUIRE(outcome.trials.size() == 1);
  CHECK_FALSE(outcome.trials[0].enrollment);
}
