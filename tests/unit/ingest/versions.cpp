// SPDX-License-Identifier: GPL-2.0-or-later
// What the newest record says is what is in the index: documents, terms, words and records.
#include <xapian.h>

#include <functional>
#include <set>

#include "support/by_the_rule.hpp"
#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "support/words_state.hpp"
#include "trialsift/store/xapian_gate.hpp"

using namespace trialsift;
using namespace trialsift::testing;
namespace member = model::member;

namespace {

model::PartialDate date(const char* text) {
  return model::PartialDate::parse(text).value();
}

/// Of each member a value, that no other version has.
model::Trial full(const std::string& version, const char* updated, const char* as_of) {
  model::Trial trial;
  trial.id = model::TrialId::parse(id_of(1)).value();
  const auto text = [&version](const char* of) { return std::string(of) + version; };
  trial.other_ids = {text("ORG-")};
  trial.brief_title = text("title");
  trial.official_title = text("official");
  trial.acronym = text("acro");
  trial.brief_summary = text("summary") + " mesenchymal stem cell (MSC)";
  trial.detailed_description = text("detailed");
  trial.conditions = {text("condition")};
  trial.keywords = {text("keyword")};
  trial.interventions = {{"drug", text("intervention"), text("dose"), {text("brand")}}};
  trial.arms = {{text("arm"), text("described")}};
  trial.eligibility_criteria = text("eligibility");
  trial.outcomes = {{"primary", text("outcome"), text("measured"), text("frame")}};
  trial.lead_sponsor = text("sponsor");
  trial.collaborators = {text("collaborator")};
  trial.locations = {{text("clinic"), text("city"), text("country")}};
  trial.condition_mesh = {text("mesh")};
  trial.intervention_mesh = {text("remedy")};
  trial.mesh_ancestors = {text("ancestor")};
  trial.status = version == "a" ? "suspended" : "terminated";
  trial.why_stopped = text("why");
  trial.study_type = version == "a" ? "interventional" : "observational";
  trial.phases = {version == "a" ? "phase1" : "phase2"};
  trial.allocation = version == "a" ? "randomized" : "non_randomized";
  trial.masking = version == "a" ? "single" : "double";
  trial.purpose = version == "a" ? "treatment" : "prevention";
  trial.intervention_model = version == "a" ? "parallel" : "crossover";
  trial.sponsor_class = version == "a" ? "industry" : "other";
  trial.sex = version == "a" ? "female" : "male";
  trial.minimum_age = version == "a" ? "18 Years" : "20 Years";
  trial.maximum_age = version == "a" ? "65 Years" : "70 Years";
  trial.healthy_volunteers = version == "a" ? "yes" : "no";
  trial.has_results = version == "a" ? "yes" : "no";
  trial.enrollment = version == "a" ? 10 : 20;
  trial.pmids = {version == "a" ? "111" : "222"};
  trial.references = {{"", trial.pmids.front(), ""}};
  trial.start = date(version == "a" ? "2011" : "2012");
  trial.primary_completion = date(version == "a" ? "2013" : "2014");
  trial.completion = date(version == "a" ? "2015" : "2016");
  trial.first_posted = date(version == "a" ? "2010" : "2009");
  trial.results_posted = date(version == "a" ? "2017" : "2018");
  trial.updated = date(updated);
  trial.as_of = date(as_of);
  return trial;
}

/// All that an index knows of its documents.
std::string state_of(SmallIndex& small) {
  const store::Index& index = small.index();
  std::string state = base::hex64(index.manifest().content) + "\n";
  for (const std::string& line : words_state(index.words())) state += line + "\n";
  for (const std::string& line : abbreviations_state(index.abbreviations())) state += line + "\n";
  store::through_gate([&] {
    const Xapian::Database& database = index.database();
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      const Xapian::Document document = database.get_document(*it);
      for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        state += *term + " " + std::to_string(term.get_wdf()) + "\n";
      }
      for (auto value = document.values_begin(); value != document.values_end(); ++value) {
        state += std::to_string(value.get_valueno()) + "=" + *value + "\n";
      }
      const model::Trial trial = index.trial(*it);
      state += store::encode(trial) + trial.as_of.text() + std::to_string(index.tokens().ranked_length(*it));
    }
  });
  return state;
}

/// Both in one run and in two, in either order.
void check_newer_alone(const model::Trial& old, const model::Trial& newer) {
  SmallIndex alone({newer});
  REQUIRE(alone.index().trial(1) == newer);
  const std::string expected = state_of(alone);
  for (const auto& [first, second] : {std::pair(old, newer), std::pair(newer, old)}) {
    SmallIndex together({first, second});
    CHECK(state_of(together) == expected);
    SmallIndex apart({first});
    apart.add({second});
    CHECK(state_of(apart) == expected);
  }
}

ingest::Account add_table(SmallIndex& index, const char* name, const std::string& text, const char* current = "") {
  auto options = index.options({index.folder().write(name, text)});
  options.read.current = model::PartialDate::parse(current).value_or(model::PartialDate());
  return index.run(options);
}

std::string status_of(SmallIndex& index) {
  return index.index().trial(index.index().find(*model::TrialId::parse(id_of(1))).value()).status;
}

const std::string kHead = "NCT Number,Study Title,Study Status\n";
const std::string kRecruiting = kHead + "NCT00000001,Herons,RECRUITING\n";
const std::string kCompleted = kHead + "NCT00000001,Herons,COMPLETED\n";

}  // namespace

TEST_CASE("an index of an older record and a newer full one is the index of the newer alone, whatever it lacks") {
  const model::Trial old = full("a", "2020-01-01", "2020-06-01");
  const model::Trial newer = full("b", "2021-01-01", "2021-06-01");
  // What the details of a study have is not written by to_json().
  model::MemberSet details;
  for (unsigned tag = member::kStartType; tag < member::kAsOf; ++tag) details |= model::MemberSet::of_tag(tag);
  details = details - member::kReferences;
  REQUIRE(model::members_present(newer) == ((model::MemberSet::all() - details) | member::kAsOf));
  check_newer_alone(old, newer);
  model::for_each_member(newer, [&](unsigned tag, std::string_view name, const auto&) {
    // What tells that the record is whole, and newer, is there.
    if (tag == member::kAsOf || tag == member::kResults || tag == member::kReferences) return;
    CAPTURE(name);
    model::Trial without = newer;
    if (tag == member::kUpdated) without.updated = {};
    ByTheRule::copy({}, without, tag);
    if (tag == member::kPmids) without.references.clear();  // they are read from the same place
    check_newer_alone(old, without);
  });
}

TEST_CASE("what the registry has taken back is found no more") {
  model::Trial old = trial(1, {{"title", "Herons"},
                               {"status", "suspended"},
                               {"why_stopped", "Funding"},
                               {"maximum_age", "65 Years"},
                               {"results", "no"},
                               {"updated", "2020"},
                               {"as_of", "2020"}});
  SmallIndex index({old});
  REQUIRE(index.find("why_stopped:funding age:<70") == std::vector{1});
  index.add({trial(
      1, {{"title", "Herons"}, {"status", "recruiting"}, {"results", "no"}, {"updated", "2021"}, {"as_of", "2021"}})});
  CHECK(index.find("why_stopped:funding").empty());
  CHECK(index.find("age:70").empty());
  CHECK(index.find("missing:age status:recruiting") == std::vector{1});
  CHECK_FALSE(index.index().words().find("funding").has_value());
}

TEST_CASE("an answer of chosen fields takes nothing away") {
  SmallIndex index({trial(1, {{"title", "Herons"}, {"summary", "Wading"}, {"updated", "2020"}})});
  index.add({trial(1, {{"title", "Egrets"}, {"updated", "2021"}, {"as_of", "2021"}})});
  CHECK(index.find("summary:wading title:egrets", search::Match::kAll) == std::vector{1});
}

TEST_CASE("of two tables without dates the one said to be newer counts, in either order") {
  SmallIndex forth;
  add_table(forth, "old.csv", kRecruiting, "2024-01-01");
  CHECK(add_table(forth, "new.csv", kCompleted, "2025-01-01").updated == 1);
  CHECK(status_of(forth) == "completed");
  SmallIndex back;
  add_table(back, "new.csv", kCompleted, "2025-01-01");
  CHECK(add_table(back, "old.csv", kRecruiting, "2024-01-01").unchanged == 1);
  CHECK(status_of(back) == "completed");
  CHECK(forth.index().manifest().content == back.index().manifest().content);
  CHECK(forth.index().manifest().sources.front().current == "2025-01-01");
}

TEST_CASE("two tables that differ, with nothing to tell which is newer, are a conflict, in either order") {
  std::set<std::string> left;
  for (const auto& [first, second] : {std::pair(kRecruiting, kCompleted), std::pair(kCompleted, kRecruiting)}) {
    SmallIndex index;
    CHECK(add_table(index, "a.csv", first).conflicts == 0);
    const auto account = add_table(index, "b.csv", second);
    CHECK(account.conflicts == 1);
    CHECK(account.unchanged == 0);
    CHECK(account.updated == 0);
    CHECK(account.read == 1);
    REQUIRE(account.conflicting.size() == 1);
    CHECK(account.conflicting[0].id == id_of(1));
    CHECK(account.conflicting[0].members == member::kStatus);
    left.insert(status_of(index));
    // Again: no news, and still a conflict.
    const auto again = add_table(index, "a.csv", first);
    CHECK(again.conflicts + again.unchanged == 1);
    CHECK(again.conflicts == (status_of(index) == (first == kRecruiting ? "recruiting" : "completed") ? 0 : 1));

    SmallIndex together;
    auto options =
        together.options({together.folder().write("a.csv", first), together.folder().write("b.csv", second)});
    const auto both = together.run(options);
    CHECK(both.added == 1);
    CHECK(both.conflicts == 1);
    CHECK(both.duplicates == 0);
    CHECK(both.read == 2);
    left.insert(status_of(together));
  }
  CHECK(left.size() == 1);
}

TEST_CASE("a date tells --current nothing where the record has its own") {
  SmallIndex index;
  const std::string head = "NCT Number,Study Title,Last Update Posted\n";
  add_table(index, "new.csv", head + "NCT00000001,New,2024-05-01\n");
  add_table(index, "old.csv", head + "NCT00000001,Old,2023-01-01\n", "2025-01-01");
  CHECK(index.find("title:new") == std::vector{1});
}

TEST_CASE("the WHO's later copy has the newer status") {
  const std::string who =
      "TrialID,Last Refreshed on,Public title,Recruitment Status,Source Register\n"
      "NCT00000001,6 January 2025,Herons,Not recruiting,ClinicalTrials.gov\n";
  const auto api =
      trial(1, {{"title", "Herons"}, {"status", "RECRUITING"}, {"updated", "2019-01-01"}, {"as_of", "2019-06-01"}});
  SmallIndex forth({api});
  add_table(forth, "who.csv", who);
  SmallIndex back;
  add_table(back, "who.csv", who);
  back.add({api});
  CHECK(status_of(forth) == "not_recruiting");
  CHECK(status_of(back) == "not_recruiting");
  CHECK(forth.find("as_of:2025") == std::vector{1});
  CHECK(forth.find("as_of:..2024").empty());
}

TEST_CASE("as_of is a field of its own, and follows the source of an unchanged record") {
  const auto heron = [](const char* as_of) {
    return trial(1, {{"title", "Herons"}, {"status", "RECRUITING"}, {"completion", "2023-05"}, {"as_of", as_of}});
  };
  SmallIndex index({heron("2023-01-01"), trial(2, {{"title", "Herons"}, {"status", "RECRUITING"}})});
  CHECK(index.find("as_of:2023") == std::vector{1});
  CHECK(index.find("missing:as_of") == std::vector{2});
  CHECK(index.find("has:as_of herons") == std::vector{1});
  CHECK(index.find("status:recruiting_past_completion").empty());
  CHECK(index.add({heron("2024-02-02")}).unchanged == 1);
  CHECK(index.find("as_of:2023").empty());
  CHECK(index.find("herons as_of:>=2024-02-02") == std::vector{1});
  CHECK(index.find("status:recruiting_past_completion") == std::vector{1});
}

TEST_CASE("each record's part comes with its file, format and dates") {
  SmallIndex index;
  add_table(index, "a.csv", kRecruiting, "2024-01-01");
  index.add({trial(1, {{"title", "Herons of the sea"}, {"updated", "2024-05"}})}, "b.json");
  const auto origins = index.index().origins();
  const store::MergedTrial merged = index.index().records().merged(1, *origins);
  const store::Version* const status = merged.source_of(member::kStatus);
  REQUIRE(status != nullptr);
  CHECK(status->origin->file.ends_with("a.csv"));
  CHECK(status->origin->format == "ctgov-csv");
  CHECK(status->as_of.text() == "2024-01-01");
  const store::Version* const title = merged.source_of(member::kBriefTitle);
  REQUIRE(title != nullptr);
  CHECK(title->origin->file.ends_with("b.json"));
  CHECK(title->updated.text() == "2024-05");
  CHECK(merged.source_of(member::kAcronym) == nullptr);
}

TEST_CASE("the index remembers what it rejected and removed, until a good record comes") {
  const auto id = [](int number) { return model::TrialId::parse(id_of(number)).value(); };
  SmallIndex index({trial(1, {{"title", "Herons"}}), trial(2, {{"title", "Owls"}})});
  const std::string bad = "{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT00000003\",]}}}\n";
  auto options = index.options({index.folder().write("bad.json", to_json(trial(2, {{"title", "Owls"}})) + bad)});
  options.delete_missing = true;
  options.date = "2026-01-05";
  CHECK(index.run(options).removed == 1);
  {
    const store::Absences absences = index.index().absences();
    REQUIRE(absences.find(id(1)) != nullptr);
    CHECK(absences.find(id(1))->kind == store::Absence::Kind::kRemoved);
    CHECK(absences.find(id(1))->date == "2026-01-05");
    CHECK(absences.find(id(1))->run == 2);
    REQUIRE(absences.find(id(3)) != nullptr);
    CHECK(absences.find(id(3))->kind == store::Absence::Kind::kRejected);
    CHECK(absences.find(id(3))->reason == "bad-json");
    CHECK(absences.find(id(3))->where.line == 2);
    CHECK(absences.find(id(2)) == nullptr);
  }
  // The same again is no news, whatever the date.
  options.date = "2026-02-05";
  CHECK_FALSE(index.run(options).published);
  index.add({trial(1, {{"title", "Herons"}}), trial(3, {{"title", "Storks"}})});
  CHECK(index.index().absences().size() == 0);
}

TEST_CASE("a run that only rejects something new is remembered") {
  SmallIndex index({trial(1, {{"title", "Herons"}})});
  const std::string bad = "{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT00000003\",]}}}\n";
  const auto account =
      index.run(index.options({index.folder().write("export-1.json", to_json(trial(1, {{"title", "Herons"}})) + bad)}));
  CHECK(account.unchanged == 1);
  CHECK(account.published);
  CHECK(index.index().absences().size() == 1);
  CHECK(index.find("herons") == std::vector{1});
}
