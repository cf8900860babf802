// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/formats/record.hpp"

namespace trialsift::formats {

/// In the place of more names than kFilesToExpectMax: any file may have given records.
constexpr const char* kAnyFile = "*";
constexpr std::size_t kFilesToExpectMax = 1000;

/// All the records of the inputs, in order, one at a time: memory does not grow with the input. Records whose parts are
/// spread over tables (AACT) come last, one for all tables of a folder or archive. Inputs are files,
/// folders (walked in the order of names, hidden files left out), archives (zip, tar), compressed files (gzip, zstd,
/// bzip2, xz), glob patterns, and "-" for standard input. Text may be UTF-8, UTF-16 or Windows-1252 (Latin-1), by
/// evidence; lines and offsets are those of the text as UTF-8. One object, one thread.
class RecordStream {
 public:
  /// Throws Error(kInputUnreadable) if a named input does not exist, Error(kUsage) for an unknown format.
  RecordStream(const std::vector<std::string>& inputs, ReadOptions options);
  ~RecordStream();
  RecordStream(const RecordStream&) = delete;
  RecordStream& operator=(const RecordStream&) = delete;

  /// Files that gave records in an earlier run (files_to_expect() of then): where one of them is empty or of no known
  /// format now, its records are missed. Before the first next().
  void expect(const std::vector<std::string>& files);

  /// The next record, or nothing at the end.
  std::optional<Record> next();

  /// Files and archive members read so far that held a known format.
  std::uint64_t files() const;
  /// Bytes of the files read so far that were no text of their encoding: each became U+FFFD.
  std::uint64_t invalid_bytes() const;
  /// Bytes taken from the inputs so far and in all (compressed size; 0 if unknown), for progress.
  std::uint64_t bytes_read() const;
  std::uint64_t bytes_total() const;
  /// Of the record that was given last.
  const Source& source() const;
  /// The file or archive member that holds the record that was given last; for a record joined from several, the input.
  const std::string& file() const;
  /// Of the record that was given last; a name of the registry.
  std::string_view format() const;
  /// What the trial that was given last can tell beyond what it has.
  model::Coverage coverage() const;
  /// One for each input, in their order, as far as read.
  const std::vector<Source>& sources() const;
  /// Whether the inputs hold all that they should, as far as can be told; after the last next().
  const Completeness& completeness() const;
  /// Files of folders and archives that gave records though their names do not say that they hold any.
  const std::vector<std::string>& files_to_expect() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// The paths that an input means: itself where it exists, else those that match it as a pattern, in their order.
std::vector<std::string> files_meant(const std::string& input);

/// A row of the table of readers, as `trialsift formats` shows it.
struct FormatInfo {
  std::string_view name;
  std::string_view about;
};
std::vector<FormatInfo> known_formats();

}  // namespace trialsift::formats
