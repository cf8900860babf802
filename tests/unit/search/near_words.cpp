// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/near_words.hpp"

#include "support/catch.hpp"
#include "support/small_index.hpp"

using namespace trialsift;
using namespace trialsift::testing;

namespace {

SmallIndex birds() {
  std::vector<model::Trial> trials;
  const auto add = [&](int count, const std::string& text) {
    for (int i = 0; i < count; ++i) {
      trials.push_back(trial(static_cast<int>(trials.size()) + 1, {{"summary", text}}));
    }
  };
  add(3, "lenalidomide maintenance");
  add(450, "maintenance of herons");
  add(2, "maintainance of herons");
  add(1, "hernons");
  return SmallIndex(trials);
}

std::string corrected(SmallIndex& index, std::string_view text) {
  const query::Query query = query::parse_native(text);
  return search::corrected(query, search::corrections(index.index(), query));
}

}  // namespace

TEST_CASE("the nearest word is offered for one that no trial has") {
  SmallIndex index = birds();
  const store::Words& words = index.index().words();
  CHECK(search::near_words(words, "lenalidomde", 1) == std::vector<std::string>{"lenalidomide"});
  CHECK(search::near_words(words, "lenalidoimde", 1) == std::vector<std::string>{"lenalidomide"});
  CHECK(search::near_words(words, "zzzzzz", 1).empty());
  CHECK(search::near_words(words, "of", 1).empty());
}

TEST_CASE("of words equally near the frequent one is meant") {
  SmallIndex index = birds();
  CHECK(search::near_words(index.index().words(), "hernos", 3) == std::vector<std::string>{"herons"});
}

TEST_CASE("a word that a few trials have is offered one that hundreds of times as many have") {
  SmallIndex index = birds();
  const store::Words& words = index.index().words();
  CHECK(search::near_words(words, "maintainance", 1) == std::vector<std::string>{"maintenance"});
  CHECK(search::near_words(words, "maintenance", 1).empty());
  CHECK(search::near_words(words, "lenalidomide", 1).empty());
}

TEST_CASE("misspelt words of a query are corrected at their places") {
  SmallIndex index = birds();
  CHECK(corrected(index, "lenalidomde maintainance") == "lenalidomide maintenance");
  CHECK(corrected(index, "summary:lenalidomde^2 AND (hernos OR heron)") ==
        "summary:lenalidomide^2 AND (herons OR heron)");
  CHECK(corrected(index, "lenalidomide maintenance herons") == "lenalidomide maintenance herons");
}

TEST_CASE("a rare form of a frequent word is no slip, whatever is spelt nearly so") {
  SmallIndex index = birds();
  CHECK(corrected(index, "maintenances") == "maintenances");
}

TEST_CASE("quoted and exact words and patterns are not corrected") {
  SmallIndex index = birds();
  for (const char* text : {"\"lenalidomde\"", "=lenalidomde", "lenalidomde*", "status:recruiting", ""}) {
    CAPTURE(text);
    CHECK(corrected(index, text) == text);
  }
}
