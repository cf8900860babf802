// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/origins.hpp"

#include "support/catch.hpp"
#include "unit/store/samples.hpp"

using namespace trialsift;
using namespace trialsift::testing;
using store::Origin;
using store::OriginTable;

namespace {

const model::TrialId kId = *model::TrialId::parse("NCT99000001");

}  // namespace

TEST_CASE("files named by their trials' ids are one origin") {
  const std::string file = store::origin_file("all.zip:NCT9900xxxx/NCT99000001.xml", kId);
  CHECK(file == store::origin_file("all.zip:NCT9900xxxx/NCT99000002.xml", *model::TrialId::parse("NCT99000002")));
  CHECK(Origin{file, "", "", "", {}}.file_of(kId) == "all.zip:NCT9900xxxx/NCT99000001.xml");
  CHECK(store::origin_file("studies.json", kId) == "studies.json");
}

TEST_CASE("origins have numbers, and the number 0 is nobody's") {
  OriginTable origins;
  const Origin one{"a.json", "api-v2", "ClinicalTrials.gov", "", {model::MemberSet::all(), {}}};
  const Origin other{"a.json", "api-v2", "", "", {}};
  CHECK(origins.number_of({}) == 0);
  CHECK(origins.number_of(one) == 1);
  CHECK(origins.number_of(other) == 2);
  CHECK(origins.number_of(one) == 1);
  CHECK(*origins.find(2) == other);
  CHECK(origins.find(3) == nullptr);
  CHECK(&origins.intern(other) == origins.find(2));

  const TempFolder folder;
  origins.write(folder / "origins");
  const OriginTable read(folder / "origins");
  CHECK(read.size() == 3);
  for (std::uint32_t number = 0; number < 3; ++number) CHECK(*read.find(number) == *origins.find(number));
}

TEST_CASE("a damaged file of origins is refused or read, nothing else") {
  std::mt19937 random(4);
  const TempFolder folder;
  OriginTable origins;
  for (int i = 0; i < 20; ++i) origins.number_of({"file-" + std::to_string(i), "api-v2", "", "", {}});
  origins.write(folder / "origins");
  const std::string bytes = base::read_file(folder / "origins");
  for (int round = 0; round < 300; ++round) {
    const base::Path path = fresh(folder, "damaged", mutated(bytes, random));
    const auto code = code_of([&] { OriginTable read(path); });
    CHECK((!code || code == base::ErrorCode::kIndexCorrupt));
  }
}
