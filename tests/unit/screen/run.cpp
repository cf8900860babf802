// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/screen/run.hpp"

#include <algorithm>

#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "trialsift/screen/report.hpp"

using namespace trialsift;
using namespace trialsift::testing;

namespace {

SmallIndex trials() {
  return SmallIndex({trial(1, {{"summary", "aspirin and heart"}}), trial(2, {{"summary", "aspirin"}}),
                     trial(3, {{"summary", "heart"}}), trial(4, {{"summary", "lung"}})});
}

screen::StrategyRun run(SmallIndex& built, const std::string& text) {
  return screen::run_strategy("s.txt", query::parse_strategy(text, query::find_dialect("ctgov")), built.index());
}

/// "2/2 1/0 -/-": hits and new hits of each line.
std::string counts(const screen::StrategyRun& run) {
  const auto shown = [](const std::optional<std::uint64_t>& count) { return count ? std::to_string(*count) : "-"; };
  std::string text;
  for (const screen::LineOutcome& line : run.lines) {
    text += (text.empty() ? "" : " ") + shown(line.hits) + "/" + shown(line.new_hits);
  }
  return text;
}

}  // namespace

TEST_CASE("each line has its hits and those that no earlier line found") {
  SmallIndex built = trials();
  const screen::StrategyRun done = run(built, "1. aspirin\n2. heart\n3. lung OR aspirin\n4. #1 AND #2\n");
  CHECK(counts(done) == "2/2 2/1 3/1 1/0");
  CHECK(done.complete());
  CHECK(done.result.size() == 1);
}

TEST_CASE("a void line has no count and drops out of the lines that refer to it") {
  SmallIndex built = trials();
  const screen::StrategyRun done =
      run(built, "1. aspirin\n2. AREA[OversightHasDMC]Yes\n3. #1 AND #2\n4. #2 OR #2\n5. #1 AND NOT #2\n");
  CHECK(counts(done) == "2/2 -/- 2/0 -/- 2/0");
  CHECK(done.complete());
}

TEST_CASE("a void last line is complete and has no result") {
  SmallIndex built = trials();
  const screen::StrategyRun done = run(built, "1. aspirin\n2. AREA[OversightHasDMC]Yes\n");
  CHECK(done.complete());
  CHECK(done.result.is_void());
  CHECK(screen::text_end(done).find("no result: line 2") == 0);
}

TEST_CASE("a line in error stops the lines that stand upon it, at any distance, and no others") {
  SmallIndex built = trials();
  const screen::StrategyRun done = run(built, "1. aspirin\n2. (heart\n3. #1 OR #2\n4. #3 AND lung\n5. lung\n");
  CHECK(counts(done) == "2/2 -/- -/- -/- 1/1");
  CHECK(done.lines[1].error.has_value());
  CHECK_FALSE(done.lines[2].error.has_value());
  CHECK(done.lines[2].stands_upon == 1);
  CHECK(done.lines[3].stands_upon == 2);
  CHECK_FALSE(done.complete());
  CHECK(done.result.is_void());
}

TEST_CASE("what the index gives cause to warn of, and trials without a field, are told of each line") {
  SmallIndex built({trial(1, {{"summary", "aspirin"}, {"phase", "PHASE2"}}), trial(2, {{"summary", "aspirin"}})});
  const screen::StrategyRun done = run(built, "1. aspirim\n2. AREA[Phase]PHASE2\n3. #1 OR #2\n");
  const auto has = [&](std::size_t line, std::string_view sentence) {
    const auto& all = done.lines[line].warnings;
    return std::any_of(all.begin(), all.end(), [&](const query::Warning& w) { return w.sentence == sentence; });
  };
  CHECK(has(0, "no trial has aspirim (nearest: aspirin)"));
  CHECK(has(1, "1 more without phase: --keep-missing keeps them"));
  CHECK(done.lines[1].lacking.total == 1);
  CHECK(done.lines[2].lacking.total == 0);
}

TEST_CASE("the parts of each line come with it where they are asked for") {
  SmallIndex built = trials();
  const screen::StrategyRun done = screen::run_strategy(
      "s.txt", query::parse_strategy("1. aspirin\n2. heart OR lung\n3. #1 AND #2\n", query::find_dialect("ctgov")),
      built.index(), {}, true);
  REQUIRE(done.lines[1].parts.size() == 3);
  CHECK(done.lines[1].parts[0].hits == 3);
  CHECK(done.lines[1].parts[2].hits == 1);
  REQUIRE(done.lines[2].parts.size() == 3);
  CHECK(done.lines[2].parts[2].text == "#2");
  CHECK(done.lines[2].parts[2].hits == 3);
}

TEST_CASE("a warning that many lines share is told once, those that change the result first") {
  SmallIndex built = trials();
  const screen::StrategyRun done = run(built, "1. heart and\n2. TILT[StartDate]lung\n3. AREA[Acronym]heart\n");
  const std::vector<screen::SharedWarning> shared = screen::shared_warnings(done);
  REQUIRE(shared.size() == 5);
  CHECK(shared[0].warning.code == "no-synonyms");
  CHECK(shared[0].lines == std::vector<std::size_t>{0, 1, 2});
  CHECK(shared[1].warning.code == "wider-area");
  CHECK(shared[2].warning.code == "lower-case-operator");
  CHECK(shared[3].warning.code == "unused-line");
  CHECK(shared[4].warning.code == "tilt-ignored");
}

TEST_CASE("each line is told when it is done") {
  SmallIndex built = trials();
  std::string order;
  screen::run_strategy("s", query::parse_strategy("1. aspirin\n2. heart\n", query::find_dialect("ctgov")),
                       built.index(), [&](const screen::StrategyRun& so_far, std::size_t line) {
                         order += std::to_string(line) + "=" + std::to_string(*so_far.lines.at(line).hits) + " ";
                       });
  CHECK(order == "0=2 1=2 ");
}

TEST_CASE("rows of a table hold neither tabs nor line ends of their own") {
  SmallIndex built = trials();
  const std::string rows = screen::tsv_rows(run(built, "1. aspirin\theart\n"));
  CHECK(std::count(rows.begin(), rows.end(), '\n') == 1);
  CHECK(std::count(rows.begin(), rows.end(), '\t') == 8);
}

TEST_CASE("a search log is the same but for its date") {
  SmallIndex built = trials();
  const std::vector<screen::StrategyRun> runs = {run(built, "1. aspirin | `x`\n2. #1 OR heart\n")};
  const std::string first = screen::markdown_log(runs, {built.index().manifest(), "9.9", "2026-01-01"});
  std::string second = screen::markdown_log(runs, {built.index().manifest(), "9.9", "2026-01-02"});
  CHECK(first != second);
  second.replace(second.find("2026-01-02"), 10, "2026-01-01");
  CHECK(first == second);
  CHECK(first.find("`` aspirin \\| `x` ``") != std::string::npos);
}

TEST_CASE("a search log tells how many records were no trial of their own") {
  SmallIndex built;
  built.add({trial(1, {{"summary", "aspirin"}}), trial(1, {{"summary", "aspirin"}}), trial(2, {{"summary", "lung"}})});
  const std::vector<screen::StrategyRun> runs = {run(built, "1. aspirin\n")};
  const std::string log = screen::json_log(runs, {built.index().manifest(), "9.9", "2026-01-01"});
  CHECK(log.find("\"records_read\":3,\"records_removed\":1,") != std::string::npos);
}

TEST_CASE("a search log tells limits and filters with their lines") {
  SmallIndex built = trials();
  const std::vector<screen::StrategyRun> runs = {
      run(built, "1. aspirin\n2. #1 AND AREA[Phase]PHASE2 AND AREA[StartDate]RANGE[2015, MAX]\n")};
  const std::string log = screen::markdown_log(runs, {built.index().manifest(), "9.9", "2026-01-01"});
  CHECK(log.find("- Limits and filters: line 2 `phase:phase2`; line 2 `start:20150101..`") != std::string::npos);
}
