// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/eval/metrics.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <functional>
#include <numeric>

namespace trialsift::eval {
namespace {

std::size_t relevant_in(const JudgedRanking& ranking, std::size_t cut) {
  const auto end = ranking.levels.begin() + static_cast<std::ptrdiff_t>(std::min(cut, ranking.levels.size()));
  return static_cast<std::size_t>(std::count_if(ranking.levels.begin(), end, is_relevant));
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

double discounted(int level, std::size_t place) {
  return static_cast<double>(level) / std::log2(static_cast<double>(place) + 2);
}

/// Linear gains: Järvelin and Kekäläinen 2002 with the discount of Burges and others 2005.
double ndcg(const JudgedRanking& ranking, std::size_t cut) {
  double gain = 0;
  double best = 0;
  for (std::size_t i = 0; i < std::min(cut, ranking.levels.size()); ++i) {
    if (is_relevant(ranking.levels[i])) gain += discounted(*ranking.levels[i], i);
  }
  for (std::size_t i = 0; i < std::min(cut, ranking.ideal.size()); ++i) best += discounted(ranking.ideal[i], i);
  return best == 0 ? 0 : gain / best;
}

/// Results that are missing count as not relevant.
double precision(const JudgedRanking& ranking, std::size_t cut) {
  return share(relevant_in(ranking, cut), cut);
}

double recall(const JudgedRanking& ranking, std::size_t cut) {
  return share(relevant_in(ranking, cut), ranking.relevant());
}

double average_precision(const JudgedRanking& ranking, std::size_t) {
  if (ranking.relevant() == 0) return 0;
  double sum = 0;
  std::size_t found = 0;
  for (std::size_t i = 0; i < ranking.levels.size(); ++i) {
    if (is_relevant(ranking.levels[i])) sum += share(++found, i + 1);
  }
  return sum / static_cast<double>(ranking.relevant());
}

/// Buckley and Voorhees 2004, as trec_eval has it since version 8.
double bpref(const JudgedRanking& ranking, std::size_t) {
  if (ranking.relevant() == 0) return 0;
  double sum = 0;
  std::size_t above = 0;
  for (const std::optional<int> level : ranking.levels) {
    if (is_relevant(level)) {
      const std::size_t bound = std::min(ranking.relevant(), ranking.not_relevant);
      sum += above == 0 ? 1 : 1 - share(std::min(above, ranking.relevant()), bound);
    } else if (level == 0) {
      ++above;
    }
  }
  return sum / static_cast<double>(ranking.relevant());
}

double reciprocal_rank(const JudgedRanking& ranking, std::size_t) {
  const auto first = std::find_if(ranking.levels.begin(), ranking.levels.end(), is_relevant);
  if (first == ranking.levels.end()) return 0;
  return 1 / static_cast<double>(first - ranking.levels.begin() + 1);
}

constexpr std::array kMetrics = {
    Metric{"ndcg", "normalised discounted cumulative gain of the first k, gains linear in the level", 10, ndcg},
    Metric{"p", "precision: the share of relevant ones among the first k", 10, precision},
    Metric{"map", "mean average precision", 0, average_precision},
    Metric{"bpref", "relevant ones ranked above those judged not relevant, the unjudged left out", 0, bpref},
    Metric{"rr", "reciprocal rank of the first relevant one", 0, reciprocal_rank},
    Metric{"recall", "the share of all relevant ones that is among the first k", 1000, recall},
};

}  // namespace

std::span<const Metric> metrics() {
  return kMetrics;
}

std::string Measure::name() const {
  std::string text(metric->name);
  if (metric->default_cut != 0) text += "@" + std::to_string(cut);
  return text;
}

std::optional<Measure> find_measure(std::string_view text) {
  const std::size_t at = text.find('@');
  const auto metric = std::find_if(kMetrics.begin(), kMetrics.end(),
                                   [&](const Metric& each) { return each.name == text.substr(0, at); });
  if (metric == kMetrics.end()) return std::nullopt;
  if (at == std::string_view::npos) return Measure{&*metric, metric->default_cut};
  const std::string_view digits = text.substr(at + 1);
  std::uint32_t cut = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), cut);
  const bool is_number = error == std::errc() && end == digits.data() + digits.size();
  if (!is_number || cut == 0 || metric->default_cut == 0) return std::nullopt;
  return Measure{&*metric, cut};
}

std::vector<Measure> default_measures() {
  std::vector<Measure> all;
  for (const Metric& metric : kMetrics) all.push_back({&metric, metric.default_cut});
  return all;
}

double Evaluation::mean(std::size_t measure) const {
  const std::vector<double>& all = values[measure];
  return all.empty() ? 0 : std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size());
}

Evaluation evaluate(const Run& run, const Judgements& judgements, const std::vector<Measure>& measures) {
  Evaluation evaluation;
  evaluation.measures = measures;
  evaluation.values.resize(measures.size());
  std::size_t found_topics = 0;
  for (const Judgements::Topic& topic : judgements.topics) {
    JudgedRanking ranking;
    for (const auto& [document, level] : topic.levels) {
      if (is_relevant(level)) ranking.ideal.push_back(level);
      if (level == 0) ++ranking.not_relevant;
    }
    std::sort(ranking.ideal.begin(), ranking.ideal.end(), std::greater<>());
    if (const auto results = run.topics.find(topic.id); results != run.topics.end()) {
      ++found_topics;
      for (const std::string& document : results->second) {
        const auto judged = topic.levels.find(document);
        ranking.levels.push_back(judged == topic.levels.end() ? std::nullopt : std::optional(judged->second));
      }
    }
    evaluation.topics.push_back(topic.id);
    for (std::size_t i = 0; i < measures.size(); ++i) evaluation.values[i].push_back(measures[i].of(ranking));
  }
  evaluation.missing_topics = judgements.topics.size() - found_topics;
  evaluation.unjudged_topics = run.topics.size() - found_topics;
  return evaluation;
}

}  // namespace trialsift::eval
