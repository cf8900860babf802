// SPDX-License-Identifier: GPL-2.0-or-later
// What records can tell beyond what they have: where they lack it, there is none.
#include "trialsift/formats/record_stream.hpp"
#include "unit/formats/samples.hpp"
#include "unit/formats/xml_samples.hpp"

using namespace trialsift::formats;
using trialsift::model::Coverage;
using trialsift::model::MemberSet;
using trialsift::testing::TempFolder;
namespace model = trialsift::model;
using namespace trialsift::model::member;

namespace {

/// Of each trial of the inputs.
std::vector<Coverage> coverages(const std::vector<std::string>& inputs) {
  RecordStream stream(inputs, {});
  std::vector<Coverage> found;
  while (const auto record = stream.next()) {
    if (std::holds_alternative<model::Trial>(*record)) found.push_back(stream.coverage());
  }
  return found;
}

Coverage coverage(const std::string& name, const std::string& text) {
  const TempFolder folder;
  const std::vector<Coverage> found = coverages({folder.write(name, text)});
  REQUIRE(found.size() == 1);
  return found.front();
}

MemberSet table(const std::string& header, const std::string& row) {
  return coverage("table.csv", header + "\n" + row + "\n").speaks;
}

const std::string kV2 = R"({"protocolSection":{"identificationModule":{"nctId":"NCT99000001","briefTitle":"T"}})";
const std::string kVersion = R"(,"derivedSection":{"miscInfoModule":{"versionHolder":"2025-01-02"}})";

std::string v1(const std::string& derived) {
  return R"({"FullStudiesResponse":{"FullStudies":[{"Rank":1,"Study":{"ProtocolSection":{"IdentificationModule":)"
         R"({"NCTId":"NCT99000001","BriefTitle":"T"}})" +
         derived + "}}]}}";
}

}  // namespace

TEST_CASE("every member has a tag of the set of all") {
  MemberSet tags;
  const model::Trial trial;
  model::for_each_member(trial, [&](model::member::Tag tag, std::string_view, const auto&) {
    CHECK_FALSE(tags.contains(static_cast<unsigned>(tag)));
    tags |= tag;
  });
  CHECK(tags == (MemberSet::all() | kAsOf));
}

TEST_CASE("a study of API v2 is whole where it says whether there are results and which version it is") {
  CHECK(coverage("a.json", kV2 + kVersion + R"(,"hasResults":false})").speaks == MemberSet::all());
  CHECK(coverage("a.json", kV2 + kVersion + "}").speaks.empty());
  CHECK(coverage("a.json", kV2 + R"(,"hasResults":true})").speaks.empty());
}

TEST_CASE("a full study of API v1 is whole; its terms of MeSH where it has the section that they stand in") {
  const MemberSet mesh = kConditionMesh | kInterventionMesh | kMeshAncestors;
  CHECK(coverage("a.json", v1(R"(,"DerivedSection":{"MiscInfoModule":{"VersionHolder":"January 02, 2023"}})")).speaks ==
        MemberSet::all());
  CHECK(coverage("a.json", v1("")).speaks == MemberSet::all() - mesh);
}

TEST_CASE("chosen fields of API v1 are those that were asked for, empty ones too") {
  const Coverage found = coverage(
      "a.json",
      R"({"StudyFieldsResponse":{"StudyFields":[{"Rank":1,"NCTId":["NCT99000001"],"WhyStopped":[],"Condition":[],)"
      R"("PrimaryOutcomeMeasure":["x"],"LocationCountry":["France"]}]}})");
  CHECK(found.speaks == (kWhyStopped | kConditions));
  CHECK(found.fills == (kOutcomes | kLocations));
}

TEST_CASE(
    "the retired site's XML has a place for all but the terms above those of MeSH, and its results are not read") {
  const MemberSet all = MemberSet::all() - (kMeshAncestors | kResultOutcomes | kAdverseEvents);
  CHECK(coverage("a.xml", kLegacyStudy).speaks == all);
  CHECK(coverage("a.json", R"({"clinical_study":{"id_info":{"nct_id":"NCT99000001"},"brief_title":"T"}})").speaks ==
        all);
}

TEST_CASE("a table speaks of the members whose columns it has") {
  CHECK(table("NCT Number,Study Title,Study Status,Why Stopped", "NCT99000001,T,,") ==
        (kBriefTitle | kStatus | kWhyStopped));
  CHECK(table("NCT Number,Study Title,Sponsor/Collaborators,Start Date", "NCT99000001,T,A,") ==
        (kBriefTitle | kLeadSponsor | kCollaborators | kStart));
  CHECK(table("NCT Number,Study Title,Rank", "NCT99000001,T,1") == kBriefTitle);
  CHECK(table("NCT Number,Study Title,Study Design", "NCT99000001,T,Allocation: RANDOMIZED") ==
        (kBriefTitle | kAllocation | kMasking | kPurpose | kModel));
}

TEST_CASE("a row that is cut short says nothing of what would come") {
  CHECK(table("NCT Number,Study Title,Study Status,Why Stopped", "NCT99000001,T,COMPLETED") == (kBriefTitle | kStatus));
}

TEST_CASE("a cell that cannot be read does not say that there is none") {
  CHECK(table("NCT Number,Study Title,Enrollment,Start Date", "NCT99000001,T,some,soon") == kBriefTitle);
  CHECK(table("NCT Number,Study Title,Enrollment,Start Date", "NCT99000001,T,,") ==
        (kBriefTitle | kEnrollment | kStart));
}

TEST_CASE("a range of ages gives both ends, names of age groups none") {
  const MemberSet ages = kMinimumAge | kMaximumAge;
  CHECK(table("NCT Number,Study Title,Age", "NCT99000001,T,18 Years and older") == (kBriefTitle | ages));
  CHECK(table("NCT Number,Study Title,Age", "NCT99000001,T,\"ADULT, OLDER_ADULT\"") == kBriefTitle);
  CHECK(table("NCT Number,Study Title,Minimum Age,Maximum Age", "NCT99000001,T,18 Years,N/A") == (kBriefTitle | ages));
}

TEST_CASE("a part of a member fills gaps only") {
  const Coverage one = coverage("t.csv",
                                "NCT Number,Study Title,Primary Outcome Measures,Countries\n"
                                "NCT99000001,T,\"Pain, a week\",France\n");
  CHECK(one.speaks == kBriefTitle);
  CHECK(one.fills == (kOutcomes | kLocations));
  const Coverage both =
      coverage("t.csv",
               "NCT Number,Study Title,Primary Outcome Measures,Secondary Outcome Measures,Locations\n"
               "NCT99000001,T,\"Pain, a week\",,\n");
  CHECK(both.speaks == (kBriefTitle | kOutcomes | kLocations));
  CHECK(both.fills.empty());
}

TEST_CASE("the WHO's records speak of what their columns or elements have a place for, and of no study sites") {
  const Coverage csv = coverage("who.csv",
                                "TrialID,Last Refreshed on,Public title,Recruitment Status,Source Register,Countries\n"
                                "NCT99000001,6 January 2025,,,ClinicalTrials.gov,\n");
  CHECK(csv.speaks == (kBriefTitle | kStatus));
  CHECK(csv.fills == kLocations);
  const Coverage xml = coverage("who.xml",
                                "<Trials_downloaded_from_ICTRP><Trial><TrialID>NCT99000001</TrialID>"
                                "<Public_title>T</Public_title><Phase /><Inclusion_agemax>no limit</Inclusion_agemax>"
                                "</Trial></Trials_downloaded_from_ICTRP>");
  CHECK(xml.speaks == (kBriefTitle | kPhases | kMaximumAge));
}

TEST_CASE("a page of a module speaks of the module's members, but for a last record that has no end of its own") {
  const std::string description =
      "Description Module\nNCT ID: NCT99000001\nBrief Summary: One.\nStudy: NCT99000001\nStudy Brief:\n"
      "Protocol Section: NCT99000001\n";
  CHECK(coverage("a.txt", description).speaks == (kBriefSummary | kDetailedDescription));
  CHECK(coverage("a.txt", "Description Module\nNCT ID: NCT99000001\nBrief Summary: One.\n").speaks.empty());
  const TempFolder folder;
  const std::vector<Coverage> two = coverages(
      {folder.write("b.txt", "Eligibility Module\nNCT ID: NCT99000001\nSex: All\nNCT ID: NCT99000002\nSex: All\n")});
  REQUIRE(two.size() == 2);
  CHECK(two[0].speaks ==
        (kEligibilityCriteria | kHealthy | kSex | kMinimumAge | kMaximumAge | kStudyPopulation | kGenderDescription));
  CHECK(two[1].speaks.empty());
}

TEST_CASE("AACT's tables speak of their columns where they were read whole") {
  const TempFolder folder;
  folder.write("aact/brief_summaries.txt", "id|nct_id|description\n1|NCT99000001|One\n2|NCT99000002|Two\n");
  folder.write("aact/conditions.txt", "id|nct_id|name|downcase_name\n1|NCT99000001|Haste|haste\n");
  folder.write("aact/designs.txt",
               "id|nct_id|allocation|intervention_model|observational_model|primary_purpose|time_perspective|masking\n"
               "1|NCT99000001|RANDOMIZED|PARALLEL||TREATMENT||DOUBLE\n");
  folder.write("aact/countries.txt", "id|nct_id|name|removed\n1|NCT99000001|Belgium|f\n");
  std::vector<Coverage> found = coverages({folder / "aact"});
  REQUIRE(found.size() == 2);
  const MemberSet designs = kAllocation | kModel | kPurpose | kMasking | kObservationalModel | kTimePerspective;
  CHECK(found[0].speaks == (kBriefSummary | kConditions | designs));
  CHECK(found[0].fills == kLocations);
  // No row among the designs says nothing of the design; no condition is none.
  CHECK(found[1].speaks == (kBriefSummary | kConditions));

  folder.write("aact/keywords.txt", "id|nct_id|name|downcase_name\n1|NCT99000001|Ticking|ticking\n2|NCT9900|x|x\n");
  found = coverages({folder / "aact"});
  CHECK_FALSE(found[0].speaks.contains(static_cast<unsigned>(kKeywords)));
}

TEST_CASE("contacts of one kind, and adverse events of one kind, tell a part of theirs") {
  const Coverage one =
      coverage("a.json",
               R"({"StudyFieldsResponse":{"StudyFields":[{"Rank":1,"NCTId":["NCT99000001"],"CentralContactName":["A"],)"
               R"("SeriousEventTerm":["Rash"]}]}})");
  CHECK(one.speaks.empty());
  CHECK(one.fills == (kContacts | kAdverseEvents));
}

TEST_CASE("the user's date stands in where a record has none") {
  const TempFolder folder;
  ReadOptions options;
  options.current = model::PartialDate::parse("2025-03").value();
  const std::string dated = folder.write("a.json", kV2 + kVersion + "}");
  const std::string undated = folder.write("b.json", kV2 + "}");
  options.facts[undated] = {"ClinicalTrials.gov", "", model::PartialDate::parse("2024-02-03").value()};
  const std::string other = folder.write("c.json", kV2 + "}");
  RecordStream stream({dated, undated, other}, options);
  std::vector<std::string> dates;
  while (const auto record = stream.next()) dates.push_back(std::get<model::Trial>(*record).as_of.text());
  CHECK(dates == std::vector<std::string>{"2025-01-02", "2024-02-03", "2025-03"});
  CHECK(stream.sources()[0].current == "2025-01-02");
  CHECK(stream.sources()[1].current == "2024-02-03");
  CHECK(stream.sources()[1].facts.register_name == "ClinicalTrials.gov");
  CHECK(stream.sources()[2].current == "2025-03");
}
