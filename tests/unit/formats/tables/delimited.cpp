// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/tables/delimited.hpp"

#include "unit/formats/samples.hpp"

using namespace trialsift::formats;
using Flaw = DelimitedRow::Flaw;
using Row = std::vector<std::string>;

namespace {

struct Rows {
  std::vector<Row> cells;
  std::vector<std::uint64_t> lines;
  std::vector<std::uint64_t> offsets;
  std::vector<Flaw> flaws;
  std::uint64_t blank = 0;
};

Rows rows_of(const std::string& text, Dialect dialect = {}, std::size_t row_bytes_max = 1U << 20U,
             std::size_t step = 1U << 20U) {
  MemorySource source(text, step);
  DelimitedReader reader(source, dialect, row_bytes_max);
  Rows rows;
  while (const DelimitedRow* row = reader.next()) {
    rows.cells.emplace_back(row->cells.begin(), row->cells.end());
    rows.lines.push_back(row->line);
    rows.offsets.push_back(row->offset);
    rows.flaws.push_back(row->flaw);
  }
  rows.blank = reader.blank_rows();
  return rows;
}

std::vector<Row> cells_of(const std::string& text) {
  return rows_of(text).cells;
}

char separator_of(const std::string& text) {
  const auto table = table_head(text);
  return table ? table->dialect.separator : '\0';
}

}  // namespace

TEST_CASE("cells are parted as RFC 4180 says") {
  CHECK(cells_of("a,b\n1,2\n") == std::vector<Row>{{"a", "b"}, {"1", "2"}});
  CHECK(cells_of("a,\"b,c\"\r\n\"1\n2\",\"say \"\"yes\"\"\"\r\n") ==
        std::vector<Row>{{"a", "b,c"}, {"1\n2", "say \"yes\""}});
  CHECK(cells_of("a,b,\n,,c") == std::vector<Row>{{"a", "b", ""}, {"", "", "c"}});
  CHECK(cells_of("\"\",\"\"\"\"\n") == std::vector<Row>{{"", "\""}});
  CHECK(cells_of("").empty());
}

TEST_CASE("rows know their line and offset, quoted line ends counted") {
  const Rows rows = rows_of("a,b\n\"1\n2\",x\n\n3,4\n");
  CHECK(rows.lines == std::vector<std::uint64_t>{1, 2, 5});
  CHECK(rows.offsets == std::vector<std::uint64_t>{0, 4, 13});
}

TEST_CASE("a quote inside of an unquoted cell is text") {
  CHECK(cells_of("a,5\" tube,c\n") == std::vector<Row>{{"a", "5\" tube", "c"}});
}

TEST_CASE("text behind a closing quote stays, by the reading that gives the right number of cells") {
  CHECK(cells_of("a,b\n1,\"x\"y\n3,4\n") == std::vector<Row>{{"a", "b"}, {"1", "\"x\"y"}, {"3", "4"}});
  CHECK(cells_of("a,b\n1,\"he said \"yes, I do\" once\"\n3,4\n") ==
        std::vector<Row>{{"a", "b"}, {"1", "he said \"yes, I do\" once"}, {"3", "4"}});
  CHECK(cells_of("a,b,c\n1,\"one\na \"two\" b\nthree\",x\n4,5,6\n") ==
        std::vector<Row>{{"a", "b", "c"}, {"1", "one\na \"two\" b\nthree", "x"}, {"4", "5", "6"}});
  CHECK(cells_of("a,b\n\"1\" ,\"2\" \n") == std::vector<Row>{{"a", "b"}, {"1", "2"}});
}

TEST_CASE("a quote that is not closed costs its row and no other") {
  const Rows rows = rows_of("a,b,c\n1,\"x,y\n2,\"z\",3\n4,5,6\n");
  CHECK(rows.flaws == std::vector<Flaw>{Flaw::kNone, Flaw::kBadQuotes, Flaw::kNone, Flaw::kNone});
  CHECK(rows.cells[1][0] == "1");
  CHECK(rows.cells[2] == Row{"2", "z", "3"});
  CHECK(rows.lines == std::vector<std::uint64_t>{1, 2, 3, 4});
}

TEST_CASE("a quote that swallows the rest of the file costs its row and no other") {
  std::string text = "a,b,c\n1,\"x,y\n";
  for (int i = 0; i < 100'000; ++i) text += "2,3,4\n";
  const Rows rows = rows_of(text);
  CHECK(rows.cells.size() == 100'002);
  CHECK(std::count(rows.flaws.begin(), rows.flaws.end(), Flaw::kNone) == 100'001);
  CHECK(rows.flaws[1] == Flaw::kBadQuotes);
}

TEST_CASE("rows are known by the check where there is one") {
  MemorySource source("id,text\nN1,\"one, two\nhe, she\nN2,\"three\"\n");
  DelimitedReader reader(source, {}, 1000);
  reader.set_row_check([](Cells cells) { return cells[0].starts_with('N'); });
  std::vector<std::pair<std::string, Flaw>> rows;
  while (const DelimitedRow* row = reader.next()) rows.emplace_back(row->cells[0], row->flaw);
  CHECK(rows ==
        std::vector<std::pair<std::string, Flaw>>{{"id", Flaw::kNone}, {"N1", Flaw::kBadQuotes}, {"N2", Flaw::kNone}});
}

TEST_CASE("an input that ends inside of a row is told") {
  CHECK(rows_of("a,b\n1,2\n3,\"x").flaws.back() == Flaw::kTruncated);
  CHECK(rows_of("a,b,c\n1,2,3\n4,5").flaws.back() == Flaw::kTruncated);
  CHECK(rows_of("a,b,c\n1,2,3\n4,5,6").flaws.back() == Flaw::kNone);
  CHECK(rows_of("a,b,c\n1,2\n4,5").flaws.back() == Flaw::kNone);
}

TEST_CASE("where an archive is damaged, the rows before it come first and the row in it is told") {
  class Damaged : public MemorySource {
   public:
    using MemorySource::MemorySource;
    std::size_t read(char* out, std::size_t capacity) override {
      const std::size_t count = MemorySource::read(out, capacity);
      if (count == 0) throw DamagedInput("gone");
      return count;
    }
  };
  Damaged source("a,b\n1,2\n3,fou");
  DelimitedReader reader(source, {}, 1000);
  CHECK(reader.next()->flaw == Flaw::kNone);
  CHECK(reader.next()->flaw == Flaw::kNone);
  CHECK(reader.next()->flaw == Flaw::kTruncated);
  CHECK_THROWS_AS(reader.next(), DamagedInput);
}

TEST_CASE("rows may be shorter or longer than the header") {
  CHECK(cells_of("a,b,c\n1\n1,2,3,4,,\n") == std::vector<Row>{{"a", "b", "c"}, {"1"}, {"1", "2", "3", "4", "", ""}});
}

TEST_CASE("half a million rows that hold nothing are passed over") {
  std::string text = "a,b,c\n1,2,3\n";
  for (int i = 0; i < 500'000; ++i) text += ",,\r\n";
  const Rows rows = rows_of(text);
  CHECK(rows.cells.size() == 2);
  CHECK(rows.blank == 500'000);
}

TEST_CASE("a row above the limit is told and passed over") {
  const std::string large(600'000, 'x');
  for (const std::string& row :
       {"1,\"" + large + "\nmore\n,,,\"\n", "1," + large + "\n", "1,\"" + large + "\n", std::string("1,") + large}) {
    CAPTURE(row.size());
    const Rows rows = rows_of("a,b\n" + row + (row.ends_with('\n') ? "2,3\n4,5\n" : ""), {}, 1000);
    REQUIRE(rows.flaws.size() >= 2);
    CHECK(rows.flaws[1] == Flaw::kTooLarge);
    CHECK(rows.cells[1][0] == "1");
    if (row.ends_with('\n')) CHECK(rows.cells.back() == Row{"4", "5"});
    if (row.ends_with('\n')) CHECK(rows.lines.back() > 3);
  }
}

TEST_CASE("how the bytes arrive does not change the rows") {
  const std::string text = "a,b\r\n\"1\r\n2\",\"x\"\"y\"\r\n,\r\n3,\"he \"so\" he\"\r\n4,\"open\r\n5,\"6\"\r\n7,\"cut";
  const Rows whole = rows_of(text);
  CHECK(whole.cells[3] == Row{"4", "open\r\n"});
  for (const std::size_t step : {1, 2, 3, 7}) {
    const Rows stepped = rows_of(text, {}, 1U << 20U, step);
    CHECK(stepped.cells == whole.cells);
    CHECK(stepped.flaws == whole.flaws);
    CHECK(stepped.offsets == whole.offsets);
  }
}

TEST_CASE("the separator and the line ends are decided by content") {
  CHECK(separator_of("id,text\n1,a;b;c\n2,\"x|y|z\"\n") == ',');
  CHECK(separator_of("id;text\n1;a, b, c\n2;d, e\n") == ';');
  CHECK(separator_of("id\ttext\n1\ta, b\n") == '\t');
  CHECK(separator_of("id|nct|text\n1|2|\"a, b|c\"\n") == '|');
  CHECK(separator_of("just a line\nand another\n") == '\0');
  CHECK(separator_of("{\"a\":1,\"b\":2}\n") == '\0');
  CHECK(separator_of("<a>,</a>\n") == '\0');
  CHECK(separator_of("") == '\0');
  const auto old = table_head("a,b\r1,2\r");
  REQUIRE(old);
  CHECK(old->dialect.cr_ends_rows);
  CHECK(old->rows == std::vector<Row>{{"a", "b"}, {"1", "2"}});
  CHECK(rows_of("a,b\r\"1\r1\",2\r3,4", old->dialect).lines == std::vector<std::uint64_t>{1, 2, 4});
}
