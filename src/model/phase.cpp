// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include "model/value_readers.hpp"
#include "model/written_text.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::model {
namespace {

constexpr int kPhaseMax = 4;
constexpr std::array<std::string_view, kPhaseMax + 1> kKeys = {"early_phase1", "phase1", "phase2", "phase3", "phase4"};
constexpr std::array<std::string_view, kPhaseMax + 1> kRomans = {"", "i", "ii", "iii", "iv"};
constexpr std::array<std::string_view, kPhaseMax + 1> kLookAlikes = {"", "l", "ll", "lll", "lv"};
constexpr std::array<std::string_view, kPhaseMax + 1> kNames = {"zero", "one", "two", "three", "four"};

/// The EU's names of the phases 1 to 4.
constexpr std::array<std::string_view, kPhaseMax + 1> kLabels = {"", "human pharmacology", "therapeutic exploratory",
                                                                 "therapeutic confirmatory", "therapeutic use"};

using Phases = std::array<bool, kPhaseMax + 1>;

bool any(const Phases& phases) {
  return std::any_of(phases.begin(), phases.end(), [](bool phase) { return phase; });
}

Written written(const Phases& phases) {
  Written written{Written::Says::kValue, {}};
  for (std::size_t i = 0; i < phases.size(); ++i) {
    if (phases.at(i)) written.keys.emplace_back(kKeys.at(i));
  }
  return written;
}

template <std::size_t Size>
std::optional<int> place_in(const std::array<std::string_view, Size>& names, std::string_view name) {
  const auto* const found = std::find(names.begin(), names.end(), name);
  if (found == names.end() || name.empty()) return std::nullopt;
  return static_cast<int>(found - names.begin());
}

/// "ii", "iia", "two"; where the word phase stands before it also "ll".
std::optional<int> phase_word(std::string_view word, bool explicit_phase) {
  if (const auto name = place_in(kNames, word)) return name;
  if (const auto roman = place_in(kRomans, word)) return roman;
  if (const auto alike = place_in(kLookAlikes, word); explicit_phase && alike) return alike;
  if (word.size() > 1 && word.back() >= 'a' && word.back() <= 'd') {
    return place_in(kRomans, word.substr(0, word.size() - 1));
  }
  return std::nullopt;
}

std::optional<int> phase_number(std::string_view digits) {
  if (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  if (digits.size() != 1 || digits.front() > '0' + kPhaseMax) return std::nullopt;
  return digits.front() - '0';
}

bool is_joint(const WrittenToken& token) {
  constexpr std::array<std::string_view, 16> kJoints = {"/",  "|",   ",",  "&",  "+", "-",   ";", "\n",
                                                        "\\", "and", "or", "to", "y", "und", "e", "et"};
  return std::find(kJoints.begin(), kJoints.end(), token.text) != kJoints.end();
}

/// Words that say no other phase beside the one that they stand with.
bool is_filling(std::string_view word) {
  constexpr std::array<std::string_view, 52> kFilling = {"study",
                                                         "studies",
                                                         "trial",
                                                         "trials",
                                                         "clinical",
                                                         "combined",
                                                         "integrated",
                                                         "exploratory",
                                                         "pilot",
                                                         "human",
                                                         "humans",
                                                         "pharmacology",
                                                         "therapeutic",
                                                         "confirmatory",
                                                         "use",
                                                         "first",
                                                         "administration",
                                                         "to",
                                                         "in",
                                                         "other",
                                                         "others",
                                                         "bioequivalence",
                                                         "of",
                                                         "the",
                                                         "a",
                                                         "b",
                                                         "c",
                                                         "d",
                                                         "research",
                                                         "investigation",
                                                         "seamless",
                                                         "adaptive",
                                                         "only",
                                                         "drug",
                                                         "safety",
                                                         "efficacy",
                                                         "dose",
                                                         "escalation",
                                                         "expansion",
                                                         "finding",
                                                         "ranging",
                                                         "healthy",
                                                         "volunteers",
                                                         "patients",
                                                         "post",
                                                         "marketing",
                                                         "open",
                                                         "label",
                                                         "design",
                                                         "early",
                                                         "late",
                                                         "fih"};
  return std::find(kFilling.begin(), kFilling.end(), word) != kFilling.end();
}

bool is_phase_name(std::string_view word) {
  constexpr std::array<std::string_view, 6> kPhaseNames = {"phase", "phases", "ph", "fase", "fases", "phas"};
  return std::find(kPhaseNames.begin(), kPhaseNames.end(), word) != kPhaseNames.end();
}

/// Walks over the tokens: phases, what joins them, and what else stands there.
class PhaseReader {
 public:
  explicit PhaseReader(std::string_view plain) : tokens_(written_tokens(plain)) {
    for (at_ = 0; at_ < tokens_.size(); ++at_) take(tokens_[at_]);
  }

  /// Where other words stand, only what is called a phase counts: "2 doses" is none.
  Written result() const {
    if (negated_) return Written::unknown();
    if (!others_ && any(all_)) return written(all_);
    if (any(called_)) return written(called_);
    return Written::unknown();
  }

 private:
  void take(const WrittenToken& token) {
    if (token.is_number()) {
      const auto phase = counts_something() ? std::nullopt : phase_number(token.text);
      return phase ? add(*phase) : stray();
    }
    if (!token.is_word()) return take_sign(token);
    if (is_phase_name(token.text)) {
      called_now_ = true;
      return;
    }
    if (const auto phase = phase_word(token.text, called_now_)) return add(*phase);
    for (const std::string_view name : {"phase", "fase"}) {
      if (!token.text.starts_with(name)) continue;
      if (const auto phase = phase_word(token.text.substr(name.size()), true)) {
        called_now_ = true;
        return add(*phase);
      }
    }
    take_word(token);
  }

  /// "2 doses": a number before a word of another matter.
  bool counts_something() const {
    if (at_ + 1 == tokens_.size() || !tokens_[at_ + 1].is_word() || (called_now_ && joint_.empty())) return false;
    const WrittenToken& next = tokens_[at_ + 1];
    return !is_joint(next) && !is_filling(next.text) && !is_phase_name(next.text);
  }

  void take_word(const WrittenToken& token) {
    const std::string_view word = token.text;
    if (word == "not" || word == "no" || word == "non" || word == "without" || word == "except") negated_ = true;
    if (word == "early" || word == "earlyphase") early_ = true;
    if (word == "earlyphase") called_now_ = true;
    if (is_joint(token)) {
      joint_ = word;
      return;
    }
    if (word != "earlyphase" && !is_filling(word)) stray();
    const bool letter = word.size() == 1;  // of "II b"
    if (!letter && !early_) called_now_ = false;
  }

  void take_sign(const WrittenToken& token) {
    if (is_joint(token)) {
      joint_ = token.text;
    } else if (token.is("(") || token.is("[")) {
      called_now_ = false;
      joint_ = {};
    } else if (!token.is(")") && !token.is("]") && !token.is(".") && !token.is(":") && !token.is("_") &&
               !token.is("*") && !token.is("\"") && !token.is("'") && !token.is("?")) {
      stray();
    }
  }

  void stray() {
    others_ = true;
    called_now_ = false;
    joint_ = {};
  }

  void add(int phase) {
    if (early_ && phase == 1) phase = 0;
    early_ = false;
    const bool range = (joint_ == "-" || joint_ == "to") && last_ > 0;
    for (int between = range ? last_ + 1 : phase; between < phase; ++between) set(between);
    set(phase);
    last_ = phase;
    joint_ = {};
  }

  void set(int phase) {
    all_.at(static_cast<std::size_t>(phase)) = true;
    if (called_now_) called_.at(static_cast<std::size_t>(phase)) = true;
  }

  std::vector<WrittenToken> tokens_;
  std::size_t at_ = 0;
  Phases all_{};
  Phases called_{};  ///< those behind the word phase, and joined with them
  bool called_now_ = false;
  bool early_ = false;
  bool others_ = false;
  bool negated_ = false;
  int last_ = -1;
  std::string_view joint_;  ///< what joins the next phase with the last
};

/// What stands in a cell of a table behind its label.
enum class Answer { kNone, kYes, kNo, kBlank };

Answer answer_at(std::string_view text) {
  const bool colon = text.starts_with(':');
  if (colon) text.remove_prefix(1);
  text = base::trim(text);
  for (const std::string_view yes : {"yes", "true"}) {
    if (text.starts_with(yes)) return Answer::kYes;
  }
  for (const std::string_view no : {"no", "false", "information not present"}) {
    if (text.starts_with(no)) return Answer::kNo;
  }
  return colon ? Answer::kBlank : Answer::kNone;
}

/// The phase in parentheses that `text` begins with, "(phase ii)", and behind it what stands there.
std::optional<int> called_phase(std::string_view& text) {
  if (!text.starts_with('(')) return std::nullopt;
  const std::size_t close = text.find(')');
  if (close == std::string_view::npos) return std::nullopt;
  std::string_view inside = base::trim(text.substr(1, close - 1));
  if (!inside.starts_with("phase")) return std::nullopt;
  inside = base::trim(inside.substr(5));
  const auto phase =
      inside.empty() || !base::is_digit(inside.front()) ? phase_word(inside, true) : phase_number(inside);
  if (phase) text = base::trim(text.substr(close + 1));
  return phase;
}

std::string_view without_dashes(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '-' || text.front() == '\n')) text.remove_prefix(1);
  return text;
}

/// The EU's table, in lines or on one, with blanks between its cells or without: labels with yes or no behind each.
/// Nothing where no label has an answer.
std::optional<Written> table_of_phases(std::string_view plain) {
  Phases ticked{};
  bool answered = false;
  for (std::size_t at = 0; at < plain.size(); ++at) {
    std::string_view rest = plain.substr(at);
    std::optional<int> phase;
    for (int i = 1; i <= kPhaseMax && !phase; ++i) {
      if (!rest.starts_with(kLabels.at(static_cast<std::size_t>(i)))) continue;
      phase = i;
      rest = without_dashes(rest.substr(kLabels.at(static_cast<std::size_t>(i)).size()));
    }
    const auto called = called_phase(rest);
    if (called) phase = called;
    if (!phase) continue;
    const Answer answer = answer_at(rest);
    answered = answered || answer != Answer::kNone;
    if (answer == Answer::kYes) ticked.at(static_cast<std::size_t>(*phase)) = true;
    at = plain.size() - rest.size() - 1;
  }
  if (!answered) return std::nullopt;
  return any(ticked) ? written(ticked) : Written();
}

/// Labels without the number of their phase.
Phases labels_in(std::string_view plain) {
  Phases phases{};
  for (std::size_t i = 1; i < kLabels.size(); ++i) {
    if (plain.find(kLabels.at(i)) != std::string_view::npos) phases.at(i) = true;
  }
  return phases;
}

/// A spelling that says no phase. The others are read by their tokens: as letters alone, "I/II" is "III".
Spelled without_phase(const Vocabulary& vocabulary, std::string_view text) {
  const Spelled whole = spelled(vocabulary, text);
  return whole.nothing || (whole.row != nullptr && whole.row->key == "na") ? whole : Spelled();
}

}  // namespace

Written read_phases(const Vocabulary& vocabulary, std::string_view text) {
  if (const Spelled whole = without_phase(vocabulary, text); whole.known()) return whole.written();
  const std::string plain = plain_text(text);
  if (const auto table = table_of_phases(plain)) return *table;
  std::string_view rest = plain;
  for (const std::string_view label : {"study phase", "trial phase", "phase"}) {
    if (!rest.starts_with(label) || !base::trim(rest.substr(label.size())).starts_with(':')) continue;
    rest = base::trim(base::trim(rest.substr(label.size())).substr(1));
    if (const Spelled value = without_phase(vocabulary, rest); value.known()) return value.written();
  }
  Written read = PhaseReader(rest).result();
  if (read.says == Written::Says::kValue) return read;
  if (const Phases labels = labels_in(rest); any(labels)) return written(labels);
  // "N/A, Phase 2" is read above; a remark behind a value that says nothing, or not applicable, is left out here.
  if (const std::size_t open = rest.find_first_of("([,;|:\n"); open != std::string_view::npos && open > 0) {
    const Spelled before = without_phase(vocabulary, rest.substr(0, open));
    if (before.row != nullptr || (before.nothing && !base::trim(rest.substr(0, open)).empty())) return before.written();
  }
  return read;
}

}  // namespace trialsift::model
