// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/analysis/stemmer.hpp"

#include <vector>

#include "support/catch.hpp"

using trialsift::analysis::Stemmer;
using trialsift::analysis::stemmer_fingerprint;

TEST_CASE("forms of one word have one stem") {
  const Stemmer stemmer;
  const std::vector<std::vector<const char*>> families = {
      {"transplant", "transplants", "transplantation", "transplanted"},
      {"therapy", "therapies"},
      {"respond", "responds", "responding", "responded"},
      {"randomized", "randomize", "randomizing"}};
  for (const auto& family : families) {
    for (const char* word : family) {
      CAPTURE(word);
      CHECK(stemmer.stem(word) == stemmer.stem(family.front()));
    }
  }
}

TEST_CASE("words of another sense keep apart") {
  const Stemmer stemmer;
  CHECK(stemmer.stem("allogeneic") != stemmer.stem("autologous"));
  CHECK(stemmer.stem("maintenance") != stemmer.stem("main"));
  CHECK(stemmer.stem("news") == "news");
}

TEST_CASE("what is not a word of ASCII letters is its own stem") {
  const Stemmer stemmer;
  for (const char* word : {"cd34", "v600e", "1.5", "2020s", "\xD0\xB6\xD0\xB6\xD0\xB6\xD0\xB6s", "Trials", "5s", ""}) {
    CAPTURE(word);
    CHECK(stemmer.stem(word) == word);
  }
}

TEST_CASE("short words are their own stem") {
  const Stemmer stemmer;
  for (const char* word : {"a", "as", "is", "ed"}) CHECK(stemmer.stem(word) == word);
}

TEST_CASE("a stem is not empty and not much longer than its word") {
  const Stemmer stemmer;
  for (const char* word : {"sss", "ing", "eed", "ies", "hoping", "dying", "agreed", "yyy", "ational"}) {
    CAPTURE(word);
    const std::string stem = stemmer.stem(word);
    CHECK_FALSE(stem.empty());
    CHECK(stem.size() <= std::string_view(word).size());
  }
}

TEST_CASE("the stemmer's fingerprint is the same whenever it is asked for") {
  CHECK(stemmer_fingerprint() == stemmer_fingerprint());
  CHECK(stemmer_fingerprint() != 0);
}
