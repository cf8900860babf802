// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/readers.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "formats/ctgov/study_trial.hpp"
#include "formats/json/json_records.hpp"
#include "formats/values/excerpt.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

class ApiV2Reader : public Reader {
 public:
  ApiV2Reader(ByteSource& source, const std::string& file, const ReadOptions& options)
      : records_(source, file, options, kApiV2Shape, "\"nctId\"") {}

  std::optional<Record> next() override {
    auto found = records_.next();
    if (!found) return std::nullopt;
    if (auto* bad = std::get_if<Rejected>(&*found)) return std::move(*bad);
    return study(JsonNode(std::get<Json>(*found)));
  }

  std::string current() const override { return current_; }

 private:
  Record study(const JsonNode& study) {
    const JsonNode protocol = study["protocolSection"];
    if (!protocol) {
      return records_.rejected("not-a-study", "The object has no protocolSection.", records_.id_in_text());
    }
    const JsonNode identification = protocol["identificationModule"];
    const std::string given = identification.raw("nctId");
    auto id = model::TrialId::parse(given);
    if (!id) return records_.rejected("no-id", missing_id(identification, given));
    model::Trial trial = trial_of_study(study, std::move(*id));
    trial.as_of = take_version(study);
    return trial;
  }

  static std::string missing_id(const JsonNode& identification, const std::string& given) {
    if (!identification) return "The study has no identification module.";
    return no_id_sentence(given, "The study's identification module has no nctId.");
  }

  model::PartialDate take_version(const JsonNode& study) {
    const std::string version = study["derivedSection"]["miscInfoModule"].raw("versionHolder");
    const auto date = model::PartialDate::parse(version);
    if (!date) return {};
    current_ = std::max(current_, version);
    return *date;
  }

  JsonRecords records_;
  std::string current_;
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
