// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/base/file.hpp"
#include "trialsift/formats/record_stream.hpp"
#include "trialsift/store/manifest.hpp"

/// From files to a published index.
namespace trialsift::ingest {

struct Progress {
  std::uint64_t files = 0;
  std::uint64_t records = 0;
  std::uint64_t bytes_read = 0;
  std::uint64_t bytes_total = 0;  ///< 0: unknown
  bool assembling = false;        ///< all is read; the new generation is put together
};

/// How many trials may be deleted at once.
struct DeleteLimit {
  std::uint64_t number = 0;
  bool is_percentage = false;  ///< of the trials in the index

  /// "25" or "10%"; nothing if it is neither.
  static std::optional<DeleteLimit> parse(std::string_view text);
  std::string text() const;
  bool allows(std::uint64_t removed, std::uint64_t trials) const;
};

struct IndexOptions {
  base::Path folder;
  std::vector<std::string> inputs;
  formats::ReadOptions read;
  unsigned jobs = 1;     ///< indexing threads, at least 1; the result does not depend on it
  bool rebuild = false;  ///< start afresh; the old index serves readers until the new one replaces it
  bool strict = false;   ///< the first rejected record is an Error(kInputRejected)
  bool dry_run = false;  ///< take the account, change nothing: read.temp_folder holds what must be kept meanwhile

  /// Trials of the index that no record of this run names leave it, but for those of rejected records; where the inputs
  /// may not hold all that they should (Account::completeness), all stay. Throws Error(kDeleteRefused) where an input
  /// holds no trial or none of the index's trials would stay, unless allow_empty, and where more would leave than
  /// max_delete.
  bool delete_missing = false;
  bool allow_empty = false;
  std::optional<DeleteLimit> max_delete;

  std::string date;  ///< of the run, ISO 8601: what the index remembers of rejected and removed ids is told with it

  /// Called from the thread that runs index_trials(); may be empty.
  std::function<void(const formats::Rejected&)> on_rejected;
  std::function<void(const formats::Skipped&)> on_skipped;
  std::function<void(const formats::Note&)> on_note;
  std::function<void(const Progress&)> on_progress;
};

/// A trial of which two records differ, and nothing but their content hash tells which is newer.
struct Conflict {
  std::string id;
  model::MemberSet members;  ///< in which they differ
};

/// What became of the records: read = added + updated + unchanged + conflicts + duplicates + rejected. Of the records
/// of one trial one is added, updated (also when it only fills gaps or clears what is no more), a conflict or
/// unchanged; the others are duplicates, but for one of a trial that is added with a conflict.
struct Account {
  std::uint64_t files = 0;
  std::uint64_t skipped_files = 0;  ///< of no known format, in folders and archives
  std::uint64_t read = 0;
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t conflicts = 0;  ///< trials
  std::uint64_t duplicates = 0;
  std::uint64_t rejected = 0;
  std::uint64_t removed = 0;
  std::uint64_t missing_kept = 0;   ///< not removed, since the inputs may not hold all that they should
  std::uint64_t total = 0;          ///< trials now in the index
  std::uint64_t invalid_bytes = 0;  ///< of texts: replaced by U+FFFD
  std::map<std::string, std::uint64_t> rejected_by_reason;
  formats::Completeness completeness;    ///< of the inputs
  std::vector<std::string> removed_ids;  ///< sorted
  std::vector<Conflict> conflicting;     ///< by id; the first kMostConflicts
  std::vector<store::SourceInfo> sources;
  bool rebuilt = false;    ///< in the place of an index, which is now the generation before
  bool published = false;  ///< false: nothing had changed
};

constexpr std::size_t kMostConflicts = 10'000;

/// Builds or updates the index. Of several records of one trial, those of earlier runs included, each member is that of
/// the newest that speaks of it (store/merged_trial.hpp), so that the order of inputs never matters. The index changes
/// in one step at the end or, with any Error, not at all. Throws also Error(kInterrupted).
Account index_trials(const IndexOptions& options);

}  // namespace trialsift::ingest
