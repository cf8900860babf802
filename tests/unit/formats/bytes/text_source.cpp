// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/bytes/text_source.hpp"

#include <random>

#include "support/catch.hpp"
#include "trialsift/base/text.hpp"
#include "unit/formats/samples.hpp"

using namespace trialsift;
using namespace trialsift::formats;

namespace {

struct Read {
  std::string text;
  std::uint64_t invalid = 0;
};

Read read(const std::string& bytes, std::size_t step = 1U << 16U, std::size_t source_step = 1U << 16U) {
  MemorySource memory(bytes, source_step);
  TextSource source(memory);
  Read all;
  std::string buffer(step, '\0');
  while (const std::size_t got = source.read(buffer.data(), buffer.size())) all.text.append(buffer, 0, got);
  all.invalid = source.invalid_bytes();
  return all;
}

std::string utf16(std::string_view text, bool big_endian) {
  std::string bytes;
  const auto put = [&](char32_t unit) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    bytes += big_endian ? std::string{high, low} : std::string{low, high};
  };
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::decode_utf8(text, at);
    at += point.length;
    if (point.value < 0x10000) {
      put(point.value);
    } else {
      put(0xD800 + ((point.value - 0x10000) >> 10U));
      put(0xDC00 + ((point.value - 0x10000) & 0x3FFU));
    }
  }
  return bytes;
}

const std::string kText = "{\"title\": \"Größe µ 试验 😀 naïve\"}\n";

}  // namespace

TEST_CASE("UTF-8 stays as it is, without its byte order mark") {
  CHECK(read(kText).text == kText);
  CHECK(read("\xEF\xBB\xBF" + kText).text == kText);
  CHECK(read("").text.empty());
}

TEST_CASE("a source that gives its bytes one by one is read as the same encoding") {
  std::string latin(100, 'x');
  latin += "na\xEFve" + std::string(70'000, 'y') + kText + kText;
  const std::vector<std::string> texts = {
      "\xEF\xBB\xBF" + kText,
      "\xFF\xFE" + utf16(kText, false),
      "\xFE\xFF" + utf16(kText, true),
      utf16(kText, false),
      utf16(kText, true),
      latin,
  };
  for (const std::string& text : texts) {
    const Read whole = read(text);
    for (const std::size_t step : {1, 2, 3, 7, 31}) {
      const Read stepped = read(text, 1U << 16U, step);
      CHECK(stepped.text == whole.text);
      CHECK(stepped.invalid == whole.invalid);
    }
  }
}

TEST_CASE("UTF-16 is known by its byte order mark or by its NULs") {
  CHECK(read("\xFF\xFE" + utf16(kText, false)).text == kText);
  CHECK(read("\xFE\xFF" + utf16(kText, true)).text == kText);
  const std::string plain = "<clinical_study rank=\"1\"><a/></clinical_study>";
  CHECK(read(utf16(plain, false)).text == plain);
  CHECK(read(utf16(plain, true)).text == plain);
}

TEST_CASE("half of a UTF-16 pair and half of a unit become U+FFFD and are counted") {
  const Read broken = read("\xFE\xFF" + utf16("ab", true) + "\xD8\x3D" + utf16("c", true) + "\xDE");
  CHECK(broken.text ==
        "ab\xEF\xBF\xBD"
        "c\xEF\xBF\xBD");
  CHECK(broken.invalid == 3);
}

TEST_CASE("Latin-1 and Windows-1252 are told from UTF-8 by what is ill-formed there") {
  CHECK(read("Ser\xE9nit\xE9 \x96 \x80 5").text == "Serénité – € 5");
  CHECK(read("Ser\xE9nit\xE9").invalid == 0);
  CHECK(read(std::string(200'000, 'x') + "caf\xE9").text == std::string(200'000, 'x') + "café");
}

TEST_CASE("bytes that do not fit in UTF-8 become U+FFFD and are counted") {
  const Read mended = read(
      "é è ü bad\xFF"
      "byte ö");
  CHECK(mended.text ==
        "é è ü bad\xEF\xBF\xBD"
        "byte ö");
  CHECK(mended.invalid == 1);
  CHECK(read("äöü cut \xE2\x82").invalid == 2);
}

TEST_CASE("the result is well-formed and does not depend on the size of the pieces") {
  std::mt19937 random(8);
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (std::size_t count = random() % 400; count > 0; --count) {
      if (random() % 5 == 0) bytes.push_back(static_cast<char>(random()));
      bytes += random() % 2 == 0 ? "a" : "ö";
    }
    const Read whole = read(bytes);
    CHECK(whole.text == read(bytes, 1).text);
    std::string repaired = whole.text;
    base::repair_utf8(repaired);
    CHECK(repaired == whole.text);
  }
}
