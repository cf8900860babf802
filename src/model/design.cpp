// SPDX-License-Identifier: GPL-2.0-or-later
//
// Allocation, masking, model and purpose: labels first, then what their words say.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "model/value_readers.hpp"
#include "model/written_text.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::model {
namespace {

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

template <class Texts>
bool holds_any(std::string_view text, const Texts& parts) {
  return std::any_of(parts.begin(), parts.end(), [text](std::string_view part) { return holds(text, part); });
}

bool is_settled(const Written& read) {
  return read.says == Written::Says::kValue || read.says == Written::Says::kNothing;
}

/// A label that is kept although its words were looked into.
Written kept(Written read, std::string_view words) {
  return is_settled(read) || words.empty() ? std::move(read) : Written::value(words);
}

/// A word that ends where another does not go on.
bool has_word(std::string_view plain, std::string_view word) {
  for (std::size_t at = plain.find(word); at != std::string_view::npos; at = plain.find(word, at + 1)) {
    const bool begins = at == 0 || !base::is_letter(plain[at - 1]);
    const std::size_t end = at + word.size();
    if (begins && (end == plain.size() || !base::is_letter(plain[end]))) return true;
  }
  return false;
}

}  // namespace

Written read_allocation(const Vocabulary& vocabulary, std::string_view text) {
  Written read = read_label(vocabulary, text);
  if (is_settled(read)) return read;
  const std::string plain = plain_text(text);
  constexpr std::array<std::string_view, 4> kRandom = {"randomi", "randamized", "randomnized", "randomly"};
  constexpr std::array<std::string_view, 7> kNot = {"non-random", "non random", "nonrandom", "not random",
                                                    "no random",  "un-randomi", "unrandomi"};
  if (holds(plain, "quasi")) return read;
  if (holds_any(plain, kNot)) return Written::value("non_randomized");
  if (holds_any(plain, kRandom)) return Written::value("randomized");
  return read;
}

Written read_masking(const Vocabulary& vocabulary, std::string_view text) {
  Written read = read_label(vocabulary, text);
  if (is_settled(read)) return read;
  const std::string plain = plain_text(text);
  constexpr std::array<std::string_view, 7> kOpen = {"not blind", "non-blind",  "unblind",   "not mask",
                                                     "no mask",   "open label", "open-label"};
  constexpr std::array<std::string_view, 4> kCounts = {"single", "double", "triple", "quadruple"};
  std::size_t counted = 0;
  std::string_view count;
  for (const std::string_view one : kCounts) {
    if (!has_word(plain, one)) continue;
    ++counted;
    count = one;
  }
  const bool masks = holds(plain, "blind") || holds(plain, "mask") || holds(plain, "dummy");
  if (counted == 1 && masks) return Written::value(count);
  if (counted > 1) return read;
  if (holds_any(plain, kOpen) || plain.starts_with("open")) return Written::value("none");
  if (!masks) return read;
  // Who does not know the arm, in the four kinds that the registry of the United States counts.
  constexpr std::array<std::array<std::string_view, 4>, 4> kWho = {
      {{"participant", "patient", "subject", "volunteer"},
       {"investigator", "researcher", "surgeon", "physician"},
       {"care provider", "caregiver", "carer", "therapist"},
       {"assessor", "evaluator", "outcome", "rater"}}};
  std::size_t who = 0;
  for (const auto& names : kWho) who += holds_any(plain, names) ? 1U : 0U;
  if (who > 0) return Written::value(kCounts.at(who - 1));
  return read;
}

Written read_model(const Vocabulary& vocabulary, std::string_view text) {
  Written read = read_label(vocabulary, text);
  if (is_settled(read)) return read;
  const std::string plain = plain_text(text);
  std::string_view model;
  std::size_t models = 0;
  const auto see = [&](std::string_view key, bool found) {
    if (!found) return;
    model = key;
    ++models;
  };
  see("parallel", holds(plain, "parallel"));
  see("crossover", holds(plain, "crossover") || holds(plain, "cross-over") || holds(plain, "cross over"));
  see("factorial", holds(plain, "factorial"));
  see("sequential", holds(plain, "sequential"));
  see("single_group", holds(plain, "single arm") || holds(plain, "single-arm") || holds(plain, "single group") ||
                          holds(plain, "single assignment") || holds(plain, "one arm") || holds(plain, "single-group"));
  return kept(std::move(read), models == 1 ? model : std::string_view());
}

Written read_purpose(const Vocabulary& vocabulary, std::string_view text) {
  Written read = read_label(vocabulary, text);
  if (is_settled(read)) return read;
  std::string plain = plain_text(text);
  constexpr std::string_view kPurpose = "purpose";
  if (plain.ends_with(kPurpose)) {
    plain.resize(plain.size() - kPurpose.size());
    const Written shorter = read_label(vocabulary, plain);
    if (is_settled(shorter) || shorter.says == Written::Says::kOther) return shorter;
  }
  return read;
}

}  // namespace trialsift::model
