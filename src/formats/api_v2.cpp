// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/api_v2.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "formats/json_repair.hpp"
#include "formats/json_splitter.hpp"
#include "formats/study_json.hpp"
#include "formats/study_trial.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

static_assert(kJsonPadding >= simdjson::SIMDJSON_PADDING);

/// One a thread: its buffers stay, and a zip of single studies opens a reader for each. A giant's buffers, ten times
/// its size, go again with the next record.
simdjson::dom::parser& parser_for(std::size_t bytes) {
  constexpr std::size_t kKeptBytes = 8U << 20U;
  thread_local simdjson::dom::parser parser;
  if (parser.capacity() > kKeptBytes && bytes <= kKeptBytes) parser = simdjson::dom::parser();
  return parser;
}

/// The id in text that is no JSON, for the report.
std::string id_in(std::string_view text) {
  constexpr std::string_view kKey = "\"nctId\"";
  const std::size_t key = text.find(kKey);
  if (key == std::string_view::npos) return {};
  const std::size_t open = text.find('"', key + kKey.size());
  if (open == std::string_view::npos) return {};
  constexpr std::size_t kIdLength = 11;
  const auto id = model::TrialId::parse(text.substr(open + 1, kIdLength));
  return id ? id->text() : std::string();
}

/// For a detail: one short printable line.
std::string excerpt(std::string_view text) {
  constexpr std::size_t kBytes = 40;
  std::string cut(text.substr(0, kBytes));
  base::repair_utf8(cut);
  return base::collapse_space(base::printable(cut)) + (text.size() > kBytes ? "..." : "");
}

class ApiV2Reader : public Reader {
 public:
  ApiV2Reader(ByteSource& source, std::string file, const ReadOptions& options)
      : splitter_(source, options.record_bytes_max), file_(std::move(file)), options_(options) {}

  std::optional<Record> next() override {
    const auto piece = splitter_.next();
    if (!piece) return std::nullopt;
    if (piece->kind == Piece::Kind::kRecord) return study(*piece);
    return without_record(*piece);
  }

  std::string current() const override { return current_; }

 private:
  Record rejected(const Piece& piece, std::string_view reason, std::string detail, std::string id = {}) const {
    return Rejected{{file_, piece.line, piece.offset, std::move(id)}, std::string(reason), std::move(detail)};
  }

  Record without_record(const Piece& piece) const {
    switch (piece.kind) {
      case Piece::Kind::kStray:
        return rejected(piece, "bad-json", "Text between the records: " + excerpt(piece.text));
      case Piece::Kind::kUnclosed:
        return rejected(piece, "bad-json", "The record's braces do not close before the next record begins.",
                        id_in(piece.text));
      case Piece::Kind::kTooLarge:
        return rejected(piece, "too-large",
                        "The record is larger than " + std::to_string(options_.record_bytes_max) + " bytes.");
      default:
        return rejected(
            piece, "truncated",
            piece.text.empty() ? "The input ends inside its list of studies." : "The input ends inside this record.",
            id_in(piece.text));
    }
  }

  Record study(const Piece& piece) {
    Json root;
    auto error = parser_for(piece.text.size()).parse(piece.text.data(), piece.text.size(), false).get(root);
    std::string repaired;
    if (error != simdjson::SUCCESS) {
      repaired = repair_json(piece.text);
      error = parser_for(repaired.size()).parse(repaired).get(root);
    }
    if (error != simdjson::SUCCESS) {
      return rejected(piece, "bad-json", std::string("The record is no JSON: ") + simdjson::error_message(error),
                      id_in(piece.text));
    }
    const JsonNode study(root);
    const JsonNode protocol = study["protocolSection"];
    if (!protocol) return rejected(piece, "not-a-study", "The object has no protocolSection.", id_in(piece.text));
    const JsonNode identification = protocol["identificationModule"];
    const std::string given = identification.raw("nctId");
    auto id = model::TrialId::parse(given);
    if (!id) return rejected(piece, "no-id", missing_id(identification, given));
    model::Trial trial = trial_of_study(study, std::move(*id));
    trial.as_of = take_version(study);
    return trial;
  }

  static std::string missing_id(const JsonNode& identification, const std::string& given) {
    if (!identification) return "The study has no identification module.";
    if (given.empty()) return "The study's identification module has no nctId.";
    return "\"" + excerpt(given) + "\" is no trial id.";
  }

  model::PartialDate take_version(const JsonNode& study) {
    const std::string version = study["derivedSection"]["miscInfoModule"].raw("versionHolder");
    const auto date = model::PartialDate::parse(version);
    if (!date) return {};
    current_ = std::max(current_, version);
    return *date;
  }

  JsonSplitter splitter_;
  std::string file_;
  ReadOptions options_;
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
