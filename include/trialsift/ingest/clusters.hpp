// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "trialsift/formats/record_stream.hpp"
#include "trialsift/model/trial_id.hpp"

/// Records of one trial, found over all its registry numbers.
namespace trialsift::ingest {

struct ClusterRecord {
  model::TrialId id;
  std::vector<model::TrialId> other_ids;  ///< registry numbers among its aliases and secondary ids, ascending
  std::string source;                     ///< the file or archive member that it stands in
};

/// Two records at least, each joined to another by a registry number that both name.
struct Cluster {
  std::vector<model::TrialId> ids;     ///< all registry numbers that its records name, ascending
  std::vector<ClusterRecord> records;  ///< by id, then in the order read
};

struct Clusters {
  std::uint64_t records = 0;
  std::uint64_t trials = 0;       ///< a cluster, or a record alone, is one
  std::vector<Cluster> clusters;  ///< by their first id
};

/// What `trial` says of its numbers.
ClusterRecord cluster_record(const model::Trial& trial, const std::string& source);
/// Of the records of one trial.
Cluster cluster_of(std::vector<ClusterRecord> records);

/// Groups the inputs' records by the numbers of registries that they give as their own or as another's
/// (model/trial_groups.hpp). Records under one number only are no cluster: an index has them as one trial. Memory grows
/// with the ids only. Throws as RecordStream, and Error(kInterrupted).
Clusters find_clusters(const std::vector<std::string>& inputs, const formats::ReadOptions& options,
                       const std::function<void(const formats::Rejected&)>& on_rejected);

}  // namespace trialsift::ingest
