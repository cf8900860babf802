// SPDX-License-Identifier: GPL-2.0-or-later
#include <vector>

#include "render/csv_cell.hpp"
#include "render/formats.hpp"

namespace trialsift::render {
namespace {

std::string joined(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : "; ") + value;
  return text;
}

std::vector<std::string> intervention_names(const model::Trial& trial) {
  std::vector<std::string> names;
  for (const model::Intervention& i : trial.interventions) names.push_back(i.name);
  return names;
}

std::string abstract(const model::Trial& trial) {
  if (trial.brief_summary.empty() || trial.detailed_description.empty()) {
    return trial.brief_summary + trial.detailed_description;
  }
  return trial.brief_summary + "\n\n" + trial.detailed_description;
}

struct Column {
  std::string_view name;
  std::string (*value)(const search::Hit&);
};

const Column kColumns[] = {
    {"rank", [](const search::Hit& h) { return std::to_string(h.rank); }},
    {"score", [](const search::Hit& h) { return score_text(h.score); }},
    {"id", [](const search::Hit& h) { return h.id.text(); }},
    {"nct_id", [](const search::Hit& h) { return h.id.is_nct() ? h.id.text() : std::string(); }},
    {"title", [](const search::Hit& h) { return h.trial.title(); }},
    {"status", [](const search::Hit& h) { return h.trial.status; }},
    {"phase", [](const search::Hit& h) { return joined(h.trial.phases); }},
    {"type", [](const search::Hit& h) { return h.trial.study_type; }},
    {"start", [](const search::Hit& h) { return h.trial.start.text(); }},
    {"completion", [](const search::Hit& h) { return h.trial.completion.text(); }},
    {"enrollment",
     [](const search::Hit& h) { return h.trial.enrollment ? std::to_string(*h.trial.enrollment) : std::string(); }},
    {"conditions", [](const search::Hit& h) { return joined(h.trial.conditions); }},
    {"interventions", [](const search::Hit& h) { return joined(intervention_names(h.trial)); }},
    {"keywords", [](const search::Hit& h) { return joined(h.trial.keywords); }},
    {"sponsor", [](const search::Hit& h) { return h.trial.lead_sponsor; }},
    {"url", [](const search::Hit& h) { return h.id.link(); }},
    {"abstract", [](const search::Hit& h) { return abstract(h.trial); }},
};

}  // namespace

void render_csv(const SearchReport& report, const Style&, const Sink& out) {
  const bool batch = !report.query_id.empty();
  if (report.first_of_batch) {
    std::string header = batch ? "query_id" : "";
    for (const Column& column : kColumns) header += (header.empty() ? "" : ",") + std::string(column.name);
    out(header + "\r\n");
  }
  for (std::size_t i = 0; i < report.results.size(); ++i) {
    const search::Hit hit = report.results.hit(i);
    std::string line = batch ? csv_cell(report.query_id) : "";
    for (const Column& column : kColumns) {
      if (&column != kColumns || batch) line += ',';
      line += csv_cell(column.value(hit));
    }
    out(line + "\r\n");
  }
}

}  // namespace trialsift::render
