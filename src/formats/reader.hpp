// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/bytes/byte_source.hpp"
#include "trialsift/formats/record.hpp"

namespace trialsift::formats {

/// What a page of an answer, or a file that states its count, says of the whole.
struct Page {
  std::string answer;  ///< the same in all pages of one answer; empty where pages do not tell
  std::string key;     ///< tells it from the other pages of its answer
  std::uint64_t records = 0;
  std::optional<std::uint64_t> total;  ///< of all pages of the answer together
  bool continues = false;              ///< it names a page behind it
};

/// What a reader knows at the end of its file of what the file should hold.
struct Ending {
  std::vector<Page> pages;
  std::string open;        ///< why its last record may be cut off, and others with it; empty: it is closed
  std::uint64_t rows = 0;  ///< kept for a join
};

/// Reads the records of one file. `source` outlives the reader.
class Reader {
 public:
  virtual ~Reader() = default;
  /// A trial, a rejection, or nothing at the end of the file.
  virtual std::optional<Record> next() = 0;
  /// The newest date of currency met so far, ISO 8601, or empty.
  virtual std::string current() const { return {}; }
  /// Once, at the end.
  virtual Ending ending() { return {}; }
  /// What the trial that was given last can tell beyond what it has.
  virtual model::Coverage coverage() const { return {}; }
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
    model::Coverage coverage;  ///< of a trial
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
  /// Content of this family that is known to hold nothing that is read: passed over, and nobody misses it.
  bool (*passes_over)(std::string_view head) = nullptr;
};

std::span<const Format> formats();

}  // namespace trialsift::formats
