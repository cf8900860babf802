// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/worker.hpp"
#include "trialsift/formats/record.hpp"
#include "trialsift/store/absences.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::ingest {

/// What the index remembers of ids that it does not have, or not by their newest record, as a run adds to it. One
/// thread.
class RunMemory {
 public:
  /// `current`: the generation that is updated, or null. `date` is that of the run, `run` the generation it makes.
  RunMemory(const store::Index* current, std::string date, std::uint64_t run);

  void note_rejected(const formats::Rejected& rejected);
  void note_removed(const model::TrialId& id);
  /// After the last record: of ids with a good record in this run there is nothing to remember.
  void finish(const std::vector<Worker*>& workers);

  bool changed() const { return changed_; }
  void write(const base::Path& path) { absences_.write(path); }

 private:
  std::string date_;
  std::uint64_t run_;
  store::Absences absences_;
  store::Absences rejected_;  ///< in this run
  bool changed_ = false;
};

}  // namespace trialsift::ingest
