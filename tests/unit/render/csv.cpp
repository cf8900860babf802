// SPDX-License-Identifier: GPL-2.0-or-later
// The cells are no one else's business than csv.cpp's: they are tested from inside.
#include "render/csv.cpp"  // NOLINT(bugprone-suspicious-include)

#include <random>

#include "support/catch.hpp"

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
  CHECK(cell("").empty());
  CHECK(cell("Multiple myeloma") == "Multiple myeloma");
  CHECK(cell("a; b") == "a; b");
  CHECK(cell("\xE8\x82\xBA") == "\xE8\x82\xBA");
}

TEST_CASE("a cell with a comma, a quote or a line end is quoted") {
  CHECK(cell("a,b") == "\"a,b\"");
  CHECK(cell("a\nb") == "\"a\nb\"");
  CHECK(cell("say \"a\"") == "\"say \"\"a\"\"\"");
  CHECK(cell("\"") == "\"\"\"\"");
}

TEST_CASE("a cell that a spreadsheet would run is made text") {
  CHECK(cell("=1+1") == "'=1+1");
  CHECK(cell("+1") == "'+1");
  CHECK(cell("-1") == "'-1");
  CHECK(cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(cell("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  CHECK(cell("\t=1") == "' =1");
  CHECK(cell("\r=1") == "' =1");
  CHECK(cell("1=1") == "1=1");
}

TEST_CASE("control characters do not reach a cell") {
  CHECK(cell("a\x1b[31m") == "a\xEF\xBF\xBD[31m");
  CHECK(cell("a\tb\rc") == "a b c");
}

TEST_CASE("any text is read from its cell as it was, made safe") {
  std::mt19937 random(62);
  for (int round = 0; round < 3000; ++round) {
    std::string text(random() % 12, ' ');
    for (char& c : text) c = "ab,\"\n;=-' \t"[random() % 11];
    const std::string written = cell(text);
    const bool quoted = written.starts_with('"');
    std::string wanted = base::printable(text);
    if (!text.empty() && std::string_view("=-\t").find(text[0]) != std::string_view::npos) wanted = "'" + wanted;
    const bool sound = read_cell(written) == wanted && (quoted || written.find_first_of(",\"\n") == std::string::npos);
    if (!sound) FAIL(written);
  }
  SUCCEED();
}

TEST_CASE("the abstract is both descriptions with an empty line between") {
  model::Trial trial;
  CHECK(abstract(trial).empty());
  trial.detailed_description = "Detailed.";
  CHECK(abstract(trial) == "Detailed.");
  trial.brief_summary = "Summary.";
  CHECK(abstract(trial) == "Summary.\n\nDetailed.");
  trial.detailed_description.clear();
  CHECK(abstract(trial) == "Summary.");
}

TEST_CASE("the values of a list are joined by semicolons") {
  CHECK(joined({}).empty());
  CHECK(joined({"a"}) == "a");
  CHECK(joined({"a", "b c", "d"}) == "a; b c; d");
}

TEST_CASE("the columns of a hit without a record are its rank, score and ids") {
  search::Hit hit;
  hit.rank = 3;
  hit.score = 1.5;
  hit.id = *model::TrialId::parse("NCT00000001");
  std::string line;
  for (const Column& column : kColumns) line += cell(column.value(hit)) + "|";
  CHECK(line == "3|1.500000|NCT00000001|NCT00000001||||||||||||https://clinicaltrials.gov/study/NCT00000001||");
}

TEST_CASE("a trial of another registry has no NCT number in its row") {
  search::Hit hit;
  hit.id = *model::TrialId::parse("ISRCTN12345678");
  for (const Column& column : kColumns) {
    if (column.name == "nct_id") CHECK(column.value(hit).empty());
    if (column.name == "id") CHECK(column.value(hit) == "ISRCTN12345678");
  }
}
