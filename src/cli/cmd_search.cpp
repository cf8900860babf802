// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdio>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/outputs.hpp"
#include "cli/pager.hpp"
#include "cli/queries.hpp"
#include "cli/version.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/search/evaluator.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::cli {
namespace {

using base::Error;
using base::ErrorCode;

/// Larger numbers are slips of the keyboard.
constexpr int kMostHits = 1000000000;

struct SearchArguments {
  QueryArguments query;
  OutputArguments output;
  std::string format;
  bool json = false;
  std::string file;
  std::optional<std::size_t> limit;
  std::size_t offset = 0;
  std::optional<std::size_t> snippets;
  bool no_pager = false;
};

/// The format said, else the one that the file's name ends in, else text.
const render::OutputFormat& format_of(const SearchArguments& arguments) {
  if (arguments.json) return output_format("jsonl");
  if (!arguments.format.empty()) return output_format(arguments.format);
  const std::string by_name = format_of_file(arguments.file);
  return output_format(render::find_output_format(by_name) == nullptr ? "text" : by_name);
}

void check(const SearchArguments& arguments, const render::OutputFormat& format, std::size_t queries) {
  arguments.output.check(format);
  if (arguments.output.split == 0) return;
  if (arguments.file.empty()) throw Error(ErrorCode::kUsage, "--split writes files", "name them with --output FILE");
  if (queries > 1) throw Error(ErrorCode::kUsage, "--split takes one query", "run the queries one by one");
}

int run_search(const SearchArguments& arguments, const Globals& globals) {
  const render::OutputFormat& format = format_of(arguments);
  const render::Style style = arguments.file.empty() ? output_style(globals) : render::Style();
  const std::vector<GivenQuery> queries = arguments.query.all();
  check(arguments, format, queries.size());
  const store::Index index(index_folder(globals, false));
  const search::Searcher searcher(index);
  search::SearchOptions options;
  options.match = arguments.query.match_mode();
  options.limit = arguments.limit.value_or(format.default_limit);
  options.offset = arguments.offset;
  options.snippets = format.snippets == 0 ? 0 : arguments.snippets.value_or(format.snippets);
  options.with_records = (format.uses & render::kRecords) != 0;

  bool found = false;
  const std::string program = version();
  const auto search_all = [&](const search::SearchOptions& wanted, const render::Sink& out) -> std::uint64_t {
    std::uint64_t total = 0;
    bool first = true;
    std::optional<Error> failure;
    for (const GivenQuery& given : queries) {
      base::check_interrupt();
      try {
        const query::Query query = read_query(given, globals);
        const search::ResultSet results = searcher.search(query, wanted);
        if (format.default_limit == 0) arguments.query.warn_of_any_words(results.counts(), globals);
        render::SearchReport report{query,   wanted,   results, index.manifest(),
                                    program, given.id, first,   arguments.output.chosen};
        if (arguments.output.wants_facets(format)) {
          const search::DocSet all = search::Evaluator(index, wanted.match).evaluate(query.root);
          report.facets = arguments.output.count_facets(format, index, all);
        }
        format.render(report, style, out);
        total += results.counts().total;
        first = false;
      } catch (const Error& error) {
        arguments.query.pass_over(error, failure, globals);
      }
    }
    if (failure) throw Error(*failure);
    found = found || total > 0;
    return total;
  };
  if (arguments.file.empty()) {
    Pager pager(format.name == "text" && !arguments.no_pager);
    search_all(options, [&pager](std::string_view text) { pager.write(text); });
  } else {
    write_files(arguments.file, arguments.output.split, options, search_all);
  }
  return found ? kFound : kNothingFound;
}

}  // namespace

Run setup_search(CLI::App& app, const Globals& globals) {
  auto arguments = std::make_shared<SearchArguments>();
  arguments->query.add_to(app);
  std::string formats;
  for (const render::OutputFormat& format : render::output_formats()) {
    formats += (formats.empty() ? "" : ", ") + std::string(format.name);
  }
  CLI::Option* format = app.add_option("-f,--format", arguments->format, formats)->type_name("NAME");
  app.add_flag("--json", arguments->json, "the same as --format jsonl")->excludes(format);
  app.add_option("-n,--limit", arguments->limit, "hits to give, 0 for all (default: by format)")
      ->check(CLI::Range(0, kMostHits))
      ->type_name("N");
  app.add_option("--offset", arguments->offset, "hits to pass over first")
      ->check(CLI::Range(0, kMostHits))
      ->type_name("N");
  app.add_option("--snippets", arguments->snippets, "best sentences a hit (default: by format)")
      ->check(CLI::Range(0, kMostHits))
      ->type_name("N");
  app.add_option("-o,--output", arguments->file,
                 "write there, in the format that the name ends in unless --format says")
      ->type_name("FILE");
  arguments->output.add_to(app);
  app.add_flag("--no-pager", arguments->no_pager, "print all at once on a terminal too");
  return [arguments, &globals] { return run_search(*arguments, globals); };
}

}  // namespace trialsift::cli
