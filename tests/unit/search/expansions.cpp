// SPDX-License-Identifier: GPL-2.0-or-later
// The second tier of a search: what is looked for beside the words of a query.
#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "trialsift/search/expansion.hpp"
#include "trialsift/search/expansion_list.hpp"

using namespace trialsift;
using namespace trialsift::testing;
using search::Match;
using Numbers = std::vector<int>;

namespace {

search::ResultSet search_with(SmallIndex& index, std::string_view query, search::SearchOptions options) {
  return search::Searcher(index.index()).search(query::parse_native(query), options);
}

Numbers found(SmallIndex& index, std::string_view query, search::SearchOptions options = {}) {
  options.limit = 0;
  const search::ResultSet results = search_with(index, query, options);
  Numbers numbers;
  for (std::size_t i = 0; i < results.size(); ++i) numbers.push_back(std::stoi(results.hit(i).id.text().substr(3)));
  CHECK(search::Searcher(index.index()).count(query::parse_native(query), options).total == numbers.size());
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

search::SearchOptions only(search::Expansions expansions) {
  search::SearchOptions options;
  options.expansions = expansions;
  return options;
}

std::string expanded(SmallIndex& index, std::string_view query, const search::SearchOptions& options = {}) {
  std::string line;
  const search::ResultSet results = search_with(index, query, options);
  for (const search::Expanded& each : results.expanded()) {
    line += (line.empty() ? "" : "; ") + each.of + " = " + each.text + " (" +
            std::string(search::kind_of(each.source).name) + ")";
  }
  return line;
}

/// Numbered from 1.
std::vector<model::Trial> summaries(const std::vector<std::string>& texts) {
  std::vector<model::Trial> trials;
  for (const std::string& text : texts) {
    trials.push_back(trial(static_cast<int>(trials.size()) + 1, {{"summary", text}}));
  }
  return trials;
}

const std::vector<std::string> kMyeloma = {
    "The heron plasma burden (HPB) is looked at.", "A heron plasma burden (HPB) again.", "HPB without more words.",
    "Of the heron plasma burden we know nothing.", "Plasma of a heron, no burden."};

}  // namespace

TEST_CASE("American spelling finds British and the other way round, by default") {
  SmallIndex index(summaries({"A tumour.", "A tumor.", "Tumours of the oesophagus.", "An esophagus."}));
  CHECK(found(index, "tumor") == Numbers{1, 2, 3});
  CHECK(found(index, "tumour") == Numbers{1, 2, 3});
  CHECK(found(index, "tumor oesophagus", [] {
          search::SearchOptions options;
          options.match = Match::kAll;
          return options;
        }()) == Numbers{3});
  CHECK(found(index, "tumor", only(0)) == Numbers{2});
  CHECK(found(index, "tumor", only(search::kHyphens)) == Numbers{2});
}

TEST_CASE("nothing is added to a phrase, to an exact word, to a field's filter or to a query with operators") {
  SmallIndex index(summaries({"A tumour.", "A tumor.", "Nothing."}));
  for (const char* query :
       {"\"tumor\"", "=tumor", "tumor OR zzzz", "+tumor zzzz", "(tumor AND a) OR zzzz", "tumo? -nothing"}) {
    CAPTURE(query);
    CHECK(expanded(index, query).empty());
  }
  CHECK(found(index, "\"tumor\"") == Numbers{2});
  CHECK(found(index, "=tumor") == Numbers{2});
  CHECK(found(index, "tumor AND a") == Numbers{2});
}

TEST_CASE("a query with operators is expanded where that is asked for") {
  SmallIndex index(summaries({"A tumour.", "A tumor.", "Nothing."}));
  search::SearchOptions options;
  options.expand_operators = true;
  CHECK(found(index, "tumor AND a", options) == Numbers{1, 2});
  CHECK(found(index, "NOT tumor", options) == Numbers{3});
  CHECK(found(index, "\"tumor\" AND a", options) == Numbers{2});
}

TEST_CASE("a reviewer's own language adds nothing, whatever is asked for") {
  SmallIndex index(summaries({"A tumour.", "A tumor."}));
  search::SearchOptions options;
  options.expand_operators = true;
  query::Query query = query::parse_native("tumor");
  query.may_expand = false;
  CHECK(search::Searcher(index.index()).count(query, options).total == 1);
}

TEST_CASE("an abbreviation finds what the index's texts say it stands for, and the other way round") {
  SmallIndex index(summaries(kMyeloma));
  CHECK(found(index, "HPB") == Numbers{1, 2, 3, 4});
  CHECK(expanded(index, "hpb") == "hpb = heron plasma burden (abbreviations)");
  CHECK(found(index, "heron plasma burdens", [] {
          search::SearchOptions options;
          options.match = Match::kAll;
          return options;
        }()) == Numbers{1, 2, 3, 4, 5});
  CHECK(expanded(index, "the heron plasma burden") == "heron plasma burden = hpb (abbreviations)");
  CHECK(expanded(index, "heron burden plasma").empty());
  CHECK(found(index, "HPB", only(0)) == Numbers{1, 2, 3});
}

TEST_CASE("an abbreviation that one trial defines, or few of those that hold the word, is not used") {
  std::vector<std::string> texts = {"acute lapwing leukaemia (ALL)", "acute lapwing leukaemia (ALL) again"};
  for (int i = 0; i < 60; ++i) texts.emplace_back("all of them");
  texts.emplace_back("one heron index (OHI)");
  SmallIndex index(summaries(texts));
  CHECK(expanded(index, "all").empty());
  CHECK(expanded(index, "acute lapwing leukaemia").find("abbreviations") == std::string::npos);
  CHECK(expanded(index, "OHI").empty());
}

TEST_CASE("of several meanings those are used that enough trials have") {
  SmallIndex index(summaries({"medial bittern (MB)", "medial bittern (MB)", "medial bitterns (MBs)", "mild burden (MB)",
                              "mild burden (MB)", "mixed bird (MB)"}));
  CHECK(expanded(index, "MB") == "MB = medial bittern (abbreviations); MB = mild burden (abbreviations)");
}

TEST_CASE("numerals of phases and types are found either way") {
  SmallIndex index(summaries({"type II herons", "type 2 herons", "two herons", "stage IV", "stage 4", "a 4"}));
  search::SearchOptions all;
  all.match = Match::kAll;
  CHECK(found(index, "type 2 herons", all) == Numbers{1, 2});
  CHECK(found(index, "type II", all) == Numbers{1, 2});
  CHECK(found(index, "stage IV", all) == Numbers{4, 5});
  CHECK(expanded(index, "heron 4").empty());
}

TEST_CASE("words that some write as one are found either way") {
  SmallIndex index(summaries({"heronbird care", "heron bird care", "heron, but no bird"}));
  search::SearchOptions all;
  all.match = Match::kAll;
  CHECK(found(index, "heronbird", all) == Numbers{1, 2});
  CHECK(found(index, "heron bird", all) == Numbers{1, 2, 3});
  CHECK(found(index, "heron bird", [&] {
          search::SearchOptions options = all;
          options.expansions = 0;
          return options;
        }()) == Numbers{2, 3});
}

TEST_CASE("synonyms of a file are looked for, with less weight") {
  SmallIndex index(summaries({"acetylheron given", "Heronex given", "heron acid given", "water given"}));
  const search::Synonyms synonyms = search::Synonyms::parse("acetylheron\tHeronex\tHeron Acids\n", "file");
  search::SearchOptions options;
  options.synonyms = &synonyms;
  CHECK(found(index, "heronex", options) == Numbers{1, 2, 3});
  CHECK(found(index, "heron acid", options) == Numbers{1, 2, 3});
  CHECK(found(index, "heronex") == Numbers{2});
}

TEST_CASE("at equal frequency and field a word of the query never scores below what stands for it") {
  // The word is common and its other spelling rare, the other way round, and level.
  for (const auto& [british, american] : {std::pair(1, 12), std::pair(12, 1), std::pair(4, 4)}) {
    std::vector<std::string> texts;
    for (int i = 0; i < british; ++i) texts.emplace_back("one tumour here");
    for (int i = 0; i < american; ++i) texts.emplace_back("one tumor here");
    for (int i = 0; i < 9; ++i) texts.emplace_back("nothing of it here");
    SmallIndex index(summaries(texts));
    for (const char* query : {"tumor", "tumour"}) {
      search::SearchOptions options;
      options.limit = 0;
      options.expansions = search::all_expansions();
      const search::ResultSet results = search_with(index, query, options);
      double own = 1e9;
      double other = 0;
      for (std::size_t i = 0; i < results.size(); ++i) {
        const search::Hit hit = results.hit(i);
        const bool is_own = hit.trial.brief_summary.find(std::string(query) + " ") != std::string::npos;
        if (is_own) {
          own = std::min(own, hit.score);
        } else {
          other = std::max(other, hit.score);
        }
      }
      CAPTURE(query, british, american);
      CHECK(other > 0);
      CHECK(own >= other);
    }
  }
}

TEST_CASE("an expansion that the query has itself is not counted twice") {
  SmallIndex index(summaries({"A tumour.", "A tumor.", "Nothing."}));
  CHECK(expanded(index, "tumor tumour").empty());
}

TEST_CASE("hits say which other words they hold, and mark them") {
  SmallIndex index(summaries({"A tumour of the heron."}));
  const search::Hit hit = index.first("tumor");
  CHECK(hit.matched == std::vector<std::string>{"tumour"});
  REQUIRE(hit.snippets.size() == 1);
  REQUIRE(hit.snippets.front().marks.size() == 1);
  CHECK(hit.snippets.front().marks.front().begin == 2);
}

TEST_CASE("kinds of expansions have names, and no two the same") {
  for (const search::ExpansionKind& kind : search::expansion_kinds()) {
    CHECK(search::read_expansions(kind.name) == std::optional<search::Expansions>(kind.source));
    CHECK(&search::kind_of(kind.source) == &kind);
    CHECK(kind.weight > 0);
    CHECK(kind.weight <= 1);
  }
  CHECK(search::read_expansions("none") == std::optional<search::Expansions>(0));
  CHECK(search::read_expansions("all") == std::optional<search::Expansions>(search::all_expansions()));
  CHECK(search::read_expansions("spelling, synonyms") ==
        std::optional<search::Expansions>(search::kSpelling | search::kSynonyms));
  CHECK_FALSE(search::read_expansions("feathers").has_value());
}

TEST_CASE("all expansions in force are listed with their sources") {
  SmallIndex index(summaries(kMyeloma));
  const search::Synonyms synonyms = search::Synonyms::parse("heron: wader, long-legged bird\n", "birds");
  std::vector<std::string> lines;
  search::list_expansions(index.index(), &synonyms, [&](const search::Expanded& each) {
    lines.push_back(std::string(search::kind_of(each.source).name) + ' ' + each.of + " = " + each.text + ' ' +
                    std::to_string(each.trials));
  });
  CHECK(lines.front() == "abbreviations hpb = heron plasma burden 2");
  CHECK(std::find(lines.begin(), lines.end(), "spelling -tumour- = -tumor- 0") != lines.end());
  CHECK(lines.back() == "synonyms heron = long-legged bird 0");
}
