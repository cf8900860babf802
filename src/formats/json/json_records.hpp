// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "formats/json/json_splitter.hpp"
#include "formats/json/study_json.hpp"
#include "formats/reader.hpp"

namespace trialsift::formats {

/// The objects of a stream of JSON records, one at a time.
class JsonRecords {
 public:
  using Parsed = Json;

  /// `id_key` is the quoted key of the id, for reports of records that are no JSON. `source` outlives it.
  JsonRecords(ByteSource& source, std::string file, const ReadOptions& options, const JsonShape& shape,
              std::string_view id_key);

  /// An object, valid until the next call of any JsonRecords in the thread; a rejection; or nothing at the end. Throws
  /// what the source throws.
  std::optional<std::variant<Json, Rejected>> next();

  /// A rejection of the record that was given out last.
  Rejected rejected(std::string_view reason, std::string detail, std::string id = {}) const;
  /// The id in the text of the record that was given out last, or empty.
  std::string id_in_text() const;

 private:
  std::variant<Json, Rejected> parsed() const;
  Rejected without_record() const;

  JsonSplitter splitter_;
  std::string file_;
  std::size_t record_bytes_max_;
  std::string_view id_key_;
  Piece piece_{};
};

}  // namespace trialsift::formats
