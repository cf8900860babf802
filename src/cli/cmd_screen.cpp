// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "cli/output_file.hpp"
#include "cli/outputs.hpp"
#include "cli/print_formats.hpp"
#include "cli/queries.hpp"
#include "cli/version.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/partial_date.hpp"
#include "trialsift/render/report.hpp"
#include "trialsift/screen/report.hpp"
#include "trialsift/screen/strategy_file.hpp"
#include "trialsift/search/trial_table.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::cli {
namespace {

using base::Error;
using base::ErrorCode;
using screen::StrategyRun;

struct RunArguments {
  std::vector<std::string> strategies;
  std::string syntax = "auto";
  std::string format = kTextFormat;
  std::string export_file;
  OutputArguments output;
  std::string log_file;
  std::string date;
  std::string date_limits;
  query::DialectOptions options;
  bool analyze = false;
  bool keep_missing = false;
  std::string per = "record";
};

constexpr std::array<std::string_view, 3> kReportFormats = {kTextFormat, kTableFormat, kJsonFormat};

bool is_report_format(std::string_view name) {
  return std::find(kReportFormats.begin(), kReportFormats.end(), name) != kReportFormats.end();
}

/// The format of the file of results: the one said, else the one that the file's name ends in.
const render::OutputFormat& export_format(const RunArguments& arguments) {
  return is_report_format(arguments.format) ? output_format_of_file(arguments.export_file)
                                            : output_format(arguments.format);
}

/// A search log by what its file's name ends in.
struct LogForm {
  std::string_view ending;
  std::string (*write)(std::span<const StrategyRun> runs, const screen::LogContext& context);
};

constexpr LogForm kLogForms[] = {
    {"md", screen::markdown_log}, {"markdown", screen::markdown_log}, {"json", screen::json_log}};

/// Null if there is none.
const LogForm* log_form(const std::string& file) {
  const auto* form = std::find_if(std::begin(kLogForms), std::end(kLogForms),
                                  [&](const LogForm& each) { return each.ending == file_ending(file); });
  return form == std::end(kLogForms) ? nullptr : form;
}

void check(const RunArguments& arguments) {
  if (!is_report_format(arguments.format) && arguments.export_file.empty()) {
    throw Error(ErrorCode::kUsage, "screen run prints " + base::joined(kReportFormats) + ", not " + arguments.format,
                "other formats are those of the result's trials: --export FILE");
  }
  if (!arguments.export_file.empty()) arguments.output.check(export_format(arguments));
  if (arguments.output.split > 0) {
    if (arguments.export_file.empty())
      throw Error(ErrorCode::kUsage, "--split writes files", "name them with --export FILE");
    if (arguments.strategies.size() > 1) throw Error(ErrorCode::kUsage, "--split takes one strategy");
  }
  if (!arguments.log_file.empty() && log_form(arguments.log_file) == nullptr) {
    throw Error(ErrorCode::kUsage, "a search log is a .md or a .json file, not " + arguments.log_file);
  }
  if (!arguments.date.empty() && !model::PartialDate::parse(arguments.date)) {
    throw Error(ErrorCode::kUsage, arguments.date + " is no date", "write it as 2026-11-25");
  }
}

StrategyRun run_one(const std::string& name, const RunArguments& arguments, const search::Searcher& searcher,
                    const store::Index& index) {
  const std::string text = read_source(name);
  const std::string shown = name == "-" ? "standard input" : name;
  query::Strategy strategy;
  try {
    strategy =
        screen::read_strategy(text, query::find_dialect(arguments.syntax), options_for(index, arguments.options));
  } catch (const Error& error) {
    throw Error(error.code(), shown + ": " + error.what(), error.hint(), error.where());
  }
  if (strategy.lines.empty()) throw Error(ErrorCode::kUsage, "there is no line of a strategy in " + shown);
  if (arguments.keep_missing) {
    for (query::StrategyLine& line : strategy.lines) query::keep_missing(line.tree);
  }
  const bool per_trial = per_of(arguments.per) == search::Per::kTrial;
  const search::TrialTable* const trials = per_trial ? &searcher.trials() : nullptr;
  if (arguments.format != kTextFormat && is_report_format(arguments.format)) {
    return screen::run_strategy(shown, std::move(strategy), index, {}, arguments.analyze, trials);
  }
  const std::size_t width = output_style({}).width;
  const auto print_line = [&](const StrategyRun& run, std::size_t line) {
    if (line == 0) write_stdout(screen::text_head(run, index.manifest()));
    write_stdout(screen::text_line(run, line, width));
    std::fflush(stdout);
  };
  return screen::run_strategy(shown, std::move(strategy), index, print_line, arguments.analyze, trials);
}

void print(const StrategyRun& run, const RunArguments& arguments, const store::Manifest& manifest, bool first) {
  if (arguments.format == kJsonFormat) {
    write_stdout(screen::json_report(run, manifest, version()));
  } else if (arguments.format == kTableFormat) {
    write_stdout((first ? screen::tsv_head() : "") + screen::tsv_rows(run));
  } else {
    write_stdout(screen::text_end(run));
  }
}

/// What ranks and marks the trials of a result: the strategy as one query. One that is too large for that, or that
/// would not find them all, leaves them in the order of their ids.
query::Query ranking_query(const StrategyRun& run, const search::Searcher& searcher) {
  query::Query every;
  every.root.kind = query::NodeKind::kEvery;
  try {
    query::Query query = query::as_query(run.strategy);
    search::SearchOptions options;
    options.limit = 1;
    options.with_records = false;
    if (searcher.search(query, options, &run.result).counts().total == run.result.size()) return query;
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kQuerySyntax && error.code() != ErrorCode::kQueryCost) throw;
  }
  return every;
}

void export_results(const std::vector<StrategyRun>& runs, const RunArguments& arguments,
                    const search::Searcher& searcher, const store::Index& index, const Globals& globals) {
  const render::OutputFormat& format = export_format(arguments);
  search::SearchOptions options;
  options.per = per_of(arguments.per);
  options.limit = 0;
  options.snippets = format.snippets;
  options.with_records = (format.uses & render::kRecords) != 0;
  const std::string program = version();
  std::vector<query::Query> rankings;
  for (const StrategyRun& run : runs) rankings.push_back(ranking_query(run, searcher));
  const auto write = [&](const search::SearchOptions& wanted, const render::Sink& out) -> std::uint64_t {
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const StrategyRun& run = runs[i];
      query::Query shown;
      shown.text = run.strategy.text;
      shown.dialect = run.strategy.dialect->name;
      shown.root = run.strategy.lines.back().tree;
      const search::ResultSet results = searcher.search(rankings[i], wanted, &run.result);
      const std::string id = runs.size() > 1 ? run.name : "";
      render::SearchReport report{shown,   wanted, results, index.manifest(),
                                  program, id,     i == 0,  arguments.output.chosen};
      if (arguments.output.wants_facets(format)) {
        const bool per_trial = options.per == search::Per::kTrial;
        report.facets = arguments.output.count_facets(format, index,
                                                      per_trial ? searcher.trials().leading(run.result) : run.result);
      }
      format.render(report, {}, out);
      total += results.counts().total;
    }
    return total;
  };
  write_files(arguments.export_file, arguments.output.split, options, write, globals);
}

void write_log(const std::vector<StrategyRun>& runs, const RunArguments& arguments, const store::Index& index) {
  const std::string program = version();
  const std::string date = arguments.date.empty() ? today() : arguments.date;
  const screen::LogContext context{index.manifest(), program, date};
  OutputFile file(arguments.log_file);
  file.write(log_form(arguments.log_file)->write(runs, context));
  file.publish();
}

/// A strategy with a line in error has no result, and a script must see that.
void refuse_incomplete(const std::vector<StrategyRun>& runs, const RunArguments& arguments) {
  std::vector<std::string> names;
  for (const StrategyRun& run : runs) {
    if (!run.complete()) names.push_back(run.name);
  }
  if (names.empty()) return;
  throw Error(ErrorCode::kQuerySyntax, "no result, for a line in error: " + base::joined(names),
              std::string("mend the line, or make it a comment with // before it") +
                  (arguments.export_file.empty() ? "" : "; nothing was exported"));
}

int run_screen_run(const RunArguments& arguments, const Globals& globals) {
  check(arguments);
  const store::Index index(index_folder(globals, false));
  const search::Searcher searcher(index);
  std::vector<StrategyRun> runs;
  bool found = false;
  for (const std::string& name : arguments.strategies) {
    if (!runs.empty() && arguments.format == kTextFormat) write_stdout("\n");
    runs.push_back(run_one(name, arguments, searcher, index));
    print(runs.back(), arguments, index.manifest(), runs.size() == 1);
    found = found || !runs.back().result.empty();
  }
  if (!arguments.log_file.empty()) write_log(runs, arguments, index);
  refuse_incomplete(runs, arguments);
  if (!arguments.export_file.empty()) export_results(runs, arguments, searcher, index, globals);
  return found ? kFound : kNothingFound;
}

}  // namespace

Run setup_screen_run(Options& options, const Globals& globals) {
  auto arguments = std::make_shared<RunArguments>();
  options.add("strategy", "STRATEGY...", &arguments->strategies, "files of search strategies, - for standard input")
      .required()
      .reads();
  add_syntax_option(options, arguments->syntax, "auto");
  options
      .add("-f,--format", "NAME", &arguments->format,
           "of what is printed: " + base::joined(kReportFormats) + "; any other is that of --export")
      .choices(output_format_names({kJsonFormat}));
  options
      .add("--export", "FILE", &arguments->export_file,
           "write the result's trials there, in the format that the name ends in")
      .writes(FileUse::kWritten, &arguments->output.split);
  arguments->output.add_to(options);
  options.add("--log", "FILE", &arguments->log_file, "write a search log there: .md or .json").writes();
  options.add("--date", "DATE", &arguments->date, "the date of the search that the log tells (default: today)");
  options.add_flag("--analyze", &arguments->analyze,
                   "tell how each line is read: its parts, their hits, what words stand for");
  options.add_flag("--keep-missing", &arguments->keep_missing,
                   "filters and ranges keep trials that have no such field");
  add_per_option(options, arguments->per);
  options.add_flag("--map-publication-types", &arguments->options.map_publication_types,
                   "read randomized controlled trial.pt. and its like as filters");
  options.add("--date-limits", "FIELD", &arguments->date_limits, "read limits of years as ranges of: first-posted")
      .choices({"first-posted"});
  return [arguments, &globals] {
    arguments->options.first_posted_dates = !arguments->date_limits.empty();
    return run_screen_run(*arguments, globals);
  };
}

}  // namespace trialsift::cli
