// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/absences.hpp"

#include "support/catch.hpp"
#include "unit/store/samples.hpp"

using namespace trialsift;
using namespace trialsift::testing;
using store::Absence;
using store::Absences;

namespace {

std::string id_of(std::size_t number) {
  const std::string digits = std::to_string(number);
  return "NCT" + std::string(8 - digits.size(), '0') + digits;
}

Absence rejected(const char* reason, std::uint64_t run) {
  return {Absence::Kind::kRejected, reason, {"a.json", 3, 17, ""}, run, "2026-01-05"};
}

}  // namespace

TEST_CASE("the last that was said of an id is remembered, and comes back from its file") {
  Absences absences;
  CHECK(absences.add("NCT00000001", rejected("truncated", 1)));
  CHECK(absences.add("NCT00000002", {Absence::Kind::kRemoved, "", {}, 2, "2026-02-05"}));
  CHECK_FALSE(absences.add("NCT00000001", rejected("truncated", 2)));
  CHECK(absences.find(*model::TrialId::parse("NCT00000001"))->run == 1);
  CHECK(absences.add("NCT00000001", rejected("no-id", 3)));
  CHECK(absences.remove("NCT00000002"));
  CHECK_FALSE(absences.remove("NCT00000002"));
  CHECK(absences.add("NCT00000002", {Absence::Kind::kRemoved, "", {}, 4, "2026-03-05"}));

  const TempFolder folder;
  absences.write(folder / "absences");
  const Absences read(folder / "absences");
  REQUIRE(read.size() == 2);
  const Absence* const one = read.find(*model::TrialId::parse("NCT00000001"));
  CHECK(one->reason == "no-id");
  CHECK(one->where.file == "a.json");
  CHECK(one->where.line == 3);
  CHECK(one->where.offset == 17);
  CHECK(one->run == 3);
  CHECK(one->date == "2026-01-05");
  CHECK(read.find(*model::TrialId::parse("NCT00000002"))->kind == Absence::Kind::kRemoved);
  CHECK(read.find(*model::TrialId::parse("NCT00000003")) == nullptr);
}

TEST_CASE("what is beyond the bound is forgotten, the earliest runs first, and counted") {
  Absences absences;
  for (std::size_t i = 0; i < Absences::kMost; ++i) absences.add(id_of(i), rejected("no-id", i < 10 ? 1 : 3));
  for (std::size_t i = 0; i < 4; ++i) absences.add(id_of(Absences::kMost + i), rejected("no-id", 2));
  absences.forget_most();
  CHECK(absences.size() == Absences::kMost);
  CHECK(absences.forgotten() == 4);
  CHECK(absences.find(*model::TrialId::parse(id_of(5))) != nullptr);
  CHECK(absences.find(*model::TrialId::parse(id_of(6))) == nullptr);
  CHECK(absences.find(*model::TrialId::parse(id_of(Absences::kMost))) != nullptr);
}

TEST_CASE("a damaged file of absences is refused or read, nothing else") {
  std::mt19937 random(4);
  const TempFolder folder;
  Absences absences;
  for (std::size_t i = 0; i < 20; ++i) absences.add(id_of(i), rejected("truncated", 1));
  absences.write(folder / "absences");
  const std::string bytes = base::read_file(folder / "absences");
  for (int round = 0; round < 300; ++round) {
    const base::Path path = fresh(folder, "damaged", mutated(bytes, random));
    const auto code = code_of([&] { Absences read(path); });
    CHECK((!code || code == base::ErrorCode::kIndexCorrupt));
  }
}
