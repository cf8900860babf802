// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <fstream>

#include "real/real_data.hpp"
#include "support/catch.hpp"
#include "support/small_index.hpp"

using namespace trialsift;
using testing::SmallIndex;

namespace {

using testing::real_data;

/// Two workers, as on a small machine.
ingest::IndexOptions options_for(const SmallIndex& index, const std::string& input) {
  ingest::IndexOptions options = index.options({input});
  options.jobs = 2;
  return options;
}

void adds_up(const ingest::Account& a) {
  CHECK(a.read == a.added + a.updated + a.unchanged + a.conflicts + a.duplicates + a.rejected);
}

}  // namespace

TEST_CASE("a real module text page is found by its subject, with a sentence of each description") {
  const auto data = real_data();
  if (!data) return;
  SmallIndex index;
  adds_up(index.run(options_for(index, *data + "/exports/module-text")));
  const search::Hit hit = index.first("lenalidomide maintenance allogeneic");
  CHECK(hit.id.text() == "NCT01421927");
  std::vector<std::string> fields;
  for (const search::Snippet& snippet : hit.snippets) {
    fields.push_back(snippet.field);
    CHECK(!snippet.marks.empty());
  }
  std::sort(fields.begin(), fields.end());
  CHECK(fields == std::vector<std::string>{"detailed", "summary"});
}

TEST_CASE("all of 23,709 real trials are indexed, none is lost, and again they are unchanged") {
  const auto data = real_data();
  if (!data) return;
  SmallIndex index;
  const ingest::IndexOptions options = options_for(index, *data + "/trials.ndjson.gz");
  const ingest::Account account = index.run(options);
  adds_up(account);
  CHECK(account.added == 23709);
  CHECK(account.rejected == 0);
  const ingest::Account again = index.run(options);
  CHECK(again.unchanged == 23709);
  CHECK_FALSE(again.published);
}

TEST_CASE("every real clinicians' query is answered") {
  const auto data = real_data();
  if (!data) return;
  SmallIndex index;
  adds_up(index.run(options_for(index, *data + "/ranking/sigir2016/trials.ndjson")));
  const search::Searcher searcher(index.index());
  std::ifstream queries(*data + "/ranking/sigir2016/queries.tsv");
  std::size_t answered = 0;
  std::size_t found = 0;
  for (std::string line; std::getline(queries, line); ++answered) {
    const query::Query query = query::parse_native(line.substr(line.find('\t') + 1));
    found += searcher.search(query, {}).counts().total > 0 ? 1U : 0U;
  }
  CHECK(answered == 213);
  CHECK(found == answered);
}

TEST_CASE("of every real export each record is indexed or told") {
  const auto data = real_data();
  if (!data) return;
  SmallIndex index;
  std::size_t told = 0;
  ingest::IndexOptions options = options_for(index, *data + "/exports");
  options.on_rejected = [&told](const formats::Rejected&) { ++told; };
  const ingest::Account account = index.run(options);
  adds_up(account);
  CHECK(account.rejected == told);
  CHECK(account.added >= 1877);
}
