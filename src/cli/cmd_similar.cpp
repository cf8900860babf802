// SPDX-License-Identifier: GPL-2.0-or-later
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/given_trials.hpp"
#include "cli/help.hpp"
#include "cli/outputs.hpp"
#include "cli/pager.hpp"
#include "cli/ranking_options.hpp"
#include "cli/version.hpp"
#include "trialsift/query/parser.hpp"
#include "trialsift/render/report.hpp"
#include "trialsift/search/similar.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::cli {
namespace {

struct SimilarArguments {
  std::vector<std::string> ids;
  std::string format{render::output_formats().front().name};
  std::optional<std::size_t> limit;
  std::optional<std::size_t> snippets;
  bool explain = false;
  bool no_pager = false;
};

int run_similar(const SimilarArguments& arguments, const Globals& globals) {
  const render::OutputFormat& format = *render::find_output_format(arguments.format);
  check_standard_output(format);
  const store::Index index(index_folder(globals, false));
  std::vector<store::DocId> documents;
  bool all = true;
  for (const std::string& text : arguments.ids) {
    const std::optional<store::DocId> document = find_or_tell(index, trial_id_of(text), globals);
    if (document) documents.push_back(*document);
    all = all && document.has_value();
  }
  if (!all) return kNothingFound;
  search::SearchOptions options;
  constexpr std::size_t kMostSimilar = 100;  // nearly every trial shares some word
  options.limit = arguments.limit.value_or(format.default_limit == 0 ? kMostSimilar : format.default_limit);
  options.snippets = format.snippets == 0 ? 0 : arguments.snippets.value_or(format.snippets);
  options.with_records = (format.uses & render::kRecords) != 0;
  // Its words are weighed by what they say of the trial: feedback would only water them down.
  options.expansions = 0;
  const std::string text = search::similar_query(index, documents, *options.ranking);
  if (text.empty()) {
    tell(globals, "trialsift: no other trial shares a telling word with these");
    return kNothingFound;
  }
  const query::Query query = query::parse_native(text);
  const search::ResultSet results = search::Searcher(index).search(query, options);
  const bool paged = (format.uses & render::kPaged) != 0;
  Pager pager(paged && !arguments.no_pager);
  const render::Style style = output_style(globals);
  if (paged) pager.write(wrapped("Trials with any of: " + text, style.width, 0) + "\n\n");
  const std::string program = version();
  render::SearchReport report{query, options, results, index.manifest(), program, ""};
  report.explain = arguments.explain;
  format.render(report, style, [&pager](std::string_view part) { pager.write(part); });
  return results.counts().total > 0 ? kFound : kNothingFound;
}

}  // namespace

Run setup_similar(Options& options, const Globals& globals) {
  auto arguments = std::make_shared<SimilarArguments>();
  options.add("id", "NCT...", &arguments->ids, "trials to start from").required();
  options.add("-f,--format", "NAME", &arguments->format, "as those of search").choices(output_format_names());
  options.add("-n,--limit", "N", &arguments->limit, "trials to give, 0 for all (default: by format, at most 100)");
  options.add("--snippets", "N", &arguments->snippets, "best sentences a trial (default: by format)");
  options.add_flag("--explain", &arguments->explain,
                   "each trial's score by word, field and factor" + formats_with_reasons());
  options.add_flag("--no-pager", &arguments->no_pager, "print all at once on a terminal too");
  return [arguments, &globals] { return run_similar(*arguments, globals); };
}

}  // namespace trialsift::cli
