// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/values/design_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "formats/values/trial_values.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/vocabulary.hpp"

namespace trialsift::formats {
namespace {

using model::Trial;
using model::Vocabulary;

struct Label {
  std::string_view name;  ///< in lower case
  std::string Trial::*member;
  const Vocabulary* vocabulary;
};
const std::array kLabels = {
    Label{"allocation", &Trial::allocation, &model::kAllocations},
    Label{"randomization", &Trial::allocation, &model::kAllocations},
    Label{"intervention model", &Trial::intervention_model, &model::kInterventionModels},
    Label{"assignment", &Trial::intervention_model, &model::kInterventionModels},
    Label{"masking", &Trial::masking, &model::kMaskings},
    Label{"blinding", &Trial::masking, &model::kMaskings},
    Label{"primary purpose", &Trial::purpose, &model::kPurposes},
    Label{"purpose", &Trial::purpose, &model::kPurposes},
    Label{"study design purpose", &Trial::purpose, &model::kPurposes},
};

/// A line of the EU's register: "Randomised: yes".
struct Tick {
  std::string_view name;
  std::string Trial::*member;
  std::string_view key;
};
constexpr std::array kTicks = {
    Tick{"randomised", &Trial::allocation, "randomized"},
    Tick{"randomized", &Trial::allocation, "randomized"},
    Tick{"open", &Trial::masking, "none"},
    Tick{"single blind", &Trial::masking, "single"},
    Tick{"double blind", &Trial::masking, "double"},
    Tick{"parallel group", &Trial::intervention_model, "parallel"},
    Tick{"cross over", &Trial::intervention_model, "crossover"},
};

void set_once(std::string& member, std::string_view key) {
  if (member.empty()) member = key;
}

/// The value that a text begins with, up to an opening parenthesis: "Double Blind (Subject)".
std::string_view known(const Vocabulary& vocabulary, std::string_view text) {
  const auto* found = vocabulary.find(text);
  if (found == nullptr) found = vocabulary.find(text.substr(0, text.find('(')));
  return found == nullptr ? std::string_view() : found->key;
}

void take_pair(Trial& trial, const std::string& name, std::string_view value) {
  for (const Label& label : kLabels) {
    if (label.name == name) set_once(trial.*label.member, known(*label.vocabulary, value));
  }
  if (base::to_lower_ascii(value) != "yes") return;
  for (const Tick& tick : kTicks) {
    if (tick.name == name) set_once(trial.*tick.member, tick.key);
  }
}

/// Words that stand alone: "Parallel", "Single arm", "Non randomized control".
void take_words(Trial& trial, std::string_view text) {
  if (const auto model = known(model::kInterventionModels, text); !model.empty()) {
    set_once(trial.intervention_model, model);
  } else if (const std::string words = base::to_lower_ascii(text); words == "single arm") {
    set_once(trial.intervention_model, "single_group");
  } else if (words == "non randomized control") {
    set_once(trial.allocation, "non_randomized");
  }
}

bool is_stop(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ';' || c == '\n') return true;
  return (c == '.' || c == ',') && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n');
}

std::string_view trimmed(std::string_view text) {
  text = base::trim(text);
  while (!text.empty() && (text.back() == '.' || text.back() == ';' || text.back() == ',')) text.remove_suffix(1);
  return base::trim(text);
}

std::string_view phase_of_line(std::string_view line) {
  const std::size_t open = line.find("(Phase ");
  const std::size_t close = line.find("): yes");
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  return line.substr(open + 1, close - open - 1);
}

}  // namespace

void take_design_text(Trial& trial, std::string_view text) {
  // Commas stand inside parentheses as well, between who is masked.
  int depth = 0;
  std::size_t from = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size()) {
      if (text[at] == '(') ++depth;
      if (text[at] == ')' && depth > 0) --depth;
      if (!is_stop(text, at) || (depth > 0 && text[at] != '\n')) continue;
    }
    const std::string_view clause = text.substr(from, at - from);
    from = at + 1;
    depth = 0;
    const std::size_t colon = clause.find(':');
    if (colon == std::string_view::npos) {
      take_words(trial, trimmed(clause));
    } else {
      take_pair(trial, base::to_lower_ascii(trimmed(clause.substr(0, colon))), trimmed(clause.substr(colon + 1)));
    }
  }
}

void take_phase_text(Trial& trial, std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return;
  if (text.find("(Phase ") != std::string_view::npos) {
    for (const std::string_view line : base::split(text, '\n')) {
      const std::string_view phase = phase_of_line(line);
      if (!phase.empty()) add_once(trial.phases, keys().phase(phase));
    }
    return;
  }
  if (const auto* whole = model::kPhases.find(text)) return add_once(trial.phases, std::string(whole->key));
  std::string parts(text);
  std::replace_if(
      parts.begin(), parts.end(), [](char c) { return c == '-' || c == '|' || c == ','; }, '/');
  std::vector<std::string_view> phases;
  for (const std::string_view part : base::split(parts, '/')) {
    const auto* found = model::kPhases.find(part);
    if (found == nullptr) return add_once(trial.phases, keys().phase(text));
    phases.push_back(found->key);
  }
  for (const std::string_view key : phases) add_once(trial.phases, std::string(key));
}

}  // namespace trialsift::formats
