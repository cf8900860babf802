// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdio>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/queries.hpp"
#include "cli/version.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/search/analysis.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::cli {
namespace {

using base::Error;
using base::ErrorCode;

/// Larger numbers are slips of the keyboard.
constexpr int kMostHits = 1000000000;

struct SearchArguments {
  QueryArguments query;
  std::string format = "text";
  bool json = false;
  std::optional<std::size_t> limit;
  std::size_t offset = 0;
  std::size_t snippets = 2;
};

const render::OutputFormat& format_of(const SearchArguments& arguments) {
  const std::string name = arguments.json ? "jsonl" : arguments.format;
  if (const render::OutputFormat* format = render::find_output_format(name)) return *format;
  std::vector<std::string_view> names;
  for (const render::OutputFormat& format : render::output_formats()) names.push_back(format.name);
  const std::string_view near = base::nearest(name, names);
  throw Error(ErrorCode::kUsage, "there is no output format " + name,
              near.empty() ? "see trialsift formats" : "did you mean " + std::string(near) + "?");
}

int run_search(const SearchArguments& arguments, const Globals& globals) {
  const render::OutputFormat& format = format_of(arguments);
  const render::Style style = output_style(globals);
  const std::vector<GivenQuery> queries = arguments.query.all();
  const store::Index index(index_folder(globals, false));
  const search::Searcher searcher(index);
  search::SearchOptions options;
  options.match = arguments.query.match_mode();
  options.limit = arguments.limit.value_or(format.default_limit);
  options.offset = arguments.offset;
  options.snippets = format.with_snippets ? arguments.snippets : 0;
  options.with_records = format.with_records;

  bool found = false;
  bool first = true;
  std::optional<Error> failure;
  const std::string program = version();
  for (const GivenQuery& given : queries) {
    base::check_interrupt();
    try {
      const query::Query query = arguments.query.read(given, index, globals);
      if (arguments.query.analyze) {
        const search::Analysis analysis = search::analyze(index, query, options.match);
        write_stdout(arguments.json ? render::analysis_json(query, analysis, given.id)
                                    : render::analysis_text(query, analysis, given.id));
        found = found || analysis.total > 0;
        continue;
      }
      const search::ResultSet results = searcher.search(query, options);
      if (format.default_limit == 0) arguments.query.tell_of_counts(results.counts(), globals);
      format.render({query, options, results, index.manifest(), program, given.id, first}, style, write_stdout);
      found = found || results.counts().total > 0;
      first = false;
    } catch (const Error& error) {
      arguments.query.pass_over(error, failure, globals);
    }
  }
  if (failure) throw Error(*failure);
  return found ? kFound : kNothingFound;
}

}  // namespace

Run setup_search(CLI::App& app, const Globals& globals) {
  auto arguments = std::make_shared<SearchArguments>();
  arguments->query.add_to(app);
  CLI::Option* format =
      app.add_option("-f,--format", arguments->format, "text, jsonl, csv, ids, trec")->type_name("NAME");
  app.add_flag("--json", arguments->json, "the same as --format jsonl")->excludes(format);
  app.add_option("-n,--limit", arguments->limit, "hits to give, 0 for all (default: by format)")
      ->check(CLI::Range(0, kMostHits))
      ->type_name("N");
  app.add_option("--offset", arguments->offset, "hits to pass over first")
      ->check(CLI::Range(0, kMostHits))
      ->type_name("N");
  app.add_option("--snippets", arguments->snippets, "sentences a hit (default 2)")
      ->check(CLI::Range(0, kMostHits))
      ->type_name("N");
  return [arguments, &globals] { return run_search(*arguments, globals); };
}

}  // namespace trialsift::cli
