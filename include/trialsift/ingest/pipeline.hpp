// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
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
};

struct IndexOptions {
  base::Path folder;
  std::vector<std::string> inputs;
  formats::ReadOptions read;
  unsigned jobs = 1;     ///< indexing threads, at least 1; the result does not depend on it
  bool rebuild = false;  ///< start afresh; the old index serves readers until the new one replaces it
  bool strict = false;   ///< the first rejected record is an Error(kInputRejected)

  /// Called from the thread that runs index_trials(); may be empty.
  std::function<void(const formats::Rejected&)> on_rejected;
  std::function<void(const formats::Skipped&)> on_skipped;
  std::function<void(const formats::Note&)> on_note;
  std::function<void(const Progress&)> on_progress;
};

/// What became of the records: read = added + updated + unchanged + duplicates + rejected. Of the records of one trial
/// one is added, updated or unchanged, the others are duplicates.
struct Account {
  std::uint64_t files = 0;
  std::uint64_t skipped_files = 0;  ///< of no known format, in folders and archives
  std::uint64_t read = 0;
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t duplicates = 0;
  std::uint64_t rejected = 0;
  std::uint64_t removed = 0;
  std::uint64_t total = 0;  ///< trials now in the index
  std::map<std::string, std::uint64_t> rejected_by_reason;
  std::vector<store::SourceInfo> sources;
  bool published = false;  ///< false: nothing had changed
};

/// Builds or updates the index. Of several records of one trial the newest wins: by the record's own update date, then
/// by the date at which its source was current, then by content hash, so that the order of inputs never matters. The
/// index changes in one step at the end or, with any Error, not at all. Throws also Error(kInterrupted).
Account index_trials(const IndexOptions& options);

}  // namespace trialsift::ingest
