// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/values/design_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "trialsift/base/text.hpp"
#include "trialsift/model/vocabulary.hpp"

namespace trialsift::formats {
namespace {

using model::Trial;
using model::Vocabulary;
using Says = model::Written::Says;

struct Label {
  std::string_view name;  ///< in lower case
  std::string Trial::*member;
  const Vocabulary* vocabulary;
  bool others = true;  ///< a label of its own is kept
};
const std::array kLabels = {
    Label{"allocation", &Trial::allocation, &model::kAllocations},
    Label{"randomization", &Trial::allocation, &model::kAllocations},
    Label{"randomisation", &Trial::allocation, &model::kAllocations},
    Label{"intervention model", &Trial::intervention_model, &model::kInterventionModels},
    Label{"interventional study model", &Trial::intervention_model, &model::kInterventionModels},
    Label{"assignment", &Trial::intervention_model, &model::kInterventionModels},
    Label{"study assignment", &Trial::intervention_model, &model::kInterventionModels},
    Label{"group", &Trial::intervention_model, &model::kInterventionModels, false},
    Label{"type", &Trial::intervention_model, &model::kInterventionModels, false},
    Label{"design", &Trial::intervention_model, &model::kInterventionModels, false},
    Label{"masking", &Trial::masking, &model::kMaskings},
    Label{"masking/blinding", &Trial::masking, &model::kMaskings},
    Label{"blinding", &Trial::masking, &model::kMaskings},
    Label{"blinding/masking", &Trial::masking, &model::kMaskings},
    Label{"blinding and masking", &Trial::masking, &model::kMaskings},
    Label{"blind", &Trial::masking, &model::kMaskings},
    Label{"primary purpose", &Trial::purpose, &model::kPurposes},
    Label{"purpose", &Trial::purpose, &model::kPurposes},
    Label{"study purpose", &Trial::purpose, &model::kPurposes},
    Label{"study design purpose", &Trial::purpose, &model::kPurposes},
};

/// A cell of the EU's table: "Randomised: yes".
struct Tick {
  std::string_view name;
  std::string Trial::*member;
  std::string_view key;
};
constexpr std::array kTicks = {
    Tick{"randomised:", &Trial::allocation, "randomized"},
    Tick{"randomized:", &Trial::allocation, "randomized"},
    Tick{"open:", &Trial::masking, "none"},
    Tick{"single blind:", &Trial::masking, "single"},
    Tick{"double blind:", &Trial::masking, "double"},
    Tick{"parallel group:", &Trial::intervention_model, "parallel"},
    Tick{"cross over:", &Trial::intervention_model, "crossover"},
};

void set_once(std::string& member, std::string_view key) {
  if (member.empty()) member = key;
}

/// Cells may touch: "Controlled: yesRandomised: yes".
void take_ticks(Trial& trial, std::string_view text) {
  const std::string lower = base::to_lower_ascii(text);
  for (const Tick& tick : kTicks) {
    for (std::size_t at = lower.find(tick.name); at != std::string::npos; at = lower.find(tick.name, at + 1)) {
      const std::string_view before = std::string_view(lower).substr(0, at);
      const bool begins =
          at == 0 || !base::is_letter(before.back()) || before.ends_with("yes") || before.ends_with("no");
      const std::string_view answer = base::trim(std::string_view(lower).substr(at + tick.name.size()));
      if (begins && answer.starts_with("yes")) set_once(trial.*tick.member, tick.key);
    }
  }
}

const Label* label_named(std::string_view name) {
  const std::string wanted = base::to_lower_ascii(name);
  const auto* const found =
      std::find_if(kLabels.begin(), kLabels.end(), [&wanted](const Label& label) { return label.name == wanted; });
  return found == kLabels.end() ? nullptr : found;
}

/// True if the text is a value of the label, or says that there is none; a label of its own is taken where `others`.
bool take_labelled(Trial& trial, const Label& label, std::string_view text, bool others) {
  const model::Written read = label.vocabulary->read(text);
  const bool wanted = read.says == Says::kValue || (read.says == Says::kOther && others && label.others);
  if (wanted && read.keys.size() == 1) set_once(trial.*label.member, read.keys.front());
  return wanted || read.says == Says::kNothing;
}

/// Words without a label: "Parallel", "Single arm", "randomized controlled trial", "double blind", "treatment purpose".
void take_words(Trial& trial, std::string_view text) {
  constexpr std::size_t kLongest = 80;
  if (text.empty() || text.size() > kLongest) return;
  const auto take = [&](std::string& member, const Vocabulary& vocabulary, auto&& wanted) {
    const model::Written read = vocabulary.read(text);
    if (read.says != Says::kNothing && read.keys.size() == 1 && wanted(read.keys.front()))
      set_once(member, read.keys.front());
  };
  const auto is_value = [&](const Vocabulary& vocabulary) {
    return [&vocabulary](const std::string& key) {
      return vocabulary.label_of(key) != key && key != "na" && key != "other";
    };
  };
  take(trial.allocation, model::kAllocations, is_value(model::kAllocations));
  take(trial.intervention_model, model::kInterventionModels, is_value(model::kInterventionModels));
  take(trial.purpose, model::kPurposes, is_value(model::kPurposes));
  // "Single" is said of arms too.
  constexpr std::array<std::string_view, 4> kMaskingWords = {"blind", "mask", "open", "dummy"};
  const std::string lower = base::to_lower_ascii(text);
  const bool masks = std::any_of(kMaskingWords.begin(), kMaskingWords.end(),
                                 [&lower](std::string_view word) { return lower.find(word) != std::string::npos; });
  if (masks) take(trial.masking, model::kMaskings, is_value(model::kMaskings));
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kMarks = ".;,|";
  text = base::trim(text);
  while (!text.empty() && kMarks.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  while (!text.empty() && kMarks.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  return base::trim(text);
}

/// A part of the text between two stops.
struct Clause {
  std::string_view text;
  bool ends_line = false;  ///< a ; or a line end is behind it, not a comma or a full stop
};

/// Commas stand inside parentheses as well, between who is masked.
std::vector<Clause> clauses_of(std::string_view text) {
  std::vector<Clause> clauses;
  int depth = 0;
  std::size_t from = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : '\n';
    if (c == '(') ++depth;
    if (c == ')' && depth > 0) --depth;
    const bool line = c == '\n' || ((c == ';' || c == '|') && depth == 0);
    const bool stop =
        (c == '.' || c == ',') && depth == 0 && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n');
    if (!line && !stop) continue;
    if (const std::string_view clause = trimmed(text.substr(from, at - from)); !clause.empty()) {
      clauses.push_back({clause, line});
    } else if (line && !clauses.empty()) {
      clauses.back().ends_line = true;
    }
    from = at + 1;
    depth = 0;
  }
  return clauses;
}

}  // namespace

void take_design_text(Trial& trial, std::string_view text) {
  take_ticks(trial, text);
  const std::vector<Clause> clauses = clauses_of(text);
  bool described = false;  // behind a label of something else, up to the line's end
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    const std::string_view clause = clauses[i].text;
    const std::size_t colon = clause.find(':');
    if (colon == std::string_view::npos) {
      if (!described) take_words(trial, clause);
    } else if (const Label* const label = label_named(trimmed(clause.substr(0, colon)))) {
      described = false;
      const std::string_view value = trimmed(clause.substr(colon + 1));
      // "Blinding: participant, investigator and outcome assessor blinded": the commas are part of the value.
      std::size_t last = i;
      while (!clauses[last].ends_line && last + 1 < clauses.size() &&
             clauses[last + 1].text.find(':') == std::string_view::npos) {
        ++last;
      }
      const char* const end = clauses[last].text.data() + clauses[last].text.size();
      const std::string_view whole(value.data(), static_cast<std::size_t>(end - value.data()));
      if (!take_labelled(trial, *label, value, false) && !take_labelled(trial, *label, whole, false)) {
        take_labelled(trial, *label, value, true);
      }
    } else {
      described = true;
    }
    if (clauses[i].ends_line) described = false;
  }
}

}  // namespace trialsift::formats
