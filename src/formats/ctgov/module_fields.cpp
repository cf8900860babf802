// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/ctgov/module_fields.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "formats/ctgov/study_fields.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

namespace member = model::member;
using Labels = std::string_view[];

constexpr Labels kIdentification = {"nctid",        "nctidalias", "orgstudyid",    "secondaryid",
                                    "organization", "brieftitle", "officialtitle", "acronym"};
constexpr Labels kStatus = {"statusverifieddate",
                            "overallstatus",
                            "lastknownstatus",
                            "delayedposting",
                            "whystopped",
                            "expandedaccess",
                            "startdate",
                            "primarycompletiondate",
                            "completiondate",
                            "studyfirstsubmitdate",
                            "studyfirstsubmitqcdate",
                            "studyfirstpostdate",
                            "resultswaived",
                            "resultsfirstsubmitdate",
                            "resultsfirstsubmitqcdate",
                            "resultsfirstpostdate",
                            "dispfirstsubmitdate",
                            "dispfirstsubmitqcdate",
                            "dispfirstpostdate",
                            "lastupdatesubmitdate",
                            "lastupdatepostdate"};
constexpr Labels kSponsors = {"responsibleparty", "leadsponsor", "leadsponsorname", "leadsponsorclass", "collaborator"};
constexpr Labels kOversight = {"oversighthasdmc", "isfdaregulateddrug", "isfdaregulateddevice", "isunapproveddevice",
                               "isppsd",          "isusexport",         "fdaaa801violation"};
constexpr Labels kDescription = {"briefsummary", "detaileddescription"};
constexpr Labels kConditions = {"condition", "keyword"};
constexpr Labels kDesign = {"studytype",       "expandedaccesstype",
                            "patientregistry", "targetduration",
                            "phase",           "design",
                            "biospec",         "enrollment",
                            "enrollmentcount", "enrollmenttype",
                            "allocation",      "interventionmodel",
                            "primarypurpose",  "masking"};
constexpr Labels kArms = {"armgroup", "intervention"};
constexpr Labels kOutcomes = {"primaryoutcome", "secondaryoutcome", "otheroutcome"};
constexpr Labels kEligibility = {"eligibilitycriteria", "healthyvolunteers", "sex",        "gender", "genderbased",
                                 "genderdescription",   "minimumage",        "maximumage", "stdage", "studypopulation",
                                 "samplingmethod"};
constexpr Labels kContacts = {"centralcontact", "overallofficial", "location"};
constexpr Labels kReferences = {"reference", "seealsolink", "availipd"};
constexpr Labels kSharing = {"ipdsharing", "description", "infotype", "timeframe", "accesscriteria", "url"};

constexpr std::array kModules = {
    StudyModule{"Identification Module", kIdentification,
                member::kOtherIds | member::kBriefTitle | member::kOfficialTitle | member::kAcronym},
    StudyModule{"Status Module", kStatus,
                member::kStatus | member::kWhyStopped | member::kStart | member::kPrimaryCompletion |
                    member::kCompletion | member::kPosted | member::kUpdated | member::kResultsPosted},
    StudyModule{"Sponsor Collaborators Module", kSponsors,
                member::kLeadSponsor | member::kSponsorClass | member::kCollaborators},
    StudyModule{"Oversight Module", kOversight, member::kFdaDrug | member::kFdaDevice},
    StudyModule{"Description Module", kDescription, member::kBriefSummary | member::kDetailedDescription},
    StudyModule{"Conditions Module", kConditions, member::kConditions | member::kKeywords},
    StudyModule{"Design Module", kDesign,
                member::kStudyType | member::kPhases | member::kEnrollment | member::kAllocation | member::kMasking |
                    member::kPurpose | member::kModel | member::kObservationalModel | member::kTimePerspective |
                    member::kModelDescription | member::kMaskingDescription | member::kWhoMasked},
    StudyModule{"Arms Interventions Module", kArms, member::kArms | member::kInterventions},
    StudyModule{"Outcomes Module", kOutcomes, member::kOutcomes},
    StudyModule{"Eligibility Module", kEligibility,
                member::kEligibilityCriteria | member::kHealthy | member::kSex | member::kMinimumAge |
                    member::kMaximumAge | member::kStudyPopulation | member::kGenderDescription},
    StudyModule{"Contacts Locations Module", kContacts, member::kLocations | member::kContacts},
    StudyModule{"References Module", kReferences, member::kPmids | member::kReferences},
    StudyModule{"IPD Sharing Statement Module", kSharing, member::kIpdSharing | member::kIpdPlan},
};

/// Labels in structures that no member of a trial is made of.
constexpr Labels kUnread = {"type",
                            "class",
                            "id",
                            "domain",
                            "link",
                            "fullname",
                            "status",
                            "state",
                            "zip",
                            "geopoint",
                            "contact",
                            "role",
                            "phone",
                            "phoneext",
                            "email",
                            "citation",
                            "retraction",
                            "armgrouplabel",
                            "whomasked",
                            "maskinginfo",
                            "maskingdescription",
                            "interventionmodeldescription",
                            "observationalmodel",
                            "timeperspective",
                            "interventionname",
                            "nctid",
                            "statusfornctid",
                            "hasexpandedaccess",
                            "investigatorfullname",
                            "investigatortitle",
                            "investigatoraffiliation",
                            "url",
                            "label"};

bool holds(std::span<const std::string_view> labels, std::string_view label) {
  return std::find(labels.begin(), labels.end(), label) != labels.end();
}

std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : base::to_lower_ascii(text)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out.push_back(c);
  }
  return out;
}

bool cut(std::string& text, std::string_view end) {
  if (!text.ends_with(end) || text.size() == end.size()) return false;
  text.erase(text.size() - end.size());
  return true;
}

/// "Start Date Struct" is of the start date, "Secondary ID Infos" of secondary ids, "Phases" of a phase.
std::string stem_of(std::string_view label) {
  std::string stem = squeezed(label);
  if (study_field_name(stem) != stem) return study_field_name(stem);
  if (is_study_field(stem)) return stem;
  cut(stem, "s");
  cut(stem, "struct") || cut(stem, "info");
  return stem;
}

/// What stands before a colon at the start of a line, if it can be a label: a few capitalized words.
std::string_view label_of(std::string_view line) {
  constexpr std::size_t kLongest = 48;
  const std::size_t colon = line.substr(0, kLongest).find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  const std::string_view label = line.substr(0, colon);
  const bool plain = std::all_of(label.begin(), label.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '/' ||
           c == '-';
  });
  return plain && label.front() >= 'A' && label.front() <= 'Z' ? label : std::string_view();
}

std::string_view without_bullet(std::string_view line) {
  line = base::trim(line);
  if (line.starts_with("- ") || line.starts_with("* ")) line.remove_prefix(2);
  return base::trim(line);
}

}  // namespace

const StudyModule* module_of_heading(std::string_view line) {
  const std::string heading = squeezed(line);
  const auto* const found = std::find_if(
      kModules.begin(), kModules.end(), [&](const StudyModule& module) { return squeezed(module.heading) == heading; });
  return found == kModules.end() ? nullptr : &*found;
}

const StudyModule* module_of_path(std::string_view line) {
  constexpr std::string_view kArrow = "->";
  const std::size_t last = line.rfind(kArrow);
  return last == std::string_view::npos ? nullptr : module_of_heading(line.substr(last + kArrow.size()));
}

/// The field that a label inside of a structure stands for, or empty.
std::string ModuleFields::in_structure(std::string_view label) const {
  if (structure_.empty()) return {};
  const std::string name = squeezed(label);
  // "Start Date Struct:" with "Date:", "Org Study ID Info:" with "ID:".
  if ((name == "date" || name == "id") && is_study_field(structure_)) return structure_;
  const std::string field = study_field_name(structure_ + name);
  return is_study_field(field) ? field : std::string();
}

bool ModuleFields::has_value(std::string_view name) const {
  return std::any_of(fields_.begin(), fields_.end(), [name](const Field& field) { return field.name == name; });
}

bool ModuleFields::take_label(const StudyModule& module, std::string_view label, std::string_view value) {
  if (std::string field = in_structure(label); !field.empty()) {
    open(std::move(field), value, structure_);
    return true;
  }
  const bool in_prose = open_ && is_study_prose(fields_[*open_].name);
  std::string stem = stem_of(label);
  // A text that the record has already does not begin again: sponsors paste whole forms into their criteria.
  const bool is_own = holds(module.labels, stem) && !(in_prose && has_value(stem));
  if (is_own || (!in_prose && is_study_field(stem))) {
    structure_ = stem;
    items_ = items(stem);
    if (is_study_field(stem)) {
      open(std::move(stem), value, {});
    } else {
      open_.reset();
    }
    return true;
  }
  if (structure_.empty() || !(holds(kUnread, stem) || holds(kUnread, squeezed(label)))) return false;
  open_.reset();
  return true;
}

bool ModuleFields::take(const StudyModule& module, std::string_view line) {
  const std::string_view text = without_bullet(line);
  const std::string_view label = label_of(text);
  if (!label.empty() && take_label(module, label, base::trim(text.substr(label.size() + 1)))) return true;
  if (!open_) return false;
  add(line);
  return true;
}

void ModuleFields::open(std::string name, std::string_view value, const std::string& structure) {
  auto field = std::find_if(fields_.begin(), fields_.end(), [&name](const Field& one) { return one.name == name; });
  if (field == fields_.end()) field = fields_.insert(fields_.end(), {std::move(name), {}, structure});
  open_ = static_cast<std::size_t>(field - fields_.begin());
  bytes_ += value.size();
  if (structure.empty()) {
    if (!value.empty()) field->values.emplace_back(value);
    return;
  }
  // A label that the structure has already begins the next one.
  if (field->values.size() >= items_) ++items_;
  field->values.resize(items_ - 1);
  field->values.emplace_back(value);
}

void ModuleFields::add(std::string_view line) {
  Field& field = fields_[*open_];
  bytes_ += line.size() + 1;
  if (is_study_prose(field.name)) {
    if (field.values.empty()) field.values.emplace_back();
    std::string& value = field.values.back();
    if (!value.empty()) value.push_back('\n');
    value += line;
    return;
  }
  const std::string_view text = without_bullet(line);
  if (text.empty()) return;
  if (!field.structure.empty() && !field.values.empty()) {
    std::string& value = field.values.back();
    value += (value.empty() ? "" : " ") + std::string(text);
  } else {
    field.values.emplace_back(text);
  }
}

/// Of all fields of a structure as many values, so that they find each other.
std::size_t ModuleFields::items(const std::string& structure) const {
  std::size_t most = 0;
  for (const Field& field : fields_) {
    if (field.structure == structure) most = std::max(most, field.values.size());
  }
  return most;
}

void ModuleFields::into(model::Trial& trial) const {
  for (const Field& field : fields_) {
    std::vector<std::string> values;
    for (std::string text : field.values) {
      base::repair_utf8(text);
      if (!is_study_list(field.name)) {
        values.push_back(std::move(text));
        continue;
      }
      std::replace(text.begin(), text.end(), ';', '|');
      for (const std::string_view part : base::split(text, '|')) values.emplace_back(base::trim(part));
    }
    if (!field.structure.empty() && values.size() < items(field.structure)) values.resize(items(field.structure));
    take_study_field(trial, field.name, values);
  }
  std::erase(trial.other_ids, trial.id.text());
}

}  // namespace trialsift::formats
