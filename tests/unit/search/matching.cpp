// SPDX-License-Identifier: GPL-2.0-or-later
#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "trialsift/analysis/stemmer.hpp"

using namespace trialsift;
using namespace trialsift::testing;
using search::Match;
using Numbers = std::vector<int>;

namespace {

search::Counts counts(SmallIndex& index, std::string_view query, Match match = Match::kAny) {
  search::SearchOptions options;
  options.match = match;
  return search::Searcher(index.index()).count(query::parse_native(query), options);
}

/// Trials that say the same in these spellings: each spelling finds all of them, and the control none.
void check_one_concept(const std::vector<std::string>& spellings, const std::string& control = "nothing of the kind") {
  std::vector<model::Trial> trials;
  Numbers all;
  for (std::size_t i = 0; i < spellings.size(); ++i) {
    all.push_back(static_cast<int>(i + 1));
    trials.push_back(trial(all.back(), {{"summary", "We look at " + spellings[i] + " over time."}}));
  }
  trials.push_back(trial(99, {{"summary", "We look at " + control + " over time."}}));
  SmallIndex index(trials);
  for (const std::string& spelling : spellings) {
    CAPTURE(spelling);
    CHECK(index.find(spelling, Match::kAll) == all);
    CHECK(index.find("summary:(" + spelling + ")", Match::kAll) == all);
  }
}

}  // namespace

TEST_CASE("words side by side match any or all, and both counts are told") {
  SmallIndex index({trial(1, {{"title", "apple banana"}}), trial(2, {{"summary", "apple"}, {"detailed", "cherry"}}),
                    trial(3, {{"condition", "banana"}, {"keyword", "cherry"}, {"intervention", "apple"}}),
                    trial(4, {{"eligibility", "apple banana cherry"}})});
  CHECK(index.find("apple banana cherry") == Numbers{1, 2, 3});
  CHECK(index.find("apple banana cherry", Match::kAll) == Numbers{3});
  CHECK(index.find("apple cherry", Match::kAll) == Numbers{2, 3});
  for (const Match match : {Match::kAny, Match::kAll}) {
    const auto told = counts(index, "apple cherry", match);
    CHECK(told.total == (match == Match::kAny ? 3 : 2));
    CHECK(told.any_words == 3);
    CHECK(told.all_words == 2);
    search::SearchOptions options;
    options.match = match;
    options.limit = 1;
    const auto found = search::Searcher(index.index()).search(query::parse_native("apple cherry"), options);
    CHECK(found.size() == 1);
    CHECK(found.counts().total == told.total);
    CHECK(found.counts().any_words == 3);
    CHECK(found.counts().all_words == 2);
  }
  CHECK_FALSE(counts(index, "apple AND cherry").any_words.has_value());
  CHECK_FALSE(counts(index, "apple").any_words.has_value());
  CHECK(counts(index, "durian apple", Match::kAll).total == 0);
  CHECK(counts(index, "").total == 4);
}

TEST_CASE("each word of a family finds all of it, with = only itself") {
  SmallIndex index({trial(1, {{"summary", "One transplant."}}), trial(2, {{"summary", "Two transplants."}}),
                    trial(3, {{"summary", "They were transplanted."}}), trial(4, {{"summary", "Transplantation."}}),
                    trial(5, {{"summary", "A plant."}})});
  const analysis::Stemmer stemmer;
  Numbers family{1, 2, 3};
  if (stemmer.stem("transplantation") == stemmer.stem("transplant")) family.push_back(4);
  for (const char* word : {"transplant", "transplants", "Transplanted", "TRANSPLANTING"}) {
    CAPTURE(word);
    CHECK(index.find(word) == family);
  }
  CHECK(index.find("=transplant") == Numbers{1});
  CHECK(index.find("=Transplants") == Numbers{2});
  CHECK(index.find("=transplanting").empty());
  CHECK(index.find("\"transplants\"") == Numbers{2});
}

TEST_CASE("a phrase is found as written and never across two values") {
  SmallIndex index(
      {trial(1, {{"summary", "Acute graft versus host disease."}}),
       trial(2, {{"summary", "Graft-versus-host disease"}}), trial(3, {{"summary", "The host versus the graft"}}),
       trial(4, {{"condition", "Graft"}, {"condition", "Versus host"}}),
       trial(5, {{"title", "Graft versus"}, {"summary", "host"}}), trial(6, {{"summary", "GRAFT VERSUS\nHOST"}}),
       trial(7, {{"summary", "grafts versus hosts"}}), trial(8, {{"detailed", "graft graft versus host"}})});
  CHECK(index.find("\"graft versus host\"") == Numbers{1, 2, 6, 8});
  CHECK(index.find("\"graft-versus-host\"") == Numbers{1, 2, 6, 8});
  CHECK(index.find("\"Graft Versus Host disease\"") == Numbers{1, 2});
  CHECK(index.find("detailed:\"graft versus host\"") == Numbers{8});
  CHECK(index.find("\"versus host\"") == Numbers{1, 2, 4, 6, 8});
  CHECK(index.find("\"graft versus unicorn\"").empty());
  CHECK(index.find("\"host host\"").empty());
  CHECK(index.find("\"graft graft\"") == Numbers{8});
}

TEST_CASE("hyphened, spaced and joined spellings of a term are one") {
  check_one_concept({"Allo-SCT", "allo SCT", "AlloSCT", "ALLO\u2011SCT", "allo\u2013sct"}, "an SCT of some kind");
  check_one_concept({"IL-2", "IL2", "IL 2", "il-2"}, "IL-21 and IL 12");
  check_one_concept({"5-FU", "5FU", "5 FU"}, "50 FU");
  check_one_concept({"COVID-19", "COVID19", "covid 19"}, "COVID-20");
  check_one_concept({"CD34+", "CD34", "CD-34+", "CD 34"}, "CD3 and CD4");
  check_one_concept({"IFN-\u03B3", "IFN-gamma", "IFN gamma", "ifn \u0393"}, "IFN-alpha");
  check_one_concept({"1.5 mg/m\u00B2", "1.5 mg/m2"}, "15 mg/m");
  check_one_concept({"HLA-A*1101", "HLA-A 1101", "HLA A*1101"}, "HLA-B*1101");
  check_one_concept({"follow-up", "follow up", "followup"}, "following");
  check_one_concept({"10,000 IU", "10000 IU"}, "10 IU");
}

TEST_CASE("BRAF V600E is found however it is written") {
  SmallIndex index({trial(1, {{"summary", "A BRAF V600E mutation."}}),
                    trial(2, {{"summary", "A BRAF-V600E mutation."}}), trial(3, {{"summary", "A BRAFV600E mutation."}}),
                    trial(4, {{"summary", "A BRAF V600K mutation."}})});
  CHECK(index.find("BRAF-V600E") == Numbers{1, 2, 3});
  CHECK(index.find("BRAFV600E") == Numbers{1, 2, 3});
  CHECK(index.find("BRAF V600E", Match::kAll) == Numbers{1, 2, 3});
  CHECK(index.find("\"BRAF V600E\"") == Numbers{1, 2});
  CHECK(index.find("=BRAFV600E") == Numbers{3});
}

TEST_CASE("a word is not cut in two where nobody writes it so") {
  SmallIndex index({trial(1, {{"summary", "A therapist."}}), trial(2, {{"summary", "The rapist."}}),
                    trial(3, {{"summary", "Be low."}}), trial(4, {{"summary", "Below."}})});
  CHECK(index.find("therapist") == Numbers{1});
  CHECK(index.find("below") == Numbers{4});
}

TEST_CASE("a prefix finds all words that begin so, after linked words too") {
  SmallIndex index({trial(1, {{"summary", "Transplant."}}), trial(2, {{"summary", "Transplantation."}}),
                    trial(3, {{"summary", "Transfusion."}}), trial(4, {{"summary", "Anti-inflammatory care."}}),
                    trial(5, {{"summary", "An inflammation."}}), trial(6, {{"eligibility", "Transplants"}})});
  CHECK(index.find("transplant*") == Numbers{1, 2});
  CHECK(index.find("TRANS*") == Numbers{1, 2, 3});
  CHECK(index.find("eligibility:trans*") == Numbers{6});
  CHECK(index.find("anti-inflam*") == Numbers{4});
  CHECK(index.find("inflam*") == Numbers{4, 5});
  CHECK(index.find("transx*").empty());
}

TEST_CASE("a field searches its own text, a group of fields that of all its members") {
  SmallIndex index(
      {trial(1, {{"title", "zebra"}}), trial(2, {{"summary", "zebra"}}), trial(3, {{"detailed", "zebra"}}),
       trial(4, {{"condition", "zebra"}}), trial(5, {{"intervention", "zebra"}}), trial(6, {{"keyword", "zebra"}}),
       trial(7, {{"eligibility", "zebra"}}), trial(8, {{"outcome", "zebra"}}), trial(9, {{"arm", "zebra"}}),
       trial(10, {{"sponsor", "zebra"}}), trial(11, {{"location", "zebra"}}), trial(12, {{"country", "zebra"}}),
       trial(13, {{"mesh", "zebra"}}), trial(14, {{"mesh_ancestor", "zebra"}}), trial(15, {{"why_stopped", "zebra"}}),
       trial(16, {{"official", "zebra"}}), trial(17, {{"acronym", "ZEBRA"}})});
  CHECK(index.find("zebra") == Numbers{1, 2, 3, 4, 5, 6, 16, 17});
  CHECK(index.find("any:zebra") == index.find("zebra"));
  CHECK(index.find("title:zebra") == Numbers{1, 16, 17});
  CHECK(index.find("TI:zebra") == Numbers{1, 16, 17});
  CHECK(index.find("desc:zebra") == Numbers{2, 3});
  CHECK(index.find("all:zebra") == Numbers{1, 2, 3, 4, 5, 6, 7, 8, 16, 17});
  const std::vector<std::pair<std::string, int>> alone = {
      {"summary", 2},     {"detailed", 3},       {"condition", 4},   {"intervention", 5}, {"keyword", 6},
      {"eligibility", 7}, {"outcome", 8},        {"arm", 9},         {"sponsor", 10},     {"country", 12},
      {"mesh", 13},       {"mesh_ancestor", 14}, {"why_stopped", 15}};
  // A site's place ends in its country.
  CHECK(index.find("location:zebra") == Numbers{11, 12});
  for (const auto& [field, number] : alone) {
    CAPTURE(field);
    for (const char* form : {":zebra", ":=zebra", ":\"zebra\"", ":zeb*", ":(zebra OR quagga)", ":zebras"}) {
      CAPTURE(form);
      CHECK(index.find(field + form) == Numbers{number});
    }
  }
}

TEST_CASE("AND, OR, NOT, signs and parentheses mean sets") {
  SmallIndex index({trial(1, {{"title", "ant"}}), trial(2, {{"title", "bee"}}), trial(3, {{"title", "ant bee"}}),
                    trial(4, {{"title", "cat"}}), trial(5, {{"title", "ant cat"}}),
                    trial(6, {{"title", "ant bee cat"}}), trial(7, {{"title", "dog"}})});
  CHECK(index.find("ant AND bee") == Numbers{3, 6});
  CHECK(index.find("ant OR bee") == Numbers{1, 2, 3, 5, 6});
  CHECK(index.find("ant NOT bee") == Numbers{1, 5});
  CHECK(index.find("NOT ant") == Numbers{2, 4, 7});
  CHECK(index.find("-ant") == Numbers{2, 4, 7});
  CHECK(index.find("ant AND NOT (bee OR cat)") == Numbers{1});
  CHECK(index.find("ant AND bee OR cat") == Numbers{3, 4, 5, 6});
  CHECK(index.find("ant AND (bee OR cat)") == Numbers{3, 5, 6});
  CHECK(index.find("NOT (ant AND bee)") == Numbers{1, 2, 4, 5, 7});
  CHECK(index.find("NOT NOT ant") == index.find("ant"));
  CHECK(index.find("ant OR NOT bee") == Numbers{1, 3, 4, 5, 6, 7});
  CHECK(index.find("+ant bee") == Numbers{1, 3, 5, 6});
  CHECK(index.find("+ant +bee") == Numbers{3, 6});
  CHECK(index.find("ant bee -cat") == Numbers{1, 2, 3});
  CHECK(index.find("+ant bee -cat") == Numbers{1, 3});
  CHECK(index.find("ant (bee AND cat)") == Numbers{1, 3, 5, 6});
  CHECK(index.find("+(ant bee) +(cat dog)") == Numbers{5, 6});
  CHECK(index.find("ant unicorn") == index.find("ant"));
  CHECK(index.find("ant AND unicorn").empty());
  CHECK(index.find("ant NOT unicorn") == index.find("ant"));
  CHECK(index.find("-unicorn").size() == 7);
  CHECK(index.find("+unicorn ant").empty());
}

TEST_CASE("the optional words of an excluded group change nothing") {
  SmallIndex index({trial(1, {{"condition", "host and graft"}, {"eligibility", "of the"}}),
                    trial(2, {{"condition", "host"}, {"eligibility", "of a"}}), trial(3, {{"condition", "graft"}})});
  CHECK(index.find("NOT ((+condition:hos* condition:=graft) AND eligibility:the)") == Numbers{2, 3});
  CHECK(index.find("graft -(+condition:hos* summary:relapse)") == Numbers{3});
}
