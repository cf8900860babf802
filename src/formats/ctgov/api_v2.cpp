// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/readers.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "formats/ctgov/study_trial.hpp"
#include "formats/json/json_records.hpp"
#include "formats/records_reader.hpp"
#include "formats/values/excerpt.hpp"
#include "formats/values/trial_values.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

constexpr std::string_view kIdKey = "\"nctId\"";

/// The first page tells the number of all studies where it was asked for; every page but the last has a token.
Page page_of(const JsonNode& members) {
  Page page;
  page.key = members.raw("nextPageToken");
  page.continues = !page.key.empty();
  if (const auto total = count_of(members.raw("totalCount"))) page.total = static_cast<std::uint64_t>(*total);
  return page;
}

class ApiV2Reader : public RecordsReader<JsonRecords> {
 public:
  ApiV2Reader(ByteSource& source, const std::string& file, const ReadOptions& options)
      : RecordsReader(source, file, options, kApiV2Shape, kIdKey, page_of) {}

 protected:
  Record record(const Json& json) override {
    const JsonNode study(json);
    const JsonNode protocol = study["protocolSection"];
    if (!protocol) {
      return records().rejected("not-a-study", "The object has no protocolSection.", records().id_in_text());
    }
    const JsonNode identification = protocol["identificationModule"];
    const std::string given = identification.raw("nctId");
    auto id = model::TrialId::parse(given);
    if (!id) return records().rejected("no-id", missing_id(identification, given));
    model::Trial trial = trial_of_study(study, std::move(*id));
    trial.as_of = take_version(study);
    // Without these two it is an answer of chosen fields: what it lacks was not asked for.
    const bool is_whole = study.has("hasResults") && study["derivedSection"]["miscInfoModule"];
    note_coverage(is_whole ? model::Coverage{model::MemberSet::all(), {}} : model::Coverage());
    return trial;
  }

 private:
  static std::string missing_id(const JsonNode& identification, const std::string& given) {
    if (!identification) return "The study has no identification module.";
    return no_id_sentence(given, "The study's identification module has no nctId.");
  }

  model::PartialDate take_version(const JsonNode& study) {
    const std::string version = study["derivedSection"]["miscInfoModule"].raw("versionHolder");
    const auto date = model::PartialDate::parse(version);
    if (!date) return {};
    note_current(version);
    return *date;
  }
};

bool holds(std::string_view head, std::string_view text) {
  return head.find(text) != std::string_view::npos;
}

}  // namespace

bool sniff_api_v2(std::string_view head) {
  constexpr std::array<std::string_view, 3> kSections = {"\"protocolSection\"", "\"derivedSection\"",
                                                         "\"resultsSection\""};
  const std::string_view text = base::trim(head);
  if (text.empty()) return false;
  const bool has_section =
      std::any_of(kSections.begin(), kSections.end(), [text](std::string_view key) { return holds(text, key); });
  if (text.front() == '{' || text.front() == '[') {
    // A page or an array without studies is what a search without results gives.
    return has_section || (text.front() == '{' && holds(text, "\"studies\"")) ||
           (text.front() == '[' && base::trim(text.substr(1)) == "]");
  }
  // Stray text before the first study does not hide the file.
  return has_section && (holds(text, "\n{\"protocolSection\"") || holds(text, "\n[{\"protocolSection\""));
}

std::unique_ptr<Reader> open_api_v2(ByteSource& source, const std::string& file, const ReadOptions& options) {
  return std::make_unique<ApiV2Reader>(source, file, options);
}

}  // namespace trialsift::formats
