// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/eval/judgements.hpp"

namespace trialsift::eval {

/// One topic's results as a metric sees them.
struct JudgedRanking {
  std::vector<std::optional<int>> levels;  ///< of each result, best first; none: not judged
  std::vector<int> ideal;                  ///< the levels of all relevant documents, highest first
  std::size_t not_relevant = 0;            ///< documents judged and not relevant

  std::size_t relevant() const { return ideal.size(); }
};

/// A level of relevance that counts as relevant.
constexpr bool is_relevant(std::optional<int> level) {
  return level && *level >= 1;
}

/// A row of the table of metrics. Each is between 0 and 1; 0 for a topic without relevant documents.
struct Metric {
  std::string_view name;  ///< before "@"
  std::string_view about;
  std::size_t default_cut;  ///< 0: it takes no cut, it looks at all results
  /// Looks at the first `cut` results.
  double (*value)(const JudgedRanking& ranking, std::size_t cut);
};

/// The table. The definitions are those of trec_eval 9 (Buckley and others, NIST).
std::span<const Metric> metrics();

/// A metric with its cut: "ndcg@10", "map".
struct Measure {
  const Metric* metric;
  std::size_t cut;

  std::string name() const;
  double of(const JudgedRanking& ranking) const { return metric->value(ranking, cut); }
};

/// Reads "ndcg@20", "ndcg" (its default cut), "map"; none if it is no measure.
std::optional<Measure> find_measure(std::string_view text);

/// What is measured if nothing is said: every metric once, with its default cut.
std::vector<Measure> default_measures();

/// The values of every topic of the judgements.
struct Evaluation {
  std::vector<Measure> measures;
  std::vector<std::string> topics;
  std::vector<std::vector<double>> values;  ///< by measure, then by topic
  std::size_t missing_topics = 0;           ///< judged, without a result: each value is 0
  std::size_t unjudged_topics = 0;          ///< of the run, without judgements: not looked at

  double mean(std::size_t measure) const;
};

/// Means are over all judged topics (trec_eval -c).
Evaluation evaluate(const Run& run, const Judgements& judgements, const std::vector<Measure>& measures);

}  // namespace trialsift::eval
