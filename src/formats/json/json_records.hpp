// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "formats/json/json_splitter.hpp"
#include "formats/json/study_json.hpp"
#include "formats/reader.hpp"

namespace trialsift::formats {

/// What a page says of its answer, by its members without the records; `records` and the first one's id are filled in.
using PageOf = Page (*)(const JsonNode& members);

/// The objects of a stream of JSON records, one at a time.
class JsonRecords {
 public:
  using Parsed = Json;

  /// `id_key` is the quoted key of the id, for reports of records that are no JSON; `page_of` is null where the format
  /// has no pages. `source` outlives it.
  JsonRecords(ByteSource& source, std::string file, const ReadOptions& options, const JsonShape& shape,
              std::string_view id_key, PageOf page_of = nullptr);

  /// An object, valid until the next call of any JsonRecords in the thread; a rejection; or nothing at the end. Throws
  /// what the source throws.
  std::optional<std::variant<Json, Rejected>> next();

  /// A rejection of the record that was given out last.
  Rejected rejected(std::string_view reason, std::string detail, std::string id = {}) const;
  /// The id in the text of the record that was given out last, or empty; empty too where it has several.
  std::string id_in_text() const;
  /// With the pages that ended so far; at the end.
  Ending ending() { return std::move(ending_); }

 private:
  void take_pages();
  std::variant<Json, Rejected> parsed() const;
  Rejected without_record() const;

  JsonSplitter splitter_;
  std::string file_;
  std::size_t record_bytes_max_;
  std::string_view id_key_;
  PageOf page_of_;
  Ending ending_;
  Piece piece_{};
};

}  // namespace trialsift::formats
