// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/ictrp/ictrp_trial.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>

#include "formats/coverage.hpp"
#include "formats/values/design_text.hpp"
#include "formats/values/other_ids.hpp"
#include "formats/values/text_cleaning.hpp"
#include "formats/values/trial_details.hpp"
#include "formats/values/trial_values.hpp"
#include "formats/values/wrapped_text.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/vocabulary.hpp"
#include "trialsift/model/written_date.hpp"

namespace trialsift::formats {
namespace {

using model::Trial;
using Texts = std::vector<std::string>;

std::string squeezed(std::string_view name) {
  std::string out;
  for (const char c : base::to_lower_ascii(name)) {
    if (c != ' ' && c != '_') out.push_back(c);
  }
  return out;
}

/// The length of a <br>, <br/> or <BR /> that `text` begins with, or 0.
std::size_t line_break_tag(std::string_view text) {
  constexpr std::size_t kTagMax = 6;
  const std::size_t close = text.substr(0, kTagMax).find('>');
  if (close == std::string_view::npos) return 0;
  const std::string name = squeezed(text.substr(0, close));
  return name == "<br" || name == "<br/" ? close + 1 : 0;
}

/// A <br> and a line break right beside it are one line break.
std::string with_line_breaks(std::string_view text) {
  std::string out;
  std::size_t broken = 0;  // behind the last break that was a tag's
  for (std::size_t open = text.find('<'); open != std::string_view::npos; open = text.find('<')) {
    const std::size_t tag = line_break_tag(text.substr(open));
    out += text.substr(0, tag > 0 ? open : open + 1);
    text.remove_prefix(open + std::max<std::size_t>(tag, 1));
    if (tag == 0) continue;
    if (out.size() > broken && out.back() == '\n') out.pop_back();
    out.push_back('\n');
    broken = out.size();
    if (text.starts_with('\n')) text.remove_prefix(1);
  }
  return out.append(text);
}

/// The columns under all their names: those of the portal's exports, then those of its web service.
class Values {
 public:
  explicit Values(const IctrpRow& row) : row_(row) {}

  /// Of the first name that has a value.
  std::string_view raw(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      if (const std::string_view value = base::trim(row_(name)); !value.empty()) return value;
    }
    return {};
  }
  std::string lines(std::initializer_list<std::string_view> names) const {
    return with_line_breaks(clean_text(raw(names)));
  }
  std::string text(std::initializer_list<std::string_view> names) const { return tidy_lines(lines(names)); }
  std::string line(std::initializer_list<std::string_view> names) const { return base::collapse_space(lines(names)); }
  model::PartialDate date(std::initializer_list<std::string_view> names,
                          model::DayMonth order = model::DayMonth::kDayFirst) const {
    return model::read_date(raw(names), order).value_or(model::PartialDate());
  }

 private:
  const IctrpRow& row_;
};

/// The parts between the separators, each once.
Texts parts(std::string_view text, std::string_view separators) {
  Texts list;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    add_once(list, base::collapse_space(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return list;
}

/// EUCTR adds MedDRA's version, level, code, term and class to a condition: the term is worth keeping.
void add_condition(Texts& list, std::string_view text) {
  constexpr std::string_view kTerm = "Term:";
  constexpr std::string_view kClass = "System Organ Class:";
  if (text.starts_with("MedDRA version:")) {
    const std::size_t term = text.find(kTerm);
    if (term == std::string_view::npos) return;
    text = text.substr(term + kTerm.size());
    text = text.substr(0, text.find(kClass));
  }
  add_once(list, base::collapse_space(text));
}

/// Conditions in one text, between semicolons; what stands behind a <br> repeats them in a coded form.
Texts conditions(std::string_view raw) {
  std::string text = clean_text(raw);
  // Line breaks of the MedDRA entry are no ends of a condition, tags are.
  std::replace(text.begin(), text.end(), '\n', ' ');
  Texts list;
  for (const std::string& part : parts(with_line_breaks(text), "\n;")) add_condition(list, part);
  return list;
}

/// "Drug: arbidol;Drug: lopinavir" of ClinicalTrials.gov, "Group 1:saline;Group 2:none;" of ChiCTR; of the others the
/// text as it is.
std::vector<model::Intervention> interventions(const std::string& text, bool listed) {
  std::vector<model::Intervention> list;
  for (const std::string& part : listed ? parts(text, ";") : Texts{text}) {
    if (part.empty()) continue;
    const std::size_t colon = part.find(':');
    const auto* const type =
        colon == std::string::npos ? nullptr : model::kInterventionTypes.find(std::string_view(part).substr(0, colon));
    if (type != nullptr) {
      list.push_back({std::string(type->key), std::string(base::trim(part.substr(colon + 1))), {}, {}});
    } else {
      list.push_back({{}, part, {}, {}});
    }
  }
  return list;
}

void add_outcomes(Trial& trial, const char* kind, const std::string& text, bool listed) {
  for (const std::string& measure : listed ? parts(text, ";") : Texts{text}) {
    if (!measure.empty()) trial.outcomes.push_back({kind, measure, {}, {}});
  }
}

/// With a heading, where the registry has none.
std::string criteria(const std::string& text, std::string_view heading) {
  if (text.empty()) return {};
  std::string start = base::to_lower_ascii(text.substr(0, heading.size() + 1));
  if (start.starts_with(base::to_lower_ascii(heading))) return text;
  return std::string(heading) + ": " + text;
}

std::string eligibility(const Values& values, bool wrapped) {
  const auto text = [&](std::initializer_list<std::string_view> names) {
    const std::string lines = values.lines(names);
    return wrapped ? unwrapped(lines) : tidy_lines(lines);
  };
  const std::string inclusion = text({"inclusioncriteria"});
  const std::string exclusion = text({"exclusioncriteria"});
  if (exclusion.empty()) return inclusion;
  const std::string included = criteria(inclusion, "Inclusion criteria");
  return included + (included.empty() ? "" : "\n\n") + criteria(exclusion, "Exclusion criteria");
}

std::string has_results(const Values& values) {
  if (const auto told = values.raw({"resultsyesno", "hasresults"}); !told.empty()) return keys().yes_no(told);
  return values.raw({"resultsurllink", "resultsdateposted"}).empty() ? std::string() : "yes";
}

void take_texts(Trial& trial, const Values& values) {
  const bool is_listed = trial.id.is_nct() || trial.id.text().starts_with("ChiCTR");
  trial.brief_title = values.line({"publictitle"});
  trial.official_title = values.line({"scientifictitle"});
  trial.acronym = values.line({"acronym"});
  trial.conditions = conditions(values.raw({"condition", "conditions", "conditionfreetext"}));
  trial.interventions =
      interventions(values.text({"intervention", "interventions", "interventionfreetext"}), is_listed);
  add_outcomes(trial, "primary", values.text({"primaryoutcome", "primaryoutcomes"}), is_listed);
  add_outcomes(trial, "secondary", values.text({"secondaryoutcome", "secondaryoutcomes"}), is_listed);
  trial.eligibility_criteria = eligibility(values, trial.id.is_nct());
}

void take_people(Trial& trial, const Values& values) {
  for (std::string& id : parts(values.text({"secondaryid", "secondaryids"}), ";,\n")) {
    add_secondary_id(trial, std::move(id));
  }
  std::erase(trial.other_ids, trial.id.text());
  trial.lead_sponsor = values.line({"primarysponsor"});
  trial.collaborators = parts(values.text({"secondarysponsor", "secondarysponsors"}), ";\n");
  take_countries(trial, values.text({"countries", "country", "countryname"}));
}

void take_design(Trial& trial, const Values& values) {
  trial.status = keys().status(values.line({"recruitmentstatus", "recruitmentstatus2"}));
  trial.study_type = keys().study_type(values.line({"studytype"}));
  take_phases(trial, values.text({"phase"}));
  take_design_text(trial, values.text({"studydesign"}));
  take_design_details(trial, values.text({"studydesign"}));
  trial.sex = keys().sex(values.line({"inclusiongender", "inclusionsex", "gender", "sex"}));
  take_age_limit(trial, model::AgePlace::kMinimum, values.line({"inclusionagemin", "agemin"}));
  take_age_limit(trial, model::AgePlace::kMaximum, values.line({"inclusionagemax", "agemax"}));
  trial.enrollment = size_of(values.text({"targetsize"}));
}

/// The columns that say all of a member, or a part. The study design of most registries is free text, and only a trial
/// with results has dates of them: these tell what they have and no more.
struct Place {
  model::MemberSet members;
  std::array<std::string_view, 4> names;  ///< squeezed; unused ones are empty
};

constexpr std::array kPlaces = {
    Place{model::member::kBriefTitle, {"publictitle"}},
    Place{model::member::kOfficialTitle, {"scientifictitle"}},
    Place{model::member::kAcronym, {"acronym"}},
    Place{model::member::kConditions, {"condition", "conditions", "conditionfreetext"}},
    Place{model::member::kInterventions, {"intervention", "interventions", "interventionfreetext"}},
    Place{column::kPrimaryOutcomes, {"primaryoutcome", "primaryoutcomes"}},
    Place{column::kSecondaryOutcomes, {"secondaryoutcome", "secondaryoutcomes"}},
    Place{model::member::kEligibilityCriteria, {"inclusioncriteria"}},
    Place{model::member::kOtherIds, {"secondaryid", "secondaryids"}},
    Place{model::member::kLeadSponsor, {"primarysponsor"}},
    Place{model::member::kCollaborators, {"secondarysponsor", "secondarysponsors"}},
    Place{column::kCountries, {"countries", "country", "countryname"}},
    Place{model::member::kStatus, {"recruitmentstatus", "recruitmentstatus2"}},
    Place{model::member::kStudyType, {"studytype"}},
    Place{model::member::kPhases, {"phase"}},
    Place{model::member::kSex, {"inclusiongender", "inclusionsex", "gender", "sex"}},
    Place{model::member::kMinimumAge, {"inclusionagemin", "agemin"}},
    Place{model::member::kMaximumAge, {"inclusionagemax", "agemax"}},
    Place{model::member::kEnrollment, {"targetsize"}},
    Place{model::member::kStart, {"dateenrollement", "dateenrollment"}},
    Place{model::member::kPosted, {"dateregistration3", "dateregistration", "dateregistration2"}},
};

}  // namespace

void IctrpRow::add(std::string_view column, std::string_view value) {
  std::string name = squeezed(column);
  const auto known =
      std::find_if(values_.begin(), values_.end(), [&name](const auto& one) { return one.first == name; });
  if (known == values_.end()) {
    values_.emplace_back(std::move(name), value);
  } else if (!base::trim(value).empty()) {
    known->second.append("\n").append(value);
  }
}

std::string_view IctrpRow::operator()(std::string_view column) const {
  const std::string name = squeezed(column);
  for (const auto& [known, value] : values_) {
    if (known == name) return value;
  }
  return {};
}

bool IctrpRow::has(std::string_view column) const {
  return std::any_of(values_.begin(), values_.end(), [column](const auto& one) { return one.first == column; });
}

bool is_ictrp_column(std::string_view column) {
  constexpr std::array<std::string_view, 14> kOthers = {"trialid",           "exclusioncriteria",    "studydesign",
                                                        "resultsdateposted", "resultsdatecompleted", "lastrefreshedon",
                                                        "lastupdated",       "exportdate",           "resultsyesno",
                                                        "resultsurllink",    "resultsipdplan",       "url",
                                                        "webaddress",        "sourceregister"};
  const std::string name = squeezed(column);
  if (std::find(kOthers.begin(), kOthers.end(), name) != kOthers.end()) return true;
  return std::any_of(kPlaces.begin(), kPlaces.end(), [&name](const Place& place) {
    return std::find(place.names.begin(), place.names.end(), name) != place.names.end();
  });
}

model::Coverage ictrp_coverage(const IctrpRow& row, const model::Trial& trial) {
  const model::MemberSet present = model::members_present(trial);
  model::MemberSet columns;
  for (const Place& place : kPlaces) {
    for (const std::string_view name : place.names) {
      if (name.empty() || !row.has(name)) continue;
      if (!is_unread(place.members, present, !base::trim(row(name)).empty())) columns |= place.members;
    }
  }
  return coverage_of_columns(columns);
}

model::Trial trial_of_ictrp(const IctrpRow& row, model::TrialId id) {
  Trial trial;
  trial.id = std::move(id);
  const Values values(row);
  take_texts(trial, values);
  take_people(trial, values);
  take_design(trial, values);
  trial.has_results = has_results(values);
  trial.start = values.date({"dateenrollement", "dateenrollment"});
  trial.completion = values.date({"resultsdatecompleted"});
  trial.first_posted = values.date({"dateregistration3", "dateregistration", "dateregistration2"});
  trial.results_posted = values.date({"resultsdateposted"});
  trial.as_of = values.date({"lastrefreshedon", "lastupdated"});
  if (trial.as_of.empty()) trial.as_of = ictrp_export_date(row);
  return trial;
}

model::PartialDate ictrp_export_date(const IctrpRow& row) {
  return Values(row).date({"exportdate"}, model::DayMonth::kMonthFirst);
}

}  // namespace trialsift::formats
