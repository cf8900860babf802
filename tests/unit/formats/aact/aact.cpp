// SPDX-License-Identifier: GPL-2.0-or-later
#include "unit/formats/samples.hpp"

using namespace trialsift::formats;
using trialsift::model::Trial;
using trialsift::testing::TempFolder;
using Texts = std::vector<std::string>;

namespace {

/// One trial in all the tables that are read, another in some, as AACT writes them.
Files tables() {
  return {
      {"studies.txt",
       "nct_id|nlm_download_date_description|study_first_submitted_date|study_first_posted_date|last_update_posted_"
       "date|"
       "results_first_posted_date|start_month_year|start_date|completion_month_year|completion_date|"
       "primary_completion_month_year|primary_completion_date|study_type|acronym|brief_title|official_title|"
       "overall_status|phase|enrollment|why_stopped|updated_at|start_date_type|primary_completion_date_type|"
       "completion_date_type|enrollment_type|last_known_status|is_fda_regulated_drug|is_fda_regulated_device|"
       "plan_to_share_ipd|plan_to_share_ipd_description|ipd_time_frame|ipd_access_criteria|ipd_url\n"
       "NCT99000301||2019-11-30|2019-12-01|2023-04-05|2023-03-04|2020-01|2020-01-31|2022-06|2022-06-30|2021-02-03|"
       "2021-02-03|INTERVENTIONAL|TICK|Rest for tired clocks|\"Rest, \"\"deep\"\"\"|TERMINATED|PHASE1/PHASE2|60|\"No "
       "clocks | left\"|2026-01-02 10:11:12.5|ACTUAL|ACTUAL|ESTIMATED|ACTUAL|SUSPENDED|f|t|YES|All of it.|Ever||\n"
       "NCT99000302||2019-11-30|2019-12-02|2023-04-06||||||||OBSERVATIONAL||Another|||||||||||||||||\n"},
      {"brief_summaries.txt",
       "id|nct_id|description\n7|NCT99000301|\"\n      One line\n      goes on.\n    \"\n8|NCT99000302|Two.\n"},
      {"detailed_descriptions.txt", "id|nct_id|description\n7|NCT99000301|Details.~More of them.\n"},
      {"conditions.txt", "id|nct_id|name|downcase_name\n1|NCT99000301|Haste|haste\n2|NCT99000301|Delay|delay\n"},
      {"keywords.txt", "id|nct_id|name|downcase_name\n1|NCT99000301|Ticking|ticking\n"},
      {"interventions.txt",
       "id|nct_id|intervention_type|name|description\n21|NCT99000301|DRUG|Oil|Drops of "
       "it\n22|NCT99000301|DEVICE|Key|\n"},
      {"intervention_other_names.txt", "id|nct_id|intervention_id|name\n1|NCT99000301|22|Winder\n"},
      {"design_groups.txt", "id|nct_id|group_type|title|description\n1|NCT99000301|EXPERIMENTAL|Oiled|With oil\n"},
      {"design_outcomes.txt",
       "id|nct_id|outcome_type|measure|time_frame|population|description\n1|NCT99000301|primary|Ticks|one day||Per "
       "minute\n"},
      {"designs.txt",
       "id|nct_id|allocation|intervention_model|observational_model|primary_purpose|time_perspective|masking|"
       "masking_description|intervention_model_description|subject_masked|caregiver_masked|investigator_masked|"
       "outcomes_assessor_masked\n"
       "1|NCT99000301|RANDOMIZED|PARALLEL|COHORT|TREATMENT|PROSPECTIVE|DOUBLE|Sealed.|Two by two.|t|f||t\n"},
      {"eligibilities.txt",
       "id|nct_id|sampling_method|gender|minimum_age|maximum_age|healthy_volunteers|population|criteria|"
       "gender_description\n"
       "1|NCT99000301||ALL|18 Years|N/A|t|Towers.|Old clocks.|Any.\n"},
      {"sponsors.txt",
       "id|nct_id|agency_class|lead_or_collaborator|name\n1|NCT99000301|OTHER|collaborator|A Tower\n"
       "2|NCT99000301|INDUSTRY|lead|Clock House\n"},
      {"facilities.txt",
       "id|nct_id|status|name|city|state|zip|country|latitude|longitude\n"
       "1|NCT99000301|RECRUITING|Clock House|Ghent|East Flanders|9000|Belgium|51.05|3.72\n"},
      {"countries.txt",
       "id|nct_id|name|removed\n1|NCT99000301|Belgium|f\n2|NCT99000301|France|t\n3|NCT99000301|Spain|\n"},
      {"browse_conditions.txt",
       "id|nct_id|mesh_term|downcase_mesh_term|mesh_type\n1|NCT99000301|Fatigue|fatigue|mesh-list\n"
       "2|NCT99000301|Signs|signs|mesh-ancestor\n"},
      {"browse_interventions.txt",
       "id|nct_id|mesh_term|downcase_mesh_term|mesh_type\n1|NCT99000301|Oils|oils|mesh-list\n"},
      {"id_information.txt",
       "id|nct_id|id_source|id_value\n1|NCT99000301|org_study_id|CL-1\n2|NCT99000301|nct_alias|NCT99000399\n"},
      {"study_references.txt", "id|nct_id|pmid|reference_type|citation\n1|NCT99000301|12345|DERIVED|Someone\n"},
      {"design_group_interventions.txt", "id|nct_id|design_group_id|intervention_id\n1|NCT99000301|1|22\n"},
      {"central_contacts.txt",
       "id|nct_id|contact_type|name|phone|email|phone_extension|role\n1|NCT99000301|primary|A. "
       "Desk|555|a@example.org||\n"},
      {"overall_officials.txt",
       "id|nct_id|role|name|affiliation\n1|NCT99000301|Principal Investigator|B. Head|Clock House\n"},
      {"outcomes.txt", "id|nct_id|outcome_type|title|description|time_frame\n1|NCT99000301|PRIMARY|Ticks|All|a day\n"},
      {"reported_events.txt",
       "id|nct_id|event_type|adverse_event_term|organ_system\n1|NCT99000301|serious|Rust|Metal\n"
       "2|NCT99000301|other|Rust|Metal\n3|NCT99000301|other|Dust|Glass\n"},
      // Not read.
      {"milestones.txt", "id|nct_id|ctgov_group_code|title|period\n1|NCT99000301|P1|x|y\n"},
      {"links.txt", "id|nct_id|url|description\n1|NCT99000301|x|y\n"},
  };
}

void check_whole(const Trial& trial) {
  CHECK(trial.id.text() == "NCT99000301");
  CHECK(trial.brief_title == "Rest for tired clocks");
  CHECK(trial.official_title == "Rest, \"deep\"");
  CHECK(trial.acronym == "TICK");
  CHECK(trial.brief_summary == "One line goes on.");
  CHECK(trial.detailed_description == "Details.\nMore of them.");
  CHECK(trial.status == "terminated");
  CHECK(trial.why_stopped == "No clocks | left");
  CHECK(trial.phases == Texts{"phase1", "phase2"});
  CHECK(trial.enrollment == 60);
  CHECK(trial.start.text() == "2020-01");
  CHECK(trial.primary_completion.text() == "2021-02-03");
  CHECK(trial.completion.text() == "2022-06");
  CHECK(trial.first_posted.text() == "2019-12-01");
  CHECK(trial.updated.text() == "2023-04-05");
  CHECK(trial.results_posted.text() == "2023-03-04");
  CHECK(trial.has_results == "yes");
  CHECK(trial.as_of.text() == "2026-01-02");
  CHECK(trial.conditions == Texts{"Haste", "Delay"});
  CHECK(trial.keywords == Texts{"Ticking"});
  REQUIRE(trial.interventions.size() == 2);
  CHECK(trial.interventions[0] == trialsift::model::Intervention{"drug", "Oil", "Drops of it", {}});
  CHECK(trial.interventions[1] == trialsift::model::Intervention{"device", "Key", "", {"Winder"}});
  CHECK(trial.arms == std::vector{trialsift::model::Arm{"Oiled", "With oil", "experimental", {"Key"}}});
  CHECK(trial.outcomes == std::vector{trialsift::model::Outcome{"primary", "Ticks", "Per minute", "one day"}});
  CHECK(trial.allocation == "randomized");
  CHECK(trial.masking == "double");
  CHECK(trial.purpose == "treatment");
  CHECK(trial.intervention_model == "parallel");
  CHECK(trial.sex == "all");
  CHECK(trial.minimum_age == "18 Years");
  CHECK(trial.maximum_age == "No limit");
  CHECK(trial.healthy_volunteers == "yes");
  CHECK(trial.eligibility_criteria == "Old clocks.");
  CHECK(trial.lead_sponsor == "Clock House");
  CHECK(trial.sponsor_class == "industry");
  CHECK(trial.collaborators == Texts{"A Tower"});
  CHECK(trial.locations == std::vector{trialsift::model::Location{"Clock House", "Ghent", "Belgium", "East Flanders",
                                                                  "9000", "recruiting", "51.05,3.72"},
                                       trialsift::model::Location{"", "", "Spain"}});
  CHECK(trial.condition_mesh == Texts{"Fatigue"});
  CHECK(trial.intervention_mesh == Texts{"Oils"});
  CHECK(trial.mesh_ancestors == Texts{"Signs"});
  CHECK(trial.other_ids == Texts{"CL-1", "NCT99000399"});
  CHECK(trial.pmids == Texts{"12345"});
  CHECK(trial.references == std::vector{trialsift::model::Reference{"derived", "12345", "Someone"}});
  CHECK(trial.contacts ==
        std::vector{trialsift::model::Contact{"contact", "A. Desk", "", "555", "a@example.org"},
                    trialsift::model::Contact{"principal_investigator", "B. Head", "Clock House", "", ""}});
  CHECK(trial.start_type == "actual");
  CHECK(trial.primary_completion_type == "actual");
  CHECK(trial.completion_type == "estimated");
  CHECK(trial.enrollment_type == "actual");
  CHECK(trial.last_known_status == "suspended");
  CHECK(trial.fda_drug == "no");
  CHECK(trial.fda_device == "yes");
  CHECK(trial.ipd_sharing == "yes");
  CHECK(trial.ipd_plan == "All of it.\nTime frame: Ever");
  CHECK(trial.observational_model == "cohort");
  CHECK(trial.time_perspective == "prospective");
  CHECK(trial.masking_description == "Sealed.");
  CHECK(trial.model_description == "Two by two.");
  CHECK(trial.who_masked == Texts{"participant", "outcomes_assessor"});
  CHECK(trial.study_population == "Towers.");
  CHECK(trial.gender_description == "Any.");
  CHECK(trial.result_outcomes == std::vector{trialsift::model::Outcome{"primary", "Ticks", "", "a day"}});
  CHECK(trial.adverse_events == Texts{"Rust", "Dust"});
}

}  // namespace

TEST_CASE("a trial of AACT is one record of all its tables, from a folder, an archive or files") {
  const TempFolder folder;
  Texts files;
  for (const auto& [name, bytes] : tables()) files.push_back(folder.write("tables/" + name, bytes));
  pack((folder / "aact.zip").string(), Packing::kZip, tables());
  Files reversed = tables();
  std::reverse(reversed.begin(), reversed.end());
  pack((folder / "aact.tgz").string(), Packing::kTarGzip, reversed);
  files.resize(files.size() - 2);  // named, those that are not read would be rejected
  Texts twice = files;
  twice.insert(twice.end(), files.begin(), files.end());
  for (const Texts& inputs : {twice, Texts{(folder / "tables").string()}, Texts{(folder / "aact.zip").string()},
                              Texts{(folder / "aact.tgz").string()}, files}) {
    CAPTURE(inputs.front());
    const Outcome outcome = read_inputs(inputs);
    CHECK(outcome.rejected.empty());
    CHECK(outcome.skipped.size() == (inputs.size() == 1 ? 2 : 0));
    REQUIRE(outcome.ids() == Texts{"NCT99000301", "NCT99000302"});
    check_whole(outcome.trials[0]);
    CHECK(outcome.trials[1].brief_summary == "Two.");
    CHECK(outcome.trials[1].has_results == "no");
    CHECK(outcome.trials[1].start.empty());
  }
}

TEST_CASE("a column that a table of AACT lacks says nothing") {
  const TempFolder folder;
  const Outcome outcome = read_inputs(
      {folder.write("studies.csv", "nct_id,brief_title,overall_status,study_type\nNCT99000301,Rest,COMPLETED,\n")});
  REQUIRE(outcome.ids() == Texts{"NCT99000301"});
  CHECK(outcome.trials[0].brief_title == "Rest");
  CHECK(outcome.trials[0].has_results.empty());
}

TEST_CASE("tables of different folders are not joined, and each folder is its source's") {
  const TempFolder folder;
  const std::string a = folder.write("a/brief_summaries.txt", "id|nct_id|description\n1|NCT99000301|Old.\n");
  const std::string b = folder.write("b/brief_summaries.txt", "id|nct_id|description\n1|NCT99000301|New.\n");
  folder.write("b/detailed_descriptions.txt", "id|nct_id|description\n1|NCT99000301|Details.\n");
  RecordStream stream({a, (folder / "b").string()}, {});
  Outcome outcome;
  while (auto record = stream.next()) outcome.add(std::move(*record));
  REQUIRE(outcome.trials.size() == 2);
  CHECK(outcome.trials[0].brief_summary == "Old.");
  CHECK(outcome.trials[0].detailed_description.empty());
  CHECK(outcome.trials[1].detailed_description == "Details.");
  REQUIRE(stream.sources().size() == 2);
  CHECK(stream.sources()[0].records == 1);
  CHECK(stream.sources()[1].records == 1);
  CHECK(stream.sources()[1].format == "aact");
  CHECK(stream.files() == 3);
}

TEST_CASE("derivatives as CSV are joined too, and the file's name tells alike tables apart") {
  const TempFolder folder;
  folder.write("my_brief_summaries.csv", "id,nct_id,description\n1,NCT99000301,\"One, two\"\n,,\n,,\n");
  folder.write("Detailed Descriptions.csv", "id,nct_id,description\r\n1,NCT99000301,Details\r\n");
  folder.write("some.csv", "id,nct_id,description\n1,NCT99000301,What is it?\n");
  const Outcome outcome = read_inputs({folder.path().string()});
  REQUIRE(outcome.trials.size() == 1);
  CHECK(outcome.trials[0].brief_summary == "One, two");
  CHECK(outcome.trials[0].detailed_description == "Details");
  REQUIRE(outcome.reasons() == Texts{"unknown-format"});
  CHECK(outcome.rejected[0].where.file == (folder / "some.csv").string());
  CHECK(outcome.rejected[0].detail ==
        "The columns are those of brief_summaries or of detailed_descriptions: the file's name must tell which.");
}

TEST_CASE("rows of AACT without an id or with an ill-formed one are rejected with their place") {
  const TempFolder folder;
  const std::string file = folder.write("conditions.txt",
                                        "id|nct_id|name|downcase_name\n1||Haste|haste\n2|NCT99|Delay|delay\n3|"
                                        "NCT99000301|Haste|haste\n4|NCT99000302|\"x");
  const Outcome outcome = read_inputs({file});
  CHECK(outcome.ids() == Texts{"NCT99000301"});
  REQUIRE(outcome.reasons() == Texts{"no-id", "bad-id", "truncated"});
  CHECK(outcome.rejected[0].where.file == file);
  CHECK(outcome.rejected[0].where.line == 2);
  CHECK(outcome.rejected[2].where.id == "NCT99000302");
}

TEST_CASE("a trial whose rows together are too large is rejected") {
  const TempFolder folder;
  std::string text = "id|nct_id|name|downcase_name\n";
  for (int i = 0; i < 100; ++i) text += "1|NCT99000301|Condition number " + std::to_string(i) + "|\n";
  ReadOptions options;
  options.record_bytes_max = 1000;
  const Outcome outcome = read_inputs({folder.write("conditions.txt", text + "1|NCT99000302|Haste|\n")}, options);
  CHECK(outcome.ids() == Texts{"NCT99000302"});
  REQUIRE(outcome.reasons() == Texts{"too-large"});
  CHECK(outcome.rejected[0].where.id == "NCT99000301");
}

TEST_CASE("AACT's tables are known by their columns") {
  const auto sniff = format("aact").sniff;
  for (const auto& [name, bytes] : tables()) {
    CAPTURE(name);
    CHECK(sniff(bytes) == (name != "milestones.txt" && name != "links.txt"));
    CHECK_FALSE(format("ctgov-csv").sniff(bytes) != (name == "studies.txt"));
  }
  CHECK_FALSE(sniff("nct_id,brief_title,overall_status,study_type,brief_summary\nNCT99000301,One,,,Two\n"));
  CHECK_FALSE(sniff("NCT Number,Study Title\nNCT99000301,One\n"));
  CHECK_FALSE(sniff(""));
}
