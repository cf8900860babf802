// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/words.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "unit/store/samples.hpp"

using namespace trialsift;
using namespace trialsift::store;
using base::ErrorCode;
using testing::code_of;
using testing::TempFolder;

namespace {

struct Sample {
  Vocabulary vocabulary;
  std::vector<std::uint32_t> stream_numbers;

  void add(std::string_view text, std::int64_t occurrences, std::int32_t documents, std::uint32_t stream_number) {
    Vocabulary::Word& word = vocabulary.word(vocabulary.number_of(text));
    word.occurrences = occurrences;
    word.document_count = documents;
    stream_numbers.push_back(stream_number);
  }
  void family(std::string_view text, std::int32_t documents) {
    vocabulary.family(vocabulary.word(vocabulary.number_of(text)).family).document_count = documents;
  }
  void hyphen(std::string_view first, std::string_view second, std::int32_t count) {
    vocabulary.add_hyphenated(vocabulary.number_of(first), vocabulary.number_of(second), count);
  }
};

/// Seven words of five families, one gone.
struct SevenWords : Sample {
  SevenWords() {
    add("transplants", 4, 2, 30);
    add("sct", 9, 5, 1);
    add("transplant", 11, 6, 0);
    add("gone", 0, 0, 99);
    add("allo", 3, 3, 7);
    add("trans", 1, 0, 12);
    add("\xD0\xB6", 2, 1, 13);
    family("transplant", 7);
    family("sct", 5);
    family("allo", 3);
    hyphen("allo", "sct", 2);
    hyphen("allo", "gone", 5);
    hyphen("sct", "allo", 0);
    hyphen("trans", "allo", 1);
  }
};

StoredFile written(const TempFolder& folder, const Sample& s) {
  const base::Path path = folder / "words";
  write_words(path, s.vocabulary, s.stream_numbers);
  return stored_file(path);
}

std::set<std::string> texts(const Words& words, std::span<const Words::Index> places) {
  std::set<std::string> found;
  for (const Words::Index place : places) found.emplace(words.text(place));
  return found;
}

/// Asks for everything; the sum keeps the work from being left out.
std::uint64_t ask_all(const Words& words) {
  std::uint64_t sum = 0;
  for (const char* text : {"allo", "sct", "transplant", "zzz", ""}) {
    sum += words.find(text).value_or(0) + words.with_prefix(text).second;
    sum += words.find_family(text).value_or(0);
  }
  const Words::Index count = std::min<Words::Index>(words.size(), 50);
  for (Words::Index i = 0; i < count; ++i) {
    sum += words.text(i).size() + words.stream_number(i) + words.document_count(i) + words.occurrences(i);
    const Words::Family family = words.family_of(i);
    sum += words.family_document_count(family);
    for (const Words::Index member : words.members(family)) sum += words.text(member).size();
    for (Words::Index j = 0; j < count; ++j) sum += words.is_hyphenated(i, j) ? 1U : 0U;
  }
  return sum;
}

}  // namespace

TEST_CASE("words are sorted and found, and those that no longer occur are left out") {
  const TempFolder folder;
  const Words words(written(folder, SevenWords()));
  REQUIRE(words.size() == 6);
  const char* wanted[] = {"allo", "sct", "trans", "transplant", "transplants", "\xD0\xB6"};
  for (Words::Index i = 0; i < words.size(); ++i) {
    CHECK(words.text(i) == wanted[i]);
    CHECK(words.find(wanted[i]) == i);
  }
  for (const char* none : {"gone", "", "a", "allogeneic", "zz", "\xD0\xB7"}) CHECK_FALSE(words.find(none).has_value());
}

TEST_CASE("a word keeps its number and its statistics") {
  const TempFolder folder;
  const Words words(written(folder, SevenWords()));
  const Words::Index place = *words.find("transplant");
  CHECK(words.stream_number(place) == 0);
  CHECK(words.occurrences(place) == 11);
  CHECK(words.document_count(place) == 6);
  CHECK(words.stream_number(*words.find("transplants")) == 30);
  CHECK(words.next_stream_number() == 31);
}

TEST_CASE("words are found by how they start") {
  const TempFolder folder;
  const Words words(written(folder, SevenWords()));
  using Places = std::pair<Words::Index, Words::Index>;
  CHECK(words.with_prefix("trans") == Places{2, 5});
  CHECK(words.with_prefix("transplant") == Places{3, 5});
  CHECK(words.with_prefix("") == Places{0, 6});
  CHECK(words.with_prefix("\xD0") == Places{5, 6});
  const auto none = words.with_prefix("transx");
  CHECK(none.first == none.second);
}

TEST_CASE("a family holds the words of its stem") {
  const TempFolder folder;
  const Words words(written(folder, SevenWords()));
  const auto family = words.find_family("transplant");
  REQUIRE(family.has_value());
  CHECK(texts(words, words.members(*family)) == std::set<std::string>{"transplant", "transplants"});
  CHECK(words.family_document_count(*family) == 7);
  CHECK(words.family_of(*words.find("transplants")) == *family);
  CHECK_FALSE(words.find_family("gone").has_value());
  CHECK_FALSE(words.find_family("transplants").has_value());
  for (Words::Index i = 0; i < words.size(); ++i) {
    const auto members = words.members(words.family_of(i));
    CHECK(std::count(members.begin(), members.end(), i) == 1);
  }
}

TEST_CASE("pairs with a hyphen are known in their direction") {
  const TempFolder folder;
  const Words words(written(folder, SevenWords()));
  const auto hyphenated = [&words](const char* first, const char* second) {
    return words.is_hyphenated(*words.find(first), *words.find(second));
  };
  CHECK(hyphenated("allo", "sct"));
  CHECK(hyphenated("trans", "allo"));
  CHECK_FALSE(hyphenated("sct", "allo"));
  CHECK_FALSE(hyphenated("allo", "trans"));
}

TEST_CASE("a vocabulary that was written is loaded as it was, in sorted order") {
  const TempFolder folder;
  const Words words(written(folder, SevenWords()));
  Sample loaded;
  loaded.stream_numbers = words.load_into(loaded.vocabulary);
  REQUIRE(loaded.vocabulary.size() == words.size());
  REQUIRE(loaded.stream_numbers.size() == words.size());
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const Vocabulary::Word& word = loaded.vocabulary.word(i);
    CHECK(loaded.vocabulary.text(i) == words.text(i));
    CHECK(static_cast<std::uint64_t>(word.occurrences) == words.occurrences(i));
    CHECK(static_cast<std::uint32_t>(word.document_count) == words.document_count(i));
    CHECK(static_cast<std::uint32_t>(loaded.vocabulary.family(word.family).document_count) ==
          words.family_document_count(words.family_of(i)));
    CHECK(loaded.stream_numbers[i] == words.stream_number(i));
  }
  CHECK(loaded.vocabulary.hyphenated().size() == 2);
  write_words(folder / "again", loaded.vocabulary, loaded.stream_numbers);
  CHECK(base::read_file(folder / "again") == base::read_file(folder / "words"));
}

TEST_CASE("the order in which words came does not change the file") {
  const TempFolder folder;
  Sample backwards;
  backwards.add("\xD0\xB6", 2, 1, 13);
  backwards.add("trans", 1, 0, 12);
  backwards.add("allo", 3, 3, 7);
  backwards.add("transplant", 11, 6, 0);
  backwards.add("sct", 9, 5, 1);
  backwards.add("transplants", 4, 2, 30);
  backwards.family("transplant", 7);
  backwards.family("sct", 5);
  backwards.family("allo", 3);
  backwards.hyphen("trans", "allo", 1);
  backwards.hyphen("allo", "sct", 2);
  write_words(folder / "backwards", backwards.vocabulary, backwards.stream_numbers);
  CHECK(base::read_file(folder / "backwards") == base::read_file(written(folder, SevenWords()).path));
}

TEST_CASE("a vocabulary without words is written and read") {
  const TempFolder folder;
  const Words words(written(folder, Sample()));
  CHECK(words.size() == 0);
  CHECK(words.next_stream_number() == 0);
  CHECK_FALSE(words.find("a").has_value());
  CHECK(words.with_prefix("") == std::pair<Words::Index, Words::Index>{0, 0});
  Vocabulary vocabulary;
  CHECK(words.load_into(vocabulary).empty());
}

TEST_CASE("random words keep their numbers, families and statistics") {
  const TempFolder folder;
  std::mt19937 random(21);
  Sample s;
  std::map<std::string, std::int64_t> kept;
  for (std::uint32_t number = 0; number < 3000; ++number) {
    std::string text(1 + random() % 5, 'a');
    for (char& c : text) c = static_cast<char>('a' + random() % 5);
    if (s.vocabulary.number_of(text) < s.stream_numbers.size()) continue;
    const auto occurrences = static_cast<std::int64_t>(random() % 4);
    s.add(text, occurrences, 1, number);
    if (occurrences > 0) kept[text] = occurrences;
  }
  const Words words(written(folder, s));
  REQUIRE(words.size() == kept.size());
  Words::Index place = 0;
  for (const auto& [text, occurrences] : kept) {
    const auto family = words.find_family(s.vocabulary.stem(s.vocabulary.word(s.vocabulary.number_of(text)).family));
    const bool sound = words.text(place) == text && words.find(text) == place &&
                       words.occurrences(place) == static_cast<std::uint64_t>(occurrences) &&
                       words.stream_number(place) == s.stream_numbers[s.vocabulary.number_of(text)] &&
                       family == words.family_of(place);
    if (!sound) FAIL(text);
    ++place;
  }
}

TEST_CASE("places that do not exist are refused") {
  const TempFolder folder;
  const Words words(written(folder, SevenWords()));
  for (const Words::Index none : {6U, 1000U, ~0U}) {
    CHECK(code_of([&] { words.text(none); }) == ErrorCode::kIndexCorrupt);
    CHECK(code_of([&] { words.stream_number(none); }) == ErrorCode::kIndexCorrupt);
    CHECK(code_of([&] { words.members(none); }) == ErrorCode::kIndexCorrupt);
  }
}

TEST_CASE("a file of words that is cut anywhere is refused") {
  const TempFolder folder;
  const std::string content = testing::content_of(written(folder, SevenWords()).path);
  for (std::size_t size = 0; size + 8 <= content.size(); ++size) {  // padding would mend less
    const StoredFile cut = testing::checksummed(folder, "cut", content.substr(0, size));
    if (code_of([&cut] { const Words words(cut); }) != ErrorCode::kIndexCorrupt) FAIL("size " << size);
  }
  CHECK(code_of([&] { const Words words({folder / "missing"}); }) == ErrorCode::kIo);
}

TEST_CASE("a damaged file of words answers or is refused, nothing else") {
  const TempFolder folder;
  std::mt19937 random(22);
  const std::string content = testing::content_of(written(folder, SevenWords()).path);
  std::size_t refused = 0;
  for (int change = 0; change < 4000; ++change) {
    const StoredFile file = testing::checksummed(folder, "damaged", testing::mutated(content, random));
    const auto code = code_of([&file] {
      const Words words(file);
      ask_all(words);
    });
    if (code && *code != ErrorCode::kIndexCorrupt) FAIL("change " << change);
    if (code) ++refused;
  }
  CHECK(refused > 1000);
}

TEST_CASE("a file of another kind is refused") {
  const TempFolder folder;
  std::string content = testing::content_of(written(folder, SevenWords()).path);
  content[0] = 'x';
  const StoredFile other = testing::checksummed(folder, "other", content);
  CHECK(code_of([&other] { const Words words(other); }) == ErrorCode::kIndexCorrupt);
}
