// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/synonyms.hpp"

#include "support/catch.hpp"
#include "support/temp_folder.hpp"
#include "trialsift/base/error.hpp"

using namespace trialsift;
using search::Synonyms;

namespace {

/// Groups with | between, terms with = between.
std::string groups(std::string_view text) {
  const Synonyms synonyms = Synonyms::parse(text, "test");
  std::string all;
  for (std::size_t i = 0; i < synonyms.size(); ++i) {
    if (i > 0) all += " | ";
    for (std::size_t k = 0; k < synonyms.group(i).size(); ++k) {
      all += (k == 0 ? "" : " = ") + synonyms.group(i)[k].text;
    }
  }
  return all;
}

}  // namespace

TEST_CASE("the terms of a line with tabs mean the same") {
  CHECK(groups("heron\twader\r\nbittern\tbutterbump\tbog-bull\n") == "heron = wader | bittern = butterbump = bog-bull");
}

TEST_CASE("a header names the columns of a table, whose lines of one term belong together") {
  CHECK(groups("id\tname\tsynonym\n1\theron\twader\n2\tbittern\tbutterbump\n1\theron\tlong bird\n") ==
        "heron = wader = long bird | bittern = butterbump");
  CHECK(groups("brand\tgeneric\tproducts\nHeronex\tacetylheron\t3\n") == "acetylheron = Heronex");
}

TEST_CASE("a table that tells the scope of synonyms gives the exact ones") {
  CHECK(groups("name\tsynonym\tscope\nheron\twader\tEXACT\nheron\tanimal\tBROAD\nheron\t\t\n") == "heron = wader");
}

TEST_CASE("OBO gives names and exact synonyms of terms that are not obsolete") {
  CHECK(groups("format-version: 1.2\n\n[Term]\nid: B:1\nname: heron\nsynonym: \"grey \\\"wader\\\"\" EXACT []\n"
               "synonym: \"animal\" BROAD []\n\n[Term]\nname: bittern\nsynonym: \"butterbump\" EXACT [B:2]\n"
               "is_obsolete: true\n\n[Typedef]\nname: part of\nsynonym: \"in\" EXACT []\n") ==
        "heron = grey \"wader\"");
}

TEST_CASE("a term with its synonyms behind a colon or an equals sign is a line of Xapian's kind") {
  CHECK(groups("# birds\nheron: wader, long bird\nbittern = butterbump\n\n") ==
        "heron = wader = long bird | bittern = butterbump");
}

TEST_CASE("terms are compared by the stems of their words") {
  const Synonyms synonyms = Synonyms::parse("Grey Herons\tWADERS\n", "birds");
  CHECK(synonyms.groups_with("grey heron").size() == 1);
  CHECK(synonyms.groups_with("wader").size() == 1);
  CHECK(synonyms.groups_with("grey").empty());
  CHECK(synonyms.longest() == 2);
  CHECK(synonyms.name() == "birds");
}

TEST_CASE("terms that differ in their endings only are one") {
  CHECK_THROWS_AS(Synonyms::parse("heron\therons\n", "birds"), base::Error);
}

TEST_CASE("a file that holds no synonyms is an error, as is one that is not there") {
  const testing::TempFolder folder;
  CHECK_THROWS_AS(Synonyms::read(folder / "none.tsv"), base::Error);
  folder.write("empty.tsv", "");
  CHECK_THROWS_AS(Synonyms::read(folder / "empty.tsv"), base::Error);
  folder.write("one.tsv", "heron\twader\n");
  CHECK(Synonyms::read(folder / "one.tsv").name() == "one.tsv");
}
