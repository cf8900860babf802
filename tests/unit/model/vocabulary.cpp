// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/vocabulary.hpp"

#include <map>
#include <set>

#include "support/catch.hpp"
#include "trialsift/base/text.hpp"

using namespace trialsift::model;

namespace {

const auto kAll = vocabularies();

/// As the header says: without case, blanks and punctuation.
std::string plain(std::string_view spelling) {
  std::string out;
  for (const char c : trialsift::base::to_lower_ascii(spelling)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  return out;
}

}  // namespace

TEST_CASE("no vocabulary has one spelling for two values") {
  for (const Vocabulary* vocabulary : kAll) {
    std::map<std::string, std::string_view> key_by_spelling;
    for (const VocabularyValue& value : vocabulary->values) {
      for (const std::string_view spelling : spellings_of(value)) {
        CAPTURE(vocabulary->name, spelling);
        CHECK_FALSE(plain(spelling).empty());
        CHECK(key_by_spelling.emplace(plain(spelling), value.key).first->second == value.key);
      }
    }
  }
}

TEST_CASE("every spelling of every value finds it in any case") {
  for (const Vocabulary* vocabulary : kAll) {
    CHECK_FALSE(vocabulary->name.empty());
    CHECK_FALSE(vocabulary->values.empty());
    for (const VocabularyValue& value : vocabulary->values) {
      for (const std::string_view spelling : spellings_of(value)) {
        CAPTURE(vocabulary->name, spelling);
        CHECK(vocabulary->find(spelling) == &value);
        CHECK(vocabulary->find(plain(spelling)) == &value);
        CHECK(vocabulary->key_of("  " + std::string(spelling) + " ") == value.key);
      }
    }
  }
}

TEST_CASE("keys are lower case, distinct and have labels") {
  for (const Vocabulary* vocabulary : kAll) {
    std::set<std::string_view> keys;
    for (const VocabularyValue& value : vocabulary->values) {
      CAPTURE(value.key);
      CHECK(value.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos);
      CHECK(keys.insert(value.key).second);
      CHECK_FALSE(value.label.empty());
      CHECK(vocabulary->label_of(value.key) == value.label);
    }
  }
}

TEST_CASE("a status is known by every way in which exports write it") {
  for (const std::string_view spelling : {"ACTIVE_NOT_RECRUITING", "Active, not recruiting", "active-not-recruiting",
                                          "active not recruiting", "Active"}) {
    CAPTURE(spelling);
    CHECK(kStatuses.key_of(spelling) == "active_not_recruiting");
  }
  CHECK(kStatuses.key_of("RECRUITING") == "recruiting");
  CHECK(kStatuses.key_of("Not yet recruiting") == "not_yet_recruiting");
  CHECK(kStatuses.key_of("ENROLLING_BY_INVITATION") == "enrolling_by_invitation");
  CHECK(kStatuses.key_of("Unknown status") == "unknown");
}

TEST_CASE("a phase is known by number, Roman number and name") {
  for (const std::string_view spelling : {"Phase 2", "PHASE2", "2", "II", "phase ii", "phase-2", "ii"}) {
    CAPTURE(spelling);
    CHECK(kPhases.key_of(spelling) == "phase2");
  }
  CHECK(kPhases.key_of("EARLY_PHASE1") == "early_phase1");
  CHECK(kPhases.key_of("Early Phase 1") == "early_phase1");
  CHECK(kPhases.key_of("Phase 0") == "early_phase1");
  CHECK(kPhases.key_of("NA") == "na");
  CHECK(kPhases.key_of("N/A") == "na");
  CHECK(kPhases.key_of("Not Applicable") == "na");
  CHECK(kPhases.key_of("iv") == "phase4");
}

TEST_CASE("British spellings and truths are known") {
  CHECK(kAllocations.key_of("Randomised") == "randomized");
  CHECK(kAllocations.key_of("Non-Randomised") == "non_randomized");
  CHECK(kInterventionTypes.key_of("Behavioural") == "behavioral");
  CHECK(kYesNo.key_of("True") == "yes");
  CHECK(kYesNo.key_of("n") == "no");
}

TEST_CASE("a spelling that no row has keeps a form of its own") {
  CHECK(kStatuses.find("on ice") == nullptr);
  CHECK(kStatuses.key_of("On  ice") == "on_ice");
  CHECK(kStatuses.key_of("On-Ice/2") == "on_ice_2");
  CHECK(kStatuses.key_of("  (on ice") == "on_ice");
  CHECK(kStatuses.key_of("Gel\xC3\xB6scht") == "gel\xC3\xB6scht");
  CHECK(kStatuses.label_of("on_ice") == "on_ice");
}

TEST_CASE("a form of its own stays as it is when it is folded again") {
  for (const std::string_view spelling : {"On ice", "On ice!", "Phase 9 (b)", "a - b", "  x  "}) {
    const std::string key = kPhases.key_of(spelling);
    CHECK(kPhases.key_of(key) == key);
  }
}

TEST_CASE("nothing names no value") {
  for (const Vocabulary* vocabulary : kAll) {
    CHECK(vocabulary->find("") == nullptr);
    CHECK(vocabulary->find(" - ") == nullptr);
    CHECK(vocabulary->key_of("").empty());
  }
}
