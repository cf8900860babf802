// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

/// Small exports of every format, in the pieces that they are made of: to be cut anywhere, or to lose a record.
namespace trialsift::testing {

struct Export {
  std::string name;
  std::string file;  ///< a name that such exports have
  std::string head;  ///< before the first record
  std::vector<std::string> records;
  std::string between = {};  ///< behind each but the last
  std::string tail = {};     ///< behind the last
  /// Cut behind a record, with or without `between`, it looks like a whole export of fewer records.
  bool may_end_early = false;

  std::string bytes(std::size_t count) const {
    std::string all = head;
    for (std::size_t i = 0; i < count; ++i) all += records[i] + (i + 1 < count ? between : tail);
    return all;
  }
  std::string whole() const { return bytes(records.size()); }

  /// True where nothing in the first `size` bytes can tell that records are lacking.
  bool looks_whole(std::size_t size) const {
    if (!may_end_early) return false;
    std::size_t end = head.size();
    for (const std::string& record : records) {
      end += record.size();
      if (size >= end && size <= end + between.size()) return true;
      end += between.size();
    }
    return false;
  }
};

inline std::string export_id(int number) {
  return "NCT9900050" + std::to_string(number);
}

namespace detail {

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// Four records of one text in which ID and N stand for the record's.
inline std::vector<std::string> four(const std::string& text) {
  std::vector<std::string> records;
  for (int i = 1; i <= 4; ++i)
    records.push_back(replaced(replaced(text, "@ID", export_id(i)), "@N", std::to_string(i)));
  return records;
}

inline const std::string kStudyV2 =
    R"({"protocolSection":{"identificationModule":{"nctId":"@ID","briefTitle":"Study @N of \"x\" {y]"},)"
    R"("designModule":{"enrollmentInfo":{"count":1@N}}},"hasResults":false})";
inline const std::string kStudyV2Lines =
    "{\n    \"protocolSection\": {\n      \"identificationModule\": {\n        \"nctId\": \"@ID\",\n"
    "        \"briefTitle\": \"Study @N\"\n      }\n    }\n  }";
inline const std::string kStudyV1 =
    R"({"Rank":@N,"Study":{"ProtocolSection":{"IdentificationModule":{"NCTId":"@ID","BriefTitle":"Study @N"}}}})";
inline const std::string kFieldsV1 = R"({"Rank":@N,"NCTId":["@ID"],"BriefTitle":["Study @N"],"Phase":[]})";
inline const std::string kLegacy =
    "<clinical_study rank=\"@N\">\n <id_info>\n  <nct_id>@ID</nct_id>\n </id_info>\n <!-- so -->\n"
    " <brief_title>Study @N &amp; more</brief_title>\n</clinical_study>";
inline const std::string kLegacyJson =
    R"({"clinical_study":{"@rank":"@N","id_info":{"nct_id":"@ID"},"brief_title":"Study @N"}})";
inline const std::string kIctrp =
    " <Trial>\n  <TrialID>@ID</TrialID>\n  <public_title>Study @N &lt;br&gt;</public_title>\n </Trial>\n";
inline const std::string kModule =
    "Description Module\n\nIgnite Creation Date: 2025-12-25 @ 5:18 AM\nIgnite Modification Date: 2025-12-25 @ 5:18 AM\n"
    "NCT ID: @ID\nBrief Summary: Summary @N.\n\nIts second part.\nDetailed Description: Text @N.\nStudy: @ID\nStudy "
    "Brief:\nProtocol Section: @ID";
inline const std::string kEligibility =
    "Eligibility Module\n\nStudy -> Protocol Section -> Eligibility Module\n\nNCT ID: @ID\nEligibility Criteria: "
    "a\n\n* b\n"
    "Sex: ALL\nStudy: @ID\nStudy Brief:\nProtocol Section: @ID";

}  // namespace detail

/// AACT comes as a table of one file here.
inline std::vector<Export> exports() {
  using namespace detail;
  const std::string v1 =
      R"("APIVrs":"1.01","Expression":"x","NStudiesAvail":9,"NStudiesFound":4,"MinRank":1,"MaxRank":4,)";
  return {
      {"NDJSON", "a.ndjson", "", four(kStudyV2), "\n", "\n", true},
      {"NDJSON with CRLF", "a.json", "", four(kStudyV2), "\r\n", "\r\n", true},
      {"NDJSON without a last line end", "a.jsonl", "", four(kStudyV2), "\n", "", true},
      {"objects one after the other", "a.json", "", four(kStudyV2Lines), "\n", "", true},
      {"API v2 list", "a.json", "[", four(kStudyV2), ",", "]"},
      {"API v2 list over lines", "a.json", "[\n", four(kStudyV2Lines), ",\n", "\n]\n"},
      {"API v2 page", "a.json", "{\"studies\":[", four(kStudyV2), ",", "]}"},
      {"API v2 page with its count", "a.json", "{\"totalCount\":4,\"studies\":[", four(kStudyV2), ", ", "]}\n"},
      {"API v2 pages one after the other", "a.json", "{\"totalCount\":4,\"studies\":[", four(kStudyV2),
       "],\"nextPageToken\":\"@N\"}\n{\"studies\":[", "]}\n"},
      {"API v2 single study", "a.json", "", {four(kStudyV2Lines)[0]}, "", "\n"},
      {"API v1 full studies", "a.json", "{\"FullStudiesResponse\":{" + v1 + "\"FullStudies\":[\n", four(kStudyV1),
       ",\n", "]}}"},
      {"API v1 study fields", "a.json", "{\"StudyFieldsResponse\":{" + v1 + "\"StudyFields\":[", four(kFieldsV1), ",",
       "]}}\n"},
      {"API v1 studies in lines", "a.ndjson", "", four(kStudyV1), "\n", "\n", true},
      {"XML of one study", "a.xml", "<?xml version=\"1.0\"?>\n", {four(kLegacy)[0]}, "", "\n"},
      {"XML of studies one after the other", "a.xml", "", four(kLegacy), "\n", "\n", true},
      {"XML of studies in an element", "a.xml", "<?xml version=\"1.0\"?>\n<all>\n", four(kLegacy), "\n", "\n</all>\n"},
      {"XML of a search", "a.xml", "<search_results count=\"4\">\n<query>x</query>\n", four(kLegacy), "\n",
       "\n</search_results>"},
      {"XML as JSON", "a.json", "[", four(kLegacyJson), ",", "]"},
      {"XML as JSON in lines", "a.ndjson", "", four(kLegacyJson), "\n", "\n", true},
      {"ICTRP XML", "a.xml", "<?xml version=\"1.0\"?>\n<Trials_downloaded_from_ICTRP>\n", four(kIctrp), "",
       "</Trials_downloaded_from_ICTRP>"},
      {"ICTRP CSV", "a.csv", "\xEF\xBB\xBFTrialID,Public title,Scientific title,Date registration\r\n",
       four("\"@ID\",\"Study, @N\",\"the \"\"@N\"\"\",\"16/02/2020\"\r\n"), "", "", true},
      {"ctgov CSV", "a.csv", "NCT Number,Study Title,Study Status,Conditions\n",
       four("@ID,\"Study @N,\nof two lines\",COMPLETED,Haste|Rest\n"), "", "", true},
      {"ctgov CSV of before", "a.csv", "\"Rank\",\"NCT Number\",\"Title\",\"Status\",\"URL\"\n",
       four("\"@N\",\"@ID\",\"Study @N\",\"Completed\",\"https://a/@ID\"\n"), "", "", true},
      {"ctgov TSV", "a.tsv", "NCT Number\tTitle\tStatus\n", four("@ID\tStudy @N\tCompleted\n"), "", "", true},
      {"CSV with semicolons and CR", "a.csv", "NCT Number;Title;Status\r", four("@ID;Study @N;Completed\r"), "", "",
       true},
      {"CSV with an unnamed column of ids", "a.csv", ",Title,Status\n", four("@ID,Study @N,Completed\n"), "", "", true},
      {"AACT studies", "studies.txt", "nct_id|brief_title|overall_status|study_type\n",
       four("@ID|Study @N|Completed|Interventional\n"), "", "", true},
      {"AACT part", "brief_summaries.txt", "id|nct_id|description\n", four("@N|@ID|\"One | @N\n\n\"\n"), "", "", true},
      {"module text", "a.txt", "", four(kModule), "\n\n", "\n", true},
      {"module text of one record", "a.txt", "Description Module path is as follows:\n\n", {four(kModule)[0]}, "", ""},
      {"module text of another module", "a.txt", "", four(kEligibility), "\n", "", true},
  };
}

}  // namespace trialsift::testing
