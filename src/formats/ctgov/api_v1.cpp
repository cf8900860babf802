// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/readers.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "formats/coverage.hpp"
#include "formats/ctgov/study_fields.hpp"
#include "formats/ctgov/study_trial.hpp"
#include "formats/ctgov/v1_study.hpp"
#include "formats/json/json_records.hpp"
#include "formats/records_reader.hpp"
#include "formats/values/excerpt.hpp"
#include "formats/values/trial_values.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/written_date.hpp"

namespace trialsift::formats {
namespace {

constexpr std::array<std::string_view, 2> kLists = {"\"FullStudies\"", "\"StudyFields\""};
constexpr std::array<std::string_view, 5> kKeys = {"\"Rank\"", "\"Study\"", "\"ProtocolSection\"",
                                                   "\"FullStudiesResponse\"", "\"StudyFieldsResponse\""};
constexpr JsonShape kShape{kLists, 2, kKeys};
constexpr std::string_view kIdKey = "\"NCTId\"";

/// Every page tells the expression that was searched for, how many studies were found, and the rank of its first.
Page page_of(const JsonNode& members) {
  Page page;
  for (const char* const response : {"FullStudiesResponse", "StudyFieldsResponse"}) {
    const JsonNode found = members[response];
    if (!found) continue;
    page.answer = response + (" " + found.raw("Expression"));
    page.key = found.raw("MinRank");
    if (const auto total = count_of(found.raw("NStudiesFound"))) page.total = static_cast<std::uint64_t>(*total);
  }
  return page;
}

class ApiV1Reader : public RecordsReader<JsonRecords> {
 public:
  ApiV1Reader(ByteSource& source, const std::string& file, const ReadOptions& options)
      : RecordsReader(source, file, options, kShape, kIdKey, page_of) {}

 protected:
  Record record(const Json& json) override {
    const JsonNode record(json);
    const JsonNode inner = record["Study"];
    const JsonNode study = inner ? inner : record;
    if (study["ProtocolSection"]) return full_study(study);
    if (record.has("NCTId")) return chosen_fields(record);
    return records().rejected("not-a-study", "The object has neither ProtocolSection nor NCTId.",
                              records().id_in_text());
  }

 private:
  Record without_id(const std::string& given) const {
    return records().rejected("no-id", no_id_sentence(given, "The study has no NCTId."));
  }

  Record full_study(const JsonNode& study) {
    const std::string given = study["ProtocolSection"]["IdentificationModule"].raw("NCTId");
    auto id = model::TrialId::parse(given);
    if (!id) return without_id(given);
    const std::string version = study["DerivedSection"]["MiscInfoModule"].raw("VersionHolder");
    constexpr model::MemberSet kDerived =
        model::member::kConditionMesh | model::member::kInterventionMesh | model::member::kMeshAncestors;
    note_coverage({model::MemberSet::all() - (study["DerivedSection"] ? model::MemberSet() : kDerived), {}});
    std::string text = v2_of_v1(study);
    const std::size_t size = text.size();
    text.append(kJsonPadding, ' ');
    Json root;
    if (!parse_json(std::string_view(text).substr(0, size), root).empty()) {
      return records().rejected("bad-json", "The study is nested too deeply.", id->text());
    }
    model::Trial trial = trial_of_study(JsonNode(root), std::move(*id));
    trial.as_of = model::read_date(version, model::DayMonth::kMonthFirst).value_or(model::PartialDate());
    note_current(trial.as_of.text());
    return trial;
  }

  /// An answer to study_fields: lists of values by the names of the fields that were asked for.
  Record chosen_fields(const JsonNode& record) {
    const std::vector<std::string> given = record.texts("NCTId");
    auto id = model::TrialId::parse(given.empty() ? std::string() : given.front());
    if (!id) return without_id(given.empty() ? std::string() : given.front());
    model::Trial trial;
    trial.id = std::move(*id);
    model::MemberSet fields;
    for (const auto& [name, value] : record.members()) {
      take_study_field(trial, study_field_name(name), raw_texts(value));
      fields |= study_field_columns(study_field_name(name));
    }
    note_coverage(coverage_of_columns(fields));
    std::erase(trial.other_ids, trial.id.text());
    return trial;
  }
};

}  // namespace

bool sniff_api_v1(std::string_view head) {
  const std::string_view text = base::trim(head);
  if (!text.starts_with('{') && !text.starts_with('[')) return false;
  constexpr std::array<std::string_view, 4> kSigns = {"\"FullStudiesResponse\"", "\"StudyFieldsResponse\"",
                                                      "\"ProtocolSection\"", "\"NCTId\""};
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [text](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

std::unique_ptr<Reader> open_api_v1(ByteSource& source, const std::string& file, const ReadOptions& options) {
  return std::make_unique<ApiV1Reader>(source, file, options);
}

}  // namespace trialsift::formats
