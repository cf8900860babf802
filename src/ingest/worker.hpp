// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ingest/document_builder.hpp"
#include "trialsift/base/file.hpp"
#include "trialsift/model/trial.hpp"
#include "trialsift/store/index.hpp"
#include "trialsift/store/vocabulary.hpp"

namespace trialsift::ingest {

/// Which of two records of a trial is the newer: the record's own date, then its source's, then the content hash.
struct Version {
  model::PartialDate updated;
  model::PartialDate as_of;
  std::uint64_t hash = 0;
  auto operator<=>(const Version&) const = default;
};

/// What a worker knows of one trial of this run.
struct Seen {
  Version version;
  std::uint64_t spill_offset = 0;  ///< of its words and record, in bytes of the worker's spill file
  std::uint64_t records = 0;
  std::uint32_t segment = 0;
  Xapian::docid document = 0;      ///< in its segment; 0: the index's own version stays
  std::uint32_t old_document = 0;  ///< in the index that is updated; 0: it was not there
  std::uint64_t old_hash = 0;
  model::PartialDate old_as_of;
};

/// Takes the trials of its share (no two workers meet one trial) and writes them into throw-away segments of its own.
/// One thread; the results may be read when it has ended.
class Worker {
 public:
  /// `scratch` is a folder of its own; `current` the generation to update, or null.
  Worker(const base::Path& scratch, const store::Index* current);

  void take(const model::Trial& trial);
  /// Commits the last segment. No take() afterwards.
  void finish();

  const std::unordered_map<std::string, Seen>& seen() const { return seen_; }
  const store::Vocabulary& vocabulary() const { return vocabulary_; }
  const std::vector<base::Path>& segments() const { return segments_; }
  const base::Path& spill() const { return spill_path_; }

 private:
  void put(const model::Trial& trial, Seen& seen);
  void forget(Seen& seen);
  void open_segment();
  void close_segment();
  std::uint64_t write_spill(const model::Trial& trial);

  base::Path scratch_;
  const store::Index* current_;
  store::Vocabulary vocabulary_;
  DocumentBuilder builder_;
  std::unordered_map<std::string, Seen> seen_;
  std::vector<base::Path> segments_;
  std::optional<Xapian::WritableDatabase> segment_;
  Xapian::docid in_segment_ = 0;
  base::Path spill_path_;
  std::optional<base::FileWriter> spill_file_;
  std::string spill_buffer_;
  store::RecordPacker packer_;
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
  explicit SpillReader(const base::Path& path);

  /// The document that was written at `offset`; it lives until the next read.
  const SpilledDocument& read(std::uint64_t offset);

 private:
  base::RandomAccessFile file_;
  std::vector<std::uint32_t> buffer_;
  SpilledDocument document_;
};

}  // namespace trialsift::ingest
