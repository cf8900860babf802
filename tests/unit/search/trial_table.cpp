// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/trial_table.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "trialsift/query/parser.hpp"
#include "trialsift/search/searcher.hpp"
#include "trialsift/search/trial_lookup.hpp"

using namespace trialsift;
using namespace trialsift::testing;
using search::TrialTable;
using Texts = std::vector<std::string>;

namespace {

model::Trial record(const std::string& id, const std::string& title, const std::string& updated, Texts other_ids) {
  model::Trial made;
  made.id = model::TrialId::parse(id).value();
  made.brief_title = title;
  made.updated = model::PartialDate::parse(updated).value_or(model::PartialDate());
  made.other_ids = std::move(other_ids);
  return made;
}

std::vector<model::Trial> records() {
  return {record("NCT99000001", "salts", "2019-01-01", {"2013-000828-36"}),
          record("EUCTR2013-000828-36-ES", "salts in Spain", "2020-01-01", {}),
          record("EUCTR2013-000828-36-SK", "salts", "", {}),
          record("NCT99000002", "salts", "2021-01-01", {"ISRCTN99000001"}),
          record("ISRCTN99000001", "salts", "2021-01-01", {}),
          record("NCT99000003", "salts", "2022-01-01", {"ABC-1"})};
}

Texts ids(SmallIndex& index, const auto& documents) {
  Texts texts;
  for (const store::DocId document : documents) texts.push_back(index.index().trial(document).id.text());
  return texts;
}

store::DocId document(SmallIndex& index, const std::string& id) {
  return index.index().find(model::TrialId::parse(id).value()).value();
}

}  // namespace

TEST_CASE("the records of a trial stand together, the newest first") {
  SmallIndex index(records());
  const TrialTable table(index.index());
  REQUIRE(table.trials().size() == 2);
  CHECK(ids(index, table.trials()[0]) == Texts{"EUCTR2013-000828-36-ES", "NCT99000001", "EUCTR2013-000828-36-SK"});
  CHECK(ids(index, table.trials()[1]) == Texts{"ISRCTN99000001", "NCT99000002"});
  const store::DocId alone = document(index, "NCT99000003");
  CHECK(ids(index, table.records_of(alone)) == Texts{"NCT99000003"});
  const store::DocId slovak = document(index, "EUCTR2013-000828-36-SK");
  CHECK(ids(index, table.records_of(slovak)).size() == 3);
}

TEST_CASE("of each trial the newest record in a set leads") {
  SmallIndex index(records());
  const TrialTable table(index.index());
  const search::Searcher searcher(index.index());
  const query::Query query = query::parse_native("salts");
  search::SearchOptions options;
  const search::DocSet all = searcher.documents(query, options);
  CHECK(all.size() == 6);
  CHECK(table.leading(all).size() == 3);
  CHECK(table.leading(search::DocSet::void_set()).is_void());
  search::DocSet without = all;
  without -= search::DocSet::of({document(index, "EUCTR2013-000828-36-ES")});
  CHECK(table.leading(without).contains(document(index, "NCT99000001")));
  const search::DocSet one = search::DocSet::of({document(index, "EUCTR2013-000828-36-SK")});
  CHECK(table.with_other_records(one).size() == 3);
}

TEST_CASE("a search for trials has one hit a trial, with all its ids") {
  SmallIndex index(records());
  const search::Searcher searcher(index.index());
  search::SearchOptions options;
  options.per = search::Per::kTrial;
  for (const char* text : {"salts", "salts OR spain", "salts registry:euctr"}) {
    CAPTURE(text);
    const query::Query query = query::parse_native(text);
    const search::ResultSet found = searcher.search(query, options);
    CHECK(found.counts().total == searcher.count(query, options).total);
    CHECK(found.counts().total == searcher.documents(query, options).size());
    CHECK(found.size() == found.counts().total);
    for (std::size_t i = 0; i < found.size(); ++i) {
      const search::Hit hit = found.hit(i);
      REQUIRE_FALSE(hit.trial_ids.empty());
      CHECK(hit.trial_ids.front() == hit.id.text());
      if (hit.id.text() == "EUCTR2013-000828-36-ES") {
        CHECK(hit.trial_ids == Texts{"EUCTR2013-000828-36-ES", "NCT99000001", "EUCTR2013-000828-36-SK"});
      }
    }
  }
  options.per = search::Per::kRecord;
  CHECK(searcher.search(query::parse_native("salts"), options).hit(0).trial_ids.empty());
}

TEST_CASE("a trial is found by any of its numbers") {
  SmallIndex index(records());
  const auto found = [&](std::string_view number) {
    return ids(index, search::trials_with_number(index.index(), number));
  };
  CHECK(found("NCT99000001") == Texts{"NCT99000001"});
  CHECK(found("https://www.isrctn.com/ISRCTN99000001") == Texts{"ISRCTN99000001"});
  CHECK(found("2013-000828-36-sk") == Texts{"EUCTR2013-000828-36-SK"});
  CHECK(found("2013-000828-36") == Texts{"EUCTR2013-000828-36-ES", "EUCTR2013-000828-36-SK", "NCT99000001"});
  CHECK(found("abc-1") == Texts{"NCT99000003"});
  CHECK(found("NCT99000099").empty());
  CHECK(found("salts").empty());
}
