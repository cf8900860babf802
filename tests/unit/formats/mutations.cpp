// SPDX-License-Identifier: GPL-2.0-or-later
#include <fstream>
#include <iterator>
#include <random>

#include "unit/formats/samples.hpp"
#include "unit/formats/xml_samples.hpp"

using namespace trialsift::formats;

namespace {

const std::string kModuleText =
    "Description Module\n\nDescription Module path is as follows:\n\nDescription Module\n\n"
    "Ignite Creation Date: 2025-12-25 @ 5:18 AM\r\nIgnite Modification Date: 2025-12-25 @ 5:18 AM\nNCT ID: "
    "NCT00000001\n"
    "Brief Summary: p \\< 0.05 &gte; \xCE\xB1\n\nMore.\nDetailed Description: Text.\nStudy:\nStudy: NCT00000001\n"
    "Study Brief:\nProtocol Section: NCT00000001\nIgnite Creation Date: x\nNCT ID: NCT00000002\nBrief Summary: b\n";

std::string json_lines() {
  return "{\"x\":1,\"studies\":[" + study("NCT00000001", "a \\\\* &lt; \\ud83d\\ude00 \xCE\xB1") + ",\n" +
         study("NCT00000002") + "],\"nextPageToken\":\"t\"}\n" + study("NCT00000003") + "\n" +
         R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000004"},"designModule":{"enrollmentInfo":{"count":12}},)" +
         R"("armsInterventionsModule":{"interventions":[{"type":"DRUG","name":"x","otherNames":["y"]}]}},"hasResults":false})";
}

const std::string kTable =
    "NCT Number,Study Title,Conditions,Start Date\nNCT99000301,\"A, b\",Haste|Delay,06-08-2025\n"
    "NCT99000302,\"Two\nlines of \"\"text\"\"\",,18-12-2025\n,,,\nNCT99000303,\"a \"b\" c\",x,2020\n";
const std::string kWhoTable =
    "TrialID,Public title,Scientific title,Date registration\r\nNCT99000301,\"A, b\",\"x\r\ny\",16/02/2020\r\n"
    "ISRCTN99000302,c,d,\"2020\"\r\n";
const std::string kTablePart = "id|nct_id|description\n1|NCT99000301|\"One | two\n\"\n2|NCT99000302|three\n";
const std::string kModulePages =
    "Eligibility Module\n\nStudy -> Protocol Section -> Eligibility Module\n\nNCT ID: NCT99000201\nEligibility "
    "Criteria: "
    "a\n\n* b\nSex: ALL\nStudy: NCT99000201\nArms Interventions Module\nNCT ID: NCT99000202\nInterventions:\n- Type: "
    "DRUG\n"
    "  Name: a\n  Description: b\nc\n- Type: OTHER\n  Name: d\nStudy Brief:\nProtocol Section: NCT99000202\n";

const std::string kXmlAsJson =
    R"([{"clinical_study":{"@rank":"1","id_info":{"nct_id":"NCT99000201","secondary_id":["A","B"]},"brief_summary":)"
    R"({"textblock":"\n   a\n   b"},"enrollment":{"#text":"4"}}},{"clinical_study":{"id_info":{"nct_id":"NCT99000202"}}}])";

const std::string kApiV1 =
    R"({"FullStudiesResponse":{"FullStudies":[{"Rank":1,"Study":{"ProtocolSection":{"IdentificationModule":)"
    R"({"NCTId":"NCT99000201","BriefTitle":"A"},"ConditionsModule":{"ConditionList":{"Condition":["a","b"]}}}}},)"
    "\n"
    R"({"Rank":2,"Study":{"ProtocolSection":{"IdentificationModule":{"NCTId":"NCT99000202"}}}}]}})"
    R"({"StudyFieldsResponse":{"StudyFields":[{"NCTId":["NCT99000203"],"InterventionName":["a","b"],"Phase":["Phase 1"]}]}})";

std::string mutated(std::string bytes, std::mt19937& random) {
  const auto below = [&random](std::size_t limit) {
    return static_cast<std::size_t>(random()) % std::max<std::size_t>(limit, 1);
  };
  for (std::size_t changes = 1 + below(4); changes > 0 && !bytes.empty(); --changes) {
    const std::size_t at = below(bytes.size());
    const std::size_t length = below(std::min<std::size_t>(bytes.size() - at, 40));
    switch (below(5)) {
      case 0:
        bytes[at] = static_cast<char>(below(256));
        break;
      case 1:
        bytes.resize(at);
        break;
      case 2:
        bytes.erase(at, length);
        break;
      case 3:
        bytes.insert(at, bytes.substr(at, length));
        break;
      default:
        bytes.insert(at, 1, "{}[]\"\\\n,:|<>&/"[below(14)]);
    }
  }
  return bytes;
}

/// Every record has an id, or a reason.
void check(const Outcome& outcome, const std::string& bytes) {
  bool sound = outcome.skipped.empty();
  for (const auto& note : outcome.notes) sound = sound && !note.empty();
  for (const auto& trial : outcome.trials) sound = sound && !trial.id.empty();
  for (const auto& bad : outcome.rejected) sound = sound && !bad.reason.empty() && bad.where.offset <= bytes.size();
  if (!sound) FAIL("unsound: " << bytes);
}

}  // namespace

TEST_CASE("no damage to a file makes a reader throw or lose account") {
  std::mt19937 random(20251224);  // the same bytes on each run
  for (const auto& [name, seed] :
       {std::pair<std::string, std::string>{"api-v2", json_lines()},
        {"module-text", kModuleText},
        {"module-text", kModulePages},
        {"ctgov-xml", "<all>\n" + kLegacyStudy + legacy_study("NCT99000202", "<x a=\"1\"/>&#xB5;") + "</all>"},
        {"ictrp-xml", kIctrpTrials},
        {"xml-as-json", kXmlAsJson},
        {"api-v1", kApiV1}}) {
    for (int round = 0; round < 2000; ++round) {
      const std::string bytes = mutated(seed, random);
      const auto whole = read_text(name, bytes);
      check(whole, bytes);
      const auto stepped = read_text(name, bytes, {}, 1 + random() % 9);
      if (stepped.trials != whole.trials || stepped.reasons() != whole.reasons()) FAIL("steps matter: " << bytes);
    }
  }
}

TEST_CASE("no damage to joined tables makes the stream throw or lose account") {
  const trialsift::testing::TempFolder folder;
  std::mt19937 random(11);
  folder.write("detailed_descriptions.txt", kTablePart);
  for (int round = 0; round < 500; ++round) {
    const std::string bytes = mutated(kTablePart, random);
    folder.write("brief_summaries.txt", bytes);
    const auto outcome = read_inputs({folder.path().string()});
    for (const auto& bad : outcome.rejected) {
      if (bad.reason.empty() || bad.where.offset > bytes.size()) FAIL("unsound: " << bytes);
    }
    if (outcome.trials.size() < 2) FAIL("the other table is lost: " << bytes);
  }
  SUCCEED();
}

TEST_CASE("no damage to an archive makes the stream throw") {
  const trialsift::testing::TempFolder folder;
  std::mt19937 random(42);
  pack((folder / "a.zip").string(), Packing::kZip, {{"a.json", json_lines()}, {"b.txt", kModuleText}, {"c", "prose"}});
  pack((folder / "a.tgz").string(), Packing::kTarGzip, {{"a.json", json_lines()}, {"b.txt", kModuleText}});
  compress((folder / "a.zst").string(), "zstd", json_lines());
  for (const char* name : {"a.zip", "a.tgz", "a.zst"}) {
    std::ifstream file(folder / name, std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(file), {}};
    for (int round = 0; round < 200; ++round) {
      const auto outcome = read_inputs({folder.write("mutated", mutated(whole, random))});
      for (const auto& trial : outcome.trials) {
        if (trial.id.empty()) FAIL("a trial without an id");
      }
    }
  }
  SUCCEED();
}
