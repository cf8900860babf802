// SPDX-License-Identifier: GPL-2.0-or-later
#include "support/catch.hpp"
#include "support/small_index.hpp"

using namespace trialsift;
using namespace trialsift::testing;

namespace {

/// More than a segment's 4,000 trials, with a second version of some whose first is in a segment already closed.
std::string many_trials() {
  std::string lines;
  for (int i = 1; i <= 4'600; ++i) {
    lines +=
        to_json(trial(i, {{"title", "Study " + std::to_string(i % 700)}, {"summary", i % 3 == 0 ? "plum" : "pear"}}));
  }
  for (int i = 10; i <= 4'600; i += 450) {
    lines += to_json(trial(i, {{"title", "Newer"}, {"summary", "cherry"}, {"updated", "2024"}}));
  }
  return lines;
}

}  // namespace

TEST_CASE("more trials than a segment holds give the same index by one job and by several") {
  const std::string lines = many_trials();
  std::vector<std::vector<Ranked>> results;
  std::vector<std::uint64_t> contents;
  for (const unsigned jobs : {1U, 3U}) {
    SmallIndex index;
    auto options = index.options({index.folder().write("many.json", lines)});
    options.jobs = jobs;
    const auto account = index.run(options);
    CHECK(account.added == 4'600);
    CHECK(account.conflicts == 11);  // the first versions have no date
    CHECK(account.duplicates == 0);
    CHECK(account.total == 4'600);
    CHECK(index.find("cherry").size() == 11);
    CHECK(index.find("plum OR pear").size() == 4'589);
    CHECK(index.index().words().document_count(*index.index().words().find("cherry")) == 11);
    results.push_back(rank(index.index(), "plum study 17"));
    contents.push_back(index.index().manifest().content);
  }
  CHECK(results[0] == results[1]);
  CHECK(contents[0] == contents[1]);
}
