// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/base/file.hpp"

/// The spill file of a worker: the words and the packed record of each trial, until the index is put together. A
/// document is its size in bytes, the ranked length, the count of its fields, the fields (number, count of words,
/// numbers of words) and the record (size in bytes, bytes, padding), in 32-bit numbers of this machine: no other reads
/// it.
namespace trialsift::ingest {

/// In the words of a spilled document: the end of a value.
constexpr std::uint32_t kSpilledGap = std::numeric_limits<std::uint32_t>::max();

/// The words of one text field of a trial, by the vocabulary's numbers: what its part of the token stream is made of.
struct SpilledField {
  std::uint32_t field;
  std::vector<std::uint32_t> words;  ///< numbers and kSpilledGap
};

/// Writes a spill file. One thread.
class SpillWriter {
 public:
  explicit SpillWriter(const base::Path& path) : file_(path) {}

  /// Returns where the document stands, for SpillReader::read().
  std::uint64_t add(std::span<const SpilledField> fields, std::uint32_t ranked_length, std::string_view packed_record);
  /// A reader of the same file finds all that was added.
  void flush() { file_.flush(); }
  /// No add() afterwards.
  void close() { file_.close(base::FileWriter::Sync::kNo); }

 private:
  base::FileWriter file_;
  std::string buffer_;
};

/// One trial in a spill file: views into its reader.
struct SpilledDocument {
  std::uint32_t ranked_length = 0;
  struct FieldWords {
    std::uint32_t field;
    std::span<const std::uint32_t> words;
  };
  std::vector<FieldWords> fields;
  std::string_view packed_record;
};

/// Reads a spill file document by document: the file may be larger than memory should grow.
class SpillReader {
 public:
  explicit SpillReader(const base::Path& path) : file_(path) {}

  /// The document that was written at `offset`; it lives until the next read.
  const SpilledDocument& read(std::uint64_t offset);

 private:
  base::RandomAccessFile file_;
  std::vector<std::uint32_t> buffer_;
  SpilledDocument document_;
};

}  // namespace trialsift::ingest
