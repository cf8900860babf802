// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/ingest/clusters.hpp"

#include "support/catch.hpp"
#include "support/small_index.hpp"

using namespace trialsift;
using namespace trialsift::testing;

namespace {

ingest::Clusters clusters_of(const std::vector<model::Trial>& trials) {
  const TempFolder folder;
  return ingest::find_clusters({folder.write("a.json", to_json(trials))}, {}, [](const formats::Rejected&) {});
}

std::vector<std::string> ids(const ingest::Cluster& cluster) {
  std::vector<std::string> ids;
  for (const auto& id : cluster.ids) ids.push_back(id.text());
  return ids;
}

}  // namespace

TEST_CASE("records are one trial's where one names the other's number, through others too") {
  model::Trial isrctn = trial(9, {});
  isrctn.id = model::TrialId::parse("ISRCTN12345678").value();
  isrctn.other_ids = {"NCT00000003"};
  const auto found = clusters_of({trial(1, {{"other_id", "DRKS00000001"}}), trial(2, {{"other_id", "NCT00000003"}}),
                                  isrctn, trial(3, {}), trial(4, {})});
  CHECK(found.records == 5);
  CHECK(found.trials == 3);
  REQUIRE(found.clusters.size() == 1);
  CHECK(ids(found.clusters[0]) == std::vector<std::string>{"ISRCTN12345678", "NCT00000002", "NCT00000003"});
  CHECK(found.clusters[0].records.size() == 3);
}

TEST_CASE("a sponsor's own number joins nothing") {
  CHECK(clusters_of({trial(1, {{"other_id", "STUDY-001"}}), trial(2, {{"other_id", "STUDY-001"}})}).clusters.empty());
}

TEST_CASE("records under one number are no cluster: an index has them as one trial") {
  const auto found = clusters_of({trial(1, {}), trial(1, {{"other_id", "ISRCTN12345678"}})});
  CHECK(found.records == 2);
  CHECK(found.trials == 1);
  CHECK(found.clusters.empty());
}

TEST_CASE("clusters are the same in any order of the records") {
  std::vector<model::Trial> trials = {trial(5, {}), trial(2, {{"other_id", "NCT00000005"}}), trial(1, {}),
                                      trial(1, {{"other_id", "NCT00000009"}}), trial(9, {})};
  const auto one = clusters_of(trials);
  std::reverse(trials.begin(), trials.end());
  const auto other = clusters_of(trials);
  REQUIRE(one.clusters.size() == 2);
  REQUIRE(other.clusters.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) CHECK(ids(one.clusters[i]) == ids(other.clusters[i]));
}
