// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/analysis/spelling.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "support/catch.hpp"

using namespace trialsift::analysis;

namespace {

bool is_spelling_of(std::string_view one, std::string_view other) {
  const std::vector<std::string> found = other_spellings(one);
  return std::find(found.begin(), found.end(), other) != found.end();
}

}  // namespace

TEST_CASE("British and American spellings lead to each other") {
  const std::pair<const char*, const char*> pairs[] = {{"tumour", "tumor"},
                                                       {"haemoglobin", "hemoglobin"},
                                                       {"anaesthesia", "anesthesia"},
                                                       {"leukaemia", "leukemia"},
                                                       {"leucaemia", "leukemia"},
                                                       {"oesophageal", "esophageal"},
                                                       {"diarrhoea", "diarrhea"},
                                                       {"paediatric", "pediatric"},
                                                       {"randomised", "randomized"},
                                                       {"randomisation", "randomization"},
                                                       {"analysed", "analyzed"},
                                                       {"centre", "center"},
                                                       {"labelled", "labeled"},
                                                       {"modelling", "modeling"},
                                                       {"sulphate", "sulfate"},
                                                       {"programme", "program"},
                                                       {"anaesthetised", "anesthetized"},
                                                       {"oestrogen", "estrogen"},
                                                       {"behavioural", "behavioral"},
                                                       {"fibre", "fiber"},
                                                       {"enrol", "enroll"},
                                                       {"ciclosporin", "cyclosporine"},
                                                       {"grey", "gray"},
                                                       {"enrolment", "enrollment"},
                                                       {"hypoglycaemia", "hypoglycemia"},
                                                       {"dyspnoea", "dyspnea"},
                                                       {"oedema", "edema"}};
  for (const auto& [british, american] : pairs) {
    CAPTURE(british);
    CHECK(is_spelling_of(british, american));
    CHECK(is_spelling_of(american, british));
  }
}

TEST_CASE("plurals that no stemmer knows lead to their singulars and back") {
  const std::pair<const char*, const char*> pairs[] = {{"metastases", "metastasis"}, {"diagnoses", "diagnosis"},
                                                       {"women", "woman"},           {"children", "child"},
                                                       {"criteria", "criterion"},    {"thromboses", "thrombosis"}};
  for (const auto& [plural, singular] : pairs) {
    CAPTURE(plural);
    CHECK(is_spelling_of(plural, singular));
    CHECK(is_spelling_of(singular, plural));
  }
}

TEST_CASE("most words have one spelling") {
  for (const char* word : {"four", "heron", "filled", "cancer", "for", "patients", "rise", "size", ""}) {
    CAPTURE(word);
    CHECK(other_spellings(word).empty());
  }
}

TEST_CASE("spellings stay bounded, and never hold the word itself") {
  std::string word;
  for (int i = 0; i < 40; ++i) word += "haemcentreoedem";
  const std::vector<std::string> found = other_spellings(word);
  CHECK(found.size() <= 64);
  CHECK(std::find(found.begin(), found.end(), word) == found.end());
}

TEST_CASE("no rule of spelling stands twice") {
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const SpellingRule& rule : spelling_rules()) {
    CAPTURE(rule.one, rule.other);
    CHECK(rule.one != rule.other);
    CHECK(seen.emplace(rule.one, rule.other).second);
    CHECK(seen.emplace(rule.other, rule.one).second);
  }
}

TEST_CASE("numerals of phases and types have two ways to write them") {
  CHECK(other_numeral("ii") == "2");
  CHECK(other_numeral("4") == "iv");
  CHECK(other_numeral("20") == "xx");
  CHECK(other_numeral("21").empty());
  CHECK(other_numeral("iiii").empty());
  CHECK(other_numeral("").empty());
  CHECK(takes_numeral("phase"));
  CHECK(takes_numeral("types"));
  CHECK_FALSE(takes_numeral("heron"));
}
