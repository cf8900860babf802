// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/schema/fields.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "support/catch.hpp"
#include "trialsift/base/text.hpp"

using namespace trialsift;
using namespace trialsift::schema;
using Views = std::vector<std::string_view>;

namespace {

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return out;
}

Views texts_of(std::string_view name, const model::Trial& trial) {
  Views out;
  find_field(name)->texts(trial, out);
  return out;
}

Views names_of(const std::vector<const Field*>& fields) {
  Views names;
  for (const Field* field : fields) names.push_back(field->name);
  return names;
}

}  // namespace

TEST_CASE("a field is found by its name and its aliases in any case") {
  for (const Field& field : fields()) {
    CAPTURE(field.name);
    CHECK(find_field(field.name) == &field);
    CHECK(find_field(upper(field.name)) == &field);
    for (const std::string_view alias : field.aliases) {
      if (alias.empty()) continue;
      CHECK(find_field(alias) == &field);
      CHECK(find_field(upper(alias)) == &field);
    }
  }
}

TEST_CASE("what names no field finds none") {
  for (const std::string_view name : {"", " ", "titel", "title ", "any", "titl", "XS"}) {
    CAPTURE(name);
    CHECK(find_field(name) == nullptr);
  }
}

TEST_CASE("a field's number is its row") {
  for (std::size_t i = 0; i < fields().size(); ++i) CHECK(field_number(fields()[i]) == i);
}

TEST_CASE("combined names stand for text fields that exist") {
  for (const CombinedField& combined : combined_fields()) {
    CAPTURE(combined.name);
    CHECK(find_field(combined.name) == nullptr);
    CHECK_FALSE(combined.about.empty());
    const auto found = text_fields(combined.name);
    CHECK(found == text_fields(upper(combined.name)));
    CHECK_FALSE(found.empty());
    std::set<const Field*> distinct;
    for (const Field* field : found) {
      REQUIRE(field != nullptr);
      CHECK(field->kind == Kind::kText);
      CHECK(distinct.insert(field).second);
    }
  }
  CHECK(names_of(text_fields("desc")) == Views{"summary", "detailed"});
}

TEST_CASE("one name stands for every text field") {
  std::vector<const Field*> every;
  for (const Field& field : fields()) {
    if (field.kind == Kind::kText) every.push_back(&field);
  }
  CHECK(text_fields("af") == every);
}

TEST_CASE("a field with a place on the page has a label, and an interval its text") {
  for (const Field& field : fields()) {
    CAPTURE(field.name);
    CHECK((field.place == Place::kNone) == field.label.empty());
    CHECK((field.interval != nullptr) == (field.shown != nullptr));
  }
  model::Trial trial;
  CHECK(find_field("age")->shown(trial).empty());
  CHECK(find_field("start")->shown(trial).empty());
  CHECK(find_field("enrollment")->shown(trial).empty());
  trial.minimum_age = "18 Years";
  trial.start = *model::PartialDate::parse("2015-06");
  trial.enrollment = 0;
  CHECK(find_field("age")->shown(trial) == "18 Years and older");
  CHECK(find_field("start")->shown(trial) == "2015-06");
  CHECK(find_field("enrollment")->shown(trial) == "0");
}

TEST_CASE("a text field stands for itself, any other field for no text") {
  for (const Field& field : fields()) {
    CAPTURE(field.name);
    const auto found = text_fields(field.name);
    if (field.kind == Kind::kText) {
      CHECK(found == std::vector<const Field*>{&field});
    } else {
      CHECK(found.empty());
    }
  }
  CHECK(text_fields("").empty());
  CHECK(text_fields("nothing").empty());
}

TEST_CASE("the fields searched by default are those that the table marks") {
  std::vector<const Field*> marked;
  for (const Field& field : fields()) {
    if ((field.uses & kDefault) != 0) marked.push_back(&field);
  }
  CHECK(default_fields() == marked);
  CHECK(default_fields() == text_fields("any"));
  for (const std::string_view name : {"title", "summary", "detailed"}) {
    CHECK(std::count(marked.begin(), marked.end(), find_field(name)) == 1);
  }
}

TEST_CASE("no term prefix starts another, and none has Xapian's Z") {
  Views prefixes = {kHasPrefix};
  for (const Field& field : fields()) {
    CAPTURE(field.name);
    CHECK(field.prefix.find('Z') == std::string_view::npos);
    if (field.texts != nullptr) {
      REQUIRE_FALSE(field.prefix.empty());
      prefixes.push_back(field.prefix);
    } else {
      CHECK(field.prefix.empty());
    }
  }
  for (std::size_t i = 0; i < prefixes.size(); ++i) {
    for (std::size_t j = 0; j < prefixes.size(); ++j) {
      CAPTURE(prefixes[i], prefixes[j]);
      if (i != j) CHECK_FALSE(prefixes[i].starts_with(prefixes[j]));
    }
  }
}

TEST_CASE("prefixes are upper case, so that no folded word runs into them") {
  for (const Field& field : fields()) CHECK(field.prefix == upper(field.prefix));
}

TEST_CASE("text, keyword and key fields have texts, dates and numbers have intervals") {
  for (const Field& field : fields()) {
    CAPTURE(field.name);
    const bool interval = field.kind == Kind::kDate || field.kind == Kind::kNumber || field.kind == Kind::kAge;
    CHECK((field.interval != nullptr) == interval);
    CHECK((field.texts == nullptr) == interval);
    const bool beside = (field.uses & kBesideRecord) != 0;
    CHECK((field.slot >= 0) == (interval && !beside));
    CHECK((!beside || field.kind == Kind::kDate));
    CHECK(((field.uses & kSortable) == 0 || interval));
    CHECK((field.vocabulary == nullptr || field.kind == Kind::kKeyword));
    CHECK((field.weight > 0) == (field.kind == Kind::kText));
  }
}

TEST_CASE("no two intervals share a slot, and none takes the slots that are no field's") {
  std::set<int> taken = {static_cast<int>(kIdSlot), static_cast<int>(kContentHashSlot)};
  for (const Field& field : fields()) {
    if (field.slot < 0) continue;
    CAPTURE(field.name);
    CHECK(taken.insert(field.slot).second);
    CHECK(taken.insert(field.slot + 1).second);
  }
}

TEST_CASE("every field is described and its example uses one of its names") {
  for (const Field& field : fields()) {
    CAPTURE(field.name);
    CHECK_FALSE(field.about.empty());
    const std::string_view used = field.example.substr(0, field.example.find(':'));
    CHECK(find_field(used) == &field);
    CHECK(field.example.size() > used.size() + 1);
  }
}

TEST_CASE("the names for suggestions are distinct and all of them are known") {
  const Views names = all_names();
  const std::set<std::string_view> distinct(names.begin(), names.end());
  CHECK(distinct.size() == names.size());
  for (const std::string_view name : names) {
    CAPTURE(name);
    CHECK(name == base::to_lower_ascii(name));
    CHECK((find_field(name) != nullptr || !text_fields(name).empty()));
  }
  for (const std::string_view name : {"title", "ti", "nct", "any", "desc"}) CHECK(distinct.count(name) == 1);
}

TEST_CASE("an id has its registry's spelling in a term, other numbers are in lower case") {
  const Field& id = *find_field("id");
  CHECK(key_form(id, " nct01234567 ") == "NCT01234567");
  CHECK(key_form(id, "ORG-12 B") == "org-12 b");
  CHECK(key_form(id, "").empty());
  const Field& status = *find_field("status");
  CHECK(key_form(status, " Recruiting ") == "recruiting");
  CHECK(key_form(status, "NCT01234567") == "nct01234567");
}

TEST_CASE("a form of a key is the form of itself") {
  for (const Field& field : fields()) {
    for (const std::string_view value : {"nct01234567", "Recruiting", " A b ", "CTRI/2021/12/038765"}) {
      const std::string form = key_form(field, value);
      CHECK(key_form(field, form) == form);
    }
  }
}

TEST_CASE("the fingerprint is the same whenever it is asked for") {
  CHECK(fingerprint() == fingerprint());
  CHECK(fingerprint() != 0);
}

TEST_CASE("the keys of a trial are its own number and its others") {
  model::Trial trial;
  trial.id = *model::TrialId::parse("NCT00000001");
  trial.other_ids = {"ORG-1", "", "NCT00000009"};
  CHECK(texts_of("id", trial) == Views{"NCT00000001", "ORG-1", "NCT00000009"});
}

TEST_CASE("each text field takes its own parts of a trial") {
  model::Trial trial;
  trial.brief_title = "brief";
  trial.official_title = "official";
  trial.acronym = "acronym";
  trial.brief_summary = "summary";
  trial.detailed_description = "detailed";
  trial.interventions = {{"drug", "aspirin", "pill", {"asa", ""}}, {"device", "stent", "", {}}};
  trial.arms = {{"arm", "one"}};
  trial.outcomes = {{"primary", "measure", "", "1 year"},
                    {"secondary", "second", "", ""},
                    {"other", "other", "", ""},
                    {"", "untold", "", ""}};
  trial.eligibility_criteria = "All.\nInclusion:\nAdults.\nExclusion:\nHIV.\nInclusion:\nWomen.";
  trial.model_description = "two by two";
  trial.masking_description = "sealed";
  trial.study_population = "outpatients";
  trial.gender_description = "any";
  trial.contacts = {{"contact", "Desk", "", "555", "a@example.org"}, {"study_chair", "Head", "Clinic", "", ""}};
  trial.references = {{"result", "123", "A paper."}};
  trial.pmids = {"123"};
  trial.result_outcomes = {{"primary", "result", "", "2 years"}};
  trial.adverse_events = {"rash"};
  trial.lead_sponsor = "sponsor";
  trial.collaborators = {"helper"};
  trial.condition_mesh = {"c mesh"};
  trial.intervention_mesh = {"i mesh"};
  trial.locations = {{"clinic", "bern", "Switzerland", "BE", "3000", "not_yet_recruiting", "46.9,7.4"},
                     {"", "lille", "France"},
                     {"other", "", "France"}};
  CHECK(texts_of("title", trial) == Views{"brief", "official", "acronym"});
  CHECK(texts_of("summary", trial) == Views{"summary"});
  CHECK(texts_of("detailed", trial) == Views{"detailed"});
  CHECK(texts_of("intervention", trial) == Views{"aspirin", "asa", "stent"});
  CHECK(texts_of("intervention_type", trial) == Views{"drug", "device"});
  CHECK(texts_of("arm", trial) == Views{"arm", "one", "pill"});
  CHECK(texts_of("primary_outcome", trial) == Views{"measure", "1 year"});
  CHECK(texts_of("secondary_outcome", trial) == Views{"second"});
  CHECK(texts_of("other_outcome", trial) == Views{"other", "untold"});
  CHECK(texts_of("inclusion", trial) == Views{"Inclusion:\nAdults.\n", "Inclusion:\nWomen."});
  CHECK(texts_of("exclusion", trial) == Views{"Exclusion:\nHIV.\n"});
  CHECK(texts_of("other_criteria", trial) == Views{"All.\n"});
  CHECK(texts_of("lead_sponsor", trial) == Views{"sponsor"});
  CHECK(texts_of("collaborator", trial) == Views{"helper"});
  CHECK(texts_of("design", trial) == Views{"two by two", "sealed"});
  CHECK(texts_of("population", trial) == Views{"outpatients", "any"});
  CHECK(texts_of("contact", trial) == Views{"Desk", "Head", "Clinic"});
  CHECK(texts_of("reference_type", trial) == Views{"result"});
  CHECK(texts_of("pmid", trial) == Views{"123"});
  CHECK(texts_of("result_outcome", trial) == Views{"result", "2 years"});
  CHECK(texts_of("adverse_event", trial) == Views{"rash"});
  CHECK(texts_of("site_status", trial) == Views{"not_yet_recruiting"});
  CHECK(texts_of("mesh", trial) == Views{"c mesh", "i mesh"});
  CHECK(texts_of("location", trial) ==
        Views{"clinic", "bern", "BE", "3000", "Switzerland", "lille", "France", "other", "France"});
  CHECK(texts_of("country", trial) == Views{"France", "Switzerland"});
}

TEST_CASE("a site is one value of the index, with a word for its status that no text has") {
  model::Trial trial;
  trial.locations = {{"clinic", "bern", "Switzerland", "BE", "3000", "not_yet_recruiting", ""},
                     {"", "lille", "France"}};
  std::vector<std::string> joined;
  Views found;
  indexed_texts(*find_field("location"), trial, joined, found);
  CHECK(found == Views{"clinic, bern, BE, 3000, Switzerland zzsitestatusnotyetrecruiting", "lille, France"});
  for (const model::VocabularyValue& status : model::kStatuses.values) {
    CHECK(status_of_site_word(site_status_word(status.key)) == status.key);
  }
  CHECK(status_of_site_word("recruiting").empty());
  CHECK(status_of_site_word("zzsitestatusnothing").empty());
}

TEST_CASE("a combined field has a facet where all its parts have one") {
  CHECK(names_of(facet_fields("sponsors")) == Views{"lead_sponsor", "collaborator"});
  CHECK(names_of(facet_fields("status")) == Views{"status"});
  CHECK(facet_fields("eligibility").empty());
  CHECK(facet_fields("enrollment").empty());
  CHECK(facet_fields("nothing").empty());
}

TEST_CASE("an empty trial has neither texts nor intervals") {
  const model::Trial trial;
  for (const Field& field : fields()) {
    CAPTURE(field.name);
    if (field.texts != nullptr) CHECK(texts_of(field.name, trial).empty());
    if (field.interval != nullptr) CHECK_FALSE(field.interval(trial).has_value());
  }
}

TEST_CASE("texts are added behind those that are there") {
  model::Trial trial;
  trial.locations = {{"", "", "France"}, {"", "", "Belgium"}};
  Views out = {"Zambia"};
  find_field("country")->texts(trial, out);
  CHECK(out == Views{"Zambia", "Belgium", "France"});
}

TEST_CASE("an interval of a date holds every day that it may be") {
  model::Trial trial;
  trial.start = *model::PartialDate::parse("2016-02");
  const auto start = find_field("start")->interval(trial);
  REQUIRE(start.has_value());
  CHECK(start->low == 20160201);
  CHECK(start->high == 20160229);
  trial.enrollment = 42;
  const auto enrollment = find_field("enrollment")->interval(trial);
  REQUIRE(enrollment.has_value());
  CHECK(enrollment->low == 42);
  CHECK(enrollment->high == 42);
}

TEST_CASE("each date field takes its own date") {
  model::Trial trial;
  trial.start = *model::PartialDate::parse("2001");
  trial.primary_completion = *model::PartialDate::parse("2002");
  trial.completion = *model::PartialDate::parse("2003");
  trial.first_posted = *model::PartialDate::parse("2004");
  trial.updated = *model::PartialDate::parse("2005");
  trial.results_posted = *model::PartialDate::parse("2006");
  std::int64_t year = 2001;
  for (const char* name : {"start", "primary_completion", "completion", "posted", "updated", "results_posted"}) {
    CAPTURE(name);
    CHECK(find_field(name)->interval(trial)->low == year * 10000 + 101);
    ++year;
  }
}
