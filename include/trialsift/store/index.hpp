// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "trialsift/base/file.hpp"
#include "trialsift/model/trial.hpp"
#include "trialsift/store/abbreviations.hpp"
#include "trialsift/store/absences.hpp"
#include "trialsift/store/manifest.hpp"
#include "trialsift/store/origins.hpp"
#include "trialsift/store/records.hpp"
#include "trialsift/store/tokens.hpp"
#include "trialsift/store/words.hpp"

namespace Xapian {
class Database;
}

namespace trialsift::store {

using DocId = std::uint32_t;

/// A generation of an index, opened for reading. It stays as it was opened, whatever is published meanwhile. One
/// object, one thread: open another for a second thread.
class Index {
 public:
  /// Opens the generation in force. Throws Error: kIndexMissing, kIndexCorrupt (a file missing or of the wrong size),
  /// kIndexSchema (built with other fields, words or stems).
  explicit Index(const base::Path& folder);
  ~Index();
  Index(const Index&) = delete;
  Index& operator=(const Index&) = delete;

  const Manifest& manifest() const;
  const Words& words() const;
  const Abbreviations& abbreviations() const;
  const Tokens& tokens() const;
  const Records& records() const;
  /// Read from their files each time, and compared with their checksums. Throw Error(kIndexCorrupt).
  std::unique_ptr<OriginTable> origins() const;
  Absences absences() const;

  std::optional<DocId> find(const model::TrialId& id) const;
  model::Trial trial(DocId document) const { return records().trial(document); }

  /// For ingest and search only: go through_gate().
  const Xapian::Database& database() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsift::store
