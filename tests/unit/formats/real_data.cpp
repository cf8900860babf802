// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdlib>

#include "unit/formats/samples.hpp"

using namespace trialsift::formats;

namespace {

/// The folder of real exports, or an empty string.
std::string real_data(const char* path) {
  const char* const root = std::getenv("TRIALSIFT_TEST_DATA");
  if (root != nullptr && std::filesystem::exists(std::string(root) + path)) return std::string(root) + path;
  WARN("skipped: TRIALSIFT_TEST_DATA has no " << path);
  return {};
}

}  // namespace

TEST_CASE("the real module text export is one trial") {
  const std::string path = real_data("/exports/module-text");
  if (path.empty()) return;
  const auto outcome = read_inputs({path});
  REQUIRE(outcome.ids() == std::vector<std::string>{"NCT01421927"});
  CHECK(outcome.trials[0].brief_summary.starts_with("Allogeneic stem cell transplantation"));
  CHECK(outcome.trials[0].detailed_description.starts_with("Lenalidomide"));
  CHECK(outcome.trials[0].detailed_description.find("Study:") == std::string::npos);
  CHECK(outcome.rejected.empty());
}

TEST_CASE("real API v2 exports are read whole") {
  const std::string list = real_data("/exports/api-v2-list");
  if (list.empty()) return;
  const auto arrays = read_inputs({list});
  CHECK(arrays.trials.size() == 328);
  CHECK(arrays.rejected.empty());
  const auto members = read_inputs({real_data("/exports/api-v2-zip")});
  CHECK(members.trials.size() == 635);
  CHECK(members.rejected.empty());
  const auto singles = read_inputs({real_data("/exports/api-v2-single")});
  CHECK(singles.trials.size() == 12);
  CHECK(singles.rejected.size() == 25);
  CHECK(singles.skipped.empty());
}

TEST_CASE("real exports of retired forms and of the WHO's portal are read whole") {
  struct Export {
    const char* path;
    std::size_t trials;
    std::size_t skipped;
  };
  for (const Export& one : {Export{"/exports/xml-legacy", 22, 2}, Export{"/exports/xml-legacy-bulk", 200, 0},
                            Export{"/exports/xml-legacy-odd", 1, 0}, Export{"/exports/xml-as-json", 2, 1},
                            Export{"/exports/ictrp-xml", 578, 0}, Export{"/exports/api-v1-json", 101, 0}}) {
    const std::string folder = real_data(one.path);
    if (folder.empty()) return;
    INFO(one.path);
    const auto outcome = read_inputs({folder});
    CHECK(outcome.trials.size() == one.trials);
    CHECK(outcome.rejected.empty());
    CHECK(outcome.skipped.size() == one.skipped);
    for (const auto& trial : outcome.trials) {
      CHECK_FALSE(trial.title().empty());
      CHECK_FALSE(trial.as_of.empty());
    }
  }
}

TEST_CASE("of real tables each row with an id is a trial") {
  struct Expected {
    const char* path;
    std::size_t trials;
    std::size_t rejected;
    std::size_t skipped;
    std::size_t notes;  ///< one table has no column that is read as the status
  };
  // Rows as Python's csv module counts them, without those that hold nothing.
  for (const Expected& expected :
       {Expected{"/exports/csv-aact", 100, 0, 0, 0}, Expected{"/exports/csv-ctg", 2860, 0, 0, 0},
        Expected{"/exports/csv-ctg-old", 1000, 0, 0, 0}, Expected{"/exports/csv-other", 782, 0, 0, 1}}) {
    const std::string folder = real_data(expected.path);
    if (folder.empty()) return;
    const auto outcome = read_inputs({folder});
    CHECK(outcome.trials.size() == expected.trials);
    CHECK(outcome.rejected.size() == expected.rejected);
    CHECK(outcome.skipped.size() == expected.skipped);
    CHECK(outcome.notes.size() == expected.notes);
  }
  const auto who = read_inputs({real_data("/exports/ictrp-csv")});
  CHECK(who.trials.size() + who.rejected.size() == 1135);
  CHECK(who.skipped.size() == 1);  // ids and the days of their first sight, nothing else
}

TEST_CASE("real exports of other formats are told, not misread") {
  for (const char* path : {"/exports/ictrp-dat"}) {
    const std::string folder = real_data(path);
    if (folder.empty()) return;
    const auto outcome = read_inputs({folder});
    CHECK(outcome.trials.empty());
    CHECK(outcome.rejected.empty());
    CHECK_FALSE(outcome.skipped.empty());
  }
}

TEST_CASE("23,709 real trials in gzipped lines are read without a rejection") {
  const std::string path = real_data("/trials.ndjson.gz");
  if (path.empty()) return;
  RecordStream stream({path}, {});
  std::size_t trials = 0;
  std::size_t others = 0;
  while (const auto record = stream.next())
    ++(std::holds_alternative<trialsift::model::Trial>(*record) ? trials : others);
  CHECK(trials == 23'709);
  CHECK(others == 0);
}
