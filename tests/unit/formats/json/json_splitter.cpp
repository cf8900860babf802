// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/json/json_splitter.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include "unit/formats/samples.hpp"

using namespace trialsift::formats;
using Kind = Piece::Kind;

namespace {

struct Found {
  Kind kind;
  std::string text;
  std::uint64_t offset;
  std::uint64_t line;
  bool operator==(const Found&) const = default;
};

std::vector<Found> split(const std::string& bytes, std::size_t step = 1U << 20U, std::size_t max = 1U << 20U) {
  MemorySource source(bytes, step);
  JsonSplitter splitter(source, kApiV2Shape, max);
  std::vector<Found> found;
  while (const auto piece = splitter.next()) {
    found.push_back({piece->kind, std::string(piece->text), piece->offset, piece->line});
  }
  return found;
}

std::vector<std::string> records(const std::string& bytes) {
  std::vector<std::string> texts;
  for (const Found& piece : split(bytes)) {
    texts.push_back((piece.kind == Kind::kRecord ? "" : "!") + piece.text);
  }
  return texts;
}

using Texts = std::vector<std::string>;

const std::string kBroken = R"({"protocolSection":{"a":{"b":1})";

}  // namespace

TEST_CASE("every shape of a JSON export is parted into its studies") {
  CHECK(records(R"([{"a":1},{"b":{"c":[{}]}}])") == Texts{R"({"a":1})", R"({"b":{"c":[{}]}})"});
  CHECK(records("{\"a\":1}\n{\"b\":2}\r\n\n{\"c\":3}") == Texts{R"({"a":1})", R"({"b":2})", R"({"c":3})"});
  CHECK(records(R"({"a":1}{"b":2})") == Texts{R"({"a":1})", R"({"b":2})"});
  CHECK(records("  {\n \"a\": 1\n}\n") == Texts{"{\n \"a\": 1\n}"});
  CHECK(records("[]").empty());
  CHECK(records("").empty());
  CHECK(records("\xEF\xBB\xBF{\"a\":1}\xEF\xBB\xBF{\"b\":2}") == Texts{R"({"a":1})", R"({"b":2})"});
}

TEST_CASE("a page gives its studies whatever stands before and after them") {
  const Texts two = {R"({"a":1})", R"({"b":2})"};
  CHECK(records(R"({"studies":[{"a":1},{"b":2}]})") == two);
  CHECK(records(R"({"totalCount":7,"x":{"studies":1},"studies" : [ {"a":1}, {"b":2} ],"nextPageToken":"}]{"})") == two);
  CHECK(records("{\"studies\":[{\"a\":1}]}\n{\"studies\":[{\"b\":2}],\"t\":{}}") == two);
  CHECK(records(R"([{"studies":[{"a":1}]},{"studies":[{"b":2}]}])") == two);
  CHECK(records(R"({"studies":[]})").empty());
}

TEST_CASE("a study that only talks of studies is no page") {
  const std::string one = R"({"a":{"studies":[{"b":1}]},"c":["studies"],"d":"studies","studies":3})";
  CHECK(records(one) == Texts{one});
}

TEST_CASE("braces and quotes in strings do not part records") {
  const std::string one = R"({"a":"}{\"}\\","b":"\\\\\"{","c":""})";
  CHECK(records(one + one) == Texts{one, one});
}

TEST_CASE("offsets and lines point at the record") {
  const auto found = split("[\n {\"a\":\n1},\n{\"b\":2}]");
  REQUIRE(found.size() == 2);
  CHECK(found[0].offset == 3);
  CHECK(found[0].line == 2);
  CHECK(found[1].offset == 13);
  CHECK(found[1].line == 4);
}

TEST_CASE("a record whose braces never close does not take the next ones with it") {
  const std::string good = R"({"protocolSection":{}})";
  CHECK(records(kBroken + "\n" + good + "\n" + good) == Texts{"!" + kBroken, good, good});
  CHECK(records("[" + kBroken + ",\n" + good + ",\n" + good + "]") == Texts{"!" + kBroken + ",", good, good});
  CHECK(records("[\n" + kBroken + ",\n" + good + "\n]") == Texts{"!" + kBroken + ",", good});
  CHECK(records("[\n  " + kBroken + ",\n  {\n    \"protocolSection\": {}\n  }\n]").size() == 2);
}

TEST_CASE("a string that never closes does not take the next records with it") {
  const std::string open = R"({"protocolSection":{"a":"text)";
  const std::string good = R"({"protocolSection":{}})";
  CHECK(records(open + "\n" + good + "\n" + good) == Texts{"!" + open, good, good});
}

TEST_CASE("objects at the start of a line belong to their study if they are no studies") {
  const std::string flat = "{\"protocolSection\":{\n\"list\":[\n{\"id\":1},\n{\"id\":2}]}}";
  const std::string nested = "{\n \"protocolSection\": {},\n \"history\": [\n  {\"protocolSection\": {}}\n ]\n}";
  CHECK(records(flat) == Texts{flat});
  CHECK(records(nested) == Texts{nested});
}

TEST_CASE("a raw newline in a string is left to the parser") {
  const std::string one = "{\"protocolSection\":\"a\n{b\"}";
  CHECK(records(one) == Texts{one});
}

TEST_CASE("an input that ends inside a record or a list says so once") {
  CHECK(records(R"([{"a":1},{"b")") == Texts{R"({"a":1})", R"(!{"b")"});
  CHECK(records(R"([{"a":1},)") == Texts{R"({"a":1})", "!"});
  CHECK(records(R"({"studies":[{"a":1}],"next)") == Texts{R"({"a":1})", "!"});
  CHECK(records(R"({"a":1}{"b":")") == Texts{R"({"a":1})", R"(!{"b":")"});
  CHECK(split("[{\"a\":1}").back().kind == Kind::kTruncated);
}

TEST_CASE("stray text between records is one piece and the records around it are kept") {
  CHECK(records("{\"a\":1}\nan error, said the server\n twice\n{\"b\":2}") ==
        Texts{R"({"a":1})", "!an error, said the server\n twice", R"({"b":2})"});
  CHECK(records(R"([{"a":1},null,{"b":2}])") == Texts{R"({"a":1})", "!null", R"({"b":2})"});
  CHECK(records("x") == Texts{"!x"});
  CHECK(records("]}{\"a\":1}") == Texts{"!]}", R"({"a":1})"});
}

TEST_CASE("a record above the limit is told, not held, and reading goes on") {
  const std::string large = "{\"a\":\"" + std::string(300'000, 'x') + "\"}";
  const auto found = split("{\"a\":1}" + large + "{\"b\":2}", 1000, 1000);
  REQUIRE(found.size() == 3);
  CHECK(found[1].kind == Kind::kTooLarge);
  CHECK(found[1].text.empty());
  CHECK(found[1].offset == 7);
  CHECK(found[2].text == R"({"b":2})");
  CHECK(split(large, 1U << 20U, large.size())[0].kind == Kind::kRecord);
  CHECK(split(large, 1U << 20U, large.size() - 1)[0].kind == Kind::kTooLarge);
}

TEST_CASE("a page may be longer than the limit of a record, before its studies as well") {
  const std::string page = "{\"x\":\"" + std::string(200'000, ' ') + "\",\"studies\":[{\"a\":1},{\"b\":2}],\"y\":\"" +
                           std::string(200'000, ' ') + "\"}";
  const auto found = split(page, 1000, 100);
  REQUIRE(found.size() == 2);
  CHECK(found[1].text == R"({"b":2})");
}

TEST_CASE("how the bytes arrive does not change the records") {
  const std::string all =
      "\xEF\xBB\xBF{\"t\":\"\\\\\\\"}\", \"studies\" :\n [ {\"a\":\"\\\\\"}, {\"b\":\"{\\\"\"} ] ,\"n\":1}\n" +
      kBroken + "\n{ \"protocolSection\" : {} }\nstray { \"q\n" + "\"}\n[" + "{\"long\":\"" + std::string(5000, '\\') +
      "\"}, {\"c\":[{}]}";
  const auto whole = split(all, 1U << 20U, 4000);
  CHECK(whole.size() == 9);
  for (const std::size_t step : {1, 2, 3, 7, 64}) {
    INFO("step " << step);
    CHECK(split(all, step, 4000) == whole);
  }
}

TEST_CASE("a desert of blanks is not held") {
  const std::string blanks(100'000, ' ');
  const auto found = split("{\"studies\"" + blanks + ":1}\n{" + blanks + "\"a\":1}" + blanks + "{\"b\":2}", 1000, 1000);
  REQUIRE(found.size() == 3);
  CHECK(found[0].kind == Kind::kTooLarge);
  CHECK(found[1].kind == Kind::kTooLarge);
  CHECK(found[2].text == R"({"b":2})");
}

TEST_CASE("a file of brackets neither grows nor hides a record") {
  CHECK(split(std::string(100'000, '[') + "{\"a\":1}").size() >= 2);
}
