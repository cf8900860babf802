// SPDX-License-Identifier: GPL-2.0-or-later
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/print_formats.hpp"
#include "cli/queries.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/json_writer.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/render/report.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::cli {
namespace {

/// What is counted, as a line of JSON.
std::string count_json(const query::Query& query, const search::Counts& counts, const GivenQuery& given) {
  base::JsonWriter json;
  json.begin_object().member("type", "count");
  if (!given.id.empty()) json.member("query_id", given.id);
  json.member("schema", render::kJsonSchema).member("query", query.text).member("syntax", query.dialect);
  json.member("read_as", query::to_string(query.root)).member("total", counts.total);
  if (counts.any_words) json.member("any_words", *counts.any_words).member("all_words", *counts.all_words);
  render::write_lacking(json, counts.lacking);
  render::write_warnings(json, query.warnings);
  json.end_object();
  return json.text() + "\n";
}

struct CountArguments {
  QueryArguments query;
  bool json = false;
};

int run_count(QueryArguments& arguments, const Globals& globals) {
  if (arguments.analysis_format == kTableFormat && !arguments.analyze) {
    throw base::Error(base::ErrorCode::kUsage, "a count is text or json; tsv is for --analyze");
  }
  const std::vector<GivenQuery> queries = arguments.all();
  const store::Index index(index_folder(globals, false));
  const search::Searcher searcher(index);
  search::SearchOptions options;
  arguments.apply_to(options);
  bool found = false;
  std::optional<base::Error> failure;
  for (const GivenQuery& given : queries) {
    try {
      if (arguments.analyze) {
        found = arguments.analyze_with(given, index, options, globals, write_stdout) || found;
        continue;
      }
      query::Query query = arguments.read(given, index, globals);
      const search::Counts counts = searcher.count(query, options);
      arguments.tell_of_index(given, counts.warnings, query, globals);
      arguments.tell_of_counts(counts, globals);
      const bool json = arguments.analysis_format == kJsonFormat;
      write_stdout(json ? count_json(query, counts, given)
                        : (given.id.empty() ? "" : base::printable(given.id) + "\t") + std::to_string(counts.total) +
                              "\n");
      found = found || counts.total > 0;
    } catch (const base::Error& error) {
      arguments.pass_over(error, failure, globals);
    }
  }
  if (failure) throw base::Error(*failure);
  return found ? kFound : kNothingFound;
}

}  // namespace

Run setup_count(Options& options, const Globals& globals) {
  auto arguments = std::make_shared<CountArguments>();
  arguments->query.add_to(options);
  add_print_format(options, arguments->query.analysis_format, {kTextFormat, kJsonFormat, kTableFormat},
                   "; the last for the lines of a strategy, with --analyze");
  options.add_flag("--json", &arguments->json, "the same as --format json").excludes("--format");
  return [arguments, &globals] {
    if (arguments->json) arguments->query.analysis_format = kJsonFormat;
    return run_count(arguments->query, globals);
  };
}

}  // namespace trialsift::cli
