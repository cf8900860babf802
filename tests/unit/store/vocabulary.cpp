// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/vocabulary.hpp"

#include "support/catch.hpp"

using trialsift::store::Vocabulary;

namespace {

std::uint64_t pair_of(std::uint64_t first, std::uint64_t second) {
  return first << 32U | second;
}

}  // namespace

TEST_CASE("words are numbered in the order in which they came") {
  Vocabulary words;
  CHECK(words.number_of("graft") == 0);
  CHECK(words.number_of("host") == 1);
  CHECK(words.number_of("graft") == 0);
  CHECK(words.number_of("") == 2);
  CHECK(words.size() == 3);
  CHECK(words.text(0) == "graft");
  CHECK(words.text(1) == "host");
  CHECK(words.text(2).empty());
}

TEST_CASE("every word of many keeps its number and its text") {
  Vocabulary words;
  constexpr std::uint32_t kWords = 20'000;
  for (std::uint32_t i = 0; i < kWords; ++i) REQUIRE(words.number_of("w" + std::to_string(i)) == i);
  for (std::uint32_t i = 0; i < kWords; ++i) {
    const std::string text = "w" + std::to_string(i);
    if (words.number_of(text) != i || words.text(i) != text) FAIL(text);
  }
  CHECK(words.size() == kWords);
}

TEST_CASE("words of one stem are one family") {
  Vocabulary words;
  const auto one = words.number_of("transplant");
  const auto other = words.number_of("transplants");
  const auto third = words.number_of("relapse");
  const auto number = words.number_of("cd34");
  CHECK(words.word(one).family == words.word(other).family);
  CHECK(words.word(one).family != words.word(third).family);
  CHECK(words.family_count() == 3);
  CHECK(words.stem(words.word(one).family) == "transplant");
  CHECK(words.stem(words.word(third).family) == "relaps");
  CHECK(words.stem(words.word(number).family) == "cd34");
}

TEST_CASE("a new word has no statistics") {
  Vocabulary words;
  const auto number = words.number_of("graft");
  CHECK(words.word(number).occurrences == 0);
  CHECK(words.word(number).document_count == 0);
  CHECK(words.family(words.word(number).family).document_count == 0);
}

TEST_CASE("pairs with a hyphen are counted, each once and in its direction") {
  Vocabulary words;
  const auto allo = words.number_of("allo");
  const auto sct = words.number_of("sct");
  words.add_hyphenated(allo, sct);
  words.add_hyphenated(allo, sct);
  words.add_hyphenated(allo, sct, 3);
  words.add_hyphenated(sct, allo, -1);
  REQUIRE(words.hyphenated().size() == 2);
  CHECK(words.hyphenated().at(pair_of(allo, sct)) == 5);
  CHECK(words.hyphenated().at(pair_of(sct, allo)) == -1);
}

TEST_CASE("merging adds up what two workers counted") {
  Vocabulary first;
  Vocabulary second;
  first.number_of("only here");
  const auto graft = first.number_of("graft");
  first.word(graft).occurrences = 5;
  first.word(graft).document_count = 2;
  first.family(first.word(graft).family).document_count = 3;

  const auto grafts = second.number_of("grafts");
  const auto graft_there = second.number_of("graft");
  const auto host = second.number_of("host");
  second.word(grafts).occurrences = 1;
  second.word(grafts).document_count = 1;
  second.word(graft_there).occurrences = 7;
  second.word(graft_there).document_count = 4;
  second.word(host).occurrences = -2;
  second.word(host).document_count = -1;
  second.family(second.word(graft_there).family).document_count = 4;
  second.family(second.word(host).family).document_count = -1;
  second.add_hyphenated(graft_there, host, 6);

  const auto numbers = first.merge(second);
  REQUIRE(numbers.size() == second.size());
  CHECK(numbers[graft_there] == graft);
  CHECK(first.text(numbers[grafts]) == "grafts");
  CHECK(first.text(numbers[host]) == "host");
  CHECK(first.size() == 4);
  CHECK(first.word(graft).occurrences == 12);
  CHECK(first.word(graft).document_count == 6);
  CHECK(first.word(numbers[grafts]).occurrences == 1);
  CHECK(first.word(numbers[host]).occurrences == -2);
  CHECK(first.word(numbers[host]).document_count == -1);
  CHECK(first.family(first.word(graft).family).document_count == 7);
  CHECK(first.word(numbers[grafts]).family == first.word(graft).family);
  CHECK(first.hyphenated().at(pair_of(graft, numbers[host])) == 6);
}

TEST_CASE("merging with nothing changes nothing") {
  Vocabulary words;
  words.word(words.number_of("graft")).occurrences = 3;
  CHECK(words.merge(Vocabulary()).empty());
  CHECK(words.size() == 1);
  CHECK(words.word(0).occurrences == 3);
  Vocabulary empty;
  CHECK(empty.merge(words) == std::vector<Vocabulary::WordNumber>{0});
  CHECK(empty.text(0) == "graft");
  CHECK(empty.word(0).occurrences == 3);
}
