// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/table.hpp"

#include <random>

#include "render/citation.hpp"
#include "support/catch.hpp"

using namespace trialsift;
using namespace trialsift::render;

namespace {

constexpr TableForm kCsv{',', "\r\n", true};
constexpr TableForm kTsv{'\t', "\n", false};

std::string csv_cell(std::string_view text) {
  return table_cell(text, kCsv, false);
}

/// A cell read as RFC 4180 has it.
std::string read_cell(std::string_view text) {
  if (!text.starts_with('"')) return std::string(text);
  text = text.substr(1, text.size() - 2);
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    out += text[at];
    if (text[at] == '"') ++at;
  }
  return out;
}

}  // namespace

TEST_CASE("a plain cell is written as it is") {
  CHECK(csv_cell("").empty());
  CHECK(csv_cell("Multiple myeloma") == "Multiple myeloma");
  CHECK(csv_cell("a; b") == "a; b");
  CHECK(csv_cell("\xE8\x82\xBA") == "\xE8\x82\xBA");
}

TEST_CASE("a cell with a comma or a quote is quoted") {
  CHECK(csv_cell("a,b") == "\"a,b\"");
  CHECK(csv_cell("say \"a\"") == "\"say \"\"a\"\"\"");
  CHECK(csv_cell("\"") == "\"\"\"\"");
}

TEST_CASE("a cell that a spreadsheet would run is made text") {
  CHECK(csv_cell("=1+1") == "'=1+1");
  CHECK(csv_cell("+1") == "'+1");
  CHECK(csv_cell("-1") == "'-1");
  CHECK(csv_cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(csv_cell("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  CHECK(csv_cell("\t=1") == "'=1");
  CHECK(csv_cell(" \r\n =1") == "'=1");
  CHECK(csv_cell("\uFF1D1+1") == "'\uFF1D1+1");
  CHECK(table_cell("=1+1", kTsv, false) == "'=1+1");
  CHECK(csv_cell("1=1") == "1=1");
}

TEST_CASE("a cell stays a formula where that is asked for") {
  CHECK(table_cell("=1+1", kCsv, true) == "=1+1");
  CHECK(table_cell("-1,5", kCsv, true) == "\"-1,5\"");
}

TEST_CASE("a cell is one line, whatever ends lines in its text") {
  CHECK(csv_cell("a\nb\r\n\r\nc") == "a b c");
  CHECK(csv_cell("a\vb\fc\x1e"
                 "d\u0085e\u2028f\u2029g") == "a b c d e f g");
}

TEST_CASE("a cell of a table with tabs is quoted only where it begins with a quote") {
  CHECK(table_cell("say \"a\", b", kTsv, false) == "say \"a\", b");
  CHECK(table_cell("\"a\" b", kTsv, false) == "\"\"\"a\"\" b\"");
  CHECK(table_cell("a\tb", kTsv, false) == "a b");
}

TEST_CASE("control characters do not reach a cell") {
  CHECK(csv_cell("a\x1b[31m") == "a\xEF\xBF\xBD[31m");
  CHECK(csv_cell("a\tb\rc") == "a b c");
}

TEST_CASE("any text is read from its cell as it was, made safe") {
  std::mt19937 random(62);
  for (int round = 0; round < 3000; ++round) {
    std::string text(random() % 12, ' ');
    for (char& c : text) c = "ab,\"\n;=-' \t"[random() % 11];
    const std::string written = csv_cell(text);
    const bool quoted = written.starts_with('"');
    std::string wanted = one_line(text);
    if (wanted.starts_with('=') || wanted.starts_with('-')) wanted.insert(0, 1, '\'');
    const bool sound = read_cell(written) == wanted && (quoted || written.find_first_of(",\"") == std::string::npos);
    if (!sound) FAIL(written);
  }
  SUCCEED();
}
