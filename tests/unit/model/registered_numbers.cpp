// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/registered_numbers.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "trialsift/base/text.hpp"

using trialsift::model::is_european;
using trialsift::model::kRegistryKeys;
using trialsift::model::number_in_address;
using trialsift::model::number_of;
using trialsift::model::numbers_in;
using trialsift::model::numbers_of;
using trialsift::model::registries;
using trialsift::model::registry_key;
using trialsift::model::TrialId;
using trialsift::model::typed_number;

namespace {

std::string texts(const std::vector<TrialId>& ids) {
  return trialsift::base::joined(ids, " ", [](const TrialId& id) { return id.text(); });
}

struct Written {
  std::string_view text;
  std::string_view id;
};

}  // namespace

TEST_CASE("each registry has a key, and an id that of its own registry") {
  for (const auto& registry : registries()) {
    CAPTURE(registry.prefix);
    CHECK(kRegistryKeys.find(registry.prefix) != nullptr);
  }
  CHECK(registry_key(*TrialId::parse("NCT01234567")) == "ctgov");
  CHECK(registry_key(*TrialId::parse("NL-OMON12345")) == "omon");
  CHECK(registry_key(*TrialId::parse("NL1234")) == "ntr");
  CHECK(registry_key(*TrialId::parse("ChiCTR-TRC-10001234")) == "chictr");
  CHECK(registry_key(*TrialId::parse("2004-000001-11")) == "euctr");
  CHECK(registry_key(*TrialId::parse("UMIN000012345")) == "umin");
  CHECK(registry_key(TrialId()).empty());
}

TEST_CASE("the records of one European trial have one number") {
  for (const std::string_view text : {"2004-000001-11", "2004-000001-11-GB", "EUCTR2004-000001-11-3RD"}) {
    const TrialId id = *TrialId::parse(text);
    CHECK(number_of(id) == "EUCTR2004-000001-11");
    CHECK(is_european(number_of(id)));
  }
  const TrialId submission = *TrialId::parse("2022-500001-12-01");
  CHECK(number_of(submission) == "CTIS2022-500001-12");
  const TrialId other = *TrialId::parse("NCT01234567");
  CHECK(number_of(other) == "NCT01234567");
  CHECK_FALSE(is_european(number_of(other)));
}

TEST_CASE("a number of zeros is no other number of a trial") {
  for (const std::string_view text : {"NCT00000000", "0000-000000-00", "U1111-0000-0000", "EudraCT 2004-000000-00"}) {
    CAPTURE(text);
    CHECK(numbers_of(text).empty());
  }
}

TEST_CASE("another number of a trial is read amid separators, labels and a sponsor's numbers") {
  CHECK(texts(numbers_of("IELSG26|EudraCT number 2006-000001-22")) == "EUCTR2006-000001-22");
  CHECK(texts(numbers_of("ABC-12, NCT01234567; ISRCTN 12345678")) == "NCT01234567 ISRCTN12345678");
  CHECK(texts(numbers_of("NCT01234567 and NCT01234568")) == "NCT01234567 NCT01234568");
  CHECK(texts(numbers_of("NCT01234567/2006-000001-22")) == "NCT01234567 EUCTR2006-000001-22");
  CHECK(texts(numbers_of("D4190C00023 (EudraCT 2012-000234-12)")) == "EUCTR2012-000234-12");
  CHECK(texts(numbers_of("https://clinicaltrials.gov/study/NCT01234567, 2006-000001-22")) ==
        "NCT01234567 EUCTR2006-000001-22");
  for (const std::string_view text : {"2017-A03204-49", "NL35195.031.11", "NL7436209120", "EUDRACT-2005-00529-68",
                                      "SNCTP000001674", "MK-3475-991", "123-2006-000001-22"}) {
    CAPTURE(text);
    CHECK(numbers_of(text).empty());
  }
}

TEST_CASE("a number that stands in prose is another trial's") {
  for (const std::string_view text : {"extension of NCT01234567", "NCT01234567 (parent study)", "see also NCT01234567",
                                      "Rollover from NCT01234567", "sub-study of NCT01234567"}) {
    CAPTURE(text);
    CHECK(numbers_of(text).empty());
    CHECK_FALSE(TrialId::parse(text).has_value());
    CHECK(texts(numbers_in(text)) == "NCT01234567");
  }
}

TEST_CASE("the address of a study's page has its number") {
  for (const auto& [text, id] : std::initializer_list<Written>{
           {"https://clinicaltrials.gov/study/NCT01234567?term=x&rank=1", "NCT01234567"},
           {"ClinicalTrials.gov/show/nct01234567", "NCT01234567"},
           {"https://www.clinicaltrialsregister.eu/ctr-search/trial/2012-000234-12/DE", "EUCTR2012-000234-12-DE"},
           {"https://www.clinicaltrialsregister.eu/ctr-search/trial/2012-000234-12/results", "EUCTR2012-000234-12"},
           {"https://www.clinicaltrialsregister.eu/ctr-search/search?query=eudract_number:2012-000234-12",
            "EUCTR2012-000234-12"},
           {"https://euclinicaltrials.eu/ctis-public/view/2022-500001-12-00", "CTIS2022-500001-12-00"},
           {"https://euclinicaltrials.eu/search-for-clinical-trials/?lang=en&EUCT=2022-500001-12-00",
            "CTIS2022-500001-12-00"},
           {"https://doi.org/10.1186/ISRCTN12345678", "ISRCTN12345678"},
           {"https://www.drks.de/drks_web/navigate.do?navigationId=trial.HTML&TRIAL_ID=DRKS00001234", "DRKS00001234"},
           {"https://www.anzctr.org.au/ACTRN12612345678901.aspx", "ACTRN12612345678901"},
           {"https://rpcec.sld.cu/en/trials/RPCEC00001234-En", "RPCEC00001234"},
           {"https://slctr.lk/trials/slctr-2010-012", "SLCTR/2010/012"},
           {"https://jrct.niph.go.jp/latest-detail/jRCT2031200001", "JPRN-jRCT2031200001"},
           {"https://trialsearch.who.int/Trial2.aspx?TrialID=CTRI%2F2010%2F091%2F000123", "CTRI/2010/091/000123"},
           {"https://www.trialregister.nl/trial/1234", "NL1234"},
           {"http://www.trialregister.nl/trialreg/admin/rctview.asp?TC=1234", "NTR1234"},
           {"https://onderzoekmetmensen.nl/en/trial/12345", "NL-OMON12345"}}) {
    CAPTURE(text);
    const auto found = number_in_address(text);
    REQUIRE(found.has_value());
    CHECK(found->text() == id);
    CHECK_FALSE(TrialId::parse(text).has_value());
  }
  for (const std::string_view text : {"http://www.chictr.org.cn/showproj.aspx?proj=48777", "NCT01234567", "aspirin/day",
                                      "https://clinicaltrials.gov/study/NCT00000000", "and/or", ""}) {
    CAPTURE(text);
    CHECK_FALSE(number_in_address(text).has_value());
  }
}

TEST_CASE("a number may be typed as it is or as the address of its page") {
  CHECK(typed_number("nct01234567")->text() == "NCT01234567");
  CHECK(typed_number("https://clinicaltrials.gov/study/NCT01234567")->text() == "NCT01234567");
  CHECK_FALSE(typed_number("WRK-14").has_value());
}
