// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/screen/strategy_file.hpp"

#include "support/catch.hpp"
#include "trialsift/base/error.hpp"

using namespace trialsift;

namespace {

std::string dialect_of(const std::string& text, const char* told = nullptr) {
  const query::Dialect* dialect = told != nullptr ? query::find_dialect(told) : nullptr;
  return std::string(screen::read_strategy(text, dialect).dialect->name);
}

}  // namespace

TEST_CASE("the head of a strategy file says its syntax") {
  CHECK(dialect_of("syntax: ovid\n1 aspirin\n2 heart\n") == "ovid");
  CHECK(dialect_of("// by hand\n\n Syntax:PubMed \r\naspirin\n") == "pubmed");
  CHECK(dialect_of("\xEF\xBB\xBFsyntax: ctgov\naspirin\n") == "ctgov");
  CHECK(dialect_of("syntax: auto\n1 aspirin.ti,ab.\n") == "ovid");
}

TEST_CASE("a syntax that is told wins over the head") {
  CHECK(dialect_of("syntax: ovid\n1 aspirin\n", "pubmed") == "pubmed");
}

TEST_CASE("the head is no line of the strategy, and the text is kept as given") {
  const std::string text = "syntax: ovid\n1 aspirin\n2 heart\n";
  const query::Strategy strategy = screen::read_strategy(text, nullptr);
  CHECK(strategy.lines.size() == 2);
  CHECK(strategy.text == text);
  CHECK(text.substr(strategy.lines[1].span.begin, 5) == "heart");
}

TEST_CASE("only the first line can be a head") {
  CHECK(screen::read_strategy("1 aspirin\n2 syntax: ovid\n", query::find_dialect("ovid")).lines.size() == 2);
}

TEST_CASE("a head with an unknown syntax is refused") {
  CHECK_THROWS_AS(screen::read_strategy("syntax: embase\n1 aspirin\n", nullptr), base::Error);
}
