// SPDX-License-Identifier: GPL-2.0-or-later
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/queries.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::cli {
namespace {

int run_count(QueryArguments& arguments, const Globals& globals) {
  const std::vector<GivenQuery> queries = arguments.all();
  const store::Index index(index_folder(globals, false));
  const search::Searcher searcher(index);
  search::SearchOptions options;
  arguments.apply_to(options);
  bool found = false;
  std::optional<base::Error> failure;
  for (const GivenQuery& given : queries) {
    try {
      const search::Counts counts = searcher.count(read_query(given, globals), options);
      arguments.warn_of_any_words(counts, globals);
      write_stdout((given.id.empty() ? "" : given.id + "\t") + std::to_string(counts.total) + "\n");
      found = found || counts.total > 0;
    } catch (const base::Error& error) {
      arguments.pass_over(error, failure, globals);
    }
  }
  if (failure) throw base::Error(*failure);
  return found ? kFound : kNothingFound;
}

}  // namespace

Run setup_count(CLI::App& app, const Globals& globals) {
  auto arguments = std::make_shared<QueryArguments>();
  arguments->add_to(app);
  return [arguments, &globals] { return run_count(*arguments, globals); };
}

}  // namespace trialsift::cli
