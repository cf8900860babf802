// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/manifest.hpp"

#include "unit/store/samples.hpp"

using namespace trialsift;
using namespace trialsift::store;
using base::ErrorCode;

namespace {

Manifest sample() {
  Manifest manifest;
  manifest.generation = 7;
  manifest.fingerprint = {0x0123456789ABCDEFULL, 3, ~0ULL};
  manifest.trials = 600'000;
  manifest.content = 0x8000000000000001ULL;
  manifest.sources = {{"exports/one \"file\".jsonl", "api-v2", "2025-01-02", 17, "ISRCTN", "WHO"},
                      {"\xE8\x82\xBA", "", "", 0}};
  manifest.files = {{"db/postlist.glass", 1ULL << 40U, 5}, {"words", 0, ~0ULL}};
  return manifest;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string format_member() {
  return "\"format\":" + std::to_string(kIndexFormat) + ",";
}

/// The code and whether the sentence names the file.
std::pair<std::optional<ErrorCode>, bool> refusal(const std::string& json) {
  try {
    Manifest::from_json(json, "/some/MANIFEST");
  } catch (const base::Error& error) {
    return {error.code(), std::string(error.what()).find("/some/MANIFEST") != std::string::npos};
  }
  return {std::nullopt, false};
}

}  // namespace

TEST_CASE("a manifest is read as it was written") {
  const Manifest wanted = sample();
  const Manifest read = Manifest::from_json(wanted.to_json(), "MANIFEST");
  CHECK(read.format == kIndexFormat);
  CHECK(read.generation == wanted.generation);
  CHECK(read.fingerprint == wanted.fingerprint);
  CHECK(read.trials == wanted.trials);
  CHECK(read.content == wanted.content);
  CHECK(read.sources == wanted.sources);
  REQUIRE(read.files.size() == wanted.files.size());
  for (std::size_t i = 0; i < read.files.size(); ++i) {
    CHECK(read.files[i].name == wanted.files[i].name);
    CHECK(read.files[i].size == wanted.files[i].size);
    CHECK(read.files[i].hash == wanted.files[i].hash);
  }
  CHECK(read.to_json() == wanted.to_json());
}

TEST_CASE("an empty manifest is read as it was written") {
  CHECK(Manifest::from_json(Manifest().to_json(), "MANIFEST").to_json() == Manifest().to_json());
}

TEST_CASE("a manifest is one line") {
  const std::string json = sample().to_json();
  CHECK(json.find('\n') == json.size() - 1);
}

TEST_CASE("a manifest of another format is of another schema, not corrupt") {
  const std::string json = sample().to_json();
  const auto [code, names] = refusal(replaced(json, format_member(), "\"format\":1,"));
  CHECK(code == ErrorCode::kIndexSchema);
  CHECK(names);
  CHECK(refusal("{\"format\":1}").first == ErrorCode::kIndexSchema);
}

TEST_CASE("a format that is one more than a machine word holds is another format") {
  CHECK(refusal(replaced(sample().to_json(), format_member(), "\"format\":4294967297,")).first ==
        ErrorCode::kIndexSchema);
}

TEST_CASE("what is no manifest is refused with its name") {
  const std::string json = sample().to_json();
  const std::string broken[] = {"",
                                "{}",
                                "[]",
                                "null",
                                "not JSON",
                                json + "x",
                                replaced(json, "\"generation\":7,", ""),
                                replaced(json, "\"generation\":7,", "\"generation\":-7,"),
                                replaced(json, "\"generation\":7,", "\"generation\":\"7\","),
                                replaced(json, format_member(), "\"format\":-1,"),
                                replaced(json, "\"trials\":600000", "\"trials\":1.5"),
                                replaced(json, "0123456789abcdef", "0123456789abcdeg"),
                                replaced(json, "0123456789abcdef", ""),
                                replaced(json, "0123456789abcdef", "10123456789abcdef"),
                                replaced(json, "\"sources\":[", "\"sources\":[3,"),
                                replaced(json, "\"files\":[", "\"files\":[{},"),
                                replaced(json, "\"records\":17", "\"records\":null"),
                                replaced(json, "\"name\":\"words\"", "\"name\":1")};
  for (const std::string& text : broken) {
    CAPTURE(text);
    const auto [code, names] = refusal(text);
    CHECK(code == ErrorCode::kIndexCorrupt);
    CHECK(names);
  }
}

TEST_CASE("a manifest cut anywhere is refused") {
  const std::string json = sample().to_json();
  for (std::size_t size = 0; size + 1 < json.size(); ++size) {
    if (refusal(json.substr(0, size)).first != ErrorCode::kIndexCorrupt) FAIL("size " << size);
  }
  SUCCEED();
}

TEST_CASE("a damaged manifest is read or refused, nothing else") {
  std::mt19937 random(41);
  const std::string json = sample().to_json();
  for (int change = 0; change < 3000; ++change) {
    const auto code = refusal(testing::mutated(json, random)).first;
    if (code && *code != ErrorCode::kIndexCorrupt && *code != ErrorCode::kIndexSchema) FAIL("change " << change);
  }
  SUCCEED();
}

TEST_CASE("the fingerprint is shown with all that it was made of") {
  CHECK(sample().fingerprint_text() == "0123456789abcdef-3-ffffffffffffffff-8000000000000001");
}

TEST_CASE("the program's own fingerprint is the same whenever it is asked for") {
  CHECK(current_fingerprint() == current_fingerprint());
  CHECK(current_fingerprint().analyzer > 0);
  CHECK_FALSE(engine_version().empty());
}
