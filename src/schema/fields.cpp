// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/schema/fields.hpp"

#include <algorithm>
#include <cstdint>

#include "trialsift/base/file.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/age.hpp"

namespace trialsift::schema {
namespace {

using model::Trial;
using Texts = std::vector<std::string_view>;

void put(Texts& out, const std::string& text) {
  if (!text.empty()) out.push_back(text);
}
void put(Texts& out, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) put(out, text);
}

template <auto Member>
void texts_of(const Trial& trial, Texts& out) {
  put(out, trial.*Member);
}

template <auto Member>
std::optional<Interval> date_of(const Trial& trial) {
  const model::PartialDate& date = trial.*Member;
  if (date.empty()) return std::nullopt;
  return Interval{date.first(), date.last()};
}

void ids(const Trial& trial, Texts& out) {
  put(out, trial.id.text());
  put(out, trial.other_ids);
}

void titles(const Trial& trial, Texts& out) {
  put(out, trial.brief_title);
  put(out, trial.official_title);
  put(out, trial.acronym);
}

void interventions(const Trial& trial, Texts& out) {
  for (const model::Intervention& i : trial.interventions) {
    put(out, i.name);
    put(out, i.other_names);
  }
}

void intervention_types(const Trial& trial, Texts& out) {
  for (const model::Intervention& i : trial.interventions) put(out, i.type);
}

void arms(const Trial& trial, Texts& out) {
  for (const model::Arm& arm : trial.arms) {
    put(out, arm.label);
    put(out, arm.description);
  }
  for (const model::Intervention& i : trial.interventions) put(out, i.description);
}

void outcomes(const Trial& trial, Texts& out) {
  for (const model::Outcome& outcome : trial.outcomes) {
    put(out, outcome.measure);
    put(out, outcome.description);
    put(out, outcome.time_frame);
  }
}

void mesh(const Trial& trial, Texts& out) {
  put(out, trial.condition_mesh);
  put(out, trial.intervention_mesh);
}

void sponsors(const Trial& trial, Texts& out) {
  put(out, trial.lead_sponsor);
  put(out, trial.collaborators);
}

void locations(const Trial& trial, Texts& out) {
  for (const model::Location& place : trial.locations) {
    put(out, place.facility);
    put(out, place.city);
  }
}

void countries(const Trial& trial, Texts& out) {
  const std::size_t before = out.size();
  for (const model::Location& place : trial.locations) put(out, place.country);
  const auto begin = out.begin() + static_cast<std::ptrdiff_t>(before);
  std::sort(begin, out.end());
  out.erase(std::unique(begin, out.end()), out.end());
}

std::optional<Interval> enrollment(const Trial& trial) {
  if (!trial.enrollment) return std::nullopt;
  return Interval{*trial.enrollment, *trial.enrollment};
}

std::optional<Interval> ages(const Trial& trial) {
  const std::optional<model::AgeSpan> span = model::ages_between(trial.minimum_age, trial.maximum_age);
  if (!span) return std::nullopt;
  return Interval{span->first, span->last};
}

using Text = std::string_view;
using Aliases = std::initializer_list<Text>;

constexpr std::array<Text, 3> padded(Aliases aliases) {
  std::array<Text, 3> all = {"", "", ""};
  std::copy(aliases.begin(), aliases.end(), all.begin());
  return all;
}

// The kinds of rows, so that a row holds what its kind needs.
constexpr Field key(Text name, Aliases aliases, Text prefix, TextsOf texts, Text about, Text example) {
  return {name, padded(aliases), Kind::kKey, prefix, -1, 0, 0, texts, nullptr, nullptr, about, example};
}
constexpr Field text(Text name, Aliases aliases, Text prefix, unsigned uses, unsigned weight, TextsOf texts, Text about,
                     Text example) {
  return {name, padded(aliases), Kind::kText, prefix, -1, uses, weight, texts, nullptr, nullptr, about, example};
}
constexpr Field keyword(Text name, Aliases aliases, Text prefix, TextsOf texts, const model::Vocabulary* vocabulary,
                        Text about, Text example) {
  return {name, padded(aliases), Kind::kKeyword, prefix, -1, kFacet, 0, texts, nullptr, vocabulary, about, example};
}
constexpr Field interval(Text name, Aliases aliases, Kind kind, int slot, IntervalOf interval_of, Text about,
                         Text example) {
  return {name, padded(aliases), kind, "", slot, kSortable, 0, nullptr, interval_of, nullptr, about, example};
}

constexpr Field kFields[] = {
    // text: name, aliases, prefix, uses, weight in the ranking, its texts, about, example; the others likewise
    key("id", {"nct", "nct_id"}, "Q", ids, "registered numbers: the trial's own, aliases, the sponsor's",
        "id:NCT01421927"),
    text("title", {"ti", "titles"}, "S", kDefault, 2, titles, "brief and official title, acronym",
         "title:lenalidomide"),
    text("summary", {"brief_summary"}, "B", kDefault, 1, texts_of<&Trial::brief_summary>, "brief summary",
         "summary:\"graft versus host\""),
    text("detailed", {"detailed_description", "description"}, "D", kDefault, 1, texts_of<&Trial::detailed_description>,
         "detailed description", "detailed:relapse"),
    text("condition", {"conditions"}, "C", kDefault | kFacet, 1, texts_of<&Trial::conditions>,
         "conditions or diseases studied", "condition:myeloma"),
    text("intervention", {"interventions"}, "I", kDefault | kFacet, 1, interventions,
         "names and other names of the interventions", "intervention:metformin"),
    text("keyword", {"keywords"}, "K", kDefault | kFacet, 1, texts_of<&Trial::keywords>, "keywords",
         "keyword:transplantation"),
    text("mesh", {}, "M", kFacet, 1, mesh, "MeSH terms of conditions and interventions", "mesh:\"multiple myeloma\""),
    text("mesh_ancestor", {"mesh_ancestors"}, "N", 0, 1, texts_of<&Trial::mesh_ancestors>, "MeSH terms above those",
         "mesh_ancestor:neoplasms"),
    text("eligibility", {"criteria"}, "E", 0, 1, texts_of<&Trial::eligibility_criteria>, "eligibility criteria",
         "eligibility:creatinine"),
    text("outcome", {"outcomes"}, "O", 0, 1, outcomes, "outcomes: measure, description, time frame",
         "outcome:\"overall survival\""),
    text("arm", {"arms"}, "A", 0, 1, arms, "arms and descriptions of the interventions", "arm:placebo"),
    text("sponsor", {"sponsors"}, "P", kFacet, 1, sponsors, "lead sponsor and collaborators", "sponsor:university"),
    text("location", {"locations", "facility", "city"}, "L", 0, 1, locations, "facilities and cities",
         "location:lille"),
    text("country", {"countries"}, "G", kFacet, 1, countries, "countries with a study site", "country:france"),
    text("why_stopped", {}, "W", 0, 1, texts_of<&Trial::why_stopped>, "why a study was stopped", "why_stopped:funding"),
    keyword("status", {}, "XS", texts_of<&Trial::status>, &model::kStatuses, "recruitment status", "status:recruiting"),
    keyword("phase", {"phases"}, "XP", texts_of<&Trial::phases>, &model::kPhases, "phases; 2 holds for 1/2 and 2/3 too",
            "phase:2"),
    keyword("type", {"study_type"}, "XT", texts_of<&Trial::study_type>, &model::kStudyTypes, "study type",
            "type:interventional"),
    keyword("sex", {"gender"}, "XG", texts_of<&Trial::sex>, &model::kSexes, "sex of the participants", "sex:female"),
    keyword("results", {"has_results"}, "XR", texts_of<&Trial::has_results>, &model::kYesNo, "results are posted",
            "results:yes"),
    keyword("allocation", {}, "XA", texts_of<&Trial::allocation>, &model::kAllocations, "allocation to arms",
            "allocation:randomized"),
    keyword("masking", {"blinding"}, "XM", texts_of<&Trial::masking>, &model::kMaskings, "who does not know the arm",
            "masking:double"),
    keyword("purpose", {"primary_purpose"}, "XU", texts_of<&Trial::purpose>, &model::kPurposes, "primary purpose",
            "purpose:prevention"),
    keyword("model", {"intervention_model"}, "XD", texts_of<&Trial::intervention_model>, &model::kInterventionModels,
            "design of the arms", "model:crossover"),
    keyword("sponsor_class", {"funder"}, "XC", texts_of<&Trial::sponsor_class>, &model::kSponsorClasses,
            "class of the lead sponsor", "sponsor_class:industry"),
    keyword("intervention_type", {}, "XI", intervention_types, &model::kInterventionTypes, "types of the interventions",
            "intervention_type:device"),
    keyword("healthy", {"healthy_volunteers"}, "XV", texts_of<&Trial::healthy_volunteers>, &model::kYesNo,
            "takes healthy volunteers", "healthy:yes"),
    interval("start", {"start_date"}, Kind::kDate, 10, date_of<&Trial::start>, "start date", "start:2015..2020"),
    interval("primary_completion", {}, Kind::kDate, 12, date_of<&Trial::primary_completion>, "primary completion date",
             "primary_completion:2021.."),
    interval("completion", {"completion_date"}, Kind::kDate, 14, date_of<&Trial::completion>, "completion date",
             "completion:..2019"),
    interval("posted", {"first_posted"}, Kind::kDate, 16, date_of<&Trial::first_posted>, "first posted",
             "posted:2024-06.."),
    interval("updated", {"last_updated"}, Kind::kDate, 18, date_of<&Trial::updated>, "last update posted",
             "updated:2025.."),
    interval("results_posted", {}, Kind::kDate, 20, date_of<&Trial::results_posted>, "results first posted",
             "results_posted:2020.."),
    interval("enrollment", {"enrolment"}, Kind::kNumber, 22, enrollment, "number of participants", "enrollment:>=100"),
    interval("age", {"ages"}, Kind::kAge, 24, ages, "ages that a study takes, from minimum and maximum", "age:18..65"),
};

constexpr CombinedField kCombined[] = {
    {"any",
     {"title", "summary", "detailed", "condition", "intervention", "keyword"},
     "what words without a field search"},
    {"desc", {"summary", "detailed"}, "both descriptions"},
    {"all",
     {"title", "summary", "detailed", "condition", "intervention", "keyword", "eligibility", "outcome"},
     "those, eligibility and outcomes"},
    {"tiab", {"title", "summary", "detailed"}, "titles and descriptions: .ti,ab. and [tiab]"},
    {"kw", {"keyword", "condition"}, "keywords and conditions: .kw. and [ot]"},
    {"tiab_kw",
     {"title", "summary", "detailed", "keyword", "condition"},
     "titles, descriptions, keywords and conditions: .ti,ab,kw."},
    {"tiab_nm", {"title", "summary", "detailed", "intervention"}, "titles, descriptions and interventions: .tw,nm."},
    {"tiab_kw_nm",
     {"title", "summary", "detailed", "keyword", "condition", "intervention"},
     "all of these: .ti,ab,kw,nm."},
    {"mp",
     {"title", "summary", "detailed", "condition", "intervention", "keyword", "mesh"},
     "what Ovid searches without a field: .mp."},
    {"af",
     {"title", "summary", "detailed", "condition", "intervention", "keyword", "mesh", "mesh_ancestor", "eligibility",
      "outcome", "arm", "sponsor", "location", "country", "why_stopped"},
     "every text field: .af. and [all]"},
    {"area_basic",
     {"title", "summary", "condition", "intervention", "keyword", "mesh", "mesh_ancestor", "outcome", "arm", "sponsor",
      "location", "country"},
     "the registry's BasicSearch: no detailed description, no eligibility"},
    {"area_condition", {"title", "condition", "keyword", "mesh", "mesh_ancestor"}, "the registry's ConditionSearch"},
    {"area_intervention",
     {"title", "intervention", "keyword", "mesh", "mesh_ancestor", "arm"},
     "the registry's InterventionSearch"},
    {"area_location", {"location", "country"}, "the registry's LocationSearch"},
};

constexpr bool collides(std::string_view a, std::string_view b) {
  return a.starts_with(b) || b.starts_with(a);
}

/// A walk over the terms that start with XS would also return XST...: no prefix may start another, and Z is Xapian's.
constexpr bool prefixes_are_apart() {
  for (const Field& a : kFields) {
    if (a.prefix.find('Z') != std::string_view::npos) return false;
    if (!a.prefix.empty() && collides(a.prefix, kHasPrefix)) return false;
    for (const Field& b : kFields) {
      if (&a != &b && !a.prefix.empty() && !b.prefix.empty() && collides(a.prefix, b.prefix)) return false;
    }
  }
  return true;
}

constexpr bool slots_are_apart() {
  for (const Field& a : kFields) {
    const bool interval = a.kind == Kind::kDate || a.kind == Kind::kNumber || a.kind == Kind::kAge;
    if (interval != (a.slot >= 0)) return false;
    if (a.slot >= 0 && a.slot <= static_cast<int>(kContentHashSlot)) return false;
    for (const Field& b : kFields) {
      if (&a != &b && a.slot >= 0 && (a.slot == b.slot || a.slot + 1 == b.slot)) return false;
    }
  }
  return true;
}

constexpr bool has_name(const Field& field, std::string_view name) {
  if (field.name == name) return true;
  for (const std::string_view alias : field.aliases) {
    if (!alias.empty() && alias == name) return true;
  }
  return false;
}

constexpr bool names_are_apart() {
  for (const Field& a : kFields) {
    for (const Field& b : kFields) {
      if (&a == &b) continue;
      if (has_name(b, a.name)) return false;
      for (const std::string_view alias : a.aliases) {
        if (!alias.empty() && has_name(b, alias)) return false;
      }
    }
    for (const CombinedField& combined : kCombined) {
      if (has_name(a, combined.name)) return false;
    }
  }
  return true;
}

static_assert(prefixes_are_apart());
static_assert(slots_are_apart());
static_assert(names_are_apart());

}  // namespace

std::span<const Field> fields() {
  return kFields;
}
std::span<const CombinedField> combined_fields() {
  return kCombined;
}

std::size_t field_number(const Field& field) {
  return static_cast<std::size_t>(&field - kFields);
}

const Field* find_field(std::string_view name) {
  const std::string wanted = base::to_lower_ascii(name);
  for (const Field& field : kFields) {
    if (field.name == wanted || std::find(field.aliases.begin(), field.aliases.end(), wanted) != field.aliases.end()) {
      return wanted.empty() ? nullptr : &field;
    }
  }
  return nullptr;
}

std::vector<const Field*> text_fields(std::string_view name) {
  const std::string wanted = base::to_lower_ascii(name);
  for (const CombinedField& combined : kCombined) {
    if (combined.name != wanted) continue;
    std::vector<const Field*> found;
    for (const std::string_view member : combined.fields) {
      if (!member.empty()) found.push_back(find_field(member));
    }
    return found;
  }
  const Field* field = find_field(name);
  if (field == nullptr || field->kind != Kind::kText) return {};
  return {field};
}

const std::vector<const Field*>& default_fields() {
  static const std::vector<const Field*> found = text_fields("any");
  return found;
}

std::string key_form(const Field& field, std::string_view value) {
  if (field.kind == Kind::kKey) {
    if (const std::optional<model::TrialId> id = model::TrialId::parse(value)) return id->text();
  }
  return base::to_lower_ascii(base::trim(value));
}

std::vector<std::string_view> all_names() {
  std::vector<std::string_view> names;
  for (const Field& field : kFields) {
    names.push_back(field.name);
    for (const std::string_view alias : field.aliases) {
      if (!alias.empty()) names.push_back(alias);
    }
  }
  for (const CombinedField& combined : kCombined) names.push_back(combined.name);
  return names;
}

std::uint64_t fingerprint() {
  std::string text;
  for (const Field& field : kFields) {
    text += std::string(field.name) + ' ' + std::to_string(static_cast<int>(field.kind)) + ' ' +
            std::string(field.prefix) + ' ' + std::to_string(field.slot) + ' ' + std::to_string(field.uses & kDefault) +
            '\n';
  }
  return base::hash64(text);
}

}  // namespace trialsift::schema
