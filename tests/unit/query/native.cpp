// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/query/parser.hpp"

namespace {

using namespace trialsift;
using namespace std::string_literals;
using query::Node;
using query::NodeKind;
using query::Query;

std::string tree_of(std::string_view text) {
  return query::to_string(query::parse_native(text).root);
}

base::Error error_of(std::string_view text) {
  try {
    query::parse_native(text);
  } catch (const base::Error& error) {
    CHECK(error.code() == base::ErrorCode::kQuerySyntax);
    return error;
  }
  FAIL("no error for: " << text);
  return base::Error(base::ErrorCode::kInternal, "");
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

}  // namespace

TEST_CASE("an empty query is every record") {
  for (const std::string& text : {""s, "   "s, "\t\n"s, "\0\0"s, "\xC2\xA0\xE3\x80\x80"s}) {
    const Query query = query::parse_native(text);
    CHECK(query.root.kind == NodeKind::kAny);
    CHECK(query.root.children.empty());
    CHECK_FALSE(query.bare_words);
    CHECK(query.text == text);
  }
}

TEST_CASE("a query of which nothing is left does not become every record") {
  CHECK(error_of(" - ").where().offset == 0);
  CHECK(error_of("???").where().offset == 0);
  CHECK(error_of("(+)").where().offset == 0);
}

TEST_CASE("white space of any script and control characters part words") {
  CHECK(tree_of("  a  b\t") == "(any a b)");
  CHECK(tree_of("a\tb\r\nc\vd\fe") == "(any a b c d e)");
  CHECK(tree_of("a\0b\x01"s + "c\x1B"s + "d\x7F"s + "e"s) == "(any a b c d e)");
  CHECK(tree_of("a\xC2\xA0"s + "b\xE2\x80\x89"s + "c\xE3\x80\x80"s + "d\xC2\x85"s + "e"s) == "(any a b c d e)");
  CHECK(tree_of("\xEF\xBB\xBF"s + "a b") == "(any a b)");
  CHECK(tree_of("a\xC2\xA0-b") == "(any a -b)");
}

TEST_CASE("control characters in a phrase are blanks") {
  CHECK(tree_of("\"a\nb\0c\""s) == "\"a b c\"");
}

TEST_CASE("invalid UTF-8 is repaired and places are those of the query as given") {
  const Query query = query::parse_native("ab\xFFz \xC3 cd");
  CHECK(query.text == "ab\xFFz \xC3 cd");
  CHECK(query::to_string(query.root) == "(any ab\xEF\xBF\xBDz cd)");
  CHECK(query.root.children.at(1).span.begin == 7);
  CHECK(base::is_utf8(tree_of("\"x\xE2\x80\"")));
  const base::Error error = error_of("ab\xFF\xFF titel:x");
  CHECK(error.where().offset == 5);
  const base::Error value = error_of("status:\x80\x80z");
  CHECK(base::is_utf8(value.what()));
}

TEST_CASE("sentences about a query hold no control characters and no endless words") {
  CHECK(std::string(error_of("status:\"\x1B[31mred\"").what()).find('\x1B') == std::string::npos);
  CHECK(std::string(error_of("status:" + repeated("x", 5000)).what()).size() < 200);
}

TEST_CASE("nodes know where they stand in the query") {
  const Query query = query::parse_native("ab title:\"c d\" (e OR f) status:open");
  REQUIRE(query.root.children.size() == 4);
  const auto at = [&query](std::size_t i) {
    const query::Span span = query.root.children[i].span;
    return query.text.substr(span.begin, span.end - span.begin);
  };
  CHECK(at(0) == "ab");
  CHECK(at(1) == "title:\"c d\"");
  CHECK(at(2) == "(e OR f)");
  CHECK(at(3) == "status:open");
}

TEST_CASE("warnings know where they stand and come once a code") {
  const Query query = query::parse_native("a and b and c");
  REQUIRE(query.warnings.size() == 1);
  CHECK(query.warnings[0].span.begin == 2);
  CHECK(query.warnings[0].span.end == 5);
  CHECK(query.warnings[0].sentence.find("upper case") != std::string::npos);
  const Query mixed = query::parse_native("a b AND c d OR e");
  REQUIRE(mixed.warnings.size() == 1);
  CHECK(mixed.text.substr(mixed.warnings[0].span.begin, 7) == "b AND c");
}

TEST_CASE("words side by side are bare words") {
  for (const char* text : {"a b", "a transp* c", "=a b", "title:a b", "title:(a b)", "(a b)", "a b status:open",
                           "a b start:2015 -phase:2", "a and b", "a (b)", "what is it?"}) {
    INFO(text);
    CHECK(query::parse_native(text).bare_words);
  }
}

TEST_CASE("one word, phrases, signs and operators make no bare words") {
  for (const char* text :
       {"a", "transp*", "a status:open", "status:open", "status:open phase:2", "\"a b\"", "\"a b\" c", "+a b", "a -b",
        "a AND b", "a OR b", "NOT a", "a b AND c", "(a b) (c d)", "a (b c)"}) {
    INFO(text);
    CHECK_FALSE(query::parse_native(text).bare_words);
  }
}

TEST_CASE("an exact word is marked and keeps its text") {
  const Node node = query::parse_native("title:=Transplants").root;
  CHECK(node.kind == NodeKind::kWord);
  CHECK(node.exact);
  CHECK(node.text == "Transplants");
  CHECK(node.field == "title");
}

TEST_CASE("an open range has the open ends of the tree") {
  const Node range = query::parse_native("start:2015..").root.children.at(0);
  CHECK(range.low == 20150101);
  CHECK(range.high == query::kOpenHigh);
  CHECK(query::parse_native("enrollment:<=9").root.children.at(0).low == query::kOpenLow);
}

TEST_CASE("an unknown value lists the values there are") {
  const base::Error error = error_of("status:recruting");
  CHECK(std::string(error.what()) == "unknown status recruting: did you mean recruiting?");
  CHECK(error.hint().starts_with("values of status: not_yet_recruiting, recruiting, "));
}

TEST_CASE("a query of 64 KiB is read and a longer one refused") {
  const std::string longest = repeated("a", 64 * 1024);
  CHECK(query::parse_native(longest).root.text.size() == longest.size());
  CHECK(error_of(longest + "a").where().offset == 64 * 1024);
}

TEST_CASE("parentheses go a hundred deep") {
  CHECK(tree_of(repeated("(", 100) + "a" + repeated(")", 100)) == "a");
  CHECK(error_of(repeated("(", 101) + "a" + repeated(")", 101)).where().offset == 100);
  CHECK(error_of(repeated("(", 60'000)).where().offset == 100);
  CHECK(tree_of(repeated("(a) ", 200)).size() > 200);
  CHECK(tree_of(repeated("NOT ", 10'000) + "a") == "a");
}

TEST_CASE("a query has at most ten thousand leaves") {
  CHECK(query::parse_native(repeated("a ", 10'000)).root.children.size() == 10'000);
  CHECK(error_of(repeated("a ", 10'001)).where().offset == 20'000);
  CHECK(error_of("title:(" + repeated("a OR ", 10'000) + "a)").where().offset == 7 + 50'000);
}
