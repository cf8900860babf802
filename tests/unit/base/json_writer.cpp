// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/base/json_writer.hpp"

#include <cstdint>
#include <limits>

#include "support/catch.hpp"

using namespace trialsift::base;

namespace {

template <class... Value>
std::string one(const Value&... value) {
  JsonWriter json;
  json.value(value...);
  return json.text();
}

}  // namespace

TEST_CASE("commas stand between members and values and nowhere else") {
  JsonWriter json;
  json.begin_object().member("a", 1).key("b").begin_array();
  json.value(1).begin_array().end_array().begin_object().end_object().value("x").null();
  json.end_array().key("c").begin_object().member("d", true).end_object().member("e", false).end_object();
  CHECK(json.text() == R"({"a":1,"b":[1,[],{},"x",null],"c":{"d":true},"e":false})");
}

TEST_CASE("empty objects and arrays are written") {
  CHECK(JsonWriter().begin_object().end_object().text() == "{}");
  CHECK(JsonWriter().begin_array().end_array().text() == "[]");
  CHECK(JsonWriter().begin_array().begin_array().end_array().begin_array().end_array().end_array().text() == "[[],[]]");
  CHECK(JsonWriter().text().empty());
}

TEST_CASE("keys keep the order in which they were written") {
  JsonWriter json;
  json.begin_object().member("z", 1).member("a", 2).member("m", 3).end_object();
  CHECK(json.text() == R"({"z":1,"a":2,"m":3})");
}

TEST_CASE("a list of strings is a member") {
  JsonWriter json;
  json.begin_object().strings("none", {}).strings("some", {"a", "\"", ""}).end_object();
  CHECK(json.text() == R"({"none":[],"some":["a","\"",""]})");
}

TEST_CASE("quotes, backslashes and control characters are escaped") {
  CHECK(one("a\"b\\c/d") == R"("a\"b\\c/d")");
  CHECK(one("\n\r\t") == R"("\n\r\t")");
  CHECK(one(std::string_view("\0\x01\x1F\x7F", 4)) == R"("\u0000\u0001\u001f\u007f")");
  CHECK(one("\xC2\x80\xC2\x9B\xC2\x9F") == R"("\u0080\u009b\u009f")");
  CHECK(one("a\u202Eb\u2066\u200F") == R"("a\u202eb\u2066\u200f")");
  CHECK(one("\b\f\v") == R"("\u0008\u000c\u000b")");
  JsonWriter json;
  json.begin_object().member("k\"\n", "v").end_object();
  CHECK(json.text() == R"({"k\"\n":"v"})");
}

TEST_CASE("text outside of ASCII is written as it is") {
  CHECK(one("na\xC3\xAFve \xF0\x9F\x98\x80 \xC2\xA0") == "\"na\xC3\xAFve \xF0\x9F\x98\x80 \xC2\xA0\"");
}

TEST_CASE("ill-formed bytes become the replacement character in values and keys") {
  CHECK(one("a\xFF\"b") == "\"a\xEF\xBF\xBD\\\"b\"");
  CHECK(one("\xED\xA0\x80") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
  JsonWriter json;
  json.begin_object().member("\xC3", 1).end_object();
  CHECK(json.text() == "{\"\xEF\xBF\xBD\":1}");
}

TEST_CASE("integers of every width are written whole") {
  CHECK(one(0) == "0");
  CHECK(one(-1) == "-1");
  CHECK(one(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(one(std::numeric_limits<std::int64_t>::max()) == "9223372036854775807");
  CHECK(one(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
  CHECK(one(static_cast<std::uint8_t>(200)) == "200");
  CHECK(one(static_cast<std::int16_t>(-200)) == "-200");
}

TEST_CASE("a truth is a truth and no number, a literal is a text and no truth") {
  CHECK(one(true) == "true");
  CHECK(one(false) == "false");
  CHECK(one("x") == "\"x\"");
  CHECK(one(std::string("x")) == "\"x\"");
  CHECK(JsonWriter().null().text() == "null");
}

TEST_CASE("decimals are as many as asked for, without an exponent") {
  CHECK(one(1.0, 6) == "1.000000");
  CHECK(one(0.1234567, 6) == "0.123457");
  CHECK(one(-2.5, 1) == "-2.5");
  CHECK(one(3.0, 0) == "3");
  CHECK(one(1e-9, 3) == "0.000");
  CHECK(one(1e20, 1) == "100000000000000000000.0");
}
