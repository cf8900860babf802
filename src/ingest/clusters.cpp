// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/ingest/clusters.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "trialsift/base/interrupt.hpp"

namespace trialsift::ingest {
namespace {

/// Disjoint sets with path halving (Tarjan and van Leeuwen, 1984); the smaller number is the root.
class DisjointSets {
 public:
  std::size_t add() {
    parents_.push_back(parents_.size());
    return parents_.size() - 1;
  }
  std::size_t root(std::size_t of) {
    while (parents_[of] != of) of = parents_[of] = parents_[parents_[of]];
    return of;
  }
  void join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parents_;
};

ClusterRecord record_of(const model::Trial& trial, const std::string& source) {
  ClusterRecord record{trial.id, {}, source};
  for (const std::string& text : trial.other_ids) {
    if (auto id = model::TrialId::parse(text); id && *id != trial.id) record.other_ids.push_back(*std::move(id));
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
  std::unordered_map<std::string, std::size_t> first_with;  // of a number: the first record that names it
  DisjointSets sets;
  formats::RecordStream stream(inputs, options);
  while (std::optional<formats::Record> next = stream.next()) {
    base::check_interrupt();
    if (const auto* rejected = std::get_if<formats::Rejected>(&*next)) on_rejected(*rejected);
    const auto* trial = std::get_if<model::Trial>(&*next);
    if (trial == nullptr) continue;
    records.push_back(record_of(*trial, stream.file()));
    const std::size_t number = sets.add();
    const auto join = [&](const model::TrialId& id) {
      const auto [place, fresh] = first_with.try_emplace(id.text(), number);
      if (!fresh) sets.join(place->second, number);
    };
    join(records.back().id);
    for (const model::TrialId& id : records.back().other_ids) join(id);
  }

  std::map<std::size_t, std::vector<ClusterRecord>> groups;
  for (std::size_t i = 0; i < records.size(); ++i) groups[sets.root(i)].push_back(std::move(records[i]));
  Clusters found{records.size(), groups.size(), {}};
  for (auto& [root, group] : groups) {
    if (group.size() > 1) found.clusters.push_back(cluster_of(std::move(group)));
  }
  std::sort(found.clusters.begin(), found.clusters.end(), [](const auto& a, const auto& b) { return a.ids < b.ids; });
  return found;
}

}  // namespace trialsift::ingest
