// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <cstdint>
#include <random>
#include <string>

#include "support/catch.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/query/parser.hpp"
#include "trialsift/schema/fields.hpp"

namespace {

using namespace trialsift;
using query::Node;
using query::NodeKind;
using query::Occur;

constexpr int kRounds = 20'000;

constexpr std::array kPieces = {"a",
                                "Allo-SCT",
                                "transplant*",
                                "HLA-A*11",
                                "ab*",
                                "=word",
                                "\"a b\"",
                                "\"",
                                "\xE2\x80\x9Cx\xE2\x80\x9D",
                                "(",
                                ")",
                                "AND",
                                "OR",
                                "NOT",
                                "and",
                                "+",
                                "-",
                                "title:",
                                "desc:",
                                "status:",
                                "phase:2",
                                "(2 OR 3)",
                                "id:NCT00000001",
                                "start:2015..2020",
                                "start:>",
                                "2015",
                                "..",
                                "enrollment:>=100",
                                "has:",
                                "missing:phase",
                                "titel:x",
                                "x:y",
                                "?",
                                "#",
                                "*",
                                "^2",
                                "NEAR/3",
                                "\xFF",
                                "\xC3",
                                "\t",
                                "12:30",
                                "http://x",
                                "recruiting",
                                ":",
                                "=",
                                "mg/m\xC2\xB2",
                                "\xE6\x97\xA5",
                                "ADJ/2",
                                "age:18..65",
                                "wom#n",
                                "h?em*",
                                "\\",
                                "tumor?",
                                "--"};

/// Well-formed queries mostly, so that the deep parts are reached too.
std::string random_near(std::mt19937& random, int depth) {
  static constexpr std::array kOperands = {"a",           "\"b c\"", "wom#n", "(a OR b)",
                                           "(a \"b c\")", "title:x", "=d",    "any:y^2"};
  if (depth > 2) return kOperands.at(random() % kOperands.size());
  static constexpr std::array kJoints = {" NEAR/5 ", " ADJ/1 ", " NEAR/100 "};
  const std::string out = random_near(random, depth + 1) + kJoints.at(random() % kJoints.size()) +
                          kOperands.at(random() % kOperands.size());
  return "(" + out + (random() % 4 == 0 ? ")^3" : ")");
}

std::string random_item(std::mt19937& random, int depth) {
  if (random() % 8 == 0) return random_near(random, 1);
  static constexpr std::array kItems = {"a",
                                        "b",
                                        "Allo-SCT",
                                        "transplant*",
                                        "=word",
                                        "\"a b\"",
                                        "title:x",
                                        "desc:\"y z\"",
                                        "status:open",
                                        "phase:(2 OR 3)",
                                        "phase:4",
                                        "id:abc-1",
                                        "start:2015..2020",
                                        "enrollment:>=100",
                                        "has:detailed",
                                        "missing:phase",
                                        "wom#n",
                                        "h?em*^2",
                                        "age:18..65",
                                        "age:<2m",
                                        "\"a b\"^0.5",
                                        "-c",
                                        "+d"};
  if (depth > 4 || random() % 3 != 0) return kItems.at(random() % kItems.size());
  static constexpr std::array kJoints = {" ", " AND ", " OR ", " NOT ", " AND NOT ", " "};
  static constexpr std::array kHeads = {"", "", "", "-", "+", "title:", "NOT "};
  std::string out = std::string(kHeads.at(random() % kHeads.size())) + "(" + random_item(random, depth + 1);
  for (auto more = random() % 4; more > 0; --more) {
    out += kJoints.at(random() % kJoints.size()) + random_item(random, depth + 1);
  }
  return out + ")";
}

std::string written_date(std::int64_t date) {
  const std::string digits = std::to_string(date);
  return digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6);
}

std::string written_end(const Node& node, std::int64_t end) {
  if (end == query::kOpenLow || end == query::kOpenHigh) return "";
  const schema::Field* field = schema::find_field(node.field);
  REQUIRE(field != nullptr);
  if (field->kind == schema::Kind::kDate) return written_date(end);
  return std::to_string(end) + (field->kind == schema::Kind::kAge ? "d" : "");
}

/// A tree as a query again, each operand in parentheses of its own.
std::string written(const Node& node) {
  const auto listed = [&node](const char* joint) {
    std::string out;
    for (const Node& child : node.children) {
      out += out.empty() ? "" : joint;
      out += child.occur == Occur::kRequired ? "+" : child.occur == Occur::kExcluded ? "-" : "";
      out += child.children.empty() ? written(child) : "(" + written(child) + ")";
    }
    return out;
  };
  switch (node.kind) {
    case NodeKind::kFilter:
      return node.field + ":\"" + node.text + "\"";
    case NodeKind::kRange:
      return node.field + ":" + written_end(node, node.low) + ".." + written_end(node, node.high);
    case NodeKind::kAnd:
      return listed(" AND ");
    case NodeKind::kOr:
      return listed(" OR ");
    case NodeKind::kNear: {
      const std::string joint = (node.ordered ? " ADJ/" : " NEAR/") + std::to_string(node.distance) + " ";
      const std::string out = listed(joint.c_str());
      const std::string shown = query::to_string(node);
      const std::size_t weight = shown.rfind(")^");
      return weight == std::string::npos || node.weight == 1 ? out : "(" + out + ")" + shown.substr(weight + 1);
    }
    case NodeKind::kNot:
      return "NOT " + listed("");
    case NodeKind::kAny:
      return listed(" ");
    default:
      return query::to_string(node);
  }
}

void check_spans(const Node& node, std::size_t size) {
  REQUIRE(node.span.begin <= node.span.end);
  REQUIRE(node.span.end <= size);
  REQUIRE(base::is_utf8(node.text));
  for (const Node& child : node.children) check_spans(child, size);
}

/// True if it was read; a refusal must be of the right kind and place.
bool reads(const std::string& text) {
  INFO(text);
  try {
    const query::Query query = query::parse_native(text);
    check_spans(query.root, text.size());
    for (const query::Warning& warning : query.warnings) REQUIRE(warning.span.end <= text.size());
    return true;
  } catch (const base::Error& error) {
    REQUIRE(error.code() == base::ErrorCode::kQuerySyntax);
    REQUIRE(error.where().offset <= text.size());
    REQUIRE(base::is_utf8(error.what()));
    return false;
  }
}

void check_round_trip(const std::string& text) {
  INFO(text);
  const query::Query first = query::parse_native(text);
  const std::string again = written(first.root);
  INFO(again);
  CHECK(query::to_string(query::parse_native(again).root) == query::to_string(first.root));
}

}  // namespace

TEST_CASE("random tokens are read or refused with a place inside of the query") {
  std::mt19937 random(20240611);
  int read = 0;
  for (int round = 0; round < kRounds; ++round) {
    std::string text;
    for (auto more = random() % 9; more > 0; --more) {
      text += kPieces.at(random() % kPieces.size());
      if (random() % 3 != 0) text += ' ';
    }
    if (reads(text)) ++read;
  }
  CHECK(read > kRounds / 20);
  CHECK(read < kRounds);
}

TEST_CASE("random bytes are read or refused with a place inside of the query") {
  std::mt19937 random(7);
  for (int round = 0; round < kRounds; ++round) {
    std::string text;
    for (auto more = random() % 24; more > 0; --more) text += static_cast<char>(random() % 256);
    reads(text);
  }
}

TEST_CASE("a tree written as a query reads as the same tree") {
  std::mt19937 random(42);
  for (int round = 0; round < kRounds; ++round) {
    std::string text;
    for (auto more = 1 + random() % 3; more > 0; --more) text += random_item(random, 0) + " ";
    check_round_trip(text);
  }
}
