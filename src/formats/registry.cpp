// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>

#include "formats/reader.hpp"
#include "formats/readers.hpp"
#include "trialsift/formats/record_stream.hpp"

namespace trialsift::formats {
namespace {

/// Sniffed in this order.
constexpr std::array kFormats = {
    Format{"module-text",
           "text export of the Description Module (NCT ID, Brief Summary, Detailed Description) and its sisters",
           sniff_module_text, open_module_text},
    Format{"api-v2", "ClinicalTrials.gov API v2 JSON: an array, pages of studies, one study a line, one study a file",
           sniff_api_v2, open_api_v2},
    Format{"api-v1", "ClinicalTrials.gov API v1 JSON (retired): FullStudiesResponse, StudyFieldsResponse, studies",
           sniff_api_v1, open_api_v1},
    Format{"ctgov-xml", "XML of the retired ClinicalTrials.gov site: <clinical_study>, one or many a file",
           sniff_ctgov_xml, open_ctgov_xml},
    Format{"xml-as-json", "that XML turned into JSON: {\"clinical_study\": ...}", sniff_xml_as_json, open_xml_as_json},
    Format{"ictrp-xml", "XML of the WHO's trial search portal: trials of all primary registries", sniff_ictrp_xml,
           open_ictrp_xml},
    Format{"aact", "AACT: its tables as bar-delimited text or CSV, joined to trials", sniff_aact, nullptr, join_aact,
           passes_over_aact},
    Format{"ictrp-csv", "WHO ICTRP CSV: exports, lists, the full export without a header", sniff_ictrp_csv,
           open_ictrp_csv},
    Format{"ctgov-csv",
           "ClinicalTrials.gov CSV and TSV, and any table with a column of trial ids and others that are known",
           sniff_ctgov_csv, open_ctgov_csv},
};

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

std::vector<FormatInfo> known_formats() {
  std::vector<FormatInfo> known;
  for (const Format& format : kFormats) known.push_back({format.name, format.about});
  return known;
}

}  // namespace trialsift::formats
