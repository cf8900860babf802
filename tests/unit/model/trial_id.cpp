// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/trial_id.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <vector>

#include "support/catch.hpp"
#include "trialsift/base/text.hpp"

using trialsift::model::registries;
using trialsift::model::TrialId;

namespace {

std::string canonical(std::string_view text) {
  const auto id = TrialId::parse(text);
  return id ? id->text() : "";
}

struct Written {
  std::string_view text;
  std::string_view id;
};

/// Ids of made-up trials, at least one of every registry.
const std::vector<std::string> kGood = {"NCT01234567",
                                        "EUCTR2004-000001-11-GB",
                                        "EUCTR2004-000001-11-Outside-EU/EEA",
                                        "EUCTR2004-000001-11",
                                        "CTIS2022-500001-12-00",
                                        "CTIS2022-500001-12",
                                        "ISRCTN12345678",
                                        "DRKS00001234",
                                        "ACTRN12612345678901",
                                        "ChiCTR2100012345",
                                        "ChiCTR-TRC-10001234",
                                        "ITMCTR2100001234",
                                        "CTRI/2010/091/000123",
                                        "CTRI/2021/12/038765",
                                        "JPRN-UMIN000012345",
                                        "JPRN-C000000123",
                                        "JPRN-jRCT2031200001",
                                        "JPRN-jRCTs031200001",
                                        "JPRN-JapicCTI-121234",
                                        "JPRN-JMA-IIA00123",
                                        "KCT0001234",
                                        "IRCT20101234001234N5",
                                        "NTR1234",
                                        "NL1234",
                                        "NL-OMON12345",
                                        "PACTR202012345678901",
                                        "PER-012-34",
                                        "PER-012-20-A",
                                        "RBR-2a3b4c",
                                        "RPCEC00001234",
                                        "SLCTR/2010/012",
                                        "TCTR20201234001",
                                        "LBCTR2020123456"};

}  // namespace

TEST_CASE("an id of each registry is read and kept as it is") {
  std::set<std::string_view> prefixes;
  std::set<std::string_view> found;
  for (const auto& registry : registries()) prefixes.insert(registry.prefix);
  for (const std::string& text : kGood) {
    CAPTURE(text);
    CHECK(canonical(text) == text);
    for (const auto& registry : registries()) {
      if (text.starts_with(registry.prefix)) found.insert(registry.prefix);
    }
  }
  prefixes.erase("U1111-");  // which has no page
  CHECK(found == prefixes);
}

TEST_CASE("an id is read in any case and with blanks around it") {
  CHECK(canonical("nct01234567") == "NCT01234567");
  CHECK(canonical(" \tNct01234567\r\n") == "NCT01234567");
  CHECK(canonical("euctr2004-000001-11-gb") == "EUCTR2004-000001-11-GB");
  for (const std::string& text : kGood) {
    std::string upper = text;
    for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    CHECK(canonical(upper) == text);
    CHECK(canonical(trialsift::base::to_lower_ascii(text)) == text);
  }
}

TEST_CASE("an id is known without the prefix that its registry's own site leaves out") {
  CHECK(canonical("2022-500001-12-00") == "CTIS2022-500001-12-00");
  CHECK(canonical("jRCTs031200001") == "JPRN-jRCTs031200001");
  CHECK(canonical("umin000012345") == "JPRN-UMIN000012345");
  CHECK(canonical("JapicCTI-121234") == "JPRN-JapicCTI-121234");
  CHECK(canonical("C000000123").empty());
}

TEST_CASE("an id is read in the forms that registries, exports and people write") {
  for (const auto& [text, id] :
       std::initializer_list<Written>{{"NCT 01234567", "NCT01234567"},
                                      {"NCT-01234567", "NCT01234567"},
                                      {"NCT: 01234567", "NCT01234567"},
                                      {"NCT No. 0123 4567", "NCT01234567"},
                                      {"NCT01234567.", "NCT01234567"},
                                      {"ClinicalTrials.gov Identifier: NCT01234567", "NCT01234567"},
                                      {"NCT01234567 (ClinicalTrials.gov)", "NCT01234567"},
                                      {"ISRCTN 12345678", "ISRCTN12345678"},
                                      {"DRKS: DRKS00001234", "DRKS00001234"},
                                      {"DRKS-ID: DRKS00001234", "DRKS00001234"},
                                      {"ANZCTR 12612345678901", "ACTRN12612345678901"},
                                      {"ACTRN 12612 345678 901", "ACTRN12612345678901"},
                                      {"ChiCTR-2600123456", "ChiCTR2600123456"},
                                      {"CHICTR 2100012345", "ChiCTR2100012345"},
                                      {"ctri-2021-12-038765", "CTRI/2021/12/038765"},
                                      {"UMIN-CTR: UMIN000012345", "JPRN-UMIN000012345"},
                                      {"JPRN-UMIN 000012345", "JPRN-UMIN000012345"},
                                      {"JapicCTI121234", "JPRN-JapicCTI-121234"},
                                      {"IRCT 20101234001234N5", "IRCT20101234001234N5"},
                                      {"NL-OMON 12345", "NL-OMON12345"},
                                      {"PER 012-20", "PER-012-20"},
                                      {"UTN: U1111-1234-5678", "U1111-1234-5678"}}) {
    CAPTURE(text);
    CHECK(canonical(text) == id);
  }
}

TEST_CASE("a European number is read with and without its prefix, its country and labels") {
  for (const auto& [text, id] :
       std::initializer_list<Written>{{"2004-000001-11-GB", "EUCTR2004-000001-11-GB"},
                                      {"2004-000001-11/GB", "EUCTR2004-000001-11-GB"},
                                      {"2004-000001-11", "EUCTR2004-000001-11"},
                                      {"2004\xE2\x80\x93"
                                       "000001\xE2\x80\x91"
                                       "11",
                                       "EUCTR2004-000001-11"},
                                      {"2004 - 000001 - 11", "EUCTR2004-000001-11"},
                                      {"EudraCT number: 2004-000001-11", "EUCTR2004-000001-11"},
                                      {"EudraCT No.2004-000001-11", "EUCTR2004-000001-11"},
                                      {"EudraCT-Nr.: 2004-000001-11", "EUCTR2004-000001-11"},
                                      {"EuDRACT n\xC2\xBA:2004-000001-11", "EUCTR2004-000001-11"},
                                      {"Eudra CT 2004-000001-11", "EUCTR2004-000001-11"},
                                      {"EUDRACT-2004-000001-11", "EUCTR2004-000001-11"},
                                      {"2004-000001-11 (EudraCT Number)", "EUCTR2004-000001-11"},
                                      {"EUCTR2004-000001-11-3RD", "EUCTR2004-000001-11-Outside-EU/EEA"},
                                      {"euctr2004-000001-11-outside eu/eea", "EUCTR2004-000001-11-Outside-EU/EEA"},
                                      {"2022-500001-12", "CTIS2022-500001-12"},
                                      {"EU CT Number: 2022-500001-12-00", "CTIS2022-500001-12-00"},
                                      {"EUCT2022-500001-12-01", "CTIS2022-500001-12-01"}}) {
    CAPTURE(text);
    CHECK(canonical(text) == id);
  }
}

TEST_CASE("a number of zeros is none") {
  for (const std::string_view text :
       {"NCT00000000", "ISRCTN00000000", "2004-000000-00", "0000-000000-00", "EUCTR2004-000000-11-GB",
        "2022-500000-00-00", "U1111-0000-0000", "CTRI/2020/00/000000", "IRCT00000000N0", "NCT 0000 0000"}) {
    CAPTURE(text);
    CHECK_FALSE(TrialId::parse(text).has_value());
  }
}

TEST_CASE("a text too long for any registry is no id") {
  CHECK_FALSE(TrialId::parse("ChiCTR" + std::string(12, '1')).has_value());
  CHECK_FALSE(TrialId::parse("CHICTR" + std::string(100'000, '1')).has_value());
  CHECK_FALSE(TrialId::parse("NCT01234567" + std::string(200, ' ') + "NCT01234568").has_value());
}

TEST_CASE("digits and letters outside of ASCII make no id") {
  CHECK_FALSE(TrialId::parse("NCT0123456\xEF\xBC\x97").has_value());
  CHECK_FALSE(TrialId::parse("JPRN-\xC3\xA9").has_value());
  CHECK_FALSE(TrialId::parse(std::string_view("NCT01234567\0", 12)).has_value());
}

TEST_CASE("ids have one total order, that of their text") {
  std::vector<TrialId> ids;
  for (const std::string& text : kGood) ids.push_back(*TrialId::parse(text));
  std::sort(ids.begin(), ids.end());
  std::vector<std::string> texts = kGood;
  std::sort(texts.begin(), texts.end());
  for (std::size_t i = 0; i < ids.size(); ++i) CHECK(ids[i].text() == texts[i]);
  CHECK(*TrialId::parse("NCT00000001") < *TrialId::parse("NCT00000002"));
  CHECK(*TrialId::parse("nct00000001") == *TrialId::parse("NCT00000001"));
  CHECK(TrialId() < *TrialId::parse("ACTRN12612345678901"));
}

TEST_CASE("only the American registry's ids are NCT numbers") {
  for (const std::string& text : kGood) CHECK(TrialId::parse(text)->is_nct() == text.starts_with("NCT"));
  CHECK_FALSE(TrialId().is_nct());
  CHECK(TrialId().empty());
  CHECK_FALSE(TrialId::parse("NCT01234567")->empty());
}

TEST_CASE("a link leads to the study's page, at its registry or at the WHO's platform") {
  CHECK(TrialId::parse("nct01234567")->link() == "https://clinicaltrials.gov/study/NCT01234567");
  CHECK(TrialId::parse("ISRCTN12345678")->link() == "https://www.isrctn.com/ISRCTN12345678");
  CHECK(TrialId::parse("CTRI/2021/12/038765")->link() ==
        "https://trialsearch.who.int/Trial2.aspx?TrialID=CTRI/2021/12/038765");
  CHECK(TrialId().link().empty());
  for (const std::string& text : kGood) {
    const std::string link = TrialId::parse(text)->link();
    CHECK(link.starts_with("https://"));
    CHECK(link.find(text) != std::string::npos);
    CHECK(link.find_first_of("{} ") == std::string::npos);
  }
}

TEST_CASE("each registry has a name, and no two have one prefix") {
  std::set<std::string_view> prefixes;
  for (const auto& registry : registries()) {
    CHECK_FALSE(registry.name.empty());
    CHECK((registry.link.empty() || registry.link.find("{}") != std::string_view::npos));
    CHECK(registry.prefix.starts_with(registry.left_out));
    CHECK(prefixes.insert(registry.prefix).second);
  }
}
