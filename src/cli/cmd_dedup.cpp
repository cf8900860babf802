// SPDX-License-Identifier: GPL-2.0-or-later
#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/print_formats.hpp"
#include "cli/rejects.hpp"
#include "trialsift/base/json_writer.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/formats/record.hpp"
#include "trialsift/ingest/clusters.hpp"
#include "trialsift/render/report.hpp"

namespace trialsift::cli {
namespace {

struct DedupArguments {
  std::vector<std::string> inputs;
  formats::ReadOptions read;
  std::string format = kTextFormat;
};

std::vector<std::string> texts(const std::vector<model::TrialId>& ids) {
  std::vector<std::string> texts;
  for (const model::TrialId& id : ids) texts.push_back(id.text());
  return texts;
}

std::string joined(const std::vector<model::TrialId>& ids) {
  return base::joined(ids, " ", [](const model::TrialId& id) { return id.text(); });
}

std::string as_text(const ingest::Cluster& cluster) {
  std::string text = joined(cluster.ids) + "\n";
  for (const ingest::ClusterRecord& record : cluster.records) {
    text += "  " + record.id.text() + "  " + base::printable(record.source);
    if (!record.other_ids.empty()) text += "  names " + joined(record.other_ids);
    text += "\n";
  }
  return text;
}

std::string as_json(const ingest::Cluster& cluster) {
  base::JsonWriter json;
  json.begin_object().member("type", "cluster").strings("ids", texts(cluster.ids)).key("records").begin_array();
  for (const ingest::ClusterRecord& record : cluster.records) {
    json.begin_object().member("id", record.id.text()).strings("other_ids", texts(record.other_ids));
    json.member("source", record.source).end_object();
  }
  json.end_array().end_object();
  return json.text() + "\n";
}

std::string summary_json(const ingest::Clusters& found) {
  base::JsonWriter json;
  json.begin_object().member("type", "dedup").member("schema", render::kJsonSchema);
  json.member("records", found.records).member("trials", found.trials).member("clusters", found.clusters.size());
  json.end_object();
  return json.text() + "\n";
}

int run_dedup(const DedupArguments& arguments, const Globals& globals) {
  Rejects rejects(globals, {});
  const ingest::Clusters found = ingest::find_clusters(
      arguments.inputs, arguments.read, [&](const formats::Rejected& rejected) { rejects.take(rejected); });
  const bool json = arguments.format == kJsonLinesFormat;
  if (json) write_stdout(summary_json(found));
  for (const ingest::Cluster& cluster : found.clusters) write_stdout(json ? as_json(cluster) : as_text(cluster));
  if (!json) {
    tell(globals, std::to_string(found.records) + " records of " + std::to_string(found.trials) + " trials; " +
                      std::to_string(found.clusters.size()) + " with more than one record.");
  }
  return found.clusters.empty() ? kNothingFound : kFound;
}

}  // namespace

Run setup_dedup(Options& options, const Globals& globals) {
  auto arguments = std::make_shared<DedupArguments>();
  options.add("input", "INPUT...", &arguments->inputs, "files, folders, archives, patterns, - for standard input")
      .required()
      .reads();
  add_read_options(options, arguments->read);
  add_print_format(options, arguments->format, {kTextFormat, kJsonLinesFormat});
  return [arguments, &globals] { return run_dedup(*arguments, globals); };
}

}  // namespace trialsift::cli
