// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/trial_groups.hpp"

#include <initializer_list>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "trialsift/model/trial.hpp"

using trialsift::model::joining_numbers;
using trialsift::model::Trial;
using trialsift::model::TrialGroups;
using trialsift::model::TrialId;
using Texts = std::vector<std::string>;

namespace {

Trial record(std::string_view id, Texts other_ids = {}) {
  Trial trial;
  trial.id = TrialId::parse(id).value();
  trial.other_ids = std::move(other_ids);
  return trial;
}

/// For each record the id of the first record of its trial.
Texts firsts(const std::vector<Trial>& trials) {
  TrialGroups groups;
  for (const Trial& trial : trials) {
    const std::size_t place = groups.add(trial.id);
    for (const std::string& number : joining_numbers(trial)) groups.name(place, number);
  }
  Texts ids;
  for (const std::size_t first : groups.firsts()) ids.push_back(trials[first].id.text());
  return ids;
}

bool are_one(const Trial& a, const Trial& b) {
  const Texts ids = firsts({a, b});
  return ids[0] == ids[1];
}

}  // namespace

TEST_CASE("a record is of one trial with the record whose number it names") {
  CHECK(are_one(record("NCT01234567", {"ISRCTN 12345678"}), record("ISRCTN12345678")));
  CHECK(are_one(record("ISRCTN12345678", {"ClinicalTrials.gov: NCT01234567"}), record("NCT01234567")));
  CHECK(are_one(record("NCT01234567", {"ABC-1|DRKS00001234"}), record("DRKS00001234")));
  CHECK(are_one(record("NCT01234567", {"https://www.isrctn.com/ISRCTN12345678"}), record("ISRCTN12345678")));
}

TEST_CASE("the records of one European trial are one, and so is what names its number") {
  const Trial spain = record("EUCTR2013-000828-36-ES");
  CHECK(are_one(spain, record("EUCTR2013-000828-36-SK")));
  CHECK(are_one(spain, record("EUCTR2013-000828-36-Outside-EU/EEA")));
  CHECK(are_one(spain, record("NCT01234567", {"2013-000828-36"})));
  CHECK(are_one(spain, record("NCT01234567", {"EudraCT No. 2013-000828-36-DE"})));
  CHECK(are_one(record("CTIS2022-500001-12-00"), record("CTIS2022-500001-12-01")));
  CHECK(are_one(record("NCT01234567", {"2013-000828-36"}), record("ISRCTN12345678", {"2013-000828-36"})));
  CHECK(are_one(record("NCT01234567", {"2013-000828-36"}), record("NCT01234568", {"2013-000828-36"})));
}

TEST_CASE("records that name one number of a third registry are one, but not two of one registry") {
  CHECK(are_one(record("NCT01234567", {"U1111-1234-5678"}), record("DRKS00001234", {"UTN: U1111-1234-5678"})));
  CHECK_FALSE(are_one(record("NCT01234567", {"U1111-1234-5678"}), record("NCT01234568", {"U1111-1234-5678"})));
  // Which of the two the other registry's record is, nothing tells.
  CHECK(firsts({record("NCT01234567", {"ISRCTN12345678"}), record("NCT01234568", {"ISRCTN12345678"}),
                record("ISRCTN12345678")}) == Texts{"NCT01234567", "NCT01234568", "ISRCTN12345678"});
  CHECK(firsts({record("NCT01234567", {"ISRCTN12345678"}), record("NCT01234568", {"ISRCTN12345678"}),
                record("ISRCTN12345678", {"NCT01234568"})}) == Texts{"NCT01234567", "NCT01234568", "NCT01234568"});
}

TEST_CASE("a record that names several numbers of one registry is joined with none of them") {
  const Trial master = record("ISRCTN12345678", {"NCT01234567", "NCT01234568"});
  CHECK_FALSE(are_one(master, record("NCT01234567")));
  CHECK(are_one(master, record("NCT01234567", {"ISRCTN12345678"})));
  CHECK_FALSE(are_one(record("NCT01234567", {"2013-000828-36", "2010-000001-11"}), record("EUCTR2010-000001-11-DE")));
}

TEST_CASE("an alias is the trial's own number, a number amid prose is another trial's") {
  CHECK(are_one(record("NCT01234567", {"NCT01234568"}), record("NCT01234568")));
  CHECK(are_one(record("NCT01234567", {"NCT01234568", "NCT01234569"}), record("NCT01234568")));
  CHECK_FALSE(are_one(record("NCT01234567", {"NCT01234568 (secondary id)"}), record("NCT01234568")));
  CHECK_FALSE(are_one(record("NCT01234567", {"extension of 2013-000828-36"}), record("EUCTR2013-000828-36-ES")));
}

TEST_CASE("a sponsor's number and a number of zeros join nothing") {
  for (const std::string text : {"STUDY-001", "NCT00000000", "2004-000000-00", "U1111-0000-0000", "N/A", "none"}) {
    CAPTURE(text);
    CHECK_FALSE(are_one(record("NCT01234567", {text}), record("ISRCTN12345678", {text})));
    CHECK(joining_numbers(record("NCT01234567", {text})).empty());
  }
}

TEST_CASE("records are one through others, in any order") {
  const Trial a = record("NCT01234567", {"2013-000828-36"});
  const Trial b = record("EUCTR2013-000828-36-ES", {"ISRCTN12345678"});
  const Trial c = record("ISRCTN12345678");
  CHECK(firsts({a, b, c}) == Texts(3, "NCT01234567"));
  CHECK(firsts({c, a, b}) == Texts(3, "ISRCTN12345678"));
}
