// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/trial_table.hpp"

#include "support/catch.hpp"
#include "unit/render/rendered.hpp"

using namespace trialsift;
using namespace trialsift::render;
using namespace trialsift::testing;

namespace {

model::Trial whole() {
  model::Trial trial;
  trial.id = model::TrialId::parse("NCT99000001").value();
  trial.other_ids = {"WRK-14"};
  trial.brief_title = "Oil for clocks";
  trial.acronym = "TICK";
  trial.study_type = "interventional";
  trial.phases = {"phase2", "phase3"};
  trial.allocation = "randomized";
  trial.intervention_model = "parallel";
  trial.masking = "double";
  trial.who_masked = {"participant", "investigator"};
  trial.arms = {{"Oiled", "Drops of oil.", "experimental", {"Oil", "Key"}}, {"Dry", "", "no_intervention", {}}};
  trial.interventions = {{"drug", "Oil", "", {}}, {"device", "Key", "", {}}};
  trial.enrollment = 60;
  trial.enrollment_type = "actual";
  trial.conditions = {"Haste", "Delay"};
  trial.minimum_age = "18 Years";
  trial.sex = "female";
  trial.outcomes = {{"primary", "Ticks", "", "one day"}, {"primary", "Tocks", "", ""}, {"secondary", "Rust", "", ""}};
  trial.lead_sponsor = "Clock House";
  trial.sponsor_class = "industry";
  trial.collaborators = {"A Tower"};
  trial.locations = {{"", "Ghent", "Belgium"}, {"", "Bruges", "Belgium"}, {"", "Lille", "France"}};
  trial.start = model::PartialDate::parse("2020-01").value();
  trial.start_type = "actual";
  trial.completion = model::PartialDate::parse("2022").value();
  trial.status = "completed";
  trial.has_results = "yes";
  trial.results_posted = model::PartialDate::parse("2023-03-04").value();
  return trial;
}

}  // namespace

TEST_CASE("a table of characteristics has a row a trial with all that a review tells of it") {
  const auto rows = trial_table_rows("characteristics", whole());
  REQUIRE(rows.size() == 1);
  CHECK(rows[0] == TrialRow{"NCT99000001\nWRK-14", "Oil for clocks (TICK)",
                            "Interventional, phase 2, phase 3, randomized, parallel, masking: double (participant, "
                            "investigator)",
                            "Oiled (experimental): Oil + Key\nDry (no intervention)", "60 (actual)",
                            "Haste, Delay\n18 Years and older\nfemale", "Ticks [one day]\nTocks",
                            "Clock House (industry)\nwith A Tower", "Belgium\nFrance",
                            "start 2020-01 (actual)\ncompletion 2022", "Completed", "Yes (posted 2023-03-04)"});
  CHECK(rows[0].size() == trial_table_headings("characteristics").size());
}

TEST_CASE("a table of arms has a row an arm, and one for a trial that tells none") {
  const auto rows = trial_table_rows("arm-characteristics", whole());
  REQUIRE(rows.size() == 2);
  CHECK(rows[0][3] == "Oiled (experimental)");
  CHECK(rows[0][4] == "Drug: Oil\nDevice: Key");
  CHECK(rows[0][5] == "Drops of oil.");
  CHECK(rows[1][4].empty());
  model::Trial without = whole();
  without.arms.clear();
  const auto one = trial_table_rows("arm-characteristics", without);
  REQUIRE(one.size() == 1);
  CHECK(one[0][3].empty());
  CHECK(one[0][4] == "Drug: Oil\nDevice: Key");
}

TEST_CASE("a trial of which little is told has empty cells") {
  model::Trial trial;
  trial.id = model::TrialId::parse("NCT99000001").value();
  for (const std::string& table : trial_tables()) {
    const auto rows = trial_table_rows(table, trial);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].size() == trial_table_headings(table).size());
    CHECK(std::count(rows[0].begin(), rows[0].end(), "") == static_cast<std::ptrdiff_t>(rows[0].size()) - 1);
  }
}

TEST_CASE("tables of trials are written as CSV, Markdown and HTML, and what records say is no markup in them") {
  ExportOptions chosen;
  chosen.table = "characteristics";
  const std::string csv = rendered("csv", {trial(1, {{"title", "ant, bee"}, {"sponsor", "=1"}})}, "ant", chosen);
  CHECK(
      csv.starts_with("trial,title,design,arms,n,population,primary_outcomes,sponsor,countries,dates,status,results"));
  CHECK(csv.find("NCT00000001,\"ant, bee\",,,,,,'=1,,,,\r\n") != std::string::npos);
  const std::string markdown = rendered("markdown", {trial(1, {{"title", "a|b"}})}, "a", chosen);
  CHECK(markdown.find("| NCT00000001 | a\\|b |") != std::string::npos);
  const std::string html = rendered("html", {trial(1, {{"title", "<b>ant"}})}, "ant", chosen);
  CHECK(html.find("<td dir=\"auto\">&lt;b&gt;ant</td>") != std::string::npos);
  CHECK(html.find("class=\"hits\"") == std::string::npos);
}
