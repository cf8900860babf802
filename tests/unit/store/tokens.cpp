// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/tokens.hpp"

#include <algorithm>

#include "unit/store/samples.hpp"

using namespace trialsift;
using namespace trialsift::store;
using base::ErrorCode;
using testing::code_of;
using testing::TempFolder;
using Units = std::vector<Unit>;

namespace {

constexpr std::uint32_t kTwoEnd = kFirstOfTwo + (1U << 22U);

/// Around every place where the number of units or the first unit changes.
const std::uint32_t kBoundaries[] = {0,
                                     1,
                                     0x7FF,
                                     0x800,
                                     0xDFFE,
                                     0xDFFF,
                                     0xE000,
                                     0xE001,
                                     0xE7FF,
                                     0xE800,
                                     0xF000,
                                     0xF800,
                                     0xFFFF,
                                     0x10000,
                                     0xE000 + 2047,
                                     0xE000 + 2048,
                                     (1U << 22U) - 1,
                                     1U << 22U,
                                     (1U << 22U) + 1,
                                     kTwoEnd - 1,
                                     kTwoEnd,
                                     kTwoEnd + 1,
                                     kTwoEnd + 2047,
                                     kTwoEnd + 2048,
                                     kTwoEnd + (1U << 22U) - 1,
                                     kTwoEnd + (1U << 22U),
                                     1U << 31U,
                                     0xFFFFFFFEU,
                                     0xFFFFFFFFU};

Units units_of(std::uint32_t word) {
  Units units;
  append_units(units, word);
  return units;
}

std::vector<std::uint32_t> words_in(std::span<const Unit> units) {
  std::vector<std::uint32_t> words;
  for (std::size_t at = 0; at < units.size();) words.push_back(next_word(units, at));
  return words;
}

Units field_of(const DocumentTokens& tokens, std::size_t number) {
  const auto found = tokens.field(number);
  return {found.begin(), found.end()};
}

}  // namespace

TEST_CASE("the words of a field are seen in their order, and the gaps between its values") {
  Units units;
  for (const std::uint32_t word : {7U, 0xE000U, 0x4000000U}) append_units(units, word);
  units.push_back(kGap);
  append_units(units, 8);
  std::vector<std::uint32_t> words;
  std::size_t words_before_gap = 0;
  for_each_word(
      units, [&](std::uint32_t word) { words.push_back(word); }, [&] { words_before_gap = words.size(); });
  CHECK(words == std::vector<std::uint32_t>{7, 0xE000, 0x4000000, 8});
  CHECK(words_before_gap == 3);
  words.clear();
  for_each_word(units, [&](std::uint32_t word) { words.push_back(word); });
  CHECK(words.size() == 4);
}

TEST_CASE("a word number is read as it was written, at every boundary") {
  for (const std::uint32_t word : kBoundaries) {
    CAPTURE(word);
    const Units units = units_of(word);
    std::size_t at = 0;
    CHECK(next_word(units, at) == word);
    CHECK(at == units.size());
  }
}

TEST_CASE("frequent words take one unit, others two or three") {
  CHECK(units_of(0) == Units{0});
  CHECK(units_of(0xDFFF) == Units{0xDFFF});
  CHECK(units_of(0xE000) == Units{0xE000, 0xF000});
  CHECK(units_of(kTwoEnd - 1) == Units{0xE7FF, 0xF7FF});
  CHECK(units_of(kTwoEnd) == Units{0xE800, 0xF000, 0xF000});
  CHECK(units_of(0xFFFFFFFFU).size() == 3);
}

TEST_CASE("first and following units have ranges of their own, and none is the gap") {
  std::mt19937 random(31);
  std::vector<std::uint32_t> words(std::begin(kBoundaries), std::end(kBoundaries));
  for (int i = 0; i < 20'000; ++i) words.push_back(static_cast<std::uint32_t>(random()) >> (random() % 32));
  for (const std::uint32_t word : words) {
    const Units units = units_of(word);
    bool sound = units[0] < kFollowing;
    sound = sound && units.size() == (units[0] < kFirstOfTwo ? 1U : units[0] < kFirstOfThree ? 2U : 3U);
    for (std::size_t i = 1; i < units.size(); ++i) sound = sound && units[i] >= kFollowing && units[i] < kGap;
    if (!sound) FAIL(word);
  }
  SUCCEED();
}

TEST_CASE("a sequence of words is read as it was written") {
  std::mt19937 random(32);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::uint32_t> words(random() % 50);
    for (std::uint32_t& word : words) word = static_cast<std::uint32_t>(random()) >> (random() % 32);
    Units units;
    for (const std::uint32_t word : words) append_units(units, word);
    CHECK(words_in(units) == words);
  }
}

TEST_CASE("damaged units end with the text") {
  std::mt19937 random(33);
  for (int round = 0; round < 5000; ++round) {
    Units units(1 + random() % 6);
    for (Unit& unit : units) unit = static_cast<Unit>(random() % 4 == 0 ? random() : 0xE000U + random() % 0x2000U);
    for (std::size_t at = 0; at < units.size();) {
      const std::size_t before = at;
      next_word(units, at);
      if (at <= before || at > units.size()) FAIL("round " << round);
    }
  }
  SUCCEED();
}

TEST_CASE("a field is found in its document by number") {
  Units block;
  append_field(block, 1, Units{1, 2, 3});
  append_field(block, 4, Units{});
  append_field(block, 9, Units{7});
  const DocumentTokens tokens(block);
  CHECK(field_of(tokens, 1) == Units{1, 2, 3});
  CHECK(field_of(tokens, 9) == Units{7});
  for (const std::size_t none : {0U, 2U, 4U, 10U, 0xFFFFU}) CHECK(tokens.field(none).empty());
  CHECK(DocumentTokens().field(0).empty());
  CHECK(tokens.block().size() == block.size());
}

TEST_CASE("a field may hold more units than one unit counts") {
  const Units large(70'000, 5);
  Units block;
  append_field(block, 1, large);
  append_field(block, 2, Units{6});
  const DocumentTokens tokens(block);
  CHECK(field_of(tokens, 1) == large);
  CHECK(field_of(tokens, 2) == Units{6});
}

TEST_CASE("a damaged block has no field beyond its end") {
  std::mt19937 random(34);
  Units sound;
  append_field(sound, 1, Units{1, 2, 3});
  append_field(sound, 2, Units{4, 5});
  for (int round = 0; round < 5000; ++round) {
    Units block = sound;
    block[random() % block.size()] = static_cast<Unit>(random());
    block.resize(random() % (block.size() + 1));
    const DocumentTokens tokens(block);
    for (std::size_t number = 0; number < 4; ++number) {
      const auto field = tokens.field(number);
      if (field.empty()) continue;
      const bool inside = field.data() >= block.data() && field.data() + field.size() <= block.data() + block.size();
      if (!inside) FAIL("round " << round);
    }
  }
  SUCCEED();
}

TEST_CASE("tokens are read from their file as they were added") {
  const TempFolder folder;
  std::mt19937 random(35);
  constexpr std::uint32_t kDocuments = 300;
  std::vector<Units> blocks(kDocuments + 1);
  std::vector<std::uint32_t> order;
  for (std::uint32_t document = 1; document <= kDocuments; ++document) {
    if (document % 7 == 3) continue;
    order.push_back(document);
    Units units(random() % 40);
    for (Unit& unit : units) unit = static_cast<Unit>(random());
    append_field(blocks[document], random() % 20, units);
  }
  std::shuffle(order.begin(), order.end(), random);
  TokensWriter writer(folder / "tokens");
  for (const std::uint32_t document : order) writer.add(document, blocks[document], document * 10);
  writer.close();

  const Tokens tokens(stored_file(folder / "tokens"));
  CHECK(tokens.last_docid() == kDocuments);
  for (std::uint32_t document = 1; document <= kDocuments; ++document) {
    const auto block = tokens.document(document).block();
    CHECK(Units(block.begin(), block.end()) == blocks[document]);
    CHECK(tokens.ranked_length(document) == (document % 7 == 3 ? 0 : document * 10));
  }
  for (const std::uint32_t none : {0U, kDocuments + 1, ~0U}) {
    CHECK(tokens.document(none).block().empty());
    CHECK(tokens.ranked_length(none) == 0);
  }
}

TEST_CASE("a file of no documents is written and read") {
  const TempFolder folder;
  TokensWriter(folder / "tokens").close();
  const Tokens tokens(stored_file(folder / "tokens"));
  CHECK(tokens.last_docid() == 0);
  CHECK(tokens.document(1).block().empty());
}

TEST_CASE("a file of tokens that is cut anywhere is refused") {
  const TempFolder folder;
  Units block;
  append_field(block, 1, Units{11, 12, 13});
  append_field(block, 2, Units{21, 22});
  TokensWriter writer(folder / "tokens");
  for (std::uint32_t document = 1; document < 6; ++document) writer.add(document, block, 5);
  writer.close();
  const std::string content = testing::content_of(folder / "tokens");
  for (std::size_t size = 0; size + 8 <= content.size(); ++size) {  // padding would mend less
    const StoredFile cut = testing::checksummed(folder, "cut", content.substr(0, size));
    if (code_of([&cut] { const Tokens tokens(cut); }) != ErrorCode::kIndexCorrupt) FAIL("size " << size);
  }
}

TEST_CASE("a damaged file of tokens answers or is refused, nothing else") {
  const TempFolder folder;
  std::mt19937 random(36);
  Units block;
  append_field(block, 1, Units{11, 12, 13});
  append_field(block, 2, Units{0xE001, 0xF002});
  TokensWriter writer(folder / "tokens");
  for (std::uint32_t document = 1; document < 6; ++document) writer.add(document, block, 5);
  writer.close();
  const std::string content = testing::content_of(folder / "tokens");
  std::size_t refused = 0;
  for (int change = 0; change < 4000; ++change) {
    const StoredFile file = testing::checksummed(folder, "damaged", testing::mutated(content, random));
    const auto code = code_of([&file] {
      const Tokens tokens(file);
      const std::uint32_t last = std::min(tokens.last_docid(), 20U);
      for (std::uint32_t document = 0; document <= last + 1; ++document) {
        for (std::size_t number = 0; number < 4; ++number) words_in(tokens.document(document).field(number));
      }
    });
    if (code && *code != ErrorCode::kIndexCorrupt) FAIL("change " << change);
    if (code) ++refused;
  }
  CHECK(refused > 1000);
}

TEST_CASE("a file of another kind is refused as tokens") {
  const TempFolder folder;
  TokensWriter(folder / "tokens").close();
  std::string content = testing::content_of(folder / "tokens");
  content[7] = '9';
  const StoredFile other = testing::checksummed(folder, "other", content);
  CHECK(code_of([&other] { const Tokens tokens(other); }) == ErrorCode::kIndexCorrupt);
}
