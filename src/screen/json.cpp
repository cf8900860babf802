// SPDX-License-Identifier: GPL-2.0-or-later
#include "screen/json.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "trialsift/render/report.hpp"

namespace trialsift::screen {
namespace {

using base::JsonWriter;

void write_count(JsonWriter& json, std::string_view name, const std::optional<std::uint64_t>& count) {
  json.key(name);
  if (count) {
    json.value(*count);
  } else {
    json.null();
  }
}

void write_warning(JsonWriter& json, const query::Warning& warning) {
  json.member("code", warning.code).member("sentence", warning.sentence);
  json.member("result_changing", warning.result_changing);
}

void write_error(JsonWriter& json, const LineOutcome& outcome) {
  json.key("error");
  if (!outcome.error) {
    json.null();
    return;
  }
  json.begin_object().member("sentence", outcome.error->sentence).member("hint", outcome.error->hint);
  json.member("at", outcome.error->span.begin).end_object();
}

void write_line(JsonWriter& json, const StrategyRun& run, std::size_t place) {
  const query::StrategyLine& line = run.strategy.lines[place];
  const LineOutcome& outcome = run.lines[place];
  json.begin_object().member("number", line.label).member("text", line.text);
  json.member("read_as", line.valid() ? query::to_string(line.tree) : "").member("valid", !outcome.error);
  write_error(json, outcome);
  json.key("stands_upon");
  if (outcome.stands_upon) {
    json.value(run.strategy.lines[*outcome.stands_upon].label);
  } else {
    json.null();
  }
  write_count(json, "hits", outcome.hits);
  write_count(json, "new", outcome.new_hits);
  render::write_lacking(json, outcome.lacking);
  if (!outcome.parts.empty()) render::write_parts(json, outcome.parts);
  render::write_warnings(json, outcome.warnings);
  json.end_object();
}

void write_shared(JsonWriter& json, const StrategyRun& run) {
  const std::vector<SharedWarning> shared = shared_warnings(run);
  const auto changing =
      std::count_if(shared.begin(), shared.end(), [](const SharedWarning& s) { return s.warning.result_changing; });
  json.key("warnings").begin_array();
  for (const SharedWarning& one : shared) {
    json.begin_object();
    write_warning(json, one.warning);
    json.key("lines").begin_array();
    for (const std::size_t line : one.lines) json.value(run.strategy.lines[line].label);
    json.end_array().end_object();
  }
  json.end_array();
  json.member("result_changing_warnings", static_cast<std::uint64_t>(changing));
  json.member("other_warnings", shared.size() - static_cast<std::size_t>(changing));
}

}  // namespace

void write_index(JsonWriter& json, const store::Manifest& manifest) {
  json.key("index").begin_object();
  json.member("fingerprint", manifest.fingerprint_text()).member("generation", manifest.generation);
  json.member("trials", manifest.trials);
  store::write_sources(json, manifest.sources);
  json.end_object();
}

void write_run(JsonWriter& json, const StrategyRun& run) {
  json.member("strategy", run.name).member("syntax", run.strategy.dialect->name);
  json.member("detected_by", run.strategy.detected_by);
  json.key("lines").begin_array();
  for (std::size_t i = 0; i < run.lines.size(); ++i) write_line(json, run, i);
  json.end_array();
  json.key("result").begin_object();
  json.member("line", run.lines.empty() ? "" : run.strategy.lines.back().label);
  if (run.per_trial) json.member("per", "trial");
  write_count(json, "total", run.complete() ? run.lines.back().hits : std::nullopt);
  json.end_object();
  write_shared(json, run);
}

}  // namespace trialsift::screen
