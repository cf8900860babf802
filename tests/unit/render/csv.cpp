// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/csv_cell.hpp"

#include <random>

#include "support/catch.hpp"
#include "trialsift/base/text.hpp"

using namespace trialsift;
using namespace trialsift::render;

namespace {

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

TEST_CASE("a cell with a comma, a quote or a line end is quoted") {
  CHECK(csv_cell("a,b") == "\"a,b\"");
  CHECK(csv_cell("a\nb") == "\"a\nb\"");
  CHECK(csv_cell("say \"a\"") == "\"say \"\"a\"\"\"");
  CHECK(csv_cell("\"") == "\"\"\"\"");
}

TEST_CASE("a cell that a spreadsheet would run is made text") {
  CHECK(csv_cell("=1+1") == "'=1+1");
  CHECK(csv_cell("+1") == "'+1");
  CHECK(csv_cell("-1") == "'-1");
  CHECK(csv_cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(csv_cell("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  CHECK(csv_cell("\t=1") == "' =1");
  CHECK(csv_cell("\r=1") == "' =1");
  CHECK(csv_cell("1=1") == "1=1");
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
    std::string wanted = base::printable(text);
    if (!text.empty() && std::string_view("=-\t").find(text[0]) != std::string_view::npos) wanted = "'" + wanted;
    const bool sound = read_cell(written) == wanted && (quoted || written.find_first_of(",\"\n") == std::string::npos);
    if (!sound) FAIL(written);
  }
  SUCCEED();
}
