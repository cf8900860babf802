// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "trialsift/search/doc_set.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// The trials of an index that have several records, under different numbers (model/trial_groups.hpp). Read from the
/// terms of the numbers that records give, in the order of a second for half a million records; memory grows with the
/// records of such trials. The index outlives it. A value: any thread, one at a time.
class TrialTable {
 public:
  explicit TrialTable(const store::Index& index);

  /// Each trial's records, the newest first: by the last day on which they were known to be current (their update, or
  /// the date of their source), then by id. Trials by the ids of their newest records.
  const std::vector<std::vector<store::DocId>>& trials() const { return trials_; }
  /// All records of the document's trial, the newest first: itself where it is the only one.
  std::span<const store::DocId> records_of(const store::DocId& document) const;

  /// Of each trial the newest of its records that are in the set. A void set stays one.
  DocSet leading(DocSet documents) const;
  /// With all other records of the trials that have one in the set.
  DocSet with_other_records(DocSet documents) const;

 private:
  std::vector<std::vector<store::DocId>> trials_;
  std::unordered_map<store::DocId, std::size_t> places_;
};

}  // namespace trialsift::search
