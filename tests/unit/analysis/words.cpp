// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/base/text.hpp"

using namespace trialsift::analysis;
using Words = std::vector<std::string>;

namespace {

/// The words with the links before them: allo -sct, mg +m2, a b.
std::string linked(std::string_view text) {
  TokenList list;
  analyze(text, list);
  std::string out;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ' ';
    if (list.tokens[i].link == Link::kHyphen) out += '-';
    if (list.tokens[i].link == Link::kCompact) out += '+';
    out += list.word(i);
  }
  return out;
}

}  // namespace

TEST_CASE("words are parted by what is no letter or digit and lose their case") {
  CHECK(words_of("Graft versus Host, (acute);disease!") == Words{"graft", "versus", "host", "acute", "disease"});
  CHECK(words_of("").empty());
  CHECK(words_of(" \n\t .,;:-+*/ ").empty());
  CHECK(words_of("a") == Words{"a"});
}

TEST_CASE("a hyphen links two words") {
  CHECK(linked("Allo-SCT") == "allo -sct");
  CHECK(linked("IL-2") == "il -2");
  CHECK(linked("5-FU") == "5 -fu");
  CHECK(linked("COVID-19") == "covid -19");
  CHECK(linked("double-blind placebo-controlled") == "double -blind placebo -controlled");
}

TEST_CASE("every hyphen of Unicode links as the plain one does") {
  for (const char32_t hyphen : {0x2010U, 0x2011U, 0x2012U, 0x2013U, 0x2212U, 0xFE63U, 0xFF0DU}) {
    std::string text = "IL";
    trialsift::base::append_utf8(text, hyphen);
    CHECK(linked(text + "2") == "il -2");
  }
}

TEST_CASE("a hyphen beside a blank or another mark links nothing") {
  CHECK(linked("allo - sct") == "allo sct");
  CHECK(linked("allo- sct") == "allo sct");
  CHECK(linked("allo -sct") == "allo sct");
  CHECK(linked("allo--sct") == "allo sct");
  CHECK(linked("(allo)-sct") == "allo sct");
}

TEST_CASE("names of markers, genes and alleles keep their letters and digits") {
  CHECK(linked("CD34+ cells") == "cd34 cells");
  CHECK(linked("BRAF V600E") == "braf v600e");
  CHECK(linked("HLA-A*1101") == "hla -a +1101");
  CHECK(linked("CD4+/CD8-") == "cd4 cd8");
  CHECK(linked("p53 and HER2/neu") == "p53 and her2 +neu");
}

TEST_CASE("numbers with a point stay whole") {
  CHECK(linked("1.5 mg/m\xC2\xB2") == "1.5 mg +m2");
  CHECK(linked("0.05") == "0.05");
  CHECK(linked("version 2.0.1.") == "version 2.0.1");
  CHECK(linked("1.5mg") == "1.5mg");
  CHECK(linked("at 5. Then") == "at 5 then");
  CHECK(linked("end.5") == "end +5");
  CHECK(linked(".5") == "5");
}

TEST_CASE("commas between thousands go") {
  CHECK(linked("10,000 IU") == "10000 iu");
  CHECK(linked("1,234,567") == "1234567");
  CHECK(linked("1,000.5") == "1000.5");
  CHECK(linked("100,000") == "100000");
}

TEST_CASE("other commas part numbers") {
  CHECK(linked("1,2,3") == "1 2 3");
  CHECK(linked("10,00") == "10 00");
  CHECK(linked("10,0000") == "10 0000");
  CHECK(linked("1000,000") == "1000 000");
  CHECK(linked("10,000x") == "10 000x");
  CHECK(linked("x10,000") == "x10 000");
  CHECK(linked("10, 000") == "10 000");
}

TEST_CASE("Greek letters in names are written by name") {
  CHECK(linked("IFN-\xCE\xB3") == "ifn -gamma");
  CHECK(linked("TGF\xCE\xB2"
               "1") == "tgfbeta1");
  CHECK(linked("\xCE\xB1-tocopherol") == "alpha -tocopherol");
  CHECK(linked("\xCE\x94"
               "9-THC") == "delta9 -thc");
  CHECK(words_of("IFN-\xCE\x93") == words_of("IFN-\xCE\xB3"));
  CHECK(words_of("\xCF\x82") == words_of("\xCF\x83"));
}

TEST_CASE("both micro signs before a letter are u and alone are mu") {
  CHECK(words_of("\xC2\xB5g") == Words{"ug"});
  CHECK(words_of("\xCE\xBCg") == Words{"ug"});
  CHECK(words_of("20 \xC2\xB5g/kg") == Words{"20", "ug", "kg"});
  CHECK(words_of("\xC2\xB5") == Words{"mu"});
  CHECK(words_of("\xCE\xBC-opioid") == Words{"mu", "opioid"});
}

TEST_CASE("a micro sign between a number and a letter is u") {
  CHECK(words_of("5\xC2\xB5g") == Words{"5ug"});
  CHECK(words_of("50\xCE\xBCM") == Words{"50um"});
}

TEST_CASE("Greek prose stays Greek, without accents") {
  CHECK(words_of("\xCE\x9D\xCF\x8C\xCF\x83\xCE\xBF\xCF\x82") == Words{"\xCE\xBD\xCE\xBF\xCF\x83\xCE\xBF\xCF\x83"});
  CHECK(words_of("\xCE\x9D\xCE\x9F\xCE\xA3\xCE\x9F\xCE\xA3") == words_of("\xCE\x9D\xCF\x8C\xCF\x83\xCE\xBF\xCF\x82"));
}

TEST_CASE("a possessive goes, whatever the apostrophe") {
  CHECK(linked("Hashimoto's thyroiditis") == "hashimoto thyroiditis");
  CHECK(linked("Hashimoto\xE2\x80\x99s thyroiditis") == "hashimoto thyroiditis");
  CHECK(linked("CROHN'S") == "crohn");
  CHECK(linked("Crohn\xE2\x80\x98s, Crohn\xCA\xBCs, Crohn\xC2\xB4s") == "crohn crohn crohn");
  CHECK(linked("Alzheimer's-type") == "alzheimer -type");
  CHECK(linked("patients' rights") == "patients rights");
  CHECK(linked("the 1990's") == "the 1990");
}

TEST_CASE("another apostrophe links two words") {
  CHECK(linked("d'Amico") == "d +amico");
  CHECK(linked("d\xE2\x80\x99"
               "Amico") == "d +amico");
  CHECK(linked("o'sullivan") == "o +sullivan");
  CHECK(linked("can't") == "can +t");
  CHECK(linked("'s") == "s");
}

TEST_CASE("accents and letters that people type without go") {
  CHECK(words_of("na\xC3\xAFve") == Words{"naive"});
  CHECK(words_of("Sj\xC3\xB6gren M\xC3\xA9ni\xC3\xA8re \xC3\x85rhus") == Words{"sjogren", "meniere", "arhus"});
  CHECK(words_of("S\xC3\xB8rensen \xC5\x81\xC3\xB3"
                 "d\xC5\xBA Stra\xC3\x9F"
                 "e") == Words{"sorensen", "lodz", "strasse"});
  CHECK(words_of("C\xC3\xA6sar f\xC5\x93tal \xC3\x9E\xC3\xB3r") == Words{"caesar", "foetal", "thor"});
  CHECK(words_of("\xC4\xB0stanbul \xC4\xB1") == Words{"istanbul", "i"});
}

TEST_CASE("combining accents and precomposed letters are one") {
  CHECK(words_of("na\x69\xCC\x88ve") == words_of("na\xC3\xAFve"));
  CHECK(words_of("Me\xCC\x81nie\xCC\x80re") == words_of("M\xC3\xA9ni\xC3\xA8re"));
  CHECK(words_of("\xD0\xB8\xCC\x86") == words_of("\xD0\xB9"));
  CHECK(words_of("\xCC\x81").empty());
}

TEST_CASE("compatibility forms are folded") {
  CHECK(words_of("\xEF\xAC\x81"
                 "brosis e\xEF\xAC\x83"
                 "cacy") == Words{"fibrosis", "efficacy"});
  CHECK(words_of("\xEF\xBC\xA1\xEF\xBD\x82\xEF\xBC\x91") == Words{"ab1"});
  CHECK(words_of("m\xC2\xB2 H\xE2\x82\x82O CO\xE2\x82\x82") == Words{"m2", "h2o", "co2"});
  CHECK(words_of("phase \xE2\x85\xA1") == Words{"phase", "ii"});
  CHECK(linked("\xC2\xBD tablet") == "1 +2 tablet");
}

TEST_CASE("what cannot be seen is not part of a word") {
  CHECK(words_of("trans\xC2\xADplant") == Words{"transplant"});
  CHECK(words_of("trans\xE2\x80\x8Bplant") == Words{"transplant"});
  CHECK(words_of("\xEF\xBB\xBFtrial") == Words{"trial"});
  CHECK(words_of("a\xC2\xAD b") == Words{"a", "b"});
  CHECK(linked("allo\xC2\xAD-\xE2\x80\x8Dsct") == "allo -sct");
}

TEST_CASE("trademark signs go") {
  CHECK(words_of("Revlimid\xE2\x84\xA2 Velcade\xC2\xAE \xC2\xA9 2020") == Words{"revlimid", "velcade", "2020"});
}

TEST_CASE("Cyrillic words lose their case") {
  CHECK(words_of("\xD0\x9C\xD0\xB8\xD0\xB5\xD0\xBB\xD0\xBE\xD0\xBC\xD0\xB0") ==
        Words{"\xD0\xBC\xD0\xB8\xD0\xB5\xD0\xBB\xD0\xBE\xD0\xBC\xD0\xB0"});
}

TEST_CASE("each ideograph is a word, linked to the one beside it") {
  CHECK(linked("\xE8\x82\xBA\xE7\x99\x8C") == "\xE8\x82\xBA +\xE7\x99\x8C");
  CHECK(linked("\xE8\x82\xBA \xE7\x99\x8C") == "\xE8\x82\xBA \xE7\x99\x8C");
  CHECK(linked("\xE8\x82\xBA\xE3\x80\x82\xE7\x99\x8C") == "\xE8\x82\xBA \xE7\x99\x8C");
  CHECK(words_of("CD34\xE8\x82\xBA") == Words{"cd34", "\xE8\x82\xBA"});
  CHECK(words_of("\xE3\x81\x8C\xE3\x82\xAB") == Words{"\xE3\x81\x8B", "\xE3\x82\xAB"});
}

TEST_CASE("the Japanese middle dot parts words and is none") {
  CHECK(words_of("\xE8\x82\xBA\xE3\x83\xBB\xE7\x99\x8C") == Words{"\xE8\x82\xBA", "\xE7\x99\x8C"});
}

TEST_CASE("a long word is cut, in text and query alike") {
  CHECK(words_of(std::string(64, 'a')) == Words{std::string(64, 'a')});
  CHECK(words_of(std::string(65, 'a')) == Words{std::string(64, 'a')});
  CHECK(words_of(std::string(100'000, 'A') + " b") == Words{std::string(64, 'a'), "b"});
}

TEST_CASE("a long word is cut between two characters") {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string text(shift, 'a');
    for (int i = 0; i < 60; ++i) text += "\xD0\xB6";
    const Words words = words_of(text);
    REQUIRE(words.size() == 1);
    CHECK(words[0].size() == (shift % 2 == 0 ? 64U : 63U));
    CHECK(trialsift::base::is_utf8(words[0]));
    CHECK(text.starts_with(words[0]));
  }
}

TEST_CASE("marks without blanks hold words together, blanks and lone marks part them") {
  CHECK(linked("mg/kg x/y a.b a:b a&b a=b a<b a>b a^b a_b a+b") ==
        "mg +kg x +y a +b a +b a +b a +b a +b a +b a +b a +b a +b");
  CHECK(linked("a,b a;b a|b a(b") == "a b a b a b a b");
  CHECK(linked("a/ b a./b") == "a b a b");
}

TEST_CASE("only words of ASCII letters are plain") {
  CHECK(is_plain_word("transplant"));
  CHECK_FALSE(is_plain_word("cd34"));
  CHECK_FALSE(is_plain_word("1.5"));
  CHECK_FALSE(is_plain_word("\xD0\xBC\xD0\xB8"));
}

TEST_CASE("letters and digits meet where writers put a hyphen or a blank") {
  using Places = std::vector<std::size_t>;
  CHECK(letter_digit_boundaries("il2") == Places{2});
  CHECK(letter_digit_boundaries("5fu") == Places{1});
  CHECK(letter_digit_boundaries("v600e") == Places{1, 4});
  CHECK(letter_digit_boundaries("1.5mg") == Places{3});
  CHECK(letter_digit_boundaries("\xD0\xB6"
                                "2") == Places{2});
  CHECK(letter_digit_boundaries("word").empty());
  CHECK(letter_digit_boundaries("2020").empty());
  CHECK(letter_digit_boundaries("").empty());
}
