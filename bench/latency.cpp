// SPDX-License-Identifier: GPL-2.0-or-later
// bench_latency INDEX QUERIES RUN LIMIT [LATENCIES]: the queries (id TAB words) in one process, as a TREC run, with the
// microseconds of each (id TAB us): parsing, searching and fetching the ids.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

#include "trialsift/base/error.hpp"
#include "trialsift/query/parser.hpp"
#include "trialsift/search/searcher.hpp"
#include "trialsift/store/index.hpp"

int main(int argc, char** argv) {
  if (argc < 5) {
    std::cerr << "bench_latency INDEX QUERIES RUN LIMIT [LATENCIES]\n";
    return 2;
  }
  using namespace trialsift;
  try {
    const store::Index index(argv[1]);
    const search::Searcher searcher(index);
    search::SearchOptions options;
    options.limit = std::strtoul(argv[4], nullptr, 10);
    options.snippets = 0;
    options.with_records = false;
    std::ifstream in(argv[2]);
    std::ofstream run(argv[3]);
    std::ofstream latencies;
    if (argc > 5) latencies.open(argv[5]);
    for (std::string line; std::getline(in, line);) {
      const std::size_t tab = line.find('\t');
      if (tab == std::string::npos) continue;
      const std::string id = line.substr(0, tab);
      const auto start = std::chrono::steady_clock::now();
      const query::Query query = query::parse_native(line.substr(tab + 1));
      const search::ResultSet results = searcher.search(query, options);
      std::string out;
      for (std::size_t i = 0; i < results.size(); ++i) {
        const search::Hit hit = results.hit(i);
        out += id + " Q0 " + hit.id.text() + " " + std::to_string(hit.rank) + " " + std::to_string(hit.score) +
               " trialsift\n";
      }
      const std::chrono::duration<double, std::micro> taken = std::chrono::steady_clock::now() - start;
      run << out;
      latencies << id << '\t' << taken.count() << '\n';
    }
  } catch (const base::Error& error) {
    std::cerr << "bench_latency: " << error.what() << "\n";
    return 2;
  }
  return 0;
}
