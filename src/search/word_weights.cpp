// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/word_weights.hpp"

#include <algorithm>
#include <array>

namespace trialsift::search {
namespace {

/// Sorted. Words that join others: enough to put those trials last that match nothing else.
constexpr std::array<std::string_view, 133> kFunctionWords = {
    "a",     "about",   "above", "after", "again",   "all",     "also",    "although", "am",      "among",   "an",
    "and",   "any",     "are",   "as",    "at",      "be",      "because", "been",     "before",  "being",   "between",
    "both",  "but",     "by",    "can",   "could",   "did",     "do",      "does",     "doing",   "done",    "during",
    "each",  "either",  "etc",   "for",   "from",    "further", "had",     "has",      "have",    "having",  "he",
    "her",   "here",    "his",   "how",   "however", "i",       "if",      "in",       "into",    "is",      "it",
    "its",   "itself",  "just",  "like",  "many",    "may",     "me",      "might",    "more",    "most",    "much",
    "must",  "my",      "no",    "nor",   "not",     "of",      "on",      "once",     "only",    "or",      "other",
    "our",   "out",     "over",  "own",   "per",     "same",    "she",     "should",   "since",   "so",      "some",
    "such",  "than",    "that",  "the",   "their",   "them",    "then",    "there",    "these",   "they",    "this",
    "those", "through", "to",    "too",   "under",   "until",   "up",      "upon",     "use",     "used",    "using",
    "very",  "via",     "was",   "we",    "were",    "what",    "whats",   "when",     "where",   "whether", "which",
    "while", "who",     "whom",  "whose", "why",     "will",    "with",    "within",   "without", "would",   "you",
    "your",
};

/// Sorted. Words that nearly every trial could have: they say what kind of text is wanted, not about what.
constexpr std::array<std::string_view, 45> kGeneralWords = {
    "best",       "clinical",  "compare",      "comparison",    "controlled", "determine", "disease",  "diseases",
    "disorder",   "effect",    "effective",    "effectiveness", "effects",    "efficacy",  "evaluate", "evaluation",
    "group",      "groups",    "investigate",  "investigation", "management", "new",       "option",   "options",
    "outcome",    "outcomes",  "participants", "patient",       "patients",   "phase",     "purpose",  "randomised",
    "randomized", "safety",    "studies",      "study",         "subjects",   "therapies", "therapy",  "treat",
    "treated",    "treatment", "treatments",   "trial",         "trials",
};

template <class Words>
constexpr bool is_sorted(const Words& words) {
  return std::is_sorted(words.begin(), words.end());
}
static_assert(is_sorted(kFunctionWords) && is_sorted(kGeneralWords));

/// Tuned on several collections together; between 0.1 and 0.5 they hardly differ (bench/results.md).
constexpr double kGeneralWeight = 0.2;
constexpr double kFunctionWeight = 0.01;

}  // namespace

WordClass word_class(std::string_view word) {
  if (std::binary_search(kFunctionWords.begin(), kFunctionWords.end(), word)) return WordClass::kFunction;
  if (std::binary_search(kGeneralWords.begin(), kGeneralWords.end(), word)) return WordClass::kGeneral;
  return WordClass::kTelling;
}

double word_weight(WordClass word_class) {
  switch (word_class) {
    case WordClass::kFunction:
      return kFunctionWeight;
    case WordClass::kGeneral:
      return kGeneralWeight;
    case WordClass::kTelling:
      break;
  }
  return 1;
}

}  // namespace trialsift::search
