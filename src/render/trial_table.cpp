// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/trial_table.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "trialsift/base/text.hpp"
#include "trialsift/model/detail_vocabulary.hpp"
#include "trialsift/model/vocabulary.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::render {
namespace {

using model::Arm;
using model::Trial;

/// Text of parts, those that say something, with `between` between them.
class Text {
 public:
  explicit Text(std::string_view between) : between_(between) {}

  void add(std::string_view part) {
    if (part.empty()) return;
    if (!text_.empty()) text_ += between_;
    text_ += part;
  }
  std::string take() { return std::move(text_); }

 private:
  std::string_view between_;
  std::string text_;
};

std::string in_brackets(std::string text, const std::string& more) {
  if (more.empty()) return text;
  return text + (text.empty() ? "(" : " (") + more + ")";
}

std::string lower_label(const model::Vocabulary& vocabulary, const std::string& key) {
  return base::to_lower_ascii(vocabulary.label_of(key));
}

std::string ids(const Trial& trial) {
  Text text("\n");
  text.add(trial.id.text());
  for (const std::string& id : trial.other_ids) text.add(id);
  return text.take();
}

std::string title(const Trial& trial) {
  return in_brackets(trial.title(), trial.acronym);
}

std::string design(const Trial& trial) {
  Text text(", ");
  text.add(model::kStudyTypes.label_of(trial.study_type));
  for (const std::string& phase : trial.phases) {
    if (phase != "na") text.add(lower_label(model::kPhases, phase));
  }
  if (trial.allocation != "na") text.add(lower_label(model::kAllocations, trial.allocation));
  text.add(lower_label(model::kInterventionModels, trial.intervention_model));
  text.add(lower_label(model::kObservationalModels, trial.observational_model));
  text.add(lower_label(model::kTimePerspectives, trial.time_perspective));
  if (!trial.masking.empty()) {
    const std::string roles = base::joined(
        trial.who_masked, ", ", [](const std::string& role) { return lower_label(model::kMaskedRoles, role); });
    text.add(in_brackets("masking: " + lower_label(model::kMaskings, trial.masking), roles));
  }
  return text.take();
}

std::string arm_text(const Arm& arm) {
  const std::string label = in_brackets(arm.label, lower_label(model::kArmTypes, arm.type));
  if (arm.interventions.empty()) return label;
  return label + ": " + base::joined(arm.interventions, " + ");
}

/// Interventions that no arm is told to get stand by themselves.
std::string arms(const Trial& trial) {
  Text text("\n");
  for (const Arm& arm : trial.arms) text.add(arm_text(arm));
  const bool is_told =
      std::any_of(trial.arms.begin(), trial.arms.end(), [](const Arm& arm) { return !arm.interventions.empty(); });
  if (is_told) return text.take();
  for (const model::Intervention& one : trial.interventions) {
    const std::string type(model::kInterventionTypes.label_of(one.type));
    text.add(type.empty() ? one.name : type + ": " + one.name);
  }
  return text.take();
}

std::string size(const Trial& trial) {
  if (!trial.enrollment) return {};
  return in_brackets(std::to_string(*trial.enrollment), lower_label(model::kDateTypes, trial.enrollment_type));
}

std::string population(const Trial& trial) {
  Text text("\n");
  text.add(base::joined(trial.conditions, ", "));
  text.add(schema::find_field("age")->shown(trial));
  if (trial.sex != "all") text.add(lower_label(model::kSexes, trial.sex));
  if (trial.healthy_volunteers == "yes") text.add("healthy volunteers");
  text.add(trial.study_population);
  return text.take();
}

std::string primary_outcomes(const Trial& trial) {
  Text text("\n");
  for (const model::Outcome& outcome : trial.outcomes) {
    if (outcome.kind != "primary") continue;
    const std::string& what = outcome.measure.empty() ? outcome.description : outcome.measure;
    text.add(outcome.time_frame.empty() ? what : what + " [" + outcome.time_frame + "]");
  }
  return text.take();
}

std::string sponsor(const Trial& trial) {
  Text text("\n");
  text.add(in_brackets(trial.lead_sponsor, lower_label(model::kSponsorClasses, trial.sponsor_class)));
  if (!trial.collaborators.empty()) text.add("with " + base::joined(trial.collaborators, ", "));
  return text.take();
}

/// Each once, in the order of the sites.
std::string countries(const Trial& trial) {
  std::vector<std::string_view> names;
  for (const model::Location& place : trial.locations) {
    const bool is_new = std::find(names.begin(), names.end(), place.country) == names.end();
    if (is_new && !place.country.empty()) names.push_back(place.country);
  }
  return base::joined(names, "\n");
}

std::string dates(const Trial& trial) {
  Text text("\n");
  const auto add = [&text](std::string_view what, const model::PartialDate& date, const std::string& type) {
    if (!date.empty()) {
      text.add(std::string(what) + " " + in_brackets(date.text(), lower_label(model::kDateTypes, type)));
    }
  };
  add("start", trial.start, trial.start_type);
  add("primary completion", trial.primary_completion, trial.primary_completion_type);
  add("completion", trial.completion, trial.completion_type);
  return text.take();
}

std::string status(const Trial& trial) {
  return std::string(model::kStatuses.label_of(trial.status));
}

std::string results(const Trial& trial) {
  const std::string told(model::kYesNo.label_of(trial.has_results));
  return trial.results_posted.empty() ? told : in_brackets(told, "posted " + trial.results_posted.text());
}

std::string arm_label(const Trial&, const Arm& arm) {
  return in_brackets(arm.label, lower_label(model::kArmTypes, arm.type));
}
std::string arm_interventions(const Trial& trial, const Arm& arm) {
  Text text("\n");
  for (const std::string& name : arm.interventions) {
    const auto known = std::find_if(trial.interventions.begin(), trial.interventions.end(),
                                    [&name](const model::Intervention& one) { return one.name == name; });
    const std::string type(known == trial.interventions.end() ? std::string_view()
                                                              : model::kInterventionTypes.label_of(known->type));
    text.add(type.empty() ? name : type + ": " + name);
  }
  return text.take();
}
std::string arm_description(const Trial&, const Arm& arm) {
  return arm.description;
}

/// A column of trials, or of their arms.
struct Column {
  std::string_view heading;
  std::string (*of_trial)(const Trial& trial);
  std::string (*of_arm)(const Trial& trial, const Arm& arm) = nullptr;
};

constexpr std::array kCharacteristics = {
    Column{"trial", ids},
    Column{"title", title},
    Column{"design", design},
    Column{"arms", arms},
    Column{"n", size},
    Column{"population", population},
    Column{"primary_outcomes", primary_outcomes},
    Column{"sponsor", sponsor},
    Column{"countries", countries},
    Column{"dates", dates},
    Column{"status", status},
    Column{"results", results},
};

constexpr std::array kArmCharacteristics = {
    Column{"trial", ids},
    Column{"title", title},
    Column{"design", design},
    Column{"arm", nullptr, arm_label},
    Column{"interventions", nullptr, arm_interventions},
    Column{"description", nullptr, arm_description},
    Column{"n", size},
    Column{"population", population},
    Column{"primary_outcomes", primary_outcomes},
    Column{"sponsor", sponsor},
    Column{"countries", countries},
    Column{"dates", dates},
    Column{"status", status},
    Column{"results", results},
};

struct Table {
  std::string_view name;
  std::span<const Column> columns;
  bool has_arms;
};

constexpr std::array kTrialTables = {
    Table{"characteristics", kCharacteristics, false},
    Table{"arm-characteristics", kArmCharacteristics, true},
};

const Table& table_of(std::string_view name) {
  return *std::find_if(kTrialTables.begin(), kTrialTables.end(),
                       [name](const Table& table) { return table.name == name; });
}

TrialRow row_of(const Table& table, const Trial& trial, const Arm& arm) {
  TrialRow row;
  for (const Column& column : table.columns) {
    row.push_back(column.of_arm != nullptr ? column.of_arm(trial, arm) : column.of_trial(trial));
  }
  return row;
}

}  // namespace

std::vector<std::string> trial_tables() {
  std::vector<std::string> names;
  for (const Table& table : kTrialTables) names.emplace_back(table.name);
  return names;
}

TrialRow trial_table_headings(std::string_view table) {
  TrialRow headings;
  for (const Column& column : table_of(table).columns) headings.emplace_back(column.heading);
  return headings;
}

std::vector<TrialRow> trial_table_rows(std::string_view table, const Trial& trial) {
  const Table& known = table_of(table);
  std::vector<TrialRow> rows;
  if (known.has_arms) {
    for (const Arm& arm : trial.arms) rows.push_back(row_of(known, trial, arm));
  }
  if (rows.empty()) {
    // Without arms that are told apart, the interventions are those of one.
    Arm whole;
    for (const model::Intervention& one : trial.interventions) whole.interventions.push_back(one.name);
    rows.push_back(row_of(known, trial, whole));
  }
  return rows;
}

std::string joined_entries(const std::string& cell, std::string_view between) {
  return base::joined(base::split(cell, '\n'), between);
}

}  // namespace trialsift::render
