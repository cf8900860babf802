// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdio>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/output_file.hpp"
#include "cli/outputs.hpp"
#include "cli/pager.hpp"
#include "cli/print_formats.hpp"
#include "cli/queries.hpp"
#include "cli/ranking_options.hpp"
#include "cli/version.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/render/report.hpp"
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
  RankingOptions ranking;
  bool explain = false;
  bool no_pager = false;
};

/// --analyze prints text, or JSON where any was asked for, or rows for the lines of a strategy.
std::string analysis_format(const SearchArguments& arguments) {
  const render::OutputFormat& json = render::output_format_for(render::kJson);
  if (arguments.json || arguments.format == json.name || arguments.format == kJsonFormat) return kJsonFormat;
  if (arguments.format.empty()) return kTextFormat;
  if (arguments.format == kTextFormat || arguments.format == kTableFormat) return arguments.format;
  throw Error(ErrorCode::kUsage, "--analyze prints text, json or tsv, not " + arguments.format);
}

/// The format said, else the one that the file's name ends in, else the first.
const render::OutputFormat& format_of(const SearchArguments& arguments) {
  if (arguments.json) return render::output_format_for(render::kJson);
  if (!arguments.format.empty()) return output_format(arguments.format);
  return file_ending(arguments.file).empty() ? render::output_formats().front() : output_format_of_file(arguments.file);
}

void check(const SearchArguments& arguments, const render::OutputFormat& format, std::size_t queries) {
  arguments.output.check(format);
  if (arguments.file.empty()) check_standard_output(format);
  if (arguments.output.split == 0) return;
  if (arguments.file.empty()) throw Error(ErrorCode::kUsage, "--split writes files", "name them with --output FILE");
  if (queries > 1) throw Error(ErrorCode::kUsage, "--split takes one query", "run the queries one by one");
}

/// The queries of one command, searched and written.
class Searching {
 public:
  Searching(SearchArguments& arguments, const Globals& globals)
      : arguments_(arguments),
        globals_(globals),
        format_(format_of(arguments)),
        style_(arguments.file.empty() ? output_style(globals) : render::Style()),
        queries_(arguments.query.all()),
        index_(checked_folder()),
        searcher_(index_) {}

  bool run() {
    search::SearchOptions options;
    arguments_.query.apply_to(options);
    const bool is_table = !arguments_.output.chosen.table.empty();
    options.limit = arguments_.limit.value_or(is_table ? 0 : format_.default_limit);
    options.offset = arguments_.offset;
    options.snippets = format_.snippets == 0 || is_table ? 0 : arguments_.snippets.value_or(format_.snippets);
    options.with_records = (format_.uses & render::kRecords) != 0;
    arguments_.ranking.apply(options);
    if (arguments_.file.empty()) {
      Pager pager((format_.uses & render::kPaged) != 0 && !arguments_.no_pager);
      write_all(options, [&pager](std::string_view text) { pager.write(text); });
    } else {
      write_files(
          arguments_.file, arguments_.output.split, options,
          [this](const search::SearchOptions& part, const render::Sink& out) { return write_all(part, out); },
          globals_);
    }
    if (failure_) throw Error(*failure_);
    return found_;
  }

 private:
  /// Usage comes before the index: its errors are told first.
  base::Path checked_folder() const {
    check(arguments_, format_, queries_.size());
    return index_folder(globals_, false);
  }

  std::uint64_t write_all(const search::SearchOptions& options, const render::Sink& out) {
    std::uint64_t total = 0;
    bool first = true;
    for (const GivenQuery& given : queries_) {
      base::check_interrupt();
      try {
        total += write_one(given, options, first, out);
        first = false;
      } catch (const Error& error) {
        arguments_.query.pass_over(error, failure_, globals_);
      }
    }
    found_ = found_ || total > 0;
    return total;
  }

  std::uint64_t write_one(const GivenQuery& given, const search::SearchOptions& options, bool first,
                          const render::Sink& out) {
    // The parts of a split result have one query: read, and told of, with the first.
    const bool part = options.offset != arguments_.offset;
    if (arguments_.query.analyze) {
      return arguments_.query.analyze_with(given, index_, options, globals_, out) ? 1 : 0;
    }
    if (!part) query_ = arguments_.query.read(given, index_, globals_);
    const search::ResultSet results = searcher_.search(query_, options);
    if (!part) arguments_.query.tell_of_index(given, results.counts().warnings, query_, globals_);
    if ((format_.default_limit == 0 || !arguments_.output.chosen.table.empty()) && !part)
      arguments_.query.tell_of_counts(results.counts(), globals_);
    render::SearchReport report{query_,   options,  results, index_.manifest(),
                                program_, given.id, first,   arguments_.output.chosen};
    report.explain = arguments_.explain;
    if (arguments_.output.wants_facets(format_)) {
      report.facets = arguments_.output.count_facets(format_, index_, searcher_.documents(query_, options));
    }
    format_.render(report, style_, out);
    return results.counts().total;
  }

  SearchArguments& arguments_;
  const Globals& globals_;
  const render::OutputFormat& format_;
  render::Style style_;
  std::vector<GivenQuery> queries_;
  store::Index index_;
  search::Searcher searcher_;
  std::string program_ = version();
  query::Query query_;
  bool found_ = false;
  std::optional<Error> failure_;  ///< of a bad line of a batch: it ends the command when the others are written
};

}  // namespace

Run setup_search(Options& options, const Globals& globals) {
  auto arguments = std::make_shared<SearchArguments>();
  arguments->query.add_to(options);
  options.add("-f,--format", "NAME", &arguments->format, base::joined(output_format_names()))
      .choices(output_format_names({kJsonFormat}));  // json: with --analyze
  const std::string json(render::output_format_for(render::kJson).name);
  options.add_flag("--json", &arguments->json, "the same as --format " + json).excludes("--format");
  options.add("-n,--limit", "N", &arguments->limit, "hits to give, 0 for all (default: by format)").range(0, kMostHits);
  options.add("--offset", "N", &arguments->offset, "hits to pass over first").range(0, kMostHits);
  options.add("--snippets", "N", &arguments->snippets, "best sentences a hit (default: by format)").range(0, kMostHits);
  arguments->ranking.add_to(options);
  options.add_flag("--explain", &arguments->explain,
                   "each hit's score by word, field and factor" + formats_with_reasons());
  options
      .add("-o,--output", "FILE", &arguments->file,
           "write there, in the format that the name ends in unless --format says")
      .writes(FileUse::kWrittenInstead, &arguments->output.split);
  arguments->output.add_to(options);
  options.add_flag("--no-pager", &arguments->no_pager, "print all at once on a terminal too");
  return [arguments, &globals] {
    if (OutputFile::is_stdout(arguments->file)) arguments->file.clear();
    if (arguments->query.analyze) {
      arguments->query.analysis_format = analysis_format(*arguments);
      arguments->format = render::output_formats().front().name;
    }
    return Searching(*arguments, globals).run() ? kFound : kNothingFound;
  };
}

}  // namespace trialsift::cli
