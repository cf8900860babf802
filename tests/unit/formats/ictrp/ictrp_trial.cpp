// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/ictrp/ictrp_trial.hpp"

#include "support/catch.hpp"

using namespace trialsift;
using namespace trialsift::formats;
using Texts = std::vector<std::string>;
using Cells = std::vector<std::pair<std::string, std::string>>;

namespace {

model::Trial trial_of(const Cells& cells, std::string_view id = "ISRCTN99000201") {
  IctrpRow row;
  for (const auto& [name, value] : cells) row.add(name, value);
  return trial_of_ictrp(row, *model::TrialId::parse(id));
}

}  // namespace

TEST_CASE("a row of the WHO's platform fills a trial") {
  const model::Trial trial = trial_of({{"TrialID", "ISRCTN99000201"},
                                       {"Last Refreshed on", "17 February 2020"},
                                       {"Public title", "Salt  lamps in hay fever"},
                                       {"Scientific title", "Salt lamps, long" + std::string(200, ' ')},
                                       {"Acronym", "SALT"},
                                       {"Primary sponsor", "Clinic of Anywhere"},
                                       {"Secondary Sponsor", "Lamp Fund;Town"},
                                       {"Secondary ID", "LAMP-1;U1111-0000-0000"},
                                       {"Date registration", "03/02/2020"},
                                       {"Date registration3", "20200203"},
                                       {"Export date", "4/5/2020 4:11:24 PM"},
                                       {"Recruitment Status", "Not Recruiting"},
                                       {"Inclusion agemin", "18"},
                                       {"Inclusion agemax", "65 years"},
                                       {"Inclusion gender", "Both males and females"},
                                       {"Date enrollement", "09/03/2020"},
                                       {"Target size", "Lamp group:30;Control group:31;"},
                                       {"Study type", "Interventional study"},
                                       {"Study design",
                                        "Allocation: Randomized. Intervention model: Parallel Assignment. "
                                        "Primary purpose: Treatment. Masking: Double (Participant, Investigator)."},
                                       {"Phase", "2-3"},
                                       {"Countries", "Iceland;Malta;Iceland"},
                                       {"Inclusion Criteria", "Inclusion criteria: 1. Sneezing;\n<br>2. Age &gt; 18"},
                                       {"Exclusion Criteria", "Asthma"},
                                       {"Condition", "Hay fever; Asthma <br>Respiratory"},
                                       {"Intervention", "A lamp; on each table"},
                                       {"Primary outcome", "Sneezes a day"},
                                       {"Secondary outcome", "Sleep"},
                                       {"results date posted", "01/12/2021"},
                                       {"results date completed", "30/11/2020"},
                                       {"results url link", "http://example.org"}});
  CHECK(trial.other_ids == Texts{"LAMP-1", "U1111-0000-0000"});
  CHECK(trial.brief_title == "Salt lamps in hay fever");
  CHECK(trial.official_title == "Salt lamps, long");
  CHECK(trial.acronym == "SALT");
  CHECK(trial.lead_sponsor == "Clinic of Anywhere");
  CHECK(trial.collaborators == Texts{"Lamp Fund", "Town"});
  CHECK(trial.first_posted.text() == "2020-02-03");
  CHECK(trial.as_of.text() == "2020-02-17");
  CHECK(trial.status == "not_recruiting");
  CHECK(trial.minimum_age == "18 Years");
  CHECK(trial.maximum_age == "65 Years");
  CHECK(trial.sex == "all");
  CHECK(trial.start.text() == "2020-03-09");
  CHECK(trial.enrollment == 61);
  CHECK(trial.study_type == "interventional");
  CHECK(trial.allocation == "randomized");
  CHECK(trial.intervention_model == "parallel");
  CHECK(trial.purpose == "treatment");
  CHECK(trial.masking == "double");
  CHECK(trial.phases == Texts{"phase2", "phase3"});
  CHECK(trial.locations == std::vector<model::Location>{{"", "", "Iceland"}, {"", "", "Malta"}});
  CHECK(trial.eligibility_criteria == "Inclusion criteria: 1. Sneezing;\n2. Age > 18\n\nExclusion criteria: Asthma");
  CHECK(trial.conditions == Texts{"Hay fever", "Asthma", "Respiratory"});
  CHECK(trial.interventions == std::vector<model::Intervention>{{"", "A lamp; on each table", "", {}}});
  CHECK(trial.outcomes ==
        std::vector<model::Outcome>{{"primary", "Sneezes a day", "", ""}, {"secondary", "Sleep", "", ""}});
  CHECK(trial.results_posted.text() == "2021-12-01");
  CHECK(trial.completion.text() == "2020-11-30");
  CHECK(trial.has_results == "yes");
}

TEST_CASE("the names of the columns are compared without case, blanks and underscores") {
  CHECK(trial_of({{"Public_title", "A"}}).brief_title == "A");
  CHECK(trial_of({{"public TITLE", "A"}}).brief_title == "A");
  CHECK(trial_of({{"publictitle", "A"}}).brief_title == "A");
}

TEST_CASE("ids that come in several elements are all kept") {
  CHECK(trial_of({{"Secondary_ID", "A-1"}, {"Secondary_ID", ""}, {"Secondary_ID", "B-2, ISRCTN99000201"}}).other_ids ==
        Texts{"A-1", "B-2"});
}

TEST_CASE("a line break beside a tag is the tag's") {
  const auto criteria = [](const char* text) { return trial_of({{"Inclusion criteria", text}}).eligibility_criteria; };
  CHECK(criteria("\n<br>  One\n<br>\n<br>  Two<br/>Three<BR />\nFour<br>  ") == "One\n\nTwo\nThree\nFour");
  CHECK(criteria("age <40 or >70 <b") == "age <40 or >70 <b");
}

TEST_CASE("criteria of ClinicalTrials.gov come without their hard line breaks") {
  CHECK(trial_of({{"Inclusion criteria",
                   "\n<br>        Inclusion Criteria:\n<br>\n<br>          -  Adults who\n<br>             "
                   "sneeze\n<br>\n<br>          -  Others\n<br>      "}},
                 "NCT99000201")
            .eligibility_criteria == "Inclusion Criteria:\n\n- Adults who sneeze\n- Others");
}

TEST_CASE("lists of interventions and outcomes are parted where the registry makes lists") {
  const model::Trial trial =
      trial_of({{"Intervention", "Drug: A;Biological: B 1:1;Nothing"}, {"Primary outcome", "x;y;"}}, "NCT99000201");
  CHECK(trial.interventions == std::vector<model::Intervention>{
                                   {"drug", "A", "", {}}, {"biological", "B 1:1", "", {}}, {"", "Nothing", "", {}}});
  CHECK(trial.outcomes == std::vector<model::Outcome>{{"primary", "x", "", ""}, {"primary", "y", "", ""}});
}

TEST_CASE("ages are read in the spellings of the registries") {
  const auto age = [](const char* text) { return trial_of({{"Inclusion agemin", text}}).minimum_age; };
  CHECK(age(">= 20age old") == "20 Years");
  CHECK(age("18years-old") == "18 Years");
  CHECK(age("6 months") == "6 Months");
  CHECK(age("6M") == "6 Months");
  CHECK(age("0") == "No limit");
  CHECK(age("no limit") == "No limit");
  CHECK(age("N/A") == "No limit");
  CHECK(age("Not applicable").empty());
  CHECK(age("18 moons").empty());
}

TEST_CASE("sexes, phases and designs of the EU's register are read from its lists") {
  const model::Trial trial = trial_of(
      {{"Inclusion gender", "<br>Female: yes<br>Male: no<br>"},
       {"Phase",
        "Human pharmacology (Phase I): no\nTherapeutic exploratory (Phase II): yes\nTherapeutic confirmatory - "
        "(Phase III): yes\nTherapeutic use (Phase IV): no"},
       {"Study design",
        "<br>  Controlled: yes<br>  Randomised: yes<br>  Open: no<br>  Double blind: yes<br>  Cross over: yes"},
       {"Study type", "Interventional clinical trial of medicinal product"},
       {"Recruitment status", "Authorised"},
       {"Condition",
        "Hay fever <br>\n  MedDRA version: 20.1\n  Level: LLT\n  Term: Pollinosis\n  System Organ Class: "
        "1\n  ;Therapeutic area: Noses"}});
  CHECK(trial.sex == "female");
  CHECK(trial.phases == Texts{"phase2", "phase3"});
  CHECK(trial.allocation == "randomized");
  CHECK(trial.masking == "double");
  CHECK(trial.intervention_model == "crossover");
  CHECK(trial.study_type == "interventional");
  CHECK(trial.status == "authorised");
  CHECK(trial.conditions == Texts{"Hay fever", "Pollinosis", "Therapeutic area: Noses"});
}

TEST_CASE("a target size that is no number of people is unknown") {
  CHECK(trial_of({{"Target size", "about 30"}}).enrollment == 30);
  CHECK_FALSE(trial_of({{"Target size", "30 per arm"}}).enrollment);
  CHECK_FALSE(trial_of({{"Target size", "A:30;B:unknown"}}).enrollment);
  CHECK(trial_of({{"Target size", "125"}}).enrollment == 125);
}

TEST_CASE("the export's date has the month first and stands in for the day of the copy") {
  IctrpRow row;
  row.add("Export_date", "3/18/2020 6:53:35 PM");
  CHECK(ictrp_export_date(row).text() == "2020-03-18");
  CHECK(trial_of({{"Export_date", "4/5/2020 6:53:35 PM"}}).as_of.text() == "2020-04-05");
}
