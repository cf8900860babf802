// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/ingest/clusters.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "trialsift/base/interrupt.hpp"
#include "trialsift/model/registered_numbers.hpp"
#include "trialsift/model/trial_groups.hpp"

namespace trialsift::ingest {
namespace {

ClusterRecord record_of(const model::Trial& trial, const std::string& source) {
  ClusterRecord record{trial.id, {}, source};
  for (const std::string& text : trial.other_ids) {
    for (model::TrialId& id : model::numbers_of(text)) {
      if (id != trial.id) record.other_ids.push_back(std::move(id));
    }
  }
  std::sort(record.other_ids.begin(), record.other_ids.end());
  record.other_ids.erase(std::unique(record.other_ids.begin(), record.other_ids.end()), record.other_ids.end());
  return record;
}

Cluster cluster_of(std::vector<ClusterRecord> records) {
  Cluster cluster;
  std::stable_sort(records.begin(), records.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  for (const ClusterRecord& record : records) {
    cluster.ids.push_back(record.id);
    cluster.ids.insert(cluster.ids.end(), record.other_ids.begin(), record.other_ids.end());
  }
  std::sort(cluster.ids.begin(), cluster.ids.end());
  cluster.ids.erase(std::unique(cluster.ids.begin(), cluster.ids.end()), cluster.ids.end());
  cluster.records = std::move(records);
  return cluster;
}

}  // namespace

Clusters find_clusters(const std::vector<std::string>& inputs, const formats::ReadOptions& options,
                       const std::function<void(const formats::Rejected&)>& on_rejected) {
  std::vector<ClusterRecord> records;
  model::TrialGroups trials;
  formats::RecordStream stream(inputs, options);
  while (std::optional<formats::Record> next = stream.next()) {
    base::check_interrupt();
    if (const auto* rejected = std::get_if<formats::Rejected>(&*next)) on_rejected(*rejected);
    const auto* trial = std::get_if<model::Trial>(&*next);
    if (trial == nullptr) continue;
    records.push_back(record_of(*trial, stream.file()));
    const std::size_t place = trials.add(trial->id);
    for (const std::string& number : model::joining_numbers(*trial)) trials.name(place, number);
  }

  const std::vector<std::size_t> firsts = trials.firsts();
  std::map<std::size_t, std::vector<ClusterRecord>> groups;
  for (std::size_t i = 0; i < records.size(); ++i) groups[firsts[i]].push_back(std::move(records[i]));
  Clusters found{records.size(), groups.size(), {}};
  for (auto& [first, group] : groups) {
    const auto is_other = [&group](const ClusterRecord& record) { return record.id != group.front().id; };
    if (std::any_of(group.begin(), group.end(), is_other)) found.clusters.push_back(cluster_of(std::move(group)));
  }
  std::sort(found.clusters.begin(), found.clusters.end(), [](const auto& a, const auto& b) { return a.ids < b.ids; });
  return found;
}

}  // namespace trialsift::ingest
