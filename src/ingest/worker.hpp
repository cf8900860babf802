// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "ingest/document_builder.hpp"
#include "ingest/spill.hpp"
#include "trialsift/base/file.hpp"
#include "trialsift/model/trial.hpp"
#include "trialsift/store/index.hpp"
#include "trialsift/store/merged_trial.hpp"
#include "trialsift/store/origins.hpp"
#include "trialsift/store/vocabulary.hpp"

namespace trialsift::ingest {

/// A record as it was read. `origin` is the run's table's.
struct Incoming {
  model::Trial trial;
  const store::Origin* origin = nullptr;
};

/// What a worker knows of one trial of this run.
struct Seen {
  std::uint64_t hash = 0;  ///< of its content as it stands after the records so far
  std::uint64_t old_hash = 0;
  std::uint64_t spill_offset = 0;  ///< of its words and record, in bytes of the worker's spill file, if `spilled`
  std::uint32_t records = 0;
  std::uint32_t segment = 0;
  Xapian::docid document = 0;      ///< in its segment; 0: what the index has stays
  std::uint32_t old_document = 0;  ///< in the index that is updated; 0: it was not there
  model::PartialDate as_of;
  model::MemberSet differences;  ///< in which records of the same dates differed at any time
  model::MemberSet conflicts;  ///< in which a record of this run differs, and nothing but the hash tells which is newer
  bool has_undated = false;    ///< one of the records of this run has no date at all
  bool spilled = false;        ///< there is something new; without a `document` its words are still those of the index

  bool is_new() const { return old_document == 0; }
  bool has_changed() const { return is_new() || hash != old_hash; }
  bool is_conflict() const { return !conflicts.empty(); }
};

/// Takes the records of its share of the trials (no two workers meet one trial), merges those of one trial, with what
/// the index has of it, and writes the result into throw-away segments of its own. One thread; the results may be read
/// when it has ended.
class Worker {
 public:
  enum class Mode { kIndex, kCountOnly };

  /// `scratch` is a folder of its own; `current` the generation to update, or null; `origins` the run's, which has
  /// those of the generation.
  Worker(const base::Path& scratch, const store::Index* current, store::OriginTable& origins, Mode mode);

  void take(Incoming record);
  /// Commits the last segment. No take() afterwards.
  void finish();
  /// Takes from the statistics what a trial gave that leaves the index. After finish().
  void remove(const model::Trial& trial);

  const std::unordered_map<std::string, Seen>& seen() const { return seen_; }
  const store::Vocabulary& vocabulary() const { return vocabulary_; }
  const store::AbbreviationCounts& abbreviations() const { return abbreviations_; }
  const std::vector<base::Path>& segments() const { return segments_; }
  const base::Path& spill_path() const { return spill_path_; }

 private:
  void put(const store::MergedTrial& trial, Seen& seen);
  void forget(Seen& seen);
  store::MergedTrial state_of(const Seen& seen);
  void open_segment();
  void close_segment();
  void spill(const store::MergedTrial& trial, std::span<const SpilledField> fields, Seen& seen);

  base::Path scratch_;
  const store::Index* current_;
  store::OriginTable& origins_;
  Mode mode_;
  store::Vocabulary vocabulary_;
  store::AbbreviationCounts abbreviations_;
  DocumentBuilder builder_;
  std::unordered_map<std::string, Seen> seen_;
  std::vector<base::Path> segments_;
  std::optional<Xapian::WritableDatabase> segment_;
  Xapian::docid trials_in_segment_ = 0;
  std::size_t uncommitted_words_ = 0;
  base::Path spill_path_;
  std::optional<SpillWriter> spill_;
  std::optional<SpillReader> spill_reader_;
  store::RecordPacker packer_;
};

}  // namespace trialsift::ingest
