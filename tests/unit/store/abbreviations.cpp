// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/abbreviations.hpp"

#include "unit/store/samples.hpp"

using namespace trialsift;
using namespace trialsift::store;

namespace {

AbbreviationCounts some() {
  AbbreviationCounts counts;
  counts.add("mm", "multiple myeloma", 3);
  counts.add("mm", "multiple myelomas", 1);
  counts.add("mm", "medial meniscus", 2);
  counts.add("il 2", "interleukin 2", 5);
  counts.add("il2", "interleukin 2", 1);
  counts.add("gone", "graft of nobody else", 1);
  counts.add("gone", "graft of nobody else", -1);
  return counts;
}

}  // namespace

TEST_CASE("written abbreviations are found by short form and by the stems of their words") {
  testing::TempFolder folder;
  write_abbreviations(folder.path() / "abbreviations", some());
  const Abbreviations read(stored_file(folder.path() / "abbreviations"));
  REQUIRE(read.size() == 5);
  CHECK(read.longest() == 2);

  const auto [first, last] = read.of_short_form("mm");
  REQUIRE(last - first == 3);
  CHECK(read.long_form(first) == "medial meniscus");
  CHECK(read.long_form(first + 1) == "multiple myeloma");
  CHECK(read.trials(first + 1) == 3);
  CHECK(read.meaning(first + 1) == read.meaning(first + 2));
  CHECK(read.meaning(first) != read.meaning(first + 1));

  const auto [joined, beyond] = read.of_short_form("il2");
  REQUIRE(beyond - joined == 2);
  CHECK(read.meaning(joined) == read.meaning(joined + 1));

  const auto members = read.of_long_form("multipl myeloma");
  REQUIRE(members.size() == 2);
  CHECK(read.short_form(members[0]) == "mm");
  CHECK(read.of_long_form("multipl").empty());
  const auto [none, nothing] = read.of_short_form("gone");
  CHECK(none == nothing);
}

TEST_CASE("abbreviations that no trial defines any more are left out, and the file is that of a fresh build") {
  testing::TempFolder folder;
  write_abbreviations(folder.path() / "one", some());
  AbbreviationCounts again;
  Abbreviations(stored_file(folder.path() / "one")).load_into(again);
  AbbreviationCounts more;
  more.add("mm", "medial meniscus", -2);
  more.add("hmi", "heron migration index", 1);
  again.merge(more);
  write_abbreviations(folder.path() / "two", again);

  AbbreviationCounts fresh;
  fresh.add("hmi", "heron migration index", 1);
  fresh.add("il2", "interleukin 2", 1);
  fresh.add("il 2", "interleukin 2", 5);
  fresh.add("mm", "multiple myelomas", 1);
  fresh.add("mm", "multiple myeloma", 3);
  write_abbreviations(folder.path() / "fresh", fresh);
  CHECK(base::read_file(folder.path() / "two") == base::read_file(folder.path() / "fresh"));
}

TEST_CASE("a damaged file of abbreviations is refused") {
  testing::TempFolder folder;
  const base::Path path = folder.path() / "abbreviations";
  write_abbreviations(path, some());
  const std::string content = testing::content_of(path);
  for (std::size_t size = 0; size + 8 <= content.size(); size += 7) {
    CHECK_THROWS_AS(Abbreviations(testing::checksummed(folder, "cut", content.substr(0, size))), base::Error);
  }
}
