// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/json/json_records.hpp"

#include <utility>

#include "formats/values/excerpt.hpp"

namespace trialsift::formats {

JsonRecords::JsonRecords(ByteSource& source, std::string file, const ReadOptions& options, const JsonShape& shape,
                         std::string_view id_key, PageOf page_of)
    : splitter_(source, shape, options.record_bytes_max),
      file_(std::move(file)),
      record_bytes_max_(options.record_bytes_max),
      id_key_(id_key),
      page_of_(page_of) {}

std::optional<std::variant<Json, Rejected>> JsonRecords::next() {
  const auto piece = splitter_.next();
  take_pages();
  if (!piece) return std::nullopt;
  piece_ = *piece;
  if (PagePiece* const page = splitter_.page(); page != nullptr && page->records == 1) page->first_id = id_in_text();
  if (piece_.kind == Piece::Kind::kRecord) return parsed();
  return without_record();
}

/// Before the record that was found with them is parsed.
void JsonRecords::take_pages() {
  for (PagePiece& piece : splitter_.take_pages()) {
    if (page_of_ == nullptr) continue;
    const std::size_t size = piece.text.size();
    piece.text.append(kJsonPadding, ' ');
    Json root;
    const std::string_view text = std::string_view(piece.text).substr(0, size);
    if (text.empty() || !parse_json(text, root).empty()) {
      ending_.open = "What a page says of itself cannot be read.";
      continue;
    }
    Page page = page_of_(JsonNode(root));
    page.records = piece.records;
    if (page.answer.empty()) page.key += " " + piece.first_id;
    ending_.pages.push_back(std::move(page));
  }
}

Rejected JsonRecords::rejected(std::string_view reason, std::string detail, std::string id) const {
  return Rejected{{file_, piece_.line, piece_.offset, std::move(id)}, std::string(reason), std::move(detail)};
}

std::string JsonRecords::id_in_text() const {
  std::string_view text = piece_.text;
  std::string found;
  for (std::size_t key = text.find(id_key_); key != std::string_view::npos; key = text.find(id_key_)) {
    text.remove_prefix(key + id_key_.size());
    const std::size_t open = text.find('"');
    if (open == std::string_view::npos) break;
    constexpr std::size_t kIdLength = 11;
    const auto id = model::TrialId::parse(text.substr(open + 1, kIdLength));
    // Another's id: what was lost between two records may have made them one.
    if (id && !found.empty() && id->text() != found) return {};
    if (id) found = id->text();
  }
  return found;
}

std::variant<Json, Rejected> JsonRecords::parsed() const {
  Json root;
  const std::string_view wrong = parse_json(piece_.text, root);
  if (wrong.empty()) return root;
  return rejected("bad-json", "The record is no JSON: " + std::string(wrong), id_in_text());
}

Rejected JsonRecords::without_record() const {
  switch (piece_.kind) {
    case Piece::Kind::kStray:
      return rejected("bad-json", "Text between the records: " + excerpt(piece_.text));
    case Piece::Kind::kUnclosed:
      return rejected("bad-json", "The record's braces do not close before the next record begins.", id_in_text());
    case Piece::Kind::kTooLarge:
      return rejected("too-large", "The record is larger than " + std::to_string(record_bytes_max_) + " bytes.");
    case Piece::Kind::kTooMany:
      return rejected("too-large", "The record holds more than " + std::to_string(kJsonValuesMax) + " values.",
                      id_in_text());
    default:
      return rejected(
          "truncated",
          piece_.text.empty() ? "The input ends inside its list of studies." : "The input ends inside this record.",
          id_in_text());
  }
}

}  // namespace trialsift::formats
