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

/// Ids of made-up trials, at least one of every registry.
const std::vector<std::string> kGood = {"NCT01234567",
                                        "EUCTR2004-000001-11-GB",
                                        "EUCTR2004-000001-11-3RD",
                                        "CTIS2022-500001-12-00",
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
                                        "RBR-2a3b4c",
                                        "RPCEC00001234",
                                        "SLCTR/2010/012",
                                        "TCTR20201234001",
                                        "LBCTR2020123456"};

}  // namespace

TEST_CASE("an id of each registry is read and kept as it is") {
  std::set<std::string_view> prefixes;
  for (const std::string& text : kGood) {
    CAPTURE(text);
    CHECK(canonical(text) == text);
    for (const auto& registry : registries()) {
      if (text.starts_with(registry.prefix)) prefixes.insert(registry.prefix);
    }
  }
  CHECK(prefixes.size() == registries().size());
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

TEST_CASE("what has not the shape of an id is none") {
  for (const std::string_view text : {"",
                                      " ",
                                      "NCT",
                                      "NCT0123456",
                                      "NCT012345678",
                                      "NCT0123456X",
                                      "NCT 01234567",
                                      "NCT-01234567",
                                      "XNCT01234567",
                                      "01234567",
                                      "NCT01234567 NCT01234568",
                                      "NCT01234567.",
                                      "EUCTR2004-000001-11",
                                      "EUCTR2004-000001-11-",
                                      "EUCTR2004-00001-11-GB",
                                      "EUCTR04-000001-11-GB",
                                      "2004-000001-11-GB",
                                      "ISRCTN1234567",
                                      "ISRCTN123456789",
                                      "DRKS0001234",
                                      "ACTRN1261234567890",
                                      "CHICTR",
                                      "CHICTR 2100012345",
                                      "CHICTR/21",
                                      "CTRI/2010/09",
                                      "CTRI/2010//000123",
                                      "CTRI/10/091/000123",
                                      "CTRI2010/091/000123",
                                      "JPRN-",
                                      "JPRN",
                                      "JPRN-UMIN 1",
                                      "JPRN-UMIN12",
                                      "ChiCTR-10001234",
                                      "ChiCTR-TRC-",
                                      "2004-000001-11",
                                      "CTIS2004-000001-11-00",
                                      "RBR-",
                                      "IRCT20101234001234",
                                      "NL",
                                      "NL-1234",
                                      "PER-12",
                                      "SLCTR/2010",
                                      "KCT123",
                                      "aspirin"}) {
    CAPTURE(text);
    CHECK_FALSE(TrialId::parse(text).has_value());
  }
}

TEST_CASE("a text too long for any registry is no id") {
  CHECK(TrialId::parse("ChiCTR" + std::string(34, '1')).has_value());
  CHECK_FALSE(TrialId::parse("ChiCTR" + std::string(35, '1')).has_value());
  CHECK_FALSE(TrialId::parse("CHICTR" + std::string(100'000, '1')).has_value());
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
    CHECK(registry.link.find("{}") != std::string_view::npos);
    CHECK(registry.prefix.starts_with(registry.left_out));
    CHECK(prefixes.insert(registry.prefix).second);
  }
}
