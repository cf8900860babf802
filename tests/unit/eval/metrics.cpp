// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/eval/metrics.hpp"

#include <cmath>
#include <string>

#include "support/catch.hpp"

using namespace trialsift::eval;

namespace {

// Five relevant documents (levels 2 2 1 1 1), three judged and not relevant, one of the pool left unjudged.
constexpr std::string_view kJudged =
    "1 0 a 2\n1 0 b 1\n1 0 c 0\n1 0 d 2\n1 0 e 1\n1 0 f 1\n1 0 g 0\n1 0 h 0\n1 0 i -1\n";
// Levels by rank: 0 1 unjudged 2 0 pool 1.
constexpr std::string_view kRun =
    "1 Q0 c 1 7 t\n1 Q0 b 2 6 t\n1 Q0 x 3 5 t\n1 Q0 a 4 4 t\n1 Q0 g 5 3 t\n1 Q0 i 6 2 t\n1 Q0 e 7 1 t\n";

double value(std::string_view measure, std::string_view run = kRun, std::string_view judged = kJudged) {
  return evaluate(read_run(run, "run"), read_judgements(judged, "qrels"), {find_measure(measure).value()}).mean(0);
}

Approx exactly(double expected) {
  return Approx(expected).margin(1e-12).epsilon(0);
}

}  // namespace

TEST_CASE("nDCG has linear gains, the discount log2(rank + 1) and the ideal of all judged documents") {
  const double ideal3 = 2 + 2 / std::log2(3) + 1 / 2.0;
  CHECK(value("ndcg@3") == exactly((1 / std::log2(3)) / ideal3));
  const double ideal5 = ideal3 + 1 / std::log2(5) + 1 / std::log2(6);
  CHECK(value("ndcg@5") == exactly((1 / std::log2(3) + 2 / std::log2(5)) / ideal5));
  CHECK(value("ndcg@10") == exactly((1 / std::log2(3) + 2 / std::log2(5) + 1 / 3.0) / ideal5));
}

TEST_CASE("precision counts results that are missing as not relevant") {
  CHECK(value("p@5") == exactly(2 / 5.0));
  CHECK(value("p@10") == exactly(3 / 10.0));
}

TEST_CASE("recall is over all relevant documents") {
  CHECK(value("recall@4") == exactly(2 / 5.0));
  CHECK(value("recall@1000") == exactly(3 / 5.0));
}

TEST_CASE("average precision is over all relevant documents, those not found too") {
  CHECK(value("map") == exactly((1 / 2.0 + 2 / 4.0 + 3 / 7.0) / 5));
}

TEST_CASE("the reciprocal rank is that of the first relevant document") {
  CHECK(value("rr") == exactly(1 / 2.0));
}

TEST_CASE("bpref leaves the unjudged out and is bounded by the smaller class") {
  // min(5 relevant, 3 not relevant) = 3; above b: c; above a: c; above e: c and g.
  CHECK(value("bpref") == exactly(((1 - 1 / 3.0) + (1 - 1 / 3.0) + (1 - 2 / 3.0)) / 5));
  // Fewer relevant than not: no more of these count than there are relevant ones.
  CHECK(value("bpref", "1 Q0 n1 1 5 t\n1 Q0 n2 2 4 t\n1 Q0 n3 3 3 t\n1 Q0 a 4 2 t\n",
              "1 0 a 1\n1 0 b 1\n1 0 n1 0\n1 0 n2 0\n1 0 n3 0\n") == exactly(0));
  CHECK(value("bpref", "1 Q0 a 1 5 t\n", "1 0 a 1\n") == exactly(1));
}

TEST_CASE("a topic without relevant documents is 0 in every measure") {
  for (const Measure& measure : default_measures()) {
    CHECK(value(measure.name(), "1 Q0 a 1 5 t\n", "1 0 a 0\n") == 0);
  }
}

TEST_CASE("a judged topic without a result counts as 0, a topic without judgements is not looked at") {
  const Evaluation evaluation = evaluate(read_run("1 Q0 a 1 5 t\n3 Q0 a 1 5 t\n4 Q0 a 1 5 t\n", "run"),
                                         read_judgements("2 0 a 1\n1 0 a 1\n", "qrels"), {find_measure("map").value()});
  CHECK(evaluation.topics == std::vector<std::string>{"2", "1"});
  CHECK(evaluation.values[0] == std::vector<double>{0, 1});
  CHECK(evaluation.mean(0) == 0.5);
  CHECK(evaluation.missing_topics == 1);
  CHECK(evaluation.unjudged_topics == 2);
}

TEST_CASE("a run is ordered by score; ranks and the order of lines do not count") {
  const Run run = read_run("1 Q0 low 1 0.5 t\n1 Q0 high 2 1.5e1 t\n\n1 Q0 middle 3 2 t\r\n", "run");
  CHECK(run.topics.at("1") == std::vector<std::string>{"high", "middle", "low"});
}

TEST_CASE("scores that are equal in single precision are ordered by name, the later one first") {
  const Run run = read_run("1 Q0 a 1 16.0000001 t\n1 Q0 c 2 16 t\n1 Q0 b 3 16 t\n", "run");
  CHECK(run.topics.at("1") == std::vector<std::string>{"c", "b", "a"});
}

TEST_CASE("measures are read with and without a cut") {
  CHECK(find_measure("ndcg")->name() == "ndcg@10");
  CHECK(find_measure("p@5")->name() == "p@5");
  CHECK(find_measure("map")->name() == "map");
  for (const std::string_view text : {"", "@", "map@5", "p@", "p@0", "p@x", "p@5x", "p@-1", "p@99999999999", "ndgc"}) {
    CHECK_FALSE(find_measure(text));
  }
}
