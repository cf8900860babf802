// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/query/dialects.hpp"

#include <random>
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/query/strategy.hpp"
#include "trialsift/schema/fields.hpp"

namespace {

using namespace trialsift;
using query::Dialect;
using query::Node;
using query::NodeKind;

std::string detected(std::string_view text) {
  return std::string(query::detect_dialect(text).dialect->name);
}

Node parsed(const char* dialect, std::string_view text) {
  return query::find_dialect(dialect)->parse(text, {}, {}).root;
}

std::size_t depth(const Node& node) {
  std::size_t deepest = 0;
  for (const Node& child : node.children) deepest = std::max(deepest, depth(child));
  return deepest + 1;
}

/// What every tree of a dialect keeps.
void check_node(const Node& node, std::size_t text_size, std::size_t line) {
  CHECK(node.span.begin <= node.span.end);
  CHECK(node.span.end <= text_size);
  switch (node.kind) {
    case NodeKind::kWord:
    case NodeKind::kAny:
      FAIL("nothing is expanded or ranked in a dialect");
      break;
    case NodeKind::kPhrase:
    case NodeKind::kPattern:
      CHECK_FALSE(node.text.empty());
      CHECK_FALSE(schema::text_fields(node.field).empty());
      break;
    case NodeKind::kNear:
      CHECK(node.children.size() == 2);
      CHECK(node.distance >= 1);
      break;
    case NodeKind::kLine:
      CHECK(node.line < line);
      break;
    case NodeKind::kAnd:
    case NodeKind::kOr:
      CHECK(node.children.size() >= 2);
      break;
    default:
      break;
  }
  for (const Node& child : node.children) check_node(child, text_size, line);
}

}  // namespace

TEST_CASE("a dialect is found by its name in any case") {
  CHECK(query::find_dialect("OVID") == query::find_dialect("ovid"));
  CHECK(query::find_dialect("ovid") != nullptr);
  CHECK(query::find_dialect("dialog") == nullptr);
}

TEST_CASE("the dialect of a text shows in its signs") {
  CHECK(detected("asthma.ti,ab.") == "ovid");
  CHECK(detected("(asthma or wheez$).tw") == "ovid");
  CHECK(detected("exp Asthma/") == "ovid");
  CHECK(detected("exp Asthma/ or exp \"Bronchial Spasm\"/") == "ovid");
  CHECK(detected("asthma adj3 attack") == "ovid");
  CHECK(detected("asthma\nwheez*\nor/1-2") == "ovid");
  CHECK(detected("asthma\nwheez*\n1 or 2") == "ovid");
  CHECK(detected("asthma[tiab]") == "pubmed");
  CHECK(detected("\"Asthma\"[Mesh] OR wheez*[Title/Abstract]") == "pubmed");
  CHECK(detected("\"lung function\"[tiab:~3]") == "pubmed");
  CHECK(detected("#1 asthma\n#2 wheez*\n#3 #1 OR #2") == "pubmed");
  CHECK(detected("1. asthma\n2. wheez*\n3. #1 OR #2") == "pubmed");
  CHECK(detected("(asthma NEAR/3 attack):ti,ab") == "pubmed");
  CHECK(detected("1. exp Asthma/\n2. wheez$.tw. [mp=title, abstract]\n3. 1 or 2") == "ovid");
}

TEST_CASE("a text without signs of another dialect is native") {
  CHECK(detected("") == "native");
  CHECK(detected("asthma attack") == "native");
  CHECK(detected("asthma AND (wheezing OR cough)") == "native");
  CHECK(detected("title:asthma status:recruiting start:2015..2020") == "native");
  CHECK(detected("has:ti HIV/AIDS and/or IL-2") == "native");
  CHECK(detected("\"asthma[tiab]\" \"exp Asthma/\"") == "native");
  CHECK(detected("asthma NEAR/3 attack") == "native");
  CHECK(detected("the end. To begin") == "native");
}

TEST_CASE("a file of words side by side between operators is PubMed's, but native takes it too") {
  const std::string text = "brain tumor OR brain neoplasm OR large cell medulloblastoma";
  CHECK(detected(text + " OR glioma") == "pubmed");
  CHECK_FALSE(query::detect_dialect(text + " OR glioma").certain);
  CHECK_NOTHROW(query::find_dialect("native")->parse(text + " OR glioma", {}, {}));
  CHECK(detected("brain tumor OR neoplasm") == "native");
  CHECK(detected(text + " OR title:glioma OR phase:2") == "native");
}

TEST_CASE("detection tells what gave the dialect away, and where") {
  const query::Detection found = query::detect_dialect("asthma or wheez$.ti,ab.");
  CHECK(found.reason == ".ti,ab.");
  CHECK(found.span.begin == 16);
}

TEST_CASE("native refuses a pasted line of another dialect and names the switch") {
  for (const auto& [text, name] : {std::pair("asthma.ti,ab.", "ovid"), std::pair("asthma[tiab]", "pubmed")}) {
    try {
      query::find_dialect("native")->parse(text, {}, {});
      FAIL("it should be refused: " << text);
    } catch (const base::Error& error) {
      CHECK(std::string(error.what()).find(std::string("--syntax ") + name) != std::string::npos);
      CHECK(error.where().offset == 6);
    }
  }
}

TEST_CASE("native says itself how ADJ5 is written, and takes no heading in capitals for it") {
  const auto refusal = [](std::string_view text) {
    try {
      query::find_dialect("native")->parse(text, {}, {});
    } catch (const base::Error& error) {
      return std::string(error.what());
    }
    return std::string("read");
  };
  CHECK(refusal("asthma ADJ5 child").starts_with("ADJ5 is not of this language"));
  CHECK(refusal("asthma adj5 child").starts_with("adj5 is of the dialect ovid"));
  CHECK(refusal("exp Radiotherapy, ADJUVANT/").starts_with("ADJUVANT/ is of the dialect ovid"));
}

TEST_CASE("records without the field asked for are searched in their descriptions, if those were not asked for") {
  CHECK(parsed("ovid", "asthma.ti.").fallback);
  CHECK(parsed("ovid", "asthma.kw.").fallback);
  CHECK(parsed("ovid", "asthma.nm.").fallback);
  CHECK(parsed("ovid", "neoplas$/").fallback);
  CHECK_FALSE(parsed("ovid", "asthma.ti,ab.").fallback);
  CHECK_FALSE(parsed("ovid", "asthma.mp.").fallback);
  CHECK_FALSE(parsed("ovid", "asthma.af.").fallback);
  CHECK(parsed("pubmed", "asthma[ti]").fallback);
}

TEST_CASE("dialects bound length, depth and number, each with its error") {
  for (const char* name : {"ovid", "pubmed"}) {
    const Dialect& dialect = *query::find_dialect(name);
    const auto refused = [&dialect](const std::string& text, const char* why) {
      try {
        dialect.parse(text, {}, {});
        FAIL("it should be refused: " << why);
      } catch (const base::Error& error) {
        CHECK(std::string(error.what()).find(why) != std::string::npos);
      }
    };
    refused(std::string(70'000, 'a'), "64 KiB");
    refused(std::string(101, '(') + "a" + std::string(101, ')'), "100 deep");
    std::string many = "a";
    for (int i = 0; i < 10'001; ++i) many += " or a";
    refused(many, "10,000");
    CHECK(depth(dialect.parse(std::string(100, '(') + "a" + std::string(100, ')'), {}, {}).root) == 1);
  }
  std::string chain = "a";
  for (int i = 0; i < 1'001; ++i) chain += " adj a";
  CHECK_THROWS_AS(parsed("ovid", chain), base::Error);
  std::string turns = "a";
  for (int i = 0; i < 1'100; ++i) turns += i % 2 == 0 ? " or a" : " and a";
  CHECK_THROWS_AS(parsed("pubmed", turns), base::Error);
}

TEST_CASE("random soup of tokens never crashes a dialect, and trees keep their shape") {
  constexpr const char* kPieces[] = {"asthma",
                                     "wheez$",
                                     "wom?n",
                                     "*itis",
                                     "a*3",
                                     "1",
                                     "12",
                                     "#1",
                                     "#9",
                                     "(",
                                     ")",
                                     "\"",
                                     "\"a b\"",
                                     "'",
                                     "'a b'",
                                     "and",
                                     "OR",
                                     "not",
                                     "adj",
                                     "adj3",
                                     "adj0",
                                     "NEAR/3",
                                     "next/2",
                                     ".ti,ab.",
                                     ".tw",
                                     ".pt.",
                                     ".zz.",
                                     ".",
                                     ",",
                                     "/",
                                     "/di,ra",
                                     "exp",
                                     "*",
                                     "[tiab]",
                                     "[mesh]",
                                     "[Mesh:noexp]",
                                     "[pt]",
                                     "[tiab:~2]",
                                     "[x y]",
                                     "[",
                                     "]",
                                     ":",
                                     ":ti,ab",
                                     "or/1-3",
                                     "and/1,2",
                                     "1-2/or",
                                     "or/",
                                     "limit 1 to",
                                     "humans",
                                     "Animals/",
                                     "yr=2010",
                                     "remove duplicates from",
                                     "use",
                                     "{",
                                     "\n",
                                     "\t",
                                     "(1,234)",
                                     "// x",
                                     "2. ",
                                     "“",
                                     "–",
                                     "β",
                                     "\xFF",
                                     "\xE2\x80",
                                     "2010:2015[dp]",
                                     "[english]/lim",
                                     "Search ",
                                     "PubMed:",
                                     "/freq=2",
                                     "-",
                                     "1a"};
  std::mt19937 random(20260401);
  const auto pick = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    const std::size_t pieces = pick(14);
    for (std::size_t i = 0; i < pieces; ++i) {
      text += kPieces[pick(std::size(kPieces))];
      if (pick(3) != 0) text += ' ';
    }
    INFO(text);
    for (const Dialect& dialect : query::dialects()) {
      if (!dialect.strategies) continue;
      const query::Strategy strategy = query::parse_strategy(text, &dialect);
      for (std::size_t i = 0; i < strategy.lines.size(); ++i) {
        const query::StrategyLine& line = strategy.lines[i];
        CHECK(line.span.end <= text.size());
        if (line.valid()) {
          check_node(line.tree, line.text.size(), i);
        } else {
          CHECK_FALSE(line.error->sentence.empty());
          CHECK(line.error->span.end <= line.text.size());
        }
      }
    }
    CHECK(query::detect_dialect(text).dialect != nullptr);
  }
}
