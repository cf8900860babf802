// SPDX-License-Identifier: GPL-2.0-or-later
#include "unit/formats/samples.hpp"

using namespace trialsift::formats;
using trialsift::model::Trial;
using Texts = std::vector<std::string>;

namespace {

Outcome read(const std::string& text) {
  return read_text("ctgov-csv", text);
}

/// A table of one row.
Trial only(const std::string& header, const std::string& row) {
  const Outcome outcome = read("NCT Number," + header + "\nNCT99000301," + row + "\n");
  REQUIRE(outcome.trials.size() == 1);
  CHECK(outcome.rejected.empty());
  return outcome.trials[0];
}

bool sniffs(const std::string& text) {
  return format("ctgov-csv").sniff(text);
}

}  // namespace

TEST_CASE("the site's table gives each member of a trial") {
  const Outcome outcome = read(
      "NCT Number,Study Title,Study URL,Acronym,Study Status,Brief Summary,Study Results,Conditions,Interventions,"
      "Primary Outcome Measures,Secondary Outcome Measures,Sponsor,Collaborators,Sex,Age,Phases,Enrollment,Funder "
      "Type,Study Type,Study Design,Other IDs,Start Date,Primary Completion Date,Completion Date,First Posted,Results "
      "First Posted,Last Update Posted,Locations,Study Documents\n"
      "NCT99000301,Rest for tired clocks,https://example.org,TICK,ACTIVE_NOT_RECRUITING,\"One.\n\nTwo &gt;= 3.\",YES,"
      "\"Haste|Delay, \"\"long\"\"\",DRUG: Oil|DEVICE: Key: large,\"Ticks, per minute, one day\",\"Tocks, one week\","
      "Clock House,A Tower|B Tower,FEMALE,\"ADULT, "
      "OLDER_ADULT\",PHASE1|PHASE2,60,OTHER_GOV,INTERVENTIONAL,\"Allocation: "
      "RANDOMIZED|Intervention Model: PARALLEL|Masking: DOUBLE (PARTICIPANT, INVESTIGATOR)|Primary Purpose: "
      "TREATMENT\",CL-1|CL-2,2020-01-05,2021-02,2022,2019-12-01,2023-03-04,2023-04-05,\"Clock House, Ghent, 9000, "
      "Belgium\",\n");
  REQUIRE(outcome.trials.size() == 1);
  CHECK(outcome.notes.empty());
  const Trial& trial = outcome.trials[0];
  CHECK(trial.id.text() == "NCT99000301");
  CHECK(trial.brief_title == "Rest for tired clocks");
  CHECK(trial.acronym == "TICK");
  CHECK(trial.status == "active_not_recruiting");
  CHECK(trial.brief_summary == "One.\n\nTwo >= 3.");
  CHECK(trial.has_results == "yes");
  CHECK(trial.interventions.at(0).type == "drug");
  CHECK(trial.interventions.at(1).name == "Key: large");
  REQUIRE(trial.outcomes.size() == 2);
  CHECK(trial.outcomes[0] == trialsift::model::Outcome{"primary", "Ticks", "per minute", "one day"});
  CHECK(trial.outcomes[1] == trialsift::model::Outcome{"secondary", "Tocks", "", "one week"});
  CHECK(trial.lead_sponsor == "Clock House");
  CHECK(trial.collaborators == Texts{"A Tower", "B Tower"});
  CHECK(trial.sex == "female");
  CHECK(trial.minimum_age == "18 Years");
  CHECK(trial.maximum_age == "No limit");
  CHECK(trial.phases == Texts{"phase1", "phase2"});
  CHECK(trial.enrollment == 60);
  CHECK(trial.sponsor_class == "other_gov");
  CHECK(trial.study_type == "interventional");
  CHECK(trial.allocation == "randomized");
  CHECK(trial.intervention_model == "parallel");
  CHECK(trial.masking == "double");
  CHECK(trial.purpose == "treatment");
  CHECK(trial.other_ids == Texts{"CL-1", "CL-2"});
  CHECK(trial.start.text() == "2020-01-05");
  CHECK(trial.primary_completion.text() == "2021-02");
  CHECK(trial.completion.text() == "2022");
  CHECK(trial.first_posted.text() == "2019-12-01");
  CHECK(trial.results_posted.text() == "2023-03-04");
  CHECK(trial.updated.text() == "2023-04-05");
  CHECK(trial.locations == std::vector{trialsift::model::Location{"Clock House", "Ghent", "Belgium", "", "9000"}});
}

TEST_CASE("the old site's names and spellings mean the same") {
  const Outcome outcome = read(
      "\"Rank\",\"NCT Number\",\"Title\",\"Status\",\"Study Results\",\"Interventions\",\"Outcome "
      "Measures\",\"Sponsor/Collaborators\",\"Gender\",\"Age\",\"Phases\",\"Funded Bys\",\"Study Designs\",\"Start "
      "Date\",\"Results First Posted\",\"Locations\"\n"
      "1,\"NCT99000301\",\"Old clocks\",\"Active, not recruiting\",\"No Results Available\",\"Drug: Oil|Dietary "
      "Supplement: Dust\",\"Ticks, all of them|Tocks\",\"Clock House|A Tower\",\"All\",\"18 Years to 70 Years \xC2\xA0 "
      "(Adult, Older Adult)\",\"Phase 1|Phase 2\",\"Industry|Other\",\"Allocation: Non-Randomized|Intervention Model: "
      "Single Group Assignment|Masking: None (Open Label)|Primary Purpose: Prevention\",\"October 2014\",\"null\","
      "\"Clock House, Seoul, Korea, Republic of|Second House, Dublin, Ohio, United States\"\n");
  REQUIRE(outcome.trials.size() == 1);
  const Trial& trial = outcome.trials[0];
  CHECK(trial.brief_title == "Old clocks");
  CHECK(trial.status == "active_not_recruiting");
  CHECK(trial.has_results == "no");
  CHECK(trial.interventions.at(1).type == "dietary_supplement");
  CHECK(trial.outcomes.at(0).measure == "Ticks, all of them");
  CHECK(trial.outcomes.at(0).kind.empty());
  CHECK(trial.lead_sponsor == "Clock House");
  CHECK(trial.collaborators == Texts{"A Tower"});
  CHECK(trial.sex == "all");
  CHECK(trial.minimum_age == "18 Years");
  CHECK(trial.maximum_age == "70 Years");
  CHECK(trial.phases == Texts{"phase1", "phase2"});
  CHECK(trial.sponsor_class == "industry");
  CHECK(trial.allocation == "non_randomized");
  CHECK(trial.intervention_model == "single_group");
  CHECK(trial.masking == "none");
  CHECK(trial.start.text() == "2014-10");
  CHECK(trial.results_posted.empty());
  CHECK(trial.locations.at(0) == trialsift::model::Location{"Clock House", "Seoul", "Korea, Republic of"});
  CHECK(trial.locations.at(1) == trialsift::model::Location{"Second House", "Dublin", "United States", "Ohio"});
}

TEST_CASE("a study's design in one cell tells the model of an observational study and who is masked") {
  const Outcome outcome = read(
      "NCT Number,Study Title,Study Design,Enrollment Type\n"
      "NCT99000301,Clocks,Observational Model: CASE_CONTROL|Time Perspective: RETROSPECTIVE,ACTUAL\n"
      "NCT99000302,Towers,\"Masking: DOUBLE (PARTICIPANT, INVESTIGATOR)|Primary Purpose: TREATMENT\",\n");
  REQUIRE(outcome.trials.size() == 2);
  CHECK(outcome.trials[0].observational_model == "case_control");
  CHECK(outcome.trials[0].time_perspective == "retrospective");
  CHECK(outcome.trials[0].enrollment_type == "actual");
  CHECK(outcome.trials[1].who_masked == Texts{"participant", "investigator"});
}

TEST_CASE("columns are known by any spelling and in any order") {
  const Outcome outcome = read("study_status;STUDY-TITLE;nct_id\nCompleted;Clocks;NCT99000301\n");
  REQUIRE(outcome.trials.size() == 1);
  CHECK(outcome.trials[0].status == "completed");
  CHECK(outcome.trials[0].brief_title == "Clocks");
}

TEST_CASE("the ids may be in a column without a name") {
  const Outcome outcome = read(",number,brief_title\nNCT99000301,7,One\nISRCTN99000302,8,Two\n");
  CHECK(outcome.ids() == Texts{"NCT99000301", "ISRCTN99000302"});
  CHECK(read(",nct_id,title\n0,NCT99000301,One\n").ids() == Texts{"NCT99000301"});
}

TEST_CASE("names of columns may come twice, and rows may have too many cells") {
  const Outcome outcome =
      read("NCT Number,Title,Title,Start Date\nNCT99000301,,Second,2020\nNCT99000302,First,Second,2021,,left,over\n");
  REQUIRE(outcome.trials.size() == 2);
  CHECK(outcome.trials[0].brief_title == "Second");
  CHECK(outcome.trials[1].brief_title == "First");
  REQUIRE(outcome.notes.size() == 1);
  CHECK(outcome.notes[0].starts_with("1 row has more cells than the header (the first in line 3)"));
}

TEST_CASE("ages come as ranges, or as names of groups") {
  CHECK(only("Age", "18 Years and older").minimum_age == "18 Years");
  CHECK(only("Age", "up to 12 Months").maximum_age == "12 Months");
  CHECK(only("Age", "\"CHILD, ADULT\"").minimum_age == "No limit");
  CHECK(only("Age", "\"CHILD, ADULT\"").maximum_age == "64 Years");
  CHECK(only("Age", "Adult|Older Adult").minimum_age == "18 Years");
  CHECK(only("Age", "\"['CHILD', 'ADULT']\"").maximum_age == "64 Years");
  CHECK(only("minimum_age", "N/A").minimum_age == "No limit");
  CHECK(only("minimum_age", "NA").minimum_age.empty());
}

TEST_CASE("lists may be as Python prints them") {
  CHECK(only("keyword", "\"['a b', \"\"c's\"\", 'd\\'e']\"").keywords == Texts{"a b", "c's", "d'e"});
  CHECK(only("keyword", "[not a list]").keywords == Texts{"[not a list]"});
}

TEST_CASE("the texts of the old site lose their indentation, and those of AACT get their lines back") {
  CHECK(only("brief_summary/textblock", "\"\n      One line\n      goes on.\n\n      Two.\n    \"").brief_summary ==
        "One line goes on.\n\nTwo.");
  CHECK(only("criteria", "Inclusion:~tired~old (~6 years)").eligibility_criteria ==
        "Inclusion:\ntired\nold (~6 years)");
}

TEST_CASE("values that programs write for none are none") {
  const Trial trial = only("Title,Enrollment,Masking", "nan,60.0,None");
  CHECK(trial.brief_title.empty());
  CHECK(trial.enrollment == 60);
  CHECK(trial.masking == "none");
}

TEST_CASE("a date column's order of day and month is what its dates prove") {
  const std::string header = "NCT Number,Start Date,Completion Date\n";
  const Outcome outcome = read(header +
                               "NCT99000301,06-08-2025,3/4/2020\n"
                               "NCT99000302,18-12-2025,3/14/2020\n");
  REQUIRE(outcome.trials.size() == 2);
  CHECK(outcome.trials[0].start.text() == "2025-08-06");
  CHECK(outcome.trials[0].completion.text() == "2020-03-04");
  CHECK(outcome.notes.empty());
}

TEST_CASE("what a date column does not decide keeps its year and is told") {
  const std::string header = "NCT Number,Start Date\n";
  for (const char* proof : {"", "NCT99000303,18-12-2025\nNCT99000304,12-18-2025\n"}) {
    const Outcome outcome = read(header + "NCT99000301,06-08-2025\nNCT99000302,05-05-2025\n" + proof);
    REQUIRE(outcome.trials.size() >= 2);
    CHECK(outcome.trials[0].start.text() == "2025");
    CHECK(outcome.trials[1].start.text() == "2025-05-05");
    REQUIRE(outcome.notes.size() == 1);
    CHECK(outcome.notes[0] ==
          "In column \"Start Date\", 1 date does not tell day from month: only the year is kept (the first: "
          "06-08-2025).");
  }
  const Outcome outcome = read(header + "NCT99000301,soon\n");
  CHECK(outcome.trials.at(0).start.empty());
  CHECK(outcome.notes.at(0).find("1 value is no date and is left out (the first: soon)") != std::string::npos);
}

TEST_CASE("the proof of a date's order may come late, from a pipe too") {
  const trialsift::testing::TempFolder folder;
  ReadOptions options;
  options.temp_folder = folder.path();
  std::string text = "NCT Number,Start Date,Title\n";
  for (int i = 0; i < 5000; ++i) text += "NCT" + std::to_string(90'000'000 + i) + ",06-08-2025,A clock\n";
  text += "NCT99000301,25-08-2025,A clock\n";
  REQUIRE(text.size() > 2 * kSniffBytes);
  const Outcome outcome = read_text("ctgov-csv", text, options, 4096);
  REQUIRE(outcome.trials.size() == 5001);
  CHECK(outcome.trials[0].start.text() == "2025-08-06");
  CHECK(outcome.notes.empty());
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("rows without an id or with an ill-formed one are rejected with their place") {
  const Outcome outcome = read("NCT Number,Title\nNCT99000301,One\n,Two\nNCT99,Three\n,,\n");
  CHECK(outcome.ids() == Texts{"NCT99000301"});
  REQUIRE(outcome.reasons() == Texts{"no-id", "bad-id"});
  CHECK(outcome.rejected[0].where.line == 3);
  CHECK(outcome.rejected[1].where.offset == 38);
  CHECK(outcome.rejected[1].detail.find("NCT99") != std::string::npos);
}

TEST_CASE("damaged rows are rejected with their id, the others are read") {
  const Outcome outcome =
      read("NCT Number,Title,Status\nNCT99000301,\"One,Completed\nNCT99000302,\"Two\",Completed\nNCT99000303,\"Thr");
  CHECK(outcome.ids() == Texts{"NCT99000302"});
  CHECK(outcome.reasons() == Texts{"bad-quotes", "truncated"});
  CHECK(outcome.rejected.at(0).where.id == "NCT99000301");
  ReadOptions options;
  options.record_bytes_max = 1000;
  const Outcome large = read_text(
      "ctgov-csv", "NCT Number,Title\nNCT99000301,\"" + std::string(300'000, 'x') + "\"\nNCT99000302,Two\n", options);
  CHECK(large.reasons() == Texts{"too-large"});
  CHECK(large.rejected.at(0).where.id == "NCT99000301");
  CHECK(large.ids() == Texts{"NCT99000302"});
}

TEST_CASE("a table is known by a column of ids and another column that is known") {
  CHECK(sniffs("NCT Number,Study Title\nNCT99000301,One\n"));
  CHECK(sniffs("NCT Number\tStudy Title\n"));
  CHECK(sniffs("number,nct_id,criteria\n1,NCT99000301,none\n"));
  CHECK(sniffs(",brief_title\nNCT99000301,One\n"));
  CHECK_FALSE(sniffs("trialid,first_seen\nNCT99000301,08/03/2020\n"));
  CHECK_FALSE(sniffs("name,title\nx,One\n"));
  CHECK_FALSE(sniffs("id|nct_id|outcome_type|title|description\n1|NCT99000301|Primary|One|Two\n"));
  CHECK_FALSE(sniffs("Some prose, with a comma.\nMore of it.\n"));
  CHECK_FALSE(sniffs(""));
  CHECK(read("name,title\nx,One\n").reasons() == Texts{"unknown-format"});
}
