// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "trialsift/analysis/analyzer.hpp"

using namespace trialsift::analysis;

namespace {

/// What the tokens' offsets point at.
std::vector<std::string> written(std::string_view text) {
  TokenList list;
  analyze(text, list);
  std::vector<std::string> out;
  for (const Token& token : list.tokens) out.emplace_back(text.substr(token.begin, token.end - token.begin));
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a token points at the word as it was written") {
  CHECK(written("(Allo-SCT), 10,000 IU") == Texts{"Allo", "SCT", "10,000", "IU"});
  CHECK(written("na\xC3\xAFve 1.5 mg/m\xC2\xB2.") == Texts{"na\xC3\xAFve", "1.5", "mg", "m\xC2\xB2"});
  CHECK(written("1,000,000.25!") == Texts{"1,000,000.25"});
  CHECK(written("\xE8\x82\xBA\xE7\x99\x8C") == Texts{"\xE8\x82\xBA", "\xE7\x99\x8C"});
}

TEST_CASE("a token ends before a possessive and before signs that cannot be seen") {
  CHECK(written("Hashimoto's x") == Texts{"Hashimoto", "x"});
  CHECK(written("Hashimoto\xE2\x80\x99s x") == Texts{"Hashimoto", "x"});
  CHECK(written("Revlimid\xE2\x84\xA2 x") == Texts{"Revlimid", "x"});
  CHECK(written("\xC2\xADtrans\xC2\xADplant\xC2\xAD x") == Texts{"trans\xC2\xADplant", "x"});
}

TEST_CASE("a token that was cut points at the whole word") {
  const std::string word(200, 'a');
  CHECK(written("x " + word + " y") == Texts{"x", word, "y"});
}

TEST_CASE("the two words of a fraction point at it both") {
  CHECK(written("a \xC2\xBD b") == Texts{"a", "\xC2\xBD", "\xC2\xBD", "b"});
}

TEST_CASE("a list is filled anew each time") {
  TokenList list;
  analyze("one two three", list);
  analyze("four", list);
  REQUIRE(list.size() == 1);
  CHECK(list.word(0) == "four");
  CHECK(list.tokens[0].link == Link::kNone);
  analyze("", list);
  CHECK(list.size() == 0);
  CHECK(list.folded.empty());
}

TEST_CASE("words in a list lie one behind the other") {
  TokenList list;
  analyze("Graft-versus-host \xC2\xBD na\xC3\xAFve", list);
  std::size_t at = 0;
  for (const Token& token : list.tokens) {
    CHECK(token.word_begin == at);
    at += token.word_size;
  }
  CHECK(at == list.folded.size());
}
