// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/ctgov/study_fields.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

#include "formats/coverage.hpp"
#include "formats/values/design_text.hpp"
#include "formats/values/other_ids.hpp"
#include "formats/values/text_cleaning.hpp"
#include "formats/values/trial_values.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/written_date.hpp"

namespace trialsift::formats {
namespace {

using model::MemberSet;
using model::Trial;
using namespace model::member;
using Texts = std::vector<std::string>;

enum class Kind { kOther, kProse, kList };

struct Row {
  std::string_view name;
  void (*take)(Trial& trial, const Texts& values);
  MemberSet columns;  ///< as coverage_of_columns() takes them
  Kind kind = Kind::kOther;
};

template <auto kMember, char kBetween = ' '>
void text(Trial& trial, const Texts& values) {
  std::string& member = trial.*kMember;
  for (const std::string& value : values) {
    std::string clean = clean_text(value);
    if (!member.empty() && !clean.empty()) member.push_back(kBetween);
    member += clean;
  }
}
template <auto kMember>
constexpr auto prose = text<kMember, '\n'>;

template <auto kMember>
void list(Trial& trial, const Texts& values) {
  for (const std::string& value : values) add_once(trial.*kMember, clean_text(value));
}

template <auto kMember, auto kKeys>
void key(Trial& trial, const Texts& values) {
  for (const std::string& value : values) {
    if ((trial.*kMember).empty()) trial.*kMember = (keys().*kKeys)(base::trim(value));
  }
}

template <auto kMember>
void date(Trial& trial, const Texts& values) {
  for (const std::string& value : values) {
    if (const auto found = model::read_date(value, model::DayMonth::kMonthFirst)) trial.*kMember = *found;
  }
}
/// The day of submission stands in where the day of posting is not told.
template <auto kMember>
void other_date(Trial& trial, const Texts& values) {
  if ((trial.*kMember).empty()) date<kMember>(trial, values);
}

void phases(Trial& trial, const Texts& values) {
  for (const std::string& value : values) take_phases(trial, value);
}
/// Where the text says nothing, the next one may.
template <model::AgePlace kPlace>
void ages(Trial& trial, const Texts& values) {
  for (const std::string& value : values) take_age_limit(trial, kPlace, value);
}
/// Names of groups, which fill what no limit says.
void age_groups(Trial& trial, const Texts& values) {
  take_ages(trial, base::joined(values, "|"));
}
template <auto kMember>
void yes_no(Trial& trial, const Texts& values) {
  for (const std::string& value : values) trial.*kMember = keys().yes_no(base::trim(value));
}
void enrollment(Trial& trial, const Texts& values) {
  for (const std::string& value : values) {
    if (!trial.enrollment) trial.enrollment = size_of(value);
  }
}

/// The entries of a list that the values belong to: those there are, if they are as many, or new ones.
template <class Entry>
std::vector<Entry*> entries(std::vector<Entry>& all, std::size_t count, const Entry& fresh,
                            bool (*matches)(const Entry&, const Entry&)) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (matches(all[i], fresh)) places.push_back(i);
  }
  if (places.size() != count) {
    places.clear();
    for (std::size_t i = 0; i < count; ++i) {
      places.push_back(all.size());
      all.push_back(fresh);
    }
  }
  std::vector<Entry*> found;
  found.reserve(count);
  for (const std::size_t place : places) found.push_back(&all[place]);
  return found;
}

template <auto kList, auto kPart>
void part(Trial& trial, const Texts& values) {
  auto& all = trial.*kList;
  using Entry = typename std::remove_reference_t<decltype(all)>::value_type;
  const auto found = entries<Entry>(all, values.size(), {}, [](const Entry&, const Entry&) { return true; });
  for (std::size_t i = 0; i < found.size(); ++i) found[i]->*kPart = clean_text(values[i]);
}

/// "Drug: Aspirin" as well as a name alone.
void intervention_names(Trial& trial, const Texts& values) {
  part<&Trial::interventions, &model::Intervention::name>(trial, values);
  for (model::Intervention& one : trial.interventions) {
    const std::size_t colon = one.name.find(": ");
    if (!one.type.empty() || colon == std::string::npos) continue;
    const auto* const type = model::kInterventionTypes.find(std::string_view(one.name).substr(0, colon));
    if (type == nullptr) continue;
    one.type = type->key;
    one.name.erase(0, colon + 2);
  }
}
void intervention_types(Trial& trial, const Texts& values) {
  Texts types;
  for (const std::string& value : values) types.push_back(keys().intervention_type(base::trim(value)));
  part<&Trial::interventions, &model::Intervention::type>(trial, types);
}
/// Which intervention they belong to is not told.
void other_names(Trial& trial, const Texts& values) {
  if (trial.interventions.size() != 1) trial.interventions.emplace_back();
  for (const std::string& value : values) add_once(trial.interventions.back().other_names, clean_text(value));
}

void arm_types(Trial& trial, const Texts& values) {
  Texts types;
  for (const std::string& value : values) types.push_back(keys().arm_type(base::trim(value)));
  part<&Trial::arms, &model::Arm::type>(trial, types);
}
void site_statuses(Trial& trial, const Texts& values) {
  Texts statuses;
  for (const std::string& value : values) statuses.push_back(keys().status(base::trim(value)));
  part<&Trial::locations, &model::Location::status>(trial, statuses);
}
void masked_roles(Trial& trial, const Texts& values) {
  for (const std::string& value : values) add_once(trial.who_masked, keys().masked_role(base::trim(value)));
}
constexpr char kNoLabel[] = "";
constexpr char kTimeFrame[] = "Time frame: ";
constexpr char kAccess[] = "Access: ";

/// Lines of one text, each with its label.
template <const char* kLabel>
void sharing(Trial& trial, const Texts& values) {
  for (const std::string& value : values) {
    const std::string clean = clean_text(value);
    if (clean.empty()) continue;
    if (!trial.ipd_plan.empty()) trial.ipd_plan.push_back('\n');
    trial.ipd_plan += kLabel + clean;
  }
}
void adverse_events(Trial& trial, const Texts& values) {
  for (const std::string& value : values) add_once(trial.adverse_events, clean_text(value));
}
void pmids(Trial& trial, const Texts& values) {
  list<&Trial::pmids>(trial, values);
  part<&Trial::references, &model::Reference::pmid>(trial, values);
}
void reference_types(Trial& trial, const Texts& values) {
  Texts types;
  for (const std::string& value : values) types.push_back(keys().reference_type(base::trim(value)));
  part<&Trial::references, &model::Reference::type>(trial, types);
}

/// Officials are the contacts of other roles.
constexpr std::string_view kContactRole = "contact";

template <bool kIsOfficial, auto kPart>
void contact(Trial& trial, const Texts& values) {
  const model::Contact fresh{kIsOfficial ? std::string() : std::string(kContactRole), {}, {}, {}, {}};
  const auto found = entries<model::Contact>(trial.contacts, values.size(), fresh,
                                             [](const model::Contact& one, const model::Contact& wanted) {
                                               return (one.role == kContactRole) == (wanted.role == kContactRole);
                                             });
  for (std::size_t i = 0; i < found.size(); ++i) found[i]->*kPart = clean_text(values[i]);
}
void official_roles(Trial& trial, const Texts& values) {
  Texts roles;
  for (const std::string& value : values) roles.push_back(keys().contact_role(base::trim(value)));
  contact<true, &model::Contact::role>(trial, roles);
}

constexpr char kPrimary[] = "primary";
constexpr char kSecondary[] = "secondary";
constexpr char kOther[] = "other";

template <const char* kKind, auto kPart>
void outcome(Trial& trial, const Texts& values) {
  const auto found = entries<model::Outcome>(
      trial.outcomes, values.size(), {kKind, {}, {}, {}},
      [](const model::Outcome& one, const model::Outcome& wanted) { return one.kind == wanted.kind; });
  for (std::size_t i = 0; i < found.size(); ++i) found[i]->*kPart = clean_text(values[i]);
}

void secondary_ids(Trial& trial, const Texts& values) {
  for (const std::string& value : values) add_secondary_id(trial, clean_text(value));
}

/// What the caller takes itself.
void nothing(Trial& /*trial*/, const Texts& /*values*/) {}

using model::Arm;
using model::Intervention;
using model::Location;
using model::Outcome;

constexpr std::array kRows = {
    Row{"nctid", nothing, MemberSet()},
    Row{"nctidalias", list<&Trial::other_ids>, kOtherIds, Kind::kList},
    Row{"orgstudyid", list<&Trial::other_ids>, kOtherIds, Kind::kList},
    Row{"secondaryid", secondary_ids, kOtherIds, Kind::kList},
    Row{"brieftitle", text<&Trial::brief_title>, kBriefTitle},
    Row{"officialtitle", text<&Trial::official_title>, kOfficialTitle},
    Row{"acronym", text<&Trial::acronym>, kAcronym},
    Row{"briefsummary", prose<&Trial::brief_summary>, kBriefSummary, Kind::kProse},
    Row{"detaileddescription", prose<&Trial::detailed_description>, kDetailedDescription, Kind::kProse},
    Row{"condition", list<&Trial::conditions>, kConditions, Kind::kList},
    Row{"keyword", list<&Trial::keywords>, kKeywords, Kind::kList},
    Row{"intervention", intervention_names, kInterventions},
    Row{"interventionname", intervention_names, kInterventions},
    Row{"interventiontype", intervention_types, MemberSet()},
    Row{"interventiondescription", part<&Trial::interventions, &Intervention::description>, MemberSet(), Kind::kProse},
    Row{"interventionothername", other_names, MemberSet()},
    Row{"armgroup", part<&Trial::arms, &Arm::label>, kArms},
    Row{"armgrouplabel", part<&Trial::arms, &Arm::label>, kArms},
    Row{"armgroupdescription", part<&Trial::arms, &Arm::description>, MemberSet(), Kind::kProse},
    Row{"primaryoutcome", outcome<kPrimary, &Outcome::measure>, column::kPrimaryOutcomes},
    Row{"primaryoutcomemeasure", outcome<kPrimary, &Outcome::measure>, column::kPrimaryOutcomes},
    Row{"primaryoutcomedescription", outcome<kPrimary, &Outcome::description>, MemberSet(), Kind::kProse},
    Row{"primaryoutcometimeframe", outcome<kPrimary, &Outcome::time_frame>, MemberSet()},
    Row{"secondaryoutcome", outcome<kSecondary, &Outcome::measure>, column::kSecondaryOutcomes},
    Row{"secondaryoutcomemeasure", outcome<kSecondary, &Outcome::measure>, column::kSecondaryOutcomes},
    Row{"secondaryoutcomedescription", outcome<kSecondary, &Outcome::description>, MemberSet(), Kind::kProse},
    Row{"secondaryoutcometimeframe", outcome<kSecondary, &Outcome::time_frame>, MemberSet()},
    Row{"otheroutcome", outcome<kOther, &Outcome::measure>, MemberSet()},
    Row{"otheroutcomemeasure", outcome<kOther, &Outcome::measure>, MemberSet()},
    Row{"otheroutcomedescription", outcome<kOther, &Outcome::description>, MemberSet(), Kind::kProse},
    Row{"otheroutcometimeframe", outcome<kOther, &Outcome::time_frame>, MemberSet()},
    Row{"eligibilitycriteria", prose<&Trial::eligibility_criteria>, kEligibilityCriteria, Kind::kProse},
    Row{"healthyvolunteers", yes_no<&Trial::healthy_volunteers>, kHealthy},
    Row{"gender", key<&Trial::sex, &Keys::sex>, kSex},
    Row{"sex", key<&Trial::sex, &Keys::sex>, kSex},
    Row{"minimumage", ages<model::AgePlace::kMinimum>, kMinimumAge},
    Row{"maximumage", ages<model::AgePlace::kMaximum>, kMaximumAge},
    Row{"stdage", age_groups, {}, Kind::kList},
    Row{"leadsponsor", text<&Trial::lead_sponsor>, kLeadSponsor},
    Row{"leadsponsorname", text<&Trial::lead_sponsor>, kLeadSponsor},
    Row{"leadsponsorclass", key<&Trial::sponsor_class, &Keys::sponsor_class>, kSponsorClass},
    Row{"collaborator", list<&Trial::collaborators>, kCollaborators, Kind::kList},
    Row{"collaboratorname", list<&Trial::collaborators>, kCollaborators, Kind::kList},
    Row{"locationfacility", part<&Trial::locations, &Location::facility>, kLocations},
    Row{"locationcity", part<&Trial::locations, &Location::city>, kLocations},
    Row{"locationcountry", part<&Trial::locations, &Location::country>, column::kCountries},
    Row{"locationstate", part<&Trial::locations, &Location::state>, MemberSet()},
    Row{"locationzip", part<&Trial::locations, &Location::zip>, MemberSet()},
    Row{"locationstatus", site_statuses, MemberSet()},
    Row{"armgrouptype", arm_types, MemberSet()},
    Row{"startdatetype", key<&Trial::start_type, &Keys::date_type>, kStartType},
    Row{"primarycompletiondatetype", key<&Trial::primary_completion_type, &Keys::date_type>, kPrimaryCompletionType},
    Row{"completiondatetype", key<&Trial::completion_type, &Keys::date_type>, kCompletionType},
    Row{"enrollmenttype", key<&Trial::enrollment_type, &Keys::date_type>, kEnrollmentType},
    Row{"lastknownstatus", key<&Trial::last_known_status, &Keys::status>, kLastKnownStatus},
    Row{"designobservationalmodel", key<&Trial::observational_model, &Keys::observational_model>, kObservationalModel},
    Row{"observationalmodel", key<&Trial::observational_model, &Keys::observational_model>, kObservationalModel},
    Row{"designtimeperspective", key<&Trial::time_perspective, &Keys::time_perspective>, kTimePerspective},
    Row{"timeperspective", key<&Trial::time_perspective, &Keys::time_perspective>, kTimePerspective},
    Row{"studypopulation", prose<&Trial::study_population>, kStudyPopulation, Kind::kProse},
    Row{"designmaskingdescription", text<&Trial::masking_description>, kMaskingDescription},
    Row{"maskingdescription", text<&Trial::masking_description>, kMaskingDescription},
    Row{"designinterventionmodeldescription", text<&Trial::model_description>, kModelDescription},
    Row{"interventionmodeldescription", text<&Trial::model_description>, kModelDescription},
    Row{"designwhomasked", masked_roles, kWhoMasked, Kind::kList},
    Row{"whomasked", masked_roles, kWhoMasked, Kind::kList},
    Row{"genderdescription", text<&Trial::gender_description>, kGenderDescription},
    Row{"isfdaregulateddrug", yes_no<&Trial::fda_drug>, kFdaDrug},
    Row{"isfdaregulateddevice", yes_no<&Trial::fda_device>, kFdaDevice},
    Row{"ipdsharing", key<&Trial::ipd_sharing, &Keys::sharing_plan>, kIpdSharing},
    Row{"ipdsharingdescription", sharing<kNoLabel>, kIpdPlan},
    Row{"ipdsharingtimeframe", sharing<kTimeFrame>, MemberSet()},
    Row{"ipdsharingaccesscriteria", sharing<kAccess>, MemberSet()},
    Row{"ipdsharingurl", sharing<kNoLabel>, MemberSet()},
    Row{"centralcontactname", contact<false, &model::Contact::name>, column::kCentralContacts},
    Row{"centralcontactphone", contact<false, &model::Contact::phone>, MemberSet()},
    Row{"centralcontactemail", contact<false, &model::Contact::email>, MemberSet()},
    Row{"overallofficialname", contact<true, &model::Contact::name>, column::kOfficials},
    Row{"overallofficialaffiliation", contact<true, &model::Contact::affiliation>, MemberSet()},
    Row{"overallofficialrole", official_roles, MemberSet()},
    Row{"referencetype", reference_types, MemberSet()},
    Row{"referencecitation", part<&Trial::references, &model::Reference::citation>, kReferences},
    Row{"outcomemeasuretitle", part<&Trial::result_outcomes, &Outcome::measure>, kResultOutcomes},
    Row{"outcomemeasuretimeframe", part<&Trial::result_outcomes, &Outcome::time_frame>, MemberSet()},
    Row{"seriouseventterm", adverse_events, column::kSeriousEvents, Kind::kList},
    Row{"othereventterm", adverse_events, column::kOtherEvents, Kind::kList},
    Row{"conditionmeshterm", list<&Trial::condition_mesh>, kConditionMesh, Kind::kList},
    Row{"interventionmeshterm", list<&Trial::intervention_mesh>, kInterventionMesh, Kind::kList},
    Row{"conditionancestorterm", list<&Trial::mesh_ancestors>, column::kConditionAncestors, Kind::kList},
    Row{"interventionancestorterm", list<&Trial::mesh_ancestors>, column::kInterventionAncestors, Kind::kList},
    Row{"overallstatus", key<&Trial::status, &Keys::status>, kStatus},
    Row{"whystopped", text<&Trial::why_stopped>, kWhyStopped},
    Row{"hasresults", yes_no<&Trial::has_results>, kResults},
    Row{"studytype", key<&Trial::study_type, &Keys::study_type>, kStudyType},
    Row{"phase", phases, kPhases},
    Row{"enrollmentcount", enrollment, kEnrollment},
    Row{"enrollment", enrollment, kEnrollment},
    Row{"designallocation", key<&Trial::allocation, &Keys::allocation>, kAllocation},
    Row{"allocation", key<&Trial::allocation, &Keys::allocation>, kAllocation},
    Row{"designmasking", key<&Trial::masking, &Keys::masking>, kMasking},
    Row{"masking", key<&Trial::masking, &Keys::masking>, kMasking},
    Row{"designprimarypurpose", key<&Trial::purpose, &Keys::purpose>, kPurpose},
    Row{"primarypurpose", key<&Trial::purpose, &Keys::purpose>, kPurpose},
    Row{"designinterventionmodel", key<&Trial::intervention_model, &Keys::intervention_model>, kModel},
    Row{"interventionmodel", key<&Trial::intervention_model, &Keys::intervention_model>, kModel},
    Row{"referencepmid", pmids, kPmids, Kind::kList},
    Row{"startdate", date<&Trial::start>, kStart},
    Row{"primarycompletiondate", date<&Trial::primary_completion>, kPrimaryCompletion},
    Row{"completiondate", date<&Trial::completion>, kCompletion},
    Row{"studyfirstpostdate", date<&Trial::first_posted>, kPosted},
    Row{"studyfirstsubmitdate", other_date<&Trial::first_posted>, kPosted},
    Row{"lastupdatepostdate", date<&Trial::updated>, kUpdated},
    Row{"lastupdatesubmitdate", other_date<&Trial::updated>, kUpdated},
    Row{"resultsfirstpostdate", date<&Trial::results_posted>, kResultsPosted},
};

const Row* row_of(std::string_view name) {
  const auto* const row = std::find_if(kRows.begin(), kRows.end(), [name](const Row& r) { return r.name == name; });
  return row == kRows.end() ? nullptr : &*row;
}

}  // namespace

std::string study_field_name(std::string_view spelling) {
  std::string name;
  for (const char c : base::to_lower_ascii(spelling)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) name.push_back(c);
  }
  if (row_of(name) != nullptr) return name;
  for (const std::string_view plural : {"s", "es"}) {
    if (!name.ends_with(plural)) continue;
    std::string one = name.substr(0, name.size() - plural.size());
    if (row_of(one) != nullptr) return one;
  }
  return name;
}

std::vector<std::string_view> study_field_names() {
  std::vector<std::string_view> names;
  for (const Row& row : kRows) names.push_back(row.name);
  return names;
}

bool is_study_field(std::string_view name) {
  return row_of(name) != nullptr;
}

bool is_study_prose(std::string_view name) {
  const Row* const row = row_of(name);
  return row != nullptr && row->kind == Kind::kProse;
}

bool is_study_list(std::string_view name) {
  const Row* const row = row_of(name);
  return row != nullptr && row->kind == Kind::kList;
}

MemberSet study_field_columns(std::string_view name) {
  const Row* const row = row_of(name);
  return row == nullptr ? MemberSet() : row->columns;
}

void take_study_field(Trial& trial, std::string_view name, const Texts& values) {
  if (const Row* const row = row_of(name)) row->take(trial, values);
}

}  // namespace trialsift::formats
