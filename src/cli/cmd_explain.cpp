// SPDX-License-Identifier: GPL-2.0-or-later
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/given_trials.hpp"
#include "cli/pager.hpp"
#include "cli/print_formats.hpp"
#include "cli/queries.hpp"
#include "cli/ranking_options.hpp"
#include "trialsift/render/report.hpp"
#include "trialsift/search/explanation.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::cli {
namespace {

struct ExplainArguments {
  std::string id;
  QueryArguments query;
  RankingOptions ranking;
  std::string format = kTextFormat;
  bool no_pager = false;
};

int run_explain(ExplainArguments& arguments, const Globals& globals) {
  const std::vector<GivenQuery> queries = arguments.query.all();
  const store::Index index(index_folder(globals, false));
  const std::optional<store::DocId> document = find_or_tell(index, trial_id_of(arguments.id), globals);
  if (!document) return kNothingFound;
  search::SearchOptions options;
  arguments.query.apply_to(options);
  arguments.ranking.apply(options);
  constexpr std::size_t kSentences = 5;
  options.snippets = kSentences;
  Pager pager(arguments.format == kTextFormat && !arguments.no_pager);
  bool all = true;
  bool first = true;
  for (const GivenQuery& given : queries) {
    const query::Query query = arguments.query.read(given, index, globals);
    const search::Explanation explanation = search::explain(index, query, options, *document);
    all = all && explanation.is_hit;
    if (arguments.format == kJsonFormat) {
      write_stdout(render::explanation_json(query, explanation) + "\n");
    } else {
      pager.write((first ? "" : "\n") + render::explanation_text(explanation, output_style(globals)));
    }
    first = false;
  }
  return all ? kFound : kNothingFound;
}

}  // namespace

Run setup_explain(Options& options, const Globals& globals) {
  auto arguments = std::make_shared<ExplainArguments>();
  options.add("id", "NCT...", &arguments->id, "the trial").required();
  arguments->query.add_to(options);
  for (const char* name : {"--batch", "--analyze"}) options.remove(name);
  arguments->ranking.add_to(options);
  add_print_format(options, arguments->format, {kTextFormat, kJsonFormat});
  options.add_flag("--no-pager", &arguments->no_pager, "print all at once on a terminal too");
  return [arguments, &globals] { return run_explain(*arguments, globals); };
}

}  // namespace trialsift::cli
