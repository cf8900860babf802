// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/given_trials.hpp"

#include "cli/command.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::cli {
namespace {

std::string when(const store::Absence& absence) {
  const std::string run = "in run " + std::to_string(absence.run);
  return absence.date.empty() ? run : "on " + absence.date + ", " + run;
}

std::string place(const base::Place& where) {
  std::string text = base::printable(where.file);
  if (where.line > 0) text += ":" + std::to_string(where.line);
  return text;
}

std::string why(const store::Absence& absence) {
  if (absence.kind == store::Absence::Kind::kRemoved) {
    return "it was removed " + when(absence) + ": the inputs of that run did not hold it";
  }
  return "its record was rejected " + when(absence) + ": " + absence.reason + ", " + place(absence.where);
}

std::string in_no_source(const store::Index& index, const store::Absences& absences) {
  const std::size_t sources = index.manifest().sources.size();
  std::string text = "it is in none of the " + std::to_string(sources) + " sources";
  if (sources == 1) text = "it is not in the one source";
  if (absences.forgotten() > 0) {
    text += ", or is one of the " + std::to_string(absences.forgotten()) +
            " rejected or removed earlier than those that the index remembers";
  }
  return text;
}

}  // namespace

model::TrialId trial_id_of(const std::string& text) {
  std::optional<model::TrialId> id = model::TrialId::parse(text);
  if (!id) {
    throw base::Error(base::ErrorCode::kUsage, text + " is not the id of a trial", "ids look like NCT01421927");
  }
  return *std::move(id);
}

std::optional<store::DocId> find_or_tell(const store::Index& index, const model::TrialId& id, const Globals& globals) {
  std::optional<store::DocId> document = index.find(id);
  if (document) return document;
  const store::Absences absences = index.absences();
  const store::Absence* const absence = absences.find(id);
  tell(globals, "trialsift: " + id.text() +
                    " is not in the index: " + (absence != nullptr ? why(*absence) : in_no_source(index, absences)));
  return std::nullopt;
}

void tell_of_rejected(const store::Index& index, const model::TrialId& id, const Globals& globals) {
  const store::Absences absences = index.absences();
  const store::Absence* const absence = absences.find(id);
  if (absence == nullptr || absence->kind != store::Absence::Kind::kRejected) return;
  tell(globals, "trialsift: note: " + id.text() + " is shown as an earlier record had it: " + why(*absence));
}

}  // namespace trialsift::cli
