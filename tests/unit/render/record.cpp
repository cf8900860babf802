// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <string_view>

#include <algorithm>
#include "render/layout.hpp"

#include "support/catch.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/render/report.hpp"
#include "trialsift/schema/fields.hpp"

using namespace trialsift;
using namespace trialsift::render;

namespace {

model::PartialDate date(std::string_view text) {
  return *model::PartialDate::parse(text);
}

model::Trial full_trial() {
  model::Trial t;
  t.id = *model::TrialId::parse("NCT00000001");
  t.other_ids = {"ORG-1", "2004-000001-11"};
  t.brief_title = "Brief title";
  t.official_title = "Official title";
  t.acronym = "ACRO";
  t.brief_summary = "Short \"summary\".";
  t.detailed_description = "First paragraph.\n\n* item one\n* item two";
  t.conditions = {"Myeloma", "Anemia"};
  t.keywords = {"keyword"};
  t.interventions = {{"drug", "Aspirin", "A pill", {"ASA"}}, {"device", "Stent", "", {}}};
  t.arms = {{"Arm A", "gets a pill"}, {"Arm B", ""}};
  t.eligibility_criteria = "Age > 18";
  t.outcomes = {{"primary", "Survival", "overall", "1 year"}, {"other", "Cost", "", ""}};
  t.lead_sponsor = "Sponsor";
  t.collaborators = {"Helper One", "Helper Two"};
  t.locations = {{"Clinic", "Bern", "Switzerland"}, {"", "", "France"}};
  t.condition_mesh = {"Multiple Myeloma"};
  t.intervention_mesh = {"Aspirin"};
  t.mesh_ancestors = {"Neoplasms"};
  t.status = "active_not_recruiting";
  t.why_stopped = "No funds";
  t.study_type = "interventional";
  t.phases = {"phase1", "phase2"};
  t.allocation = "randomized";
  t.masking = "double";
  t.purpose = "treatment";
  t.intervention_model = "parallel";
  t.sponsor_class = "industry";
  t.sex = "female";
  t.minimum_age = "18 Years";
  t.maximum_age = "65 Years";
  t.healthy_volunteers = "no";
  t.has_results = "yes";
  t.enrollment = 42;
  t.pmids = {"123", "456"};
  t.start = date("2015-06");
  t.primary_completion = date("2016-01-02");
  t.completion = date("2017");
  t.first_posted = date("2014-01-03");
  t.updated = date("2018-05-06");
  t.results_posted = date("2018-01-01");
  t.as_of = date("2025-01-02");
  t.start_type = "actual";
  t.primary_completion_type = "actual";
  t.completion_type = "estimated";
  t.enrollment_type = "estimated";
  t.last_known_status = "recruiting";
  t.observational_model = "case_control";
  t.time_perspective = "cross_sectional";
  t.study_population = "Outpatients.";
  t.masking_description = "Sealed.";
  t.model_description = "Two by two.";
  t.who_masked = {"participant", "outcomes_assessor"};
  t.gender_description = "By self-report.";
  t.fda_drug = "yes";
  t.fda_device = "no";
  t.ipd_sharing = "undecided";
  t.ipd_plan = "Perhaps.";
  t.contacts = {{"principal_investigator", "B. Head", "Clinic", "", ""}};
  t.references = {{"result", "123", "A paper."}};
  t.result_outcomes = {{"primary", "Deaths", "", "2 years"}};
  t.adverse_events = {"Rash", "Nausea"};
  return t;
}

/// Reads one JSON value from `at` on; false if there is none. Escapes are not looked into.
bool skip_value(std::string_view json, std::size_t& at) {
  const auto take = [&](char c) { return at < json.size() && json[at] == c && ++at > 0; };
  const auto skip_string = [&] {
    if (!take('"')) return false;
    while (at < json.size() && json[at] != '"') {
      if (static_cast<unsigned char>(json[at]) < 0x20) return false;
      at += json[at] == '\\' ? 2 : 1;
    }
    return take('"');
  };
  if (at >= json.size()) return false;
  const char first = json[at];
  if (first == '"') return skip_string();
  if (first == '{' || first == '[') {
    const char last = first == '{' ? '}' : ']';
    ++at;
    if (take(last)) return true;
    do {
      if (first == '{' && !(skip_string() && take(':'))) return false;
      if (!skip_value(json, at)) return false;
    } while (take(','));
    return take(last);
  }
  for (const std::string_view word : {"true", "false", "null"}) {
    if (!json.substr(at).starts_with(word)) continue;
    at += word.size();
    return true;
  }
  const std::size_t begin = at;
  while (at < json.size() && std::string_view("+-.0123456789").find(json[at]) != std::string_view::npos) ++at;
  return at > begin;
}

bool is_json(std::string_view text) {
  std::size_t at = 0;
  return skip_value(text, at) && at == text.size();
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("every field that has a place stands once on the page, under its label") {
  Style style;
  style.width = 0;
  const std::string page = "\n" + record_text(full_trial(), style);
  for (const schema::Field& field : schema::fields()) {
    if (field.place == schema::Place::kNone) continue;
    CAPTURE(field.name);
    const std::string label = "\n" + std::string(field.label) + (field.place == schema::Place::kLine ? ": " : "\n  ");
    const std::size_t at = page.find(label);
    REQUIRE(at != std::string::npos);
    CHECK(page.find(label, at + 1) == std::string::npos);
  }
}

TEST_CASE("a whole record is a page of labelled lines") {
  Style style;
  style.width = 0;
  const std::string page = record_text(full_trial(), style);
  CHECK(page.starts_with("NCT00000001\nBrief title\n\n"));
  for (const std::string_view line : {"Official title:     Official title\n",
                                      "Acronym:            ACRO\n",
                                      "Page:               https://clinicaltrials.gov/study/NCT00000001\n",
                                      "Other ids:          ORG-1, 2004-000001-11\n",
                                      "Status:             Active, not recruiting (as of 2025-01-02)\n",
                                      "Why stopped:        No funds\n",
                                      "Type:               Interventional\n",
                                      "Phase:              Phase 1, Phase 2\n",
                                      "Enrollment:         42 (estimated)\n",
                                      "Start:              2015-06 (actual)\n",
                                      "Completion:         2017 (estimated)\n",
                                      "Sponsor:            Sponsor\n",
                                      "Collaborators:      Helper One; Helper Two\n",
                                      "Conditions:         Myeloma; Anemia\n",
                                      "Sex:                Female\n",
                                      "Ages:               18 Years to 65 Years\n",
                                      "PubMed ids:         123, 456\n",
                                      "\nBrief summary\n  Short \"summary\".\n",
                                      "\nDetailed description\n  First paragraph.\n\n  * item one\n  * item two\n",
                                      "\nInterventions\n  - Drug: Aspirin (ASA): A pill\n  - Device: Stent\n",
                                      "\nArms\n  - Arm A: gets a pill\n  - Arm B\n",
                                      "\nOutcomes\n  - Primary: Survival: overall [1 year]\n  - Other: Cost\n",
                                      "\nEligibility\n  Age > 18\n",
                                      "\nLocations (2)\n  - Switzerland: Clinic, Bern\n  - France\n"}) {
    CAPTURE(line);
    CHECK(has(page, line));
  }
  CHECK_FALSE(has(page, "\x1b"));
}

TEST_CASE("an empty record has neither labels nor headings") {
  const std::string page = record_text(model::Trial(), Style());
  CHECK(page.find_first_not_of('\n') == std::string::npos);
  model::Trial trial;
  trial.id = *model::TrialId::parse("NCT00000001");
  CHECK(base::trim(record_text(trial, Style())) ==
        "NCT00000001\n\n\nPage:               https://clinicaltrials.gov/study/NCT00000001");
}

TEST_CASE("the lines of a list stand under its text, as deep as the record has them") {
  model::Trial trial;
  trial.eligibility_criteria =
      "Inclusion:\n\n* adults who can walk upstairs\n  - without any help of others\n10. the tenth of many criteria";
  Style style;
  style.width = 30;
  CHECK(has(record_text(trial, style),
            "  Inclusion:\n"
            "\n"
            "  * adults who can walk\n"
            "    upstairs\n"
            "    - without any help of\n"
            "      others\n"
            "  10. the tenth of many\n"
            "      criteria\n"));
}

TEST_CASE("places are told country by country") {
  model::Trial trial;
  trial.locations = {{"A", "Lille", "France"}, {"B", "Bern", "Switzerland"}, {"", "Paris", "France"}, {"C", "", ""}};
  CHECK(has(record_text(trial, Style()),
            "Locations (4)\n  - France (2): A, Lille; Paris\n  - Switzerland: B, Bern\n  - C\n"));
}

TEST_CASE("ages are told with one end open") {
  model::Trial trial;
  trial.minimum_age = "18 Years";
  CHECK(has(record_text(trial, Style()), "Ages:               18 Years and older\n"));
  trial.minimum_age.clear();
  trial.maximum_age = "65 Years";
  CHECK(has(record_text(trial, Style()), "Ages:               up to 65 Years\n"));
}

TEST_CASE("a page keeps to its width") {
  model::Trial trial = full_trial();
  for (int i = 0; i < 100; ++i) {
    trial.brief_summary += " more words";
    trial.conditions.push_back("Another condition");
  }
  for (const std::size_t width : {50U, 80U, 120U}) {
    Style style;
    style.width = width;
    const std::string page = record_text(trial, style);
    for (const std::string_view line : base::split(page, '\n')) {
      if (line.find("https://") == std::string_view::npos) CHECK(columns(line) <= width);
    }
  }
}

TEST_CASE("no member of a record brings a control character to the terminal") {
  model::Trial trial = full_trial();
  const std::string evil = "x\x1b]0;x\x07\xC2\x9B\xE2\x80\xAE";
  const auto spoil = [&evil](std::string& text) { text = evil; };
  model::for_each_member(trial, [&](unsigned, std::string_view, auto& member) {
    using Member = std::decay_t<decltype(member)>;
    if constexpr (std::is_same_v<Member, std::string>) spoil(member);
    if constexpr (std::is_same_v<Member, std::vector<std::string>>) {
      for (std::string& text : member) spoil(text);
    }
  });
  trial.interventions = {{evil, evil, evil, {evil}}};
  trial.arms = {{evil, evil}};
  trial.outcomes = {{evil, evil, evil, evil}};
  trial.locations = {{evil, evil, evil}};
  const std::string page = record_text(trial, Style());
  CHECK(base::printable(page) == page);
  const std::string json = record_json(trial);
  CHECK(is_json(json));
  CHECK(json.find_first_of("\x1b\x07\n") == std::string::npos);
  CHECK_FALSE(has(json, "\xC2\x9B"));
}

TEST_CASE("a page tells what is estimated, who is masked, whom to ask, what is cited and what results there are") {
  const std::string page = record_text(full_trial(), Style());
  for (const std::string_view part : {"2015-06 (actual)", "42 (estimated)", "Participant, Outcomes assessor",
                                      "Case-control", "- Principal investigator: B. Head, Clinic",
                                      "- Results: A paper. PMID 123", "- Primary: Deaths [2 years]", "Rash; Nausea"}) {
    CAPTURE(part);
    CHECK(has(page, part));
  }
}

TEST_CASE("colours and links surround what they should and change no text") {
  Style style;
  style.color = true;
  style.links = true;
  const std::string page = record_text(full_trial(), style);
  CHECK(page.starts_with("\x1b]8;;https://clinicaltrials.gov/study/NCT00000001\x1b\\\x1b[35mNCT00000001\x1b[0m"));
  CHECK(has(page, "\x1b[1mBrief\x1b[0m"));
  CHECK(has(page, "\x1b[1mAcronym:\x1b[0m            ACRO\n"));
}

TEST_CASE("a whole record is one line of JSON with every member") {
  const model::Trial trial = full_trial();
  const std::string json = record_json(trial);
  CHECK(is_json(json));
  CHECK(json.find('\n') == std::string::npos);
  CHECK(json.starts_with(R"({"type":"record","schema":1,"id":"NCT00000001","nct_id":"NCT00000001",)"
                         R"("url":"https://clinicaltrials.gov/study/NCT00000001","record":{)"));
  std::size_t last = 0;
  model::for_each_member(trial, [&](unsigned, std::string_view name, const auto&) {
    CAPTURE(name);
    const std::size_t place = json.find("\"" + std::string(name) + "\":", std::max(last, json.find("\"record\":")));
    CHECK(place != std::string::npos);
    if (name != "type") CHECK(place > last);
    if (name != "type") last = place;
  });
  for (
      const std::string_view part :
      {R"("brief_summary":"Short \"summary\".")", R"("conditions":["Myeloma","Anemia"])",
       R"({"type":"drug","name":"Aspirin","description":"A pill","other_names":["ASA"]})",
       R"({"label":"Arm B","description":"","type":"","interventions":[]})",
       R"({"kind":"primary","measure":"Survival","description":"overall","time_frame":"1 year"})",
       R"({"facility":"Clinic","city":"Bern","country":"Switzerland","state":"","zip":"","status":"","coordinates":""})",
       R"({"role":"principal_investigator","name":"B. Head","affiliation":"Clinic","phone":"","email":""})",
       R"({"type":"result","pmid":"123","citation":"A paper."})", R"("start_type":"actual")", R"("enrollment":42)",
       R"("start":"2015-06")", R"("status":"active_not_recruiting")", R"("phases":["phase1","phase2"])"}) {
    CAPTURE(part);
    CHECK(has(json, part));
  }
}

TEST_CASE("an empty record is JSON with empty members") {
  const std::string json = record_json(model::Trial());
  CHECK(is_json(json));
  CHECK_FALSE(has(json, "nct_id"));
  CHECK(has(json, R"("enrollment":null)"));
  CHECK(has(json, R"("conditions":[])"));
  CHECK(has(json, R"("interventions":[])"));
  CHECK(has(json, R"("start":"")"));
  CHECK(has(json, R"("brief_title":"")"));
}

TEST_CASE("a record of another registry has no NCT number") {
  model::Trial trial;
  trial.id = *model::TrialId::parse("ISRCTN12345678");
  CHECK(record_json(trial).starts_with(R"({"type":"record","schema":1,"id":"ISRCTN12345678","url":)"));
}

TEST_CASE("ill-formed text of a record is written as well-formed JSON") {
  model::Trial trial;
  trial.brief_title = "a\xFF\xC3";
  const std::string json = record_json(trial);
  CHECK(base::is_utf8(json));
  CHECK(is_json(json));
}
