// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "formats/bytes/byte_source.hpp"
#include "trialsift/formats/record.hpp"

namespace trialsift::formats {

/// Reads the records of one file. `source` outlives the reader.
class Reader {
 public:
  virtual ~Reader() = default;
  /// A trial, a rejection, or nothing at the end of the file.
  virtual std::optional<Record> next() = 0;
  /// The newest date of currency met so far, ISO 8601, or empty.
  virtual std::string current() const { return {}; }
};

/// Joins the rows of tables that are files of their own to records. RecordStream owns one for each such format that it
/// meets; it outlives the readers that it opens.
class TableJoin {
 public:
  virtual ~TableJoin() = default;
  /// A reader that keeps the rows of one table for the join and gives those that it rejects. Only tables of the same
  /// `group`, a folder or an archive, are joined with each other.
  virtual std::unique_ptr<Reader> open(ByteSource& source, const std::string& file, std::size_t group) = 0;

  struct Joined {
    Record record;
    std::size_t group;
  };
  /// The records, when all tables have been read, and nothing at their end.
  virtual std::optional<Joined> next() = 0;
};

/// A row of the table: one reader is one file and one row.
struct Format {
  std::string_view name;
  std::string_view about;
  /// Looks at the beginning of the text (up to kSniffBytes).
  bool (*sniff)(std::string_view head);
  std::unique_ptr<Reader> (*open)(ByteSource& source, const std::string& file, const ReadOptions& options);
  /// In the place of `open`, where a record's parts are spread over several files.
  std::unique_ptr<TableJoin> (*join)(const ReadOptions& options) = nullptr;
};

std::span<const Format> formats();

}  // namespace trialsift::formats
