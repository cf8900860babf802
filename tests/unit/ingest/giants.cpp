// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include "ingest/record_size.hpp"
#include "support/catch.hpp"
#include "support/small_index.hpp"

using namespace trialsift;
using namespace trialsift::testing;

namespace {

/// So many words, no two of them the same.
std::string different_words(std::size_t count, const char* between = " ") {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    std::string word;
    for (std::size_t rest = i; word.size() < 5; rest /= 26) word += static_cast<char>('a' + rest % 26);
    text += word + between;
  }
  return text;
}

bool is_too_much(const model::Trial& trial) {
  ingest::RecordSize size;
  return size.has_too_many_terms(trial, size.bytes_of(trial));
}

}  // namespace

TEST_CASE("a record of too many different words is rejected by its id, and those around it are indexed") {
  SmallIndex index;
  const std::string giant = different_words(ingest::kTrialTermsMax + 1);
  const std::string lines =
      to_json({trial(1, {{"title", "pear"}}), trial(2, {{"summary", giant}}), trial(3, {{"title", "plum"}})});
  auto options = index.options({index.folder().write("giant.json", lines)});
  std::vector<formats::Rejected> rejected;
  options.on_rejected = [&rejected](const formats::Rejected& one) { rejected.push_back(one); };
  const auto account = index.run(options);
  CHECK(account.added == 2);
  CHECK(account.read == 3);
  REQUIRE(rejected.size() == 1);
  CHECK(rejected[0].reason == "too-large");
  CHECK(rejected[0].where.id == id_of(2));
  CHECK(rejected[0].where.file.ends_with("giant.json"));
  CHECK(rejected[0].detail.find("more than 100000 different words") != std::string::npos);
}

TEST_CASE("a trial that is rejected as too large stays in the index that has it") {
  SmallIndex index;
  index.add({trial(1, {{"title", "pear"}}), trial(2, {{"title", "plum"}})});
  const std::string giant = different_words(ingest::kTrialTermsMax + 1);
  auto options = index.options({index.folder().write(
      "giant.json", to_json(trial(1, {{"title", "pear"}})) + to_json(trial(2, {{"summary", giant}})))});
  options.delete_missing = true;
  CHECK(index.run(options).removed == 0);
  CHECK(index.find("plum").size() == 1);
}

TEST_CASE("what counts are different words in a field, pairs with hyphens and brackets, not how often they come") {
  const std::size_t half = ingest::kTrialTermsMax / 2 + 1;
  const std::string words = different_words(half);
  CHECK_FALSE(is_too_much(trial(1, {{"summary", words}})));
  CHECK_FALSE(is_too_much(trial(1, {{"summary", words + words + words}})));
  CHECK(is_too_much(trial(1, {{"summary", words}, {"detailed", words}})));
  CHECK(is_too_much(trial(1, {{"summary", different_words(half, "-")}})));
  std::string brackets;
  for (std::size_t i = 0; i <= ingest::kTrialTermsMax; ++i) brackets += "(a)";
  CHECK(is_too_much(trial(1, {{"summary", brackets}})));
}
