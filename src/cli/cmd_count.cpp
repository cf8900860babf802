// SPDX-License-Identifier: GPL-2.0-or-later
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/queries.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/search/analysis.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::cli {
namespace {

struct CountArguments {
  QueryArguments query;
  bool json = false;
};

int run_count(CountArguments& arguments, const Globals& globals) {
  const std::vector<GivenQuery> queries = arguments.query.all();
  const store::Index index(index_folder(globals, false));
  const search::Searcher searcher(index);
  search::SearchOptions options;
  arguments.query.apply_to(options);
  bool found = false;
  std::optional<base::Error> failure;
  for (const GivenQuery& given : queries) {
    try {
      const query::Query query = arguments.query.read(given, index, globals);
      if (arguments.query.analyze) {
        const search::Analysis analysis = search::analyze(index, query, options);
        write_stdout(arguments.json ? render::analysis_json(query, analysis, given.id)
                                    : render::analysis_text(query, analysis, given.id));
        found = found || analysis.total > 0;
        continue;
      }
      const search::Counts counts = searcher.count(query, options);
      arguments.query.tell_of_counts(counts, globals);
      write_stdout((given.id.empty() ? "" : given.id + "\t") + std::to_string(counts.total) + "\n");
      found = found || counts.total > 0;
    } catch (const base::Error& error) {
      arguments.query.pass_over(error, failure, globals);
    }
  }
  if (failure) throw base::Error(*failure);
  return found ? kFound : kNothingFound;
}

}  // namespace

Run setup_count(CLI::App& app, const Globals& globals) {
  auto arguments = std::make_shared<CountArguments>();
  arguments->query.add_to(app);
  app.add_flag("--json", arguments->json, "with --analyze: as JSON")->needs("--analyze");
  return [arguments, &globals] { return run_count(*arguments, globals); };
}

}  // namespace trialsift::cli
