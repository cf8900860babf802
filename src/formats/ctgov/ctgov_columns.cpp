// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/ctgov/ctgov_columns.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "formats/coverage.hpp"
#include "formats/ctgov/study_fields.hpp"
#include "formats/tables/cell_values.hpp"
#include "formats/values/design_text.hpp"
#include "formats/values/other_ids.hpp"
#include "formats/values/trial_details.hpp"
#include "formats/values/trial_values.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/detail_vocabulary.hpp"
#include "trialsift/model/vocabulary.hpp"

namespace trialsift::formats {
namespace {

using model::Trial;
using namespace model::member;
using model::Vocabulary;
using Texts = std::vector<std::string>;

template <std::string Trial::*kMember>
void line(Trial& trial, std::string_view cell) {
  if ((trial.*kMember).empty()) trial.*kMember = cell_line(cell);
}

template <std::string Trial::*kMember>
void text(Trial& trial, std::string_view cell) {
  if ((trial.*kMember).empty()) trial.*kMember = cell_text(cell);
}

template <Texts Trial::*kMember>
void list(Trial& trial, std::string_view cell) {
  for (std::string& item : cell_list(cell)) add_once(trial.*kMember, std::move(item));
}

template <std::string Trial::*kMember, const Vocabulary* kVocabulary>
void key(Trial& trial, std::string_view cell) {
  if ((trial.*kMember).empty()) trial.*kMember = cell_key(*kVocabulary, cell);
}

template <std::string Trial::*kMember>
void yes_no(Trial& trial, std::string_view cell) {
  if ((trial.*kMember).empty()) trial.*kMember = cell_yes_no(cell);
}

void ids(Trial& trial, std::string_view cell) {
  for (std::string& id : cell_list(cell)) add_secondary_id(trial, std::move(id));
  std::erase(trial.other_ids, trial.id.text());
}

void phases(Trial& trial, std::string_view cell) {
  for (const std::string& item : cell_list(cell)) take_phases(trial, item);
}

void design(Trial& trial, std::string_view cell) {
  std::string clauses = cell_line(cell);
  std::replace(clauses.begin(), clauses.end(), '|', ';');
  take_design_text(trial, clauses);
  take_design_details(trial, clauses);
}

/// What a cell says where the registry knows the value.
template <std::string Trial::*kMember, const Vocabulary* kVocabulary>
void known_key(Trial& trial, std::string_view cell) {
  const auto* const known = kVocabulary->find(cell_line(cell));
  if (known != nullptr && (trial.*kMember).empty()) trial.*kMember = known->key;
}

void enrollment(Trial& trial, std::string_view cell) {
  if (!trial.enrollment) trial.enrollment = size_of(cell_line(cell));
}

/// "DRUG: name"; names have colons too.
model::Intervention intervention(const std::string& item) {
  const std::size_t colon = item.find(": ");
  const auto* type =
      colon == std::string::npos ? nullptr : model::kInterventionTypes.find(std::string_view(item).substr(0, colon));
  if (type == nullptr) return {{}, item, {}, {}};
  return {std::string(type->key), std::string(base::trim(item.substr(colon + 1))), {}, {}};
}

/// Their types may have come before them, one for each or one for all.
void interventions(Trial& trial, std::string_view cell) {
  std::vector<model::Intervention> types = std::move(trial.interventions);
  trial.interventions.clear();
  if (std::any_of(types.begin(), types.end(), [](const auto& one) { return !one.name.empty(); })) {
    trial.interventions = std::move(types);
    types.clear();
  }
  const Texts items = cell_list(cell);
  for (std::size_t i = 0; i < items.size(); ++i) {
    model::Intervention one = intervention(items[i]);
    if (one.type.empty() && types.size() == 1) one.type = types[0].type;
    if (one.type.empty() && types.size() == items.size()) one.type = types[i].type;
    if (std::find(trial.interventions.begin(), trial.interventions.end(), one) == trial.interventions.end()) {
      trial.interventions.push_back(std::move(one));
    }
  }
}

/// Types in a column of their own, one for each intervention or one for all.
void intervention_types(Trial& trial, std::string_view cell) {
  const Texts types = cell_list(cell);
  if (trial.interventions.empty()) {
    for (const std::string& type : types) {
      trial.interventions.push_back({cell_key(model::kInterventionTypes, type), {}, {}, {}});
    }
    return;
  }
  if (types.empty() || (types.size() != 1 && types.size() != trial.interventions.size())) return;
  for (std::size_t i = 0; i < trial.interventions.size(); ++i) {
    std::string& type = trial.interventions[i].type;
    if (type.empty()) type = cell_key(model::kInterventionTypes, types[types.size() == 1 ? 0 : i]);
  }
}

/// "measure, time frame" and "measure, description, time frame". Where the parts have commas themselves, nothing tells
/// them apart: the text stays whole.
void outcomes(Trial& trial, const char* kind, std::string_view cell) {
  for (const std::string& item : cell_list(cell)) {
    constexpr std::string_view kComma = ", ";
    model::Outcome one{kind, item, {}, {}};
    const std::size_t first = item.find(kComma);
    const std::size_t last = item.rfind(kComma);
    const bool two = first != std::string::npos && first == last;
    const bool three = first != last && item.find(kComma, first + 1) == last;
    if (two || three) {
      one.measure = item.substr(0, first);
      one.time_frame = item.substr(last + kComma.size());
      if (three) one.description = item.substr(first + kComma.size(), last - first - kComma.size());
    }
    if (std::find(trial.outcomes.begin(), trial.outcomes.end(), one) == trial.outcomes.end()) {
      trial.outcomes.push_back(std::move(one));
    }
  }
}
void primary_outcomes(Trial& trial, std::string_view cell) {
  outcomes(trial, "primary", cell);
}
void secondary_outcomes(Trial& trial, std::string_view cell) {
  outcomes(trial, "secondary", cell);
}
void other_outcomes(Trial& trial, std::string_view cell) {
  outcomes(trial, "other", cell);
}
/// The old site's column: measures of all kinds, without more.
void outcome_measures(Trial& trial, std::string_view cell) {
  for (std::string& item : cell_list(cell)) trial.outcomes.push_back({{}, std::move(item), {}, {}});
}

/// The lead sponsor first.
void sponsors(Trial& trial, std::string_view cell) {
  for (std::string& item : cell_list(cell)) {
    if (trial.lead_sponsor.empty()) {
      trial.lead_sponsor = std::move(item);
    } else if (item != trial.lead_sponsor) {
      add_once(trial.collaborators, std::move(item));
    }
  }
}

/// Of the lead sponsor, which comes first.
void funders(Trial& trial, std::string_view cell) {
  const Texts classes = cell_list(cell);
  if (trial.sponsor_class.empty() && !classes.empty()) {
    trial.sponsor_class = cell_key(model::kSponsorClasses, classes.front());
  }
}

/// "18 Years to 70 Years", "18 Years and older", each with names of age groups behind it, or the names alone.
void ages(Trial& trial, std::string_view cell) {
  take_ages(trial, base::joined(cell_list(cell), "|"));
}

template <model::AgePlace kPlace>
void age(Trial& trial, std::string_view cell) {
  take_age_limit(trial, kPlace, cell_line(cell));
}

/// The ends of countries that have a comma in their names.
constexpr std::array<std::string_view, 7> kCountryEnds = {"Republic of",
                                                          "Islamic Republic of",
                                                          "The Democratic Republic of the",
                                                          "Democratic People's Republic of",
                                                          "The Former Yugoslav Republic of",
                                                          "Province of China",
                                                          "occupied"};

/// "facility, city, state, zip code, country", of which only the country is always there.
model::Location location(const std::string& item) {
  Texts parts;
  std::size_t from = 0;
  for (std::size_t comma = item.find(", ");; comma = item.find(", ", from)) {
    parts.push_back(item.substr(from, comma == std::string::npos ? comma : comma - from));
    if (comma == std::string::npos) break;
    from = comma + 2;
  }
  const auto take_last = [&parts] {
    std::string last = std::move(parts.back());
    parts.pop_back();
    return last;
  };
  model::Location place;
  place.country = take_last();
  if (!parts.empty() && std::find(kCountryEnds.begin(), kCountryEnds.end(), place.country) != kCountryEnds.end()) {
    place.country = take_last() + ", " + place.country;
  }
  const auto is_zip = [](const std::string& part) {
    constexpr std::size_t kLongest = 10;
    return part.size() <= kLongest && part.find_first_of("0123456789") != std::string::npos;
  };
  if (parts.size() > 1) {
    const auto zip = std::find_if(parts.begin() + 1, parts.end(), is_zip);
    if (zip != parts.end()) place.zip = *zip;
    parts.erase(std::remove_if(parts.begin() + 1, parts.end(), is_zip), parts.end());
  }
  if (parts.size() > 2) place.state = take_last();
  if (parts.size() > 1) place.city = take_last();
  place.facility = base::joined(parts);
  return place;
}

void locations(Trial& trial, std::string_view cell) {
  for (const std::string& item : cell_list(cell)) trial.locations.push_back(location(item));
}

/// Criteria in two columns, each under the heading that tells which it is.
void inclusion(Trial& trial, std::string_view cell) {
  trial.eligibility_criteria = "Inclusion Criteria:\n" + cell_text(cell) +
                               (trial.eligibility_criteria.empty() ? "" : "\n\n" + trial.eligibility_criteria);
}
void exclusion(Trial& trial, std::string_view cell) {
  trial.eligibility_criteria +=
      (trial.eligibility_criteria.empty() ? "Exclusion Criteria:\n" : "\n\nExclusion Criteria:\n") + cell_text(cell);
}

void countries(Trial& trial, std::string_view cell) {
  for (const std::string& item : cell_list(cell)) take_countries(trial, item);
}

constexpr TrialColumn kColumns[] = {
    // The site's names, new and old.
    {"studytitle", line<&Trial::brief_title>, kBriefTitle},
    {"title", line<&Trial::brief_title>, kBriefTitle},
    {"brieftitle", line<&Trial::brief_title>, kBriefTitle},
    {"officialtitle", line<&Trial::official_title>, kOfficialTitle},
    {"acronym", line<&Trial::acronym>, kAcronym},
    {"studyacronym", line<&Trial::acronym>, kAcronym},
    {"briefsummary", text<&Trial::brief_summary>, kBriefSummary},
    {"summary", text<&Trial::brief_summary>, kBriefSummary},
    {"briefdescription", text<&Trial::brief_summary>, kBriefSummary},
    {"detaileddescription", text<&Trial::detailed_description>, kDetailedDescription},
    {"description", text<&Trial::detailed_description>, kDetailedDescription},
    {"studystatus", key<&Trial::status, &model::kStatuses>, kStatus},
    {"overallstatus", key<&Trial::status, &model::kStatuses>, kStatus},
    {"recruitmentstatus", key<&Trial::status, &model::kStatuses>, kStatus},
    {"recruitment", key<&Trial::status, &model::kStatuses>, kStatus},
    {"status", key<&Trial::status, &model::kStatuses>, kStatus},
    {"whystopped", text<&Trial::why_stopped>, kWhyStopped},
    {"studyresults", yes_no<&Trial::has_results>, kResults},
    {"hasresults", yes_no<&Trial::has_results>, kResults},
    {"conditions", list<&Trial::conditions>, kConditions},
    {"condition", list<&Trial::conditions>, kConditions},
    {"disease", list<&Trial::conditions>, kConditions},
    {"diseases", list<&Trial::conditions>, kConditions},
    {"keywords", list<&Trial::keywords>, kKeywords},
    {"keyword", list<&Trial::keywords>, kKeywords},
    {"conditionmeshterms", list<&Trial::condition_mesh>, kConditionMesh},
    {"conditionbrowsemeshterm", list<&Trial::condition_mesh>, kConditionMesh},
    {"interventionmeshterms", list<&Trial::intervention_mesh>, kInterventionMesh},
    {"interventionbrowsemeshterm", list<&Trial::intervention_mesh>, kInterventionMesh},
    {"interventions", interventions, kInterventions},
    {"intervention", interventions, kInterventions},
    {"interventionname", interventions, kInterventions},
    {"interventionnames", interventions, kInterventions},
    {"interventioninterventionname", interventions, kInterventions},
    {"interventiontype", intervention_types, {}},
    {"interventiontypes", intervention_types, {}},
    {"interventioninterventiontype", intervention_types, {}},
    {"primaryoutcomemeasures", primary_outcomes, column::kPrimaryOutcomes},
    {"primaryoutcomes", primary_outcomes, column::kPrimaryOutcomes},
    {"primaryoutcome", primary_outcomes, column::kPrimaryOutcomes},
    {"secondaryoutcomemeasures", secondary_outcomes, column::kSecondaryOutcomes},
    {"secondaryoutcomes", secondary_outcomes, column::kSecondaryOutcomes},
    {"secondaryoutcome", secondary_outcomes, column::kSecondaryOutcomes},
    {"otheroutcomemeasures", other_outcomes, {}},
    {"otheroutcomes", other_outcomes, {}},
    {"outcomemeasures", outcome_measures, kOutcomes},
    {"outcomemeasure", outcome_measures, kOutcomes},
    {"sponsor", line<&Trial::lead_sponsor>, kLeadSponsor},
    {"leadsponsor", line<&Trial::lead_sponsor>, kLeadSponsor},
    {"leadsponsorname", line<&Trial::lead_sponsor>, kLeadSponsor},
    {"collaborators", list<&Trial::collaborators>, kCollaborators},
    {"collaborator", list<&Trial::collaborators>, kCollaborators},
    {"sponsorcollaborators", sponsors, kLeadSponsor | kCollaborators},
    {"sponsorscollaborators", sponsors, kLeadSponsor | kCollaborators},
    {"sponsors", sponsors, kLeadSponsor | kCollaborators},
    {"fundertype", funders, kSponsorClass},
    {"fundedbys", funders, kSponsorClass},
    {"fundedby", funders, kSponsorClass},
    {"leadsponsorclass", funders, kSponsorClass},
    {"sex", key<&Trial::sex, &model::kSexes>, kSex},
    {"gender", key<&Trial::sex, &model::kSexes>, kSex},
    {"eligibilitygender", key<&Trial::sex, &model::kSexes>, kSex},
    {"age", ages, {}},
    {"ages", ages, {}},
    {"agegroups", ages, {}},
    {"minimumage", age<model::AgePlace::kMinimum>, kMinimumAge},
    {"minage", age<model::AgePlace::kMinimum>, kMinimumAge},
    {"eligibilityminimumage", age<model::AgePlace::kMinimum>, kMinimumAge},
    {"maximumage", age<model::AgePlace::kMaximum>, kMaximumAge},
    {"maxage", age<model::AgePlace::kMaximum>, kMaximumAge},
    {"eligibilitymaximumage", age<model::AgePlace::kMaximum>, kMaximumAge},
    {"healthyvolunteers", yes_no<&Trial::healthy_volunteers>, kHealthy},
    {"eligibilityhealthyvolunteers", yes_no<&Trial::healthy_volunteers>, kHealthy},
    {"eligibilitycriteria", text<&Trial::eligibility_criteria>, kEligibilityCriteria},
    {"eligibility", text<&Trial::eligibility_criteria>, kEligibilityCriteria},
    {"criteria", text<&Trial::eligibility_criteria>, kEligibilityCriteria},
    {"phases", phases, kPhases},
    {"phase", phases, kPhases},
    {"enrollment", enrollment, kEnrollment},
    {"enrollmentcount", enrollment, kEnrollment},
    {"studytype", key<&Trial::study_type, &model::kStudyTypes>, kStudyType},
    {"studydesign", design, kAllocation | kMasking | kPurpose | kModel},
    {"studydesigns", design, kAllocation | kMasking | kPurpose | kModel},
    {"allocation", key<&Trial::allocation, &model::kAllocations>, kAllocation},
    {"studydesigninfoallocation", key<&Trial::allocation, &model::kAllocations>, kAllocation},
    {"masking", key<&Trial::masking, &model::kMaskings>, kMasking},
    {"studydesigninfomasking", key<&Trial::masking, &model::kMaskings>, kMasking},
    {"interventionmodel", key<&Trial::intervention_model, &model::kInterventionModels>, kModel},
    {"studydesigninfointerventionmodel", key<&Trial::intervention_model, &model::kInterventionModels>, kModel},
    {"primarypurpose", key<&Trial::purpose, &model::kPurposes>, kPurpose},
    {"studydesigninfoprimarypurpose", key<&Trial::purpose, &model::kPurposes>, kPurpose},
    {"observationalmodel", known_key<&Trial::observational_model, &model::kObservationalModels>, kObservationalModel},
    {"timeperspective", known_key<&Trial::time_perspective, &model::kTimePerspectives>, kTimePerspective},
    {"studypopulation", text<&Trial::study_population>, kStudyPopulation},
    {"maskingdescription", text<&Trial::masking_description>, kMaskingDescription},
    {"interventionmodeldescription", text<&Trial::model_description>, kModelDescription},
    {"genderdescription", text<&Trial::gender_description>, kGenderDescription},
    {"lastknownstatus", key<&Trial::last_known_status, &model::kStatuses>, kLastKnownStatus},
    {"startdatetype", known_key<&Trial::start_type, &model::kDateTypes>, kStartType},
    {"primarycompletiondatetype", known_key<&Trial::primary_completion_type, &model::kDateTypes>,
     kPrimaryCompletionType},
    {"completiondatetype", known_key<&Trial::completion_type, &model::kDateTypes>, kCompletionType},
    {"enrollmenttype", known_key<&Trial::enrollment_type, &model::kDateTypes>, kEnrollmentType},
    {"isfdaregulateddrug", yes_no<&Trial::fda_drug>, kFdaDrug},
    {"isfdaregulateddevice", yes_no<&Trial::fda_device>, kFdaDevice},
    {"ipdsharing", known_key<&Trial::ipd_sharing, &model::kSharingPlans>, kIpdSharing},
    {"plantoshareipd", known_key<&Trial::ipd_sharing, &model::kSharingPlans>, kIpdSharing},
    {"otherids", ids, kOtherIds},
    {"secondaryids", ids, kOtherIds},
    {"orgstudyid", ids, kOtherIds},
    {"locations", locations, kLocations},
    {"location", locations, kLocations},
    {"locationcountries", countries, column::kCountries},
    {"countries", countries, column::kCountries},
    {"country", countries, column::kCountries},
    {"pmids", list<&Trial::pmids>, kPmids},
    // The names of other registers' own downloads, and of the WHO's in tables that are not whole.
    {"publictitle", line<&Trial::brief_title>, kBriefTitle},
    {"trialtitle", line<&Trial::brief_title>, kBriefTitle},
    {"shorttitle", line<&Trial::brief_title>, kBriefTitle},
    {"scientifictitle", line<&Trial::official_title>, kOfficialTitle},
    {"fulltitle", line<&Trial::official_title>, kOfficialTitle},
    {"fulltitleofthetrial", line<&Trial::official_title>, kOfficialTitle},
    {"plainenglishsummary", text<&Trial::brief_summary>, kBriefSummary},
    {"overalltrialstatus", key<&Trial::status, &model::kStatuses>, kStatus},
    {"overallrecruitmentstatus", key<&Trial::status, &model::kStatuses>, kStatus},
    {"trialstatus", key<&Trial::status, &model::kStatuses>, kStatus},
    {"trialphase", phases, kPhases},
    {"studyphase", phases, kPhases},
    {"trialtype", key<&Trial::study_type, &model::kStudyTypes>, kStudyType},
    {"typeofstudy", key<&Trial::study_type, &model::kStudyTypes>, kStudyType},
    {"primarystudydesign", key<&Trial::study_type, &model::kStudyTypes>, kStudyType},
    {"healthcondition", list<&Trial::conditions>, kConditions},
    {"healthconditions", list<&Trial::conditions>, kConditions},
    {"healthconditionsorproblemsstudied", list<&Trial::conditions>, kConditions},
    {"medicalcondition", list<&Trial::conditions>, kConditions},
    {"medicalconditions", list<&Trial::conditions>, kConditions},
    {"primarysponsor", line<&Trial::lead_sponsor>, kLeadSponsor},
    {"sponsorname", line<&Trial::lead_sponsor>, kLeadSponsor},
    {"secondarysponsor", list<&Trial::collaborators>, kCollaborators},
    {"secondarysponsors", list<&Trial::collaborators>, kCollaborators},
    {"inclusiongender", key<&Trial::sex, &model::kSexes>, kSex},
    {"participantgender", key<&Trial::sex, &model::kSexes>, kSex},
    {"agegroup", ages, {}},
    {"agerange", ages, {}},
    {"participantagegroup", ages, {}},
    {"inclusionagemin", age<model::AgePlace::kMinimum>, kMinimumAge},
    {"agemin", age<model::AgePlace::kMinimum>, kMinimumAge},
    {"loweragelimit", age<model::AgePlace::kMinimum>, kMinimumAge},
    {"inclusionagemax", age<model::AgePlace::kMaximum>, kMaximumAge},
    {"agemax", age<model::AgePlace::kMaximum>, kMaximumAge},
    {"upperagelimit", age<model::AgePlace::kMaximum>, kMaximumAge},
    {"inclusioncriteria", inclusion, kEligibilityCriteria},
    {"participantinclusioncriteria", inclusion, kEligibilityCriteria},
    {"keyinclusioncriteria", inclusion, kEligibilityCriteria},
    {"exclusioncriteria", exclusion, {}},
    {"participantexclusioncriteria", exclusion, {}},
    {"keyexclusioncriteria", exclusion, {}},
    {"targetsize", enrollment, kEnrollment},
    {"samplesize", enrollment, kEnrollment},
    {"targetsamplesize", enrollment, kEnrollment},
    {"targetnumberofparticipants", enrollment, kEnrollment},
    {"plannedsamplesize", enrollment, kEnrollment},
    {"numberofparticipants", enrollment, kEnrollment},
    {"countriesofrecruitment", countries, column::kCountries},
    {"recruitmentcountries", countries, column::kCountries},
    {"memberstatesconcerned", countries, column::kCountries},
    {"secondaryid", ids, kOtherIds},
    {"secondaryidentifyingnumbers", ids, kOtherIds},
    {"otheridentifiers", ids, kOtherIds},
    {"eudractnumber", ids, {}},
    {"clinicaltrialsgovnumber", ids, {}},
    // Dates.
    {"dateregistration", nullptr, kPosted, &Trial::first_posted},
    {"dateofregistration", nullptr, kPosted, &Trial::first_posted},
    {"registrationdate", nullptr, kPosted, &Trial::first_posted},
    {"dateenrollement", nullptr, kStart, &Trial::start},
    {"dateenrollment", nullptr, kStart, &Trial::start},
    {"overalltrialstartdate", nullptr, kStart, &Trial::start},
    {"trialstartdate", nullptr, kStart, &Trial::start},
    {"overalltrialenddate", nullptr, kCompletion, &Trial::completion},
    {"trialenddate", nullptr, kCompletion, &Trial::completion},
    {"enddate", nullptr, kCompletion, &Trial::completion},
    {"startdate", nullptr, kStart, &Trial::start},
    {"studystart", nullptr, kStart, &Trial::start},
    {"studystartdate", nullptr, kStart, &Trial::start},
    {"primarycompletiondate", nullptr, kPrimaryCompletion, &Trial::primary_completion},
    {"primarycompletion", nullptr, kPrimaryCompletion, &Trial::primary_completion},
    {"completiondate", nullptr, kCompletion, &Trial::completion},
    {"studycompletion", nullptr, kCompletion, &Trial::completion},
    {"studycompletiondate", nullptr, kCompletion, &Trial::completion},
    {"firstposted", nullptr, kPosted, &Trial::first_posted},
    {"studyfirstposted", nullptr, kPosted, &Trial::first_posted},
    {"studyfirstposteddate", nullptr, kPosted, &Trial::first_posted},
    {"studyfirstpostdate", nullptr, kPosted, &Trial::first_posted},
    {"firstposteddate", nullptr, kPosted, &Trial::first_posted},
    {"firstreceived", nullptr, kPosted, &Trial::first_posted},
    {"resultsfirstposted", nullptr, kResultsPosted, &Trial::results_posted},
    {"resultsfirstposteddate", nullptr, kResultsPosted, &Trial::results_posted},
    {"resultsfirstpostdate", nullptr, kResultsPosted, &Trial::results_posted},
    {"lastupdateposted", nullptr, kUpdated, &Trial::updated},
    {"lastupdateposteddate", nullptr, kUpdated, &Trial::updated},
    {"lastupdatepostdate", nullptr, kUpdated, &Trial::updated},
    {"lastupdated", nullptr, kUpdated, &Trial::updated},
    {"lastupdate", nullptr, kUpdated, &Trial::updated},
    {"lastchanged", nullptr, kUpdated, &Trial::updated},
    // Known, and nothing to keep.
    {"rank"},
    {"url"},
    {"studyurl"},
    {"link"},
    {"studydocuments"},
};

constexpr std::array<std::string_view, 15> kIdColumns = {"nctnumber",
                                                         "nctid",
                                                         "nct",
                                                         "nctno",
                                                         "trialid",
                                                         "clinicaltrialsgovid",
                                                         "studyid",
                                                         "isrctn",
                                                         "isrctnnumber",
                                                         "trialnumber",
                                                         "euctnumber",
                                                         "ctnumber",
                                                         "registrationnumber",
                                                         "trialregistrationnumber",
                                                         "clinicaltrialsgovidentifier"};

/// Of the API's fields, those that the table above has not.
const TrialColumn* study_column(std::string_view name) {
  static const std::vector<TrialColumn> columns = [] {
    std::vector<TrialColumn> all;
    for (const std::string_view field : study_field_names()) {
      if (field == "nctid") continue;
      TrialColumn column{field, nullptr, study_field_columns(field)};
      column.study_field = field;
      all.push_back(column);
    }
    return all;
  }();
  const std::string wanted = study_field_name(name);
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&](const TrialColumn& c) { return c.spelling == wanted; });
  return found == columns.end() ? nullptr : &*found;
}

}  // namespace

bool TrialColumn::is_age_range() const {
  return take == ages;
}

bool TrialColumn::is_list_of_names() const {
  constexpr std::array<void (*)(Trial&, std::string_view), 8> kLists = {list<&Trial::conditions>,
                                                                        list<&Trial::keywords>,
                                                                        list<&Trial::condition_mesh>,
                                                                        list<&Trial::intervention_mesh>,
                                                                        list<&Trial::collaborators>,
                                                                        list<&Trial::pmids>,
                                                                        interventions,
                                                                        ids};
  return (take != nullptr && std::find(kLists.begin(), kLists.end(), take) != kLists.end()) ||
         is_study_list(study_field);
}

void TrialColumn::take_cell(Trial& trial, std::string_view cell) const {
  if (take != nullptr) return take(trial, cell);
  if (study_field.empty()) return;
  // Parts of structures find each other by their order: an empty one keeps its place.
  Texts values = cell_list(cell);
  if (!is_study_list(study_field) && cell.find('|') != std::string_view::npos) {
    values.clear();
    for (const std::string_view item : base::split(cell_value(cell), '|')) values.push_back(cell_line(item));
  }
  take_study_field(trial, study_field, values);
}

const TrialColumn* trial_column(std::string_view name) {
  std::string wanted = squeezed_name(name);
  constexpr std::string_view kTextBlock = "textblock";  // of the old XML
  if (wanted.ends_with(kTextBlock)) wanted.resize(wanted.size() - kTextBlock.size());
  const auto* const found = std::find_if(std::begin(kColumns), std::end(kColumns),
                                         [&](const TrialColumn& c) { return c.spelling == wanted; });
  return found == std::end(kColumns) ? study_column(name) : found;
}

bool is_id_column(std::string_view name) {
  return std::find(kIdColumns.begin(), kIdColumns.end(), squeezed_name(name)) != kIdColumns.end();
}

}  // namespace trialsift::formats
