// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/schema/fields.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>

#include "schema/trial_texts.hpp"
#include "trialsift/model/age.hpp"
#include "trialsift/model/detail_vocabulary.hpp"
#include "trialsift/model/registered_numbers.hpp"

namespace trialsift::schema {
namespace {

using model::Trial;
using Text = std::string_view;
using Texts = std::vector<Text>;

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

template <auto Member>
std::string shown_date(const Trial& trial) {
  return (trial.*Member).text();
}

template <auto Member>
std::optional<Interval> number_of(const Trial& trial) {
  const std::optional<std::int64_t>& number = trial.*Member;
  if (!number) return std::nullopt;
  return Interval{*number, *number};
}

template <auto Member>
std::string shown_number(const Trial& trial) {
  const std::optional<std::int64_t>& number = trial.*Member;
  return number ? std::to_string(*number) : std::string();
}

void ids(const Trial& trial, Texts& out) {
  put(out, trial.id.text());
  put(out, trial.other_ids);
}

void registries(const Trial& trial, Texts& out) {
  const Text key = model::registry_key(trial.id);
  if (key.empty()) return;
  out.push_back(key);
  if (trial.id.text().starts_with("JPRN")) out.push_back("jprn");
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

void put(Texts& out, const model::Outcome& outcome) {
  put(out, outcome.measure);
  put(out, outcome.description);
  put(out, outcome.time_frame);
}

enum class OutcomeKind { kPrimary, kSecondary, kOther };

/// kOther: those whose kind is not told as well.
template <OutcomeKind kKind>
void outcomes(const Trial& trial, Texts& out) {
  for (const model::Outcome& outcome : trial.outcomes) {
    const OutcomeKind kind = outcome.kind == "primary"     ? OutcomeKind::kPrimary
                             : outcome.kind == "secondary" ? OutcomeKind::kSecondary
                                                           : OutcomeKind::kOther;
    if (kind == kKind) put(out, outcome);
  }
}

void result_outcomes(const Trial& trial, Texts& out) {
  for (const model::Outcome& outcome : trial.result_outcomes) put(out, outcome);
}

template <model::CriteriaSide kSide>
void criteria(const Trial& trial, Texts& out) {
  for (const model::CriteriaPart& part : criteria_parts(trial.eligibility_criteria)) {
    if (part.side == kSide && !part.text.empty()) out.push_back(part.text);
  }
}

void designs(const Trial& trial, Texts& out) {
  put(out, trial.model_description);
  put(out, trial.masking_description);
}

void populations(const Trial& trial, Texts& out) {
  put(out, trial.study_population);
  put(out, trial.gender_description);
}

void contacts(const Trial& trial, Texts& out) {
  for (const model::Contact& contact : trial.contacts) {
    put(out, contact.name);
    put(out, contact.affiliation);
  }
}

void reference_types(const Trial& trial, Texts& out) {
  for (const model::Reference& reference : trial.references) put(out, reference.type);
}

void site_statuses(const Trial& trial, Texts& out) {
  for (const model::Location& place : trial.locations) put(out, place.status);
}

void mesh(const Trial& trial, Texts& out) {
  put(out, trial.condition_mesh);
  put(out, trial.intervention_mesh);
}

void locations(const Trial& trial, Texts& out) {
  for (const model::Location& place : trial.locations) {
    for (const std::string* part : {&place.facility, &place.city, &place.state, &place.zip, &place.country}) {
      put(out, *part);
    }
  }
}

void countries(const Trial& trial, Texts& out) {
  const std::size_t before = out.size();
  for (const model::Location& place : trial.locations) put(out, place.country);
  const auto begin = out.begin() + static_cast<std::ptrdiff_t>(before);
  std::sort(begin, out.end());
  out.erase(std::unique(begin, out.end()), out.end());
}

std::optional<Interval> ages(const Trial& trial) {
  const std::optional<model::AgeSpan> span = model::ages_between(trial.minimum_age, trial.maximum_age);
  if (!span) return std::nullopt;
  return Interval{span->first, span->last};
}

std::string shown_ages(const Trial& trial) {
  return model::ages_in_words(trial.minimum_age, trial.maximum_age);
}

using Names = std::initializer_list<Text>;

template <std::size_t Size>
constexpr std::array<Text, Size> padded(Names names) {
  std::array<Text, Size> all;
  all.fill("");
  std::copy(names.begin(), names.end(), all.begin());
  return all;
}

/// A row under way: to what its kind needs comes what not every field has.
struct Row {
  Field field;

  constexpr Row line(Text label) const { return placed(Place::kLine, label); }
  constexpr Row prose(Text label) const { return placed(Place::kProse, label); }
  constexpr Row from(Names areas) const {
    Row row = *this;
    row.field.areas = padded<std::tuple_size_v<decltype(field.areas)>>(areas);
    return row;
  }
  constexpr Row joined_by(JoinedOf joined) const {
    Row row = *this;
    row.field.joined = joined;
    return row;
  }
  constexpr operator Field() const { return field; }

 private:
  constexpr Row placed(Place place, Text label) const {
    Row row = *this;
    row.field.place = place;
    row.field.label = label;
    return row;
  }
};

// The kinds of rows, so that a row holds what its kind needs.
constexpr Row key(Text name, Names aliases, Text prefix, TextsOf texts, Text about, Text example) {
  return {{name, padded<3>(aliases), Kind::kKey, prefix, -1, 0, 0, texts, nullptr, nullptr, nullptr, about, example}};
}
constexpr Row text(Text name, Names aliases, Text prefix, unsigned uses, unsigned weight, TextsOf texts, Text about,
                   Text example) {
  return {{name, padded<3>(aliases), Kind::kText, prefix, -1, uses, weight, texts, nullptr, nullptr, nullptr, about,
           example}};
}
constexpr Row keyword(Text name, Names aliases, Text prefix, TextsOf texts, const model::Vocabulary* vocabulary,
                      Text about, Text example) {
  return {{name, padded<3>(aliases), Kind::kKeyword, prefix, -1, kFacet, 0, texts, nullptr, nullptr, vocabulary, about,
           example}};
}
constexpr Row interval(Text name, Names aliases, Kind kind, int slot, IntervalOf interval_of, ShownOf shown, Text about,
                       Text example) {
  return {
      {name, padded<3>(aliases), kind, "", slot, kSortable, 0, nullptr, interval_of, shown, nullptr, about, example}};
}
template <auto Member>
constexpr Row date(Text name, Names aliases, int slot, Text about, Text example) {
  return interval(name, aliases, Kind::kDate, slot, date_of<Member>, shown_date<Member>, about, example);
}

template <auto Member>
constexpr Row beside_record(Text name, Names aliases, Text about, Text example) {
  Row row = date<Member>(name, aliases, -1, about, example);
  row.field.uses |= kBesideRecord;
  return row;
}

constexpr Field kFields[] = {
    // text: name, aliases, prefix, uses, weight in the ranking, its texts, about, example; the others likewise. Then
    // line or prose: its label on the record's page; from: the areas of ClinicalTrials.gov that it holds.
    key("id", {"nct", "nct_id"}, "Q", ids, "registered numbers: the trial's own, aliases, the sponsor's",
        "id:NCT01421927")
        .from({"NCTId", "NCTIdAlias", "OrgStudyId", "SecondaryId"}),
    keyword("registry", {}, "XO", registries, &model::kRegistryKeys, "the registry of the trial's own number",
            "registry:isrctn"),
    text("title", {"ti", "titles"}, "S", kDefault, 2, titles, "brief and official title, acronym", "title:lenalidomide")
        .from({"BriefTitle", "OfficialTitle", "Acronym"}),
    text("summary", {"brief_summary"}, "B", kDefault, 1, texts_of<&Trial::brief_summary>, "brief summary",
         "summary:\"graft versus host\"")
        .prose("Brief summary")
        .from({"BriefSummary"}),
    text("detailed", {"detailed_description", "description"}, "D", kDefault, 1, texts_of<&Trial::detailed_description>,
         "detailed description", "detailed:relapse")
        .prose("Detailed description")
        .from({"DetailedDescription"}),
    text("condition", {"conditions"}, "C", kDefault | kFacet, 1, texts_of<&Trial::conditions>,
         "conditions or diseases studied", "condition:myeloma")
        .line("Conditions")
        .from({"Condition"}),
    text("intervention", {"interventions"}, "I", kDefault | kFacet, 1, interventions,
         "names and other names of the interventions", "intervention:metformin")
        .from({"InterventionName", "InterventionOtherName"}),
    text("keyword", {"keywords"}, "K", kDefault | kFacet, 1, texts_of<&Trial::keywords>, "keywords",
         "keyword:transplantation")
        .line("Keywords")
        .from({"Keyword"}),
    text("mesh", {}, "M", kFacet, 1, mesh, "MeSH terms of conditions and interventions", "mesh:\"multiple myeloma\"")
        .from({"ConditionMeshTerm", "InterventionMeshTerm"}),
    text("mesh_ancestor", {"mesh_ancestors"}, "N", 0, 1, texts_of<&Trial::mesh_ancestors>, "MeSH terms above those",
         "mesh_ancestor:neoplasms")
        .from({"ConditionAncestorTerm", "InterventionAncestorTerm"}),
    text("inclusion", {"inclusion_criteria"}, "EI", 0, 1, criteria<model::CriteriaSide::kInclusion>,
         "eligibility criteria below a heading of inclusion", "inclusion:HIV"),
    text("exclusion", {"exclusion_criteria"}, "EX", 0, 1, criteria<model::CriteriaSide::kExclusion>,
         "eligibility criteria below a heading of exclusion", "exclusion:HIV"),
    text("other_criteria", {}, "EO", 0, 1, criteria<model::CriteriaSide::kUntold>,
         "eligibility criteria below no such heading", "other_criteria:HIV"),
    text("primary_outcome", {"primary_outcomes"}, "OP", 0, 1, outcomes<OutcomeKind::kPrimary>,
         "primary outcomes: measure, description, time frame", "primary_outcome:survival")
        .from({"PrimaryOutcomeMeasure", "PrimaryOutcomeDescription", "PrimaryOutcomeTimeFrame"}),
    text("secondary_outcome", {"secondary_outcomes"}, "OS", 0, 1, outcomes<OutcomeKind::kSecondary>,
         "secondary outcomes", "secondary_outcome:\"quality of life\"")
        .from({"SecondaryOutcomeMeasure", "SecondaryOutcomeDescription", "SecondaryOutcomeTimeFrame"}),
    text("other_outcome", {"other_outcomes"}, "OO", 0, 1, outcomes<OutcomeKind::kOther>,
         "other outcomes, and those of no told kind", "other_outcome:adherence")
        .from({"OtherOutcomeMeasure", "OtherOutcomeDescription", "OtherOutcomeTimeFrame"}),
    text("arm", {"arms"}, "A", 0, 1, arms, "arms and descriptions of the interventions", "arm:placebo")
        .from({"ArmGroupLabel", "ArmGroupDescription", "InterventionDescription"}),
    text("lead_sponsor", {"primary_sponsor"}, "PL", kFacet | kNames, 1, texts_of<&Trial::lead_sponsor>,
         "who is responsible for the study", "lead_sponsor:university")
        .from({"LeadSponsorName"}),
    text("collaborator", {"collaborators", "secondary_sponsor"}, "PC", kFacet | kNames, 1,
         texts_of<&Trial::collaborators>, "who supports the study", "collaborator:novartis")
        .from({"CollaboratorName"}),
    text("location", {"locations", "facility", "city"}, "L", kNames, 1, locations,
         "sites: facility, city, state, postal code, country as written", "location:lille")
        .joined_by(joined_sites)
        .from({"LocationFacility", "LocationCity", "LocationState", "LocationZip"}),
    text("why_stopped", {}, "W", 0, 1, texts_of<&Trial::why_stopped>, "why a study was stopped", "why_stopped:funding")
        .line("Why stopped")
        .from({"WhyStopped"}),
    text("design", {}, "VD", 0, 1, designs, "descriptions of the model and of the masking", "design:crossover")
        .from({"DesignInterventionModelDescription", "DesignMaskingDescription"}),
    text("population", {"study_population"}, "VP", 0, 1, populations, "study population, and who is eligible by gender",
         "population:outpatients")
        .from({"StudyPopulation", "GenderDescription"}),
    text("contact", {"contacts"}, "F", kNames, 1, contacts, "contacts and officials: names, affiliations",
         "contact:smith")
        .from({"CentralContactName", "OverallOfficialName", "OverallOfficialAffiliation"}),
    text("ipd_plan", {}, "J", 0, 1, texts_of<&Trial::ipd_plan>, "how data of participants are shared", "ipd_plan:vivli")
        .prose("Sharing of data")
        .from({"IPDSharingDescription", "IPDSharingTimeFrame", "IPDSharingAccessCriteria", "IPDSharingURL"}),
    text("result_outcome", {"result_outcomes"}, "RO", 0, 1, result_outcomes, "outcomes that results are posted of",
         "result_outcome:survival")
        .from({"OutcomeMeasureTitle", "OutcomeMeasureTimeFrame"}),
    text("adverse_event", {"adverse_events"}, "RE", kFacet, 1, texts_of<&Trial::adverse_events>,
         "terms of adverse events in the results", "adverse_event:neutropenia")
        .from({"SeriousEventTerm", "OtherEventTerm"}),
    keyword("status", {}, "XS", texts_of<&Trial::status>, &model::kStatuses, "recruitment status", "status:recruiting")
        .line("Status")
        .from({"OverallStatus"}),
    keyword("phase", {"phases"}, "XP", texts_of<&Trial::phases>, &model::kPhases, "phases; 2 holds for 1/2 and 2/3 too",
            "phase:2")
        .line("Phase")
        .from({"Phase"}),
    keyword("type", {"study_type"}, "XT", texts_of<&Trial::study_type>, &model::kStudyTypes, "study type",
            "type:interventional")
        .line("Type")
        .from({"StudyType"}),
    keyword("sex", {"gender"}, "XG", texts_of<&Trial::sex>, &model::kSexes, "sex of the participants", "sex:female")
        .line("Sex")
        .from({"Sex"}),
    keyword("country", {"countries"}, "G", countries, &model::kCountries,
            "countries with a study site, by any of their names or by code", "country:france")
        .from({"LocationCountry"}),
    keyword("results", {"has_results"}, "XR", texts_of<&Trial::has_results>, &model::kYesNo, "results are posted",
            "results:yes")
        .line("Results")
        .from({"HasResults"}),
    keyword("allocation", {}, "XA", texts_of<&Trial::allocation>, &model::kAllocations, "allocation to arms",
            "allocation:randomized")
        .line("Allocation")
        .from({"DesignAllocation"}),
    keyword("masking", {"blinding"}, "XM", texts_of<&Trial::masking>, &model::kMaskings, "who does not know the arm",
            "masking:double")
        .line("Masking")
        .from({"DesignMasking"}),
    keyword("purpose", {"primary_purpose"}, "XU", texts_of<&Trial::purpose>, &model::kPurposes, "primary purpose",
            "purpose:prevention")
        .line("Purpose")
        .from({"DesignPrimaryPurpose"}),
    keyword("model", {"intervention_model"}, "XD", texts_of<&Trial::intervention_model>, &model::kInterventionModels,
            "design of the arms", "model:crossover")
        .line("Model")
        .from({"DesignInterventionModel"}),
    keyword("sponsor_class", {"funder"}, "XC", texts_of<&Trial::sponsor_class>, &model::kSponsorClasses,
            "class of the lead sponsor", "sponsor_class:industry")
        .from({"LeadSponsorClass"}),
    keyword("intervention_type", {}, "XI", intervention_types, &model::kInterventionTypes, "types of the interventions",
            "intervention_type:device")
        .from({"InterventionType"}),
    keyword("healthy", {"healthy_volunteers"}, "XV", texts_of<&Trial::healthy_volunteers>, &model::kYesNo,
            "takes healthy volunteers", "healthy:yes")
        .from({"HealthyVolunteers"}),
    keyword("last_known_status", {}, "YL", texts_of<&Trial::last_known_status>, &model::kStatuses,
            "status before it became unknown", "last_known_status:recruiting")
        .line("Last known status")
        .from({"LastKnownStatus"}),
    keyword("site_status", {}, "YS", site_statuses, &model::kStatuses, "status of a site", "site_status:recruiting")
        .from({"LocationStatus"}),
    keyword("observational_model", {}, "YM", texts_of<&Trial::observational_model>, &model::kObservationalModels,
            "design of an observational study", "observational_model:cohort")
        .line("Observational model")
        .from({"DesignObservationalModel"}),
    keyword("time_perspective", {}, "YT", texts_of<&Trial::time_perspective>, &model::kTimePerspectives,
            "direction of an observational study", "time_perspective:prospective")
        .line("Time perspective")
        .from({"DesignTimePerspective"}),
    keyword("who_masked", {}, "YW", texts_of<&Trial::who_masked>, &model::kMaskedRoles, "roles that are masked",
            "who_masked:investigator")
        .line("Masked")
        .from({"DesignWhoMasked"}),
    keyword("start_type", {}, "YA", texts_of<&Trial::start_type>, &model::kDateTypes,
            "whether the start date is actual or estimated", "start_type:actual")
        .from({"StartDateType"}),
    keyword("primary_completion_type", {}, "YB", texts_of<&Trial::primary_completion_type>, &model::kDateTypes,
            "the same of the primary completion date", "primary_completion_type:actual")
        .from({"PrimaryCompletionDateType"}),
    keyword("completion_type", {}, "YC", texts_of<&Trial::completion_type>, &model::kDateTypes,
            "the same of the completion date", "completion_type:estimated")
        .from({"CompletionDateType"}),
    keyword("enrollment_type", {"enrolment_type"}, "YE", texts_of<&Trial::enrollment_type>, &model::kDateTypes,
            "the same of the number of participants", "enrollment_type:actual")
        .from({"EnrollmentType"}),
    keyword("fda_drug", {}, "YD", texts_of<&Trial::fda_drug>, &model::kYesNo, "studies a drug that the FDA regulates",
            "fda_drug:yes")
        .line("FDA-regulated drug")
        .from({"IsFDARegulatedDrug"}),
    keyword("fda_device", {}, "YV", texts_of<&Trial::fda_device>, &model::kYesNo,
            "studies a device that the FDA regulates", "fda_device:yes")
        .line("FDA-regulated device")
        .from({"IsFDARegulatedDevice"}),
    keyword("ipd_sharing", {}, "YI", texts_of<&Trial::ipd_sharing>, &model::kSharingPlans,
            "data of participants are shared", "ipd_sharing:yes")
        .line("Data sharing")
        .from({"IPDSharing"}),
    keyword("pmid", {"pmids"}, "YP", texts_of<&Trial::pmids>, nullptr, "PubMed ids of cited publications",
            "pmid:12345678")
        .from({"ReferencePMID"}),
    keyword("reference_type", {}, "YR", reference_types, &model::kReferenceTypes, "kinds of cited publications",
            "reference_type:result")
        .from({"ReferenceType"}),
    date<&Trial::start>("start", {"start_date"}, 10, "start date", "start:2015..2020")
        .line("Start")
        .from({"StartDate"}),
    date<&Trial::primary_completion>("primary_completion", {}, 12, "primary completion date",
                                     "primary_completion:2021..")
        .line("Primary completion")
        .from({"PrimaryCompletionDate"}),
    date<&Trial::completion>("completion", {"completion_date"}, 14, "completion date", "completion:..2019")
        .line("Completion")
        .from({"CompletionDate"}),
    date<&Trial::first_posted>("posted", {"first_posted"}, 16, "first posted", "posted:2024-06..")
        .line("First posted")
        .from({"StudyFirstPostDate"}),
    date<&Trial::updated>("updated", {"last_updated"}, 18, "last update posted", "updated:2025..")
        .line("Last updated")
        .from({"LastUpdatePostDate"}),
    date<&Trial::results_posted>("results_posted", {}, 20, "results first posted", "results_posted:2020..")
        .from({"ResultsFirstPostDate"}),
    interval("enrollment", {"enrolment"}, Kind::kNumber, 22, number_of<&Trial::enrollment>,
             shown_number<&Trial::enrollment>, "number of participants", "enrollment:>=100")
        .line("Enrollment")
        .from({"EnrollmentCount"}),
    interval("age", {"ages"}, Kind::kAge, 24, ages, shown_ages, "ages that a study takes, from minimum and maximum",
             "age:18..65")
        .line("Ages"),
    beside_record<&Trial::as_of>("as_of", {}, "when the source of the record's status was current", "as_of:2025.."),
};

/// The text fields with all of these uses, in their order.
constexpr decltype(CombinedField::fields) text_fields_with(unsigned uses) {
  auto names = padded<std::tuple_size_v<decltype(CombinedField::fields)>>({});
  std::size_t count = 0;
  for (const Field& field : kFields) {
    if (field.kind == Kind::kText && (field.uses & uses) == uses) names[count++] = field.name;
  }
  return names;
}

constexpr CombinedField kCombined[] = {
    {"any", text_fields_with(kDefault), "what words without a field search"},
    {"desc", {"summary", "detailed"}, "both descriptions"},
    {"eligibility", {"inclusion", "exclusion", "other_criteria"}, "eligibility criteria", "criteria"},
    {"outcome", {"primary_outcome", "secondary_outcome", "other_outcome"}, "outcomes of all kinds", "outcomes"},
    {"sponsor", {"lead_sponsor", "collaborator"}, "lead sponsor and collaborators", "sponsors"},
    {"all",
     {"title", "summary", "detailed", "condition", "intervention", "keyword", "inclusion", "exclusion",
      "other_criteria", "primary_outcome", "secondary_outcome", "other_outcome"},
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
    {"af", text_fields_with(0), "every text field: .af. and [all]"},
    {"area_basic",
     {"title", "summary", "condition", "intervention", "keyword", "mesh", "mesh_ancestor", "primary_outcome",
      "secondary_outcome", "other_outcome", "arm", "lead_sponsor", "collaborator", "location"},
     "the registry's BasicSearch: no detailed description, no eligibility"},
    {"area_condition", {"title", "condition", "keyword", "mesh", "mesh_ancestor"}, "the registry's ConditionSearch"},
    {"area_intervention",
     {"title", "intervention", "keyword", "mesh", "mesh_ancestor", "arm"},
     "the registry's InterventionSearch"},
    {"area_location", {"location"}, "the registry's LocationSearch"},
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
    if ((interval && (a.uses & kBesideRecord) == 0) != (a.slot >= 0)) return false;
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
      if (has_name(a, combined.name) || (!combined.alias.empty() && has_name(a, combined.alias))) return false;
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

}  // namespace trialsift::schema
