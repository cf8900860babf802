// SPDX-License-Identifier: GPL-2.0-or-later
// consumer INDEX INPUT QUERY: indexes and prints the ids of the hits, best first.
#include <trialsift/ingest/pipeline.hpp>
#include <trialsift/query/dialects.hpp>
#include <trialsift/search/searcher.hpp>
#include <trialsift/store/index.hpp>

#include <iostream>

int main(int argc, char** argv) {
  using namespace trialsift;
  if (argc != 4) return 2;
  ingest::IndexOptions ingest;
  ingest.folder = argv[1];
  ingest.inputs = {argv[2]};
  const ingest::Account account = ingest::index_trials(ingest);
  const store::Index index(argv[1]);
  const query::Query query = query::find_dialect("native")->parse(argv[3], {}, {});
  const search::Searcher searcher(index);
  const search::ResultSet results = searcher.search(query, {});
  std::cout << account.total << " trials, " << results.counts().total << " match:";
  for (std::size_t i = 0; i < results.size(); ++i) std::cout << " " << results.hit(i).id.text();
  std::cout << "\n";
  return 0;
}
