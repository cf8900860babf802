// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "trialsift/formats/record_stream.hpp"

namespace trialsift::formats {

/// The unpacked bytes of one file or archive member; for readers always well-formed UTF-8 without a byte order mark.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Fills at most `capacity` bytes and returns how many; 0 at the end. Throws DamagedInput.
  virtual std::size_t read(char* out, std::size_t capacity) = 0;
};

/// Bytes that cannot be had: a broken archive, a read error. RecordStream makes it a Rejected.
class DamagedInput : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

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

constexpr std::size_t kSniffBytes = 64U << 10U;

std::span<const Format> formats();

}  // namespace trialsift::formats
