// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/print_formats.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/json_writer.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/eval/metrics.hpp"
#include "trialsift/eval/randomisation.hpp"
#include "trialsift/render/report.hpp"

namespace trialsift::cli {
namespace {

using base::Error;
using base::ErrorCode;
using base::JsonWriter;
using eval::Evaluation;
using eval::Measure;

constexpr int kDecimals = 6;

struct EvalArguments {
  std::string run;
  std::string judgements;
  std::string against;
  std::vector<std::string> measures;
  bool per_query = false;
  std::string format = kTextFormat;
};

std::string four_decimals(double value) {
  std::array<char, 32> text{};
  const int size = std::snprintf(text.data(), text.size(), "%.4f", value);
  return {text.data(), static_cast<std::size_t>(size)};
}

std::vector<Measure> measures_of(const EvalArguments& arguments) {
  if (arguments.measures.empty()) return eval::default_measures();
  std::vector<Measure> measures;
  for (const std::string& name : arguments.measures) {
    const std::optional<Measure> measure = eval::find_measure(name);
    if (!measure) {
      const auto name_of = [](const Measure& each) { return each.name(); };
      const std::string known = base::joined(eval::default_measures(), ", ", name_of);
      throw Error(ErrorCode::kUsage, "there is no measure " + name, "known are, with any number after @: " + known);
    }
    measures.push_back(*measure);
  }
  return measures;
}

/// Cells under each other: the first column to the left, the others to the right.
std::string table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const std::vector<std::string>& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string text;
  for (const std::vector<std::string>& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string space(widths[i] - row[i].size(), ' ');
      text += i == 0 ? row[i] + space : "  " + space + row[i];
    }
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
  }
  return text;
}

std::string topics_line(const Evaluation& run, const std::string& whose) {
  std::string text;
  const auto note = [&](std::size_t count, const std::string& what) {
    if (count > 0) text += (text.empty() ? "" : ", ") + std::to_string(count) + what;
  };
  note(run.missing_topics, " without a result (each counts as 0)");
  note(run.unjudged_topics, " without judgements (not looked at)");
  return text.empty() ? text : "topics of " + whose + ": " + text + "\n";
}

/// The topics' values: of the run, or of both runs side by side.
std::string per_query_text(const Evaluation& run, const std::optional<Evaluation>& other) {
  std::vector<std::vector<std::string>> rows(1, {"topic"});
  for (const Measure& measure : run.measures) {
    rows[0].push_back(measure.name());
    if (other) rows[0].emplace_back("against");
  }
  for (std::size_t topic = 0; topic < run.topics.size(); ++topic) {
    std::vector<std::string>& row = rows.emplace_back(1, run.topics[topic]);
    for (std::size_t i = 0; i < run.measures.size(); ++i) {
      row.push_back(four_decimals(run.values[i][topic]));
      if (other) row.push_back(four_decimals(other->values[i][topic]));
    }
  }
  return table(rows) + "\n";
}

std::string text_of(const EvalArguments& arguments, const Evaluation& run, const std::optional<Evaluation>& other) {
  std::string text;
  if (arguments.per_query) text += per_query_text(run, other);
  std::vector<std::vector<std::string>> rows;
  rows.push_back({"topics", std::to_string(run.topics.size())});
  if (other) rows.front().insert(rows.front().end(), {"against", "difference", "p"});
  for (std::size_t i = 0; i < run.measures.size(); ++i) {
    std::vector<std::string>& row = rows.emplace_back();
    row = {run.measures[i].name(), four_decimals(run.mean(i))};
    if (!other) continue;
    const double difference = run.mean(i) - other->mean(i);
    row.push_back(four_decimals(other->mean(i)));
    row.push_back((difference < 0 ? "" : "+") + four_decimals(difference));
    row.push_back(four_decimals(eval::randomisation_p_value(run.values[i], other->values[i])));
  }
  text += table(rows) + topics_line(run, arguments.run);
  if (other) text += topics_line(*other, arguments.against);
  return text;
}

void write_run(JsonWriter& json, const EvalArguments& arguments, const std::string& file, const Evaluation& run) {
  json.begin_object().member("run", file);
  json.member("missing_topics", run.missing_topics).member("unjudged_topics", run.unjudged_topics);
  json.key("mean").begin_object();
  for (std::size_t i = 0; i < run.measures.size(); ++i) json.key(run.measures[i].name()).value(run.mean(i), kDecimals);
  json.end_object();
  if (arguments.per_query) {
    json.key("per_query").begin_object();
    for (std::size_t topic = 0; topic < run.topics.size(); ++topic) {
      json.key(run.topics[topic]).begin_object();
      for (std::size_t i = 0; i < run.measures.size(); ++i) {
        json.key(run.measures[i].name()).value(run.values[i][topic], kDecimals);
      }
      json.end_object();
    }
    json.end_object();
  }
  json.end_object();
}

std::string json_of(const EvalArguments& arguments, const Evaluation& run, const std::optional<Evaluation>& other) {
  JsonWriter json;
  json.begin_object().member("type", "eval").member("schema", render::kJsonSchema);
  json.member("judgements", arguments.judgements).member("topics", run.topics.size());
  json.key("runs").begin_array();
  write_run(json, arguments, arguments.run, run);
  if (other) write_run(json, arguments, arguments.against, *other);
  json.end_array();
  if (other) {
    json.key("p").begin_object();
    for (std::size_t i = 0; i < run.measures.size(); ++i) {
      json.key(run.measures[i].name()).value(eval::randomisation_p_value(run.values[i], other->values[i]), kDecimals);
    }
    json.end_object();
  }
  return json.end_object().text() + "\n";
}

int run_eval(const EvalArguments& arguments) {
  const std::vector<Measure> measures = measures_of(arguments);
  const auto read = [](const std::string& name) {
    try {
      return base::read_file(name);
    } catch (const Error& error) {
      throw Error(ErrorCode::kInputUnreadable, error.what());
    }
  };
  const eval::Judgements judgements = eval::read_judgements(read(arguments.judgements), arguments.judgements);
  if (judgements.topics.empty()) {
    throw Error(ErrorCode::kInputUnreadable, arguments.judgements + " holds no judgement");
  }
  const auto evaluate = [&](const std::string& name) {
    return eval::evaluate(eval::read_run(read(name), name), judgements, measures);
  };
  const Evaluation run = evaluate(arguments.run);
  std::optional<Evaluation> other;
  if (!arguments.against.empty()) other = evaluate(arguments.against);
  write_stdout(arguments.format == kJsonFormat ? json_of(arguments, run, other) : text_of(arguments, run, other));
  return kFound;
}

}  // namespace

Run setup_eval(Options& options, const Globals&) {
  auto arguments = std::make_shared<EvalArguments>();
  options.add("run", "RUN", &arguments->run, "results: lines of topic, Q0, document, rank, score, tag")
      .required()
      .reads();
  options.add("judgements", "QRELS", &arguments->judgements, "judgements: lines of topic, 0, document, level")
      .required()
      .reads();
  options.add("--against", "RUN", &arguments->against, "another run to compare with, by a paired randomisation test")
      .reads();
  std::string about = "what to measure, may be given again:";
  for (const eval::Metric& metric : eval::metrics()) {
    about += "\n" + Measure{&metric, metric.default_cut}.name() + ": " + std::string(metric.about);
  }
  options.add("-m,--measure", "NAME[@K]", &arguments->measures, about).delimiter(',');
  options.add_flag("--per-query", &arguments->per_query, "the values of each topic too");
  add_print_format(options, arguments->format, {kTextFormat, kJsonFormat});
  return [arguments] { return run_eval(*arguments); };
}

}  // namespace trialsift::cli
