// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/query/strategy.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "trialsift/base/error.hpp"

namespace {

using namespace trialsift;
using query::Strategy;
using query::StrategyLine;
using query::Warning;

using Lines = std::vector<std::string>;

/// "label: tree" of each line, or "label! sentence".
Lines read(std::string_view text, const char* dialect = "ovid") {
  Lines lines;
  for (const StrategyLine& line : query::parse_strategy(text, query::find_dialect(dialect)).lines) {
    lines.push_back(line.valid() ? line.label + ": " + query::to_string(line.tree)
                                 : line.label + "! " + line.error->sentence);
  }
  return lines;
}

bool told(const std::vector<Warning>& warnings, std::string_view code, bool result_changing = false) {
  return std::any_of(warnings.begin(), warnings.end(), [&](const Warning& warning) {
    return warning.code == code && warning.result_changing == result_changing;
  });
}

const Lines kThreeLines = {R"(1: exp Asthma/)", R"(2: tiab:wheez*)", "3: (or #1 #2)"};

}  // namespace

TEST_CASE("lines are numbered as reviewers print them") {
  CHECK(read("1. exp Asthma/\n2. wheez$.tw.\n3. 1 or 2\n") == kThreeLines);
  CHECK(read("1) exp Asthma/\n2) wheez$.tw.\n3) 1 or 2\n") == kThreeLines);
  CHECK(read("1 exp Asthma/\n2 wheez$.tw.\n3 1 or 2\n") == kThreeLines);
  CHECK(read("1     exp Asthma/\r\n\r\n2     wheez$.tw.\r\n\r\n3     or/1-2\r\n") == kThreeLines);
  CHECK(read("1\texp Asthma/\n2\twheez$.tw.\n3\t1 or 2") == kThreeLines);
  CHECK(read("#1 exp Asthma/\n#2 wheez$.tw.\n#3 #1 or #2") == kThreeLines);
  CHECK(read("# 1 exp Asthma/\n# 2 wheez$.tw.\n#3 #1 or #2") == kThreeLines);
  CHECK(read("1.exp Asthma/\n2.wheez$.tw.\n3.or/1-2") == kThreeLines);
  CHECK(read("#1. exp Asthma/\n#2. wheez$.tw.\n#3. or/1-2") == kThreeLines);
  CHECK(read("1exp Asthma/\n2wheez$.tw.\n31 or 2") == kThreeLines);
  CHECK(read("1\nexp Asthma/\n2\nwheez$.tw.\n3\n1 or 2") == kThreeLines);
}

TEST_CASE("lines without numbers are numbered by their places") {
  CHECK(read("exp Asthma/\nwheez$.tw.\n1 or 2") == kThreeLines);
  CHECK(read("\n\nexp Asthma/\n\n   wheez$.tw.\n\n\n1 or 2\n\n") == kThreeLines);
  CHECK(read("1. exp Asthma/\nwheez$.tw.\nor/1-2") == kThreeLines);
  CHECK(read("\xEF\xBB\xBF"
             "exp Asthma/\nwheez$.tw.\n1 or 2") == kThreeLines);
}

TEST_CASE("a line that begins with a reference is not numbered by it") {
  CHECK(read("asthma.ti.\nwheez$.ti.\n1 or 2\n1 and 2\n3 not 4").back() == "5: (and #3 (not #4))");
  CHECK(read("#1 asthma.ti.\n#2 wheez$.ti.\n#1 OR #2", "pubmed").size() == 3);
  CHECK(read("5 fluorouracil.tw.") == Lines{"1: tiab:\"5 fluorouracil\""});
}

TEST_CASE("labels may have letters") {
  CHECK(read("1a asthma.ti.\n1b wheez$.ti.\n2 1a or 1b") ==
        Lines{"1a: title:\"asthma\"", "1b: title:wheez*", "2: (or #1 #2)"});
  CHECK(read("1 Population\n1a\nasthma[ti]\n1b\nwheez*[ti]\n2 Result\n1a OR 1b", "pubmed") ==
        Lines{"1a: title:\"asthma\"", "1b: title:wheez*", "2: (or #1 #2)"});
}

TEST_CASE("numbers may begin late and leave some out") {
  CHECK(read("12. asthma.ti.\n13. wheez$.ti.\n14. 12 or 13") ==
        Lines{"12: title:\"asthma\"", "13: title:wheez*", "14: (or #1 #2)"});
  CHECK(read("1. asthma.ti.\n2. wheez$.ti.\n4. 1 or 2").back() == "4: (or #1 #2)");
  CHECK(read("1. asthma.ti.\n2. wheez$.ti.\n4. 1 or 3").back() == "4! there is no line 3 in this strategy");
}

TEST_CASE("a number that runs backwards is an error of its line") {
  const Lines lines = read("1. asthma.ti.\n2. wheez$.ti.\n2. cough.ti.\n3. 1 or 2");
  REQUIRE(lines.size() == 4);
  CHECK(lines[2] == "2! this line is numbered 2 behind line 2");
  CHECK(lines[3] == "3: (or #1 #2)");
}

TEST_CASE("a line may be wrapped") {
  CHECK(read("1. (asthma or\nwheez$).ti.\n2. exp Asthma/ or\n   exp Bronchial Spasm/\n3. 1 or 2") ==
        Lines{"1: (or title:\"asthma\" title:wheez*)", "2: (or exp Asthma/ exp Bronchial Spasm/)", "3: (or #1 #2)"});
}

TEST_CASE("references lead to lines before") {
  const Lines lines = read("1. asthma.ti.\n2. 2 or 1\n3. 1 or 4\n4. or/1-9\n5. 1");
  CHECK(lines[1] == "2! line 2 refers to itself");
  CHECK(lines[2] == "3! line 4 stands after this one: a line refers to lines before it");
  CHECK(lines[3] == "4! there is no line 9 in this strategy");
  CHECK(lines[4] == "5: #1");
}

TEST_CASE("an error has its place in the line, and the line has its place in the file") {
  const std::string text = "1. asthma.ti.\n2. 1 or (wheez$.ti.\n";
  const Strategy strategy = query::parse_strategy(text, query::find_dialect("ovid"));
  const StrategyLine& line = strategy.lines.at(1);
  REQUIRE(line.error);
  CHECK(text.substr(line.span.begin, line.span.end - line.span.begin) == "1 or (wheez$.ti.");
  CHECK(line.text.at(line.error->span.begin) == '(');
}

TEST_CASE("what stands upon a line with an error cannot be run") {
  const Strategy strategy =
      query::parse_strategy("1. (asthma\n2. wheez$.ti.\n3. 1 or 2\n4. 2", query::find_dialect("ovid"));
  CHECK_FALSE(strategy.lines[0].runs);
  CHECK(strategy.lines[1].runs);
  CHECK(strategy.lines[2].valid());
  CHECK_FALSE(strategy.lines[2].runs);
  CHECK(strategy.lines[3].runs);
}

TEST_CASE("a line knows the lines that it refers to") {
  const Strategy strategy = query::parse_strategy("a.ti.\nb.ti.\nc.ti.\n(3 or 1) and 3", query::find_dialect("ovid"));
  CHECK(strategy.lines.back().refers_to == std::vector<std::size_t>{0, 2});
}

TEST_CASE("void lines have no hits, and references to them drop out") {
  const Strategy strategy =
      query::parse_strategy("1. letter.pt.\n2. asthma.ti.\n3. 1 or editorial.pt.\n4. 2 not 3\n5. limit 4 to reviews",
                            query::find_dialect("ovid"));
  CHECK(strategy.lines[0].is_void);
  CHECK_FALSE(strategy.lines[1].is_void);
  CHECK(strategy.lines[2].is_void);
  CHECK_FALSE(strategy.lines[3].is_void);
  CHECK(strategy.lines[4].is_void);
  CHECK(told(strategy.lines[0].warnings, "void-line", true));
  CHECK(told(strategy.lines[3].warnings, "void-reference", true));
}

TEST_CASE("lines that nothing uses are told, but for the last") {
  const Strategy strategy = query::parse_strategy("a.ti.\nb.ti.\nc.ti.\n1 or 2", query::find_dialect("ovid"));
  CHECK_FALSE(told(strategy.lines[0].warnings, "unused-line"));
  CHECK(told(strategy.lines[2].warnings, "unused-line"));
  CHECK_FALSE(told(strategy.lines[3].warnings, "unused-line"));
}

TEST_CASE("typographic quotes and debris are told once a file") {
  const Strategy strategy = query::parse_strategy(
      "1. “asthma attack”.ti. (12)\n2. “wheezing”.ti. (1,034)\n3. or/1–2 (1,040)", query::find_dialect("ovid"));
  CHECK(read(strategy.text) == Lines{"1: title:\"asthma attack\"", "2: title:\"wheezing\"", "3: (or #1 #2)"});
  REQUIRE(strategy.warnings.size() == 3);
  CHECK(told(strategy.warnings, "smart-quotes"));
  CHECK(told(strategy.warnings, "odd-dashes"));
  CHECK(told(strategy.warnings, "debris"));
  const auto debris = std::find_if(strategy.warnings.begin(), strategy.warnings.end(),
                                   [](const Warning& warning) { return warning.code == "debris"; });
  CHECK(strategy.text.substr(debris->span.begin, debris->span.end - debris->span.begin) == "(12)");
}

TEST_CASE("comments, rules and heads of files are no lines") {
  CHECK(read("// asthma\nDatabase: Some Medline <1946 to 2021>\nSearch Strategy:\n-----------\n"
             "1     exp Asthma/ (10)\n2     wheez$.tw. (20)\n// both\n3     or/1-2 (25)\n***********") == kThreeLines);
  CHECK(read("PubMed:\n\nasthma[ti]", "pubmed") == Lines{"1: title:\"asthma\""});
  CHECK(read("exp Asthma/\n// a comment\nwheez$.tw.\n--\n1 or 2") == kThreeLines);
  CHECK(read("exp Asthma/ // the disease\nwheez$.tw.   // a symptom\n1 or 2") == kThreeLines);
  CHECK(read("1. (asthma or // first\nwheez$).ti.\n2. 1") == Lines{"1: (or title:\"asthma\" title:wheez*)", "2: #1"});
  CHECK(read("\"and // or\".ti.") == Lines{"1: title:\"and // or\""});
  CHECK(read("--").empty());
  CHECK(read("").empty());
}

TEST_CASE("counts behind a tab are left out") {
  CHECK(read("#\tSearches\tResults\n1\texp Asthma/\t1,200\n2\twheez$.tw.\t30\n3\t1 or 2\t1,210") == kThreeLines);
}

TEST_CASE("titles above queries and combinations without a number are understood") {
  const Lines lines = read(
      "1. Population: people with asthma\nasthma[ti] OR wheez*[ti]\n2. Treatment\nsteroid*[ti]\n"
      "Search combination\n1 AND 2",
      "pubmed");
  CHECK(lines == Lines{"1: (or title:\"asthma\" title:wheez*)", "2: title:steroid*", "3: (and #1 #2)"});
}

TEST_CASE("lines that only an operator joins are one query") {
  CHECK(read("asthma[ti]\nOR\nwheez*[ti]", "pubmed") == Lines{"1: (or title:\"asthma\" title:wheez*)"});
  CHECK(read("(asthma[ti] OR\nwheez*[ti])\nAND child*[ti]", "pubmed") ==
        Lines{"1: (and (or title:\"asthma\" title:wheez*) title:child*)"});
  CHECK(read("asthma[ti]\nOR\n#1", "pubmed").size() == 3);
}

TEST_CASE("PubMed's history is read with its Search") {
  CHECK(read("#1\tSearch asthma[ti]\n#2\tSearch wheez*[ti]\n#3\tSearch (#1) OR #2", "pubmed") ==
        Lines{"1: title:\"asthma\"", "2: title:wheez*", "3: (or #1 #2)"});
}

TEST_CASE("a native text is one query unless its lines are numbered") {
  CHECK(read("asthma\nwheezing", "native") == Lines{"1: (any asthma wheezing)"});
  CHECK(read("1. asthma OR wheezing\n2. child\n3. 1 AND 2", "native") ==
        Lines{"1: (or asthma wheezing)", "2: child", "3: (and #1 #2)"});
}

TEST_CASE("a strategy of lines is one query with the lines put in") {
  const Strategy strategy =
      query::parse_strategy("asthma.ti.\nwheez$.ti.\n1 or 2\n3 not letter.pt.", query::find_dialect("ovid"));
  const query::Query query = query::as_query(strategy);
  CHECK(query.dialect == "ovid");
  CHECK(query::to_string(query.root) == R"((and (or title:"asthma" title:wheez*) (not void)))");
  CHECK(told(query.warnings, "void-field", true));
  CHECK(strategy.text.substr(query.root.children[0].children[1].span.begin, 6) == "wheez$");
}

TEST_CASE("an error in a line ends a query, with its place in the file") {
  const Strategy strategy = query::parse_strategy("asthma.ti.\n(wheez$.ti.", query::find_dialect("ovid"));
  try {
    query::as_query(strategy);
    FAIL("there is an error in line 2");
  } catch (const base::Error& error) {
    CHECK(error.code() == base::ErrorCode::kQuerySyntax);
    CHECK(error.where().offset == 11);
  }
}

TEST_CASE("lines that double each other do not blow up one query") {
  std::string text = "asthma.ti.\n";
  for (int line = 1; line <= 40; ++line) {
    const std::string before = std::to_string(line);
    text += before + " or (" + before + " and " + before + ")\n";
  }
  const Strategy strategy = query::parse_strategy(text, query::find_dialect("ovid"));
  CHECK(strategy.lines.back().runs);
  CHECK_THROWS_AS(query::as_query(strategy), base::Error);
}

TEST_CASE("strategies are bounded") {
  std::string text;
  for (std::size_t line = 0; line <= query::kMostStrategyLines; ++line) text += "a.ti.\n";
  CHECK_THROWS_AS(query::parse_strategy(text, query::find_dialect("ovid")), base::Error);
  CHECK_THROWS_AS(query::parse_strategy(std::string(query::kLongestStrategy + 1, 'a')), base::Error);
}
