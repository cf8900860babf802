// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "support/inputs.hpp"
#include "unit/formats/xml_samples.hpp"

/// A small input of each format, with what is odd in it: where fuzzers begin. Every format of the table has one.
namespace trialsift::formats {

inline const std::string kModuleText =
    "Description Module\n\nDescription Module path is as follows:\n\nDescription Module\n\n"
    "Ignite Creation Date: 2025-12-25 @ 5:18 AM\r\nIgnite Modification Date: 2025-12-25 @ 5:18 AM\nNCT ID: "
    "NCT00000001\n"
    "Brief Summary: p \\< 0.05 &gte; \xCE\xB1\n\nMore.\nDetailed Description: Text.\nStudy:\nStudy: NCT00000001\n"
    "Study Brief:\nProtocol Section: NCT00000001\nIgnite Creation Date: x\nNCT ID: NCT00000002\nBrief Summary: b\n";

inline std::string json_lines() {
  return "{\"x\":1,\"studies\":[" + study("NCT00000001", "a \\\\* &lt; \\ud83d\\ude00 \xCE\xB1") + ",\n" +
         study("NCT00000002") + "],\"nextPageToken\":\"t\"}\n" + study("NCT00000003") + "\n" +
         R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000004"},"designModule":{"enrollmentInfo":{"count":12}},)" +
         R"("armsInterventionsModule":{"interventions":[{"type":"DRUG","name":"x","otherNames":["y"]}]}},"hasResults":false})";
}

inline const std::string kTable =
    "NCT Number,Study Title,Conditions,Start Date\nNCT99000301,\"A, b\",Haste|Delay,06-08-2025\n"
    "NCT99000302,\"Two\nlines of \"\"text\"\"\",,18-12-2025\n,,,\nNCT99000303,\"a \"b\" c\",x,2020\n";
inline const std::string kWhoTable =
    "TrialID,Public title,Scientific title,Date registration\r\nNCT99000301,\"A, b\",\"x\r\ny\",16/02/2020\r\n"
    "ISRCTN99000302,c,d,\"2020\"\r\n";
inline const std::string kTablePart = "id|nct_id|description\n1|NCT99000301|\"One | two\n\"\n2|NCT99000302|three\n";
inline const std::string kModulePages =
    "Eligibility Module\n\nStudy -> Protocol Section -> Eligibility Module\n\nNCT ID: NCT99000201\nEligibility "
    "Criteria: "
    "a\n\n* b\nSex: ALL\nStudy: NCT99000201\nArms Interventions Module\nNCT ID: NCT99000202\nInterventions:\n- Type: "
    "DRUG\n"
    "  Name: a\n  Description: b\nc\n- Type: OTHER\n  Name: d\nStudy Brief:\nProtocol Section: NCT99000202\n";

inline const std::string kXmlAsJson =
    R"([{"clinical_study":{"@rank":"1","id_info":{"nct_id":"NCT99000201","secondary_id":["A","B"]},"brief_summary":)"
    R"({"textblock":"\n   a\n   b"},"enrollment":{"#text":"4"}}},{"clinical_study":{"id_info":{"nct_id":"NCT99000202"}}}])";

inline const std::string kApiV1 =
    R"({"FullStudiesResponse":{"FullStudies":[{"Rank":1,"Study":{"ProtocolSection":{"IdentificationModule":)"
    R"({"NCTId":"NCT99000201","BriefTitle":"A"},"ConditionsModule":{"ConditionList":{"Condition":["a","b"]}}}}},)"
    "\n"
    R"({"Rank":2,"Study":{"ProtocolSection":{"IdentificationModule":{"NCTId":"NCT99000202"}}}}]}})"
    R"({"StudyFieldsResponse":{"StudyFields":[{"NCTId":["NCT99000203"],"InterventionName":["a","b"],"Phase":["Phase 1"]}]}})";

struct Sample {
  std::string_view format;
  std::string text;
};

inline std::vector<Sample> samples() {
  return {
      {"api-v2", json_lines()},
      {"module-text", kModuleText},
      {"module-text", kModulePages},
      {"ctgov-xml", "<all>\n" + kLegacyStudy + legacy_study("NCT99000202", "<x a=\"1\"/>&#xB5;") + "</all>"},
      {"ictrp-xml", kIctrpTrials},
      {"xml-as-json", kXmlAsJson},
      {"api-v1", kApiV1},
      {"ctgov-csv", kTable},
      {"ictrp-csv", kWhoTable},
      {"aact", kTablePart},
  };
}

}  // namespace trialsift::formats
