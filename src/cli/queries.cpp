// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/queries.hpp"
#include "cli/print_formats.hpp"

#include <iostream>
#include <iterator>

#include "cli/version.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/query/dialects.hpp"
#include "trialsift/query/strategy.hpp"
#include "trialsift/render/report.hpp"
#include "trialsift/screen/report.hpp"
#include "trialsift/search/analysis.hpp"
#include "trialsift/search/kept_values.hpp"
#include "trialsift/search/near_words.hpp"

namespace trialsift::cli {
namespace {

using base::Error;
using base::ErrorCode;

/// One query a line, ID<TAB>QUERY; without a tab the line's number is its id.
std::vector<GivenQuery> batch_lines(const std::string& text) {
  std::vector<GivenQuery> queries;
  std::size_t number = 0;
  for (std::string_view line : base::split(text, '\n')) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (base::trim(line).empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) {
      queries.push_back({std::to_string(number), std::string(line), "", false});
    } else {
      const std::string_view id = base::trim(line.substr(0, tab));
      const std::string_view query = line.substr(tab + 1);
      if (id.empty() || base::trim(query).empty()) {
        throw Error(ErrorCode::kUsage,
                    "line " + std::to_string(number) + " of the batch has no " + (id.empty() ? "id" : "query"),
                    "a line is ID<TAB>QUERY");
      }
      queries.push_back({std::string(id), std::string(query), "", false});
    }
  }
  return queries;
}

std::string expansion_names() {
  std::string names = "none, all";
  for (const search::ExpansionKind& each : search::expansion_kinds()) names += ", " + std::string(each.name);
  return names;
}

const query::Dialect& dialect_of(const GivenQuery& given, const Globals& globals) {
  if (const query::Dialect* told = query::find_dialect(given.syntax)) return *told;
  const query::Detection found = query::detect_dialect(given.text);
  const std::string name(found.dialect->name);
  if (found.dialect != &query::default_dialect()) {
    tell(globals, "trialsift: read as " + name + ", because of " + found.reason + "; --syntax says otherwise");
  }
  return *found.dialect;
}

/// The lines of a reviewer's dialect in a file, and numbered lines of any other.
std::optional<query::Strategy> strategy_of(const GivenQuery& given, const query::Dialect& dialect,
                                           const store::Index& index) {
  if (!given.from_file) return std::nullopt;
  query::Strategy strategy = query::parse_strategy(given.text, &dialect, options_for(index));
  if (strategy.lines.empty()) throw Error(ErrorCode::kUsage, "there is no query in this file");
  if (!dialect.strategies && strategy.lines.size() == 1) return std::nullopt;
  return strategy;
}

query::Query parse(const GivenQuery& given, const query::Dialect& dialect, const store::Index& index) {
  const std::optional<query::Strategy> strategy = strategy_of(given, dialect, index);
  query::Query query = strategy ? query::as_query(*strategy) : dialect.parse(given.text, {}, options_for(index));
  query.dialect = dialect.name;
  return query;
}

void tell_warnings(const std::vector<query::Warning>& warnings, const GivenQuery& given, const Globals& globals) {
  const std::string in = given.id.empty() ? "" : "query " + given.id + ": ";
  for (const query::Warning& warning : warnings) {
    tell(globals, "trialsift: warning[" + warning.code + "]: " + in + warning.sentence);
  }
}

bool analyze_strategy(query::Strategy strategy, const QueryArguments& arguments, const store::Index& index,
                      const render::Sink& out) {
  if (arguments.keep_missing) {
    for (query::StrategyLine& line : strategy.lines) query::keep_missing(line.tree);
  }
  const std::string name =
      arguments.query_file.empty() || arguments.query_file == "-" ? "standard input" : arguments.query_file;
  const screen::StrategyRun run = screen::run_strategy(name, std::move(strategy), index, {}, true);
  if (arguments.analysis_format == kJsonFormat) {
    out(screen::json_report(run, index.manifest(), version()));
  } else if (arguments.analysis_format == kTableFormat) {
    out(screen::tsv_head() + screen::tsv_rows(run));
  } else {
    out(screen::text_head(run, index.manifest()));
    for (std::size_t i = 0; i < run.lines.size(); ++i) out(screen::text_line(run, i, 0));
    out(screen::text_end(run));
  }
  if (!run.complete()) throw Error(ErrorCode::kQuerySyntax, "no result, for a line in error: " + name);
  return !run.result.empty();
}

}  // namespace

query::DialectOptions options_for(const store::Index& index, query::DialectOptions options) {
  options.has_value = [&index](const schema::Field& field, std::string_view key) {
    return search::has_value(index, field, key);
  };
  return options;
}

std::string read_source(const std::string& name) {
  std::string text;
  try {
    text = name == "-" ? std::string(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>())
                       : base::read_file(name);
  } catch (const Error& error) {
    throw Error(ErrorCode::kInputUnreadable, error.what());
  }
  if (base::trim(text).empty()) {
    throw Error(ErrorCode::kUsage, "there is no query in " + (name == "-" ? std::string("standard input") : name),
                "to match every trial, give an empty argument: ''");
  }
  return text;
}

void add_per_option(Options& options, std::string& per) {
  options
      .add("--per", "record|trial", &per,
           "what is counted and listed: records (default), or trials, which may have records in several registries: "
           "the newest leads, all ids are shown")
      .choices({"record", "trial"});
}

search::Per per_of(const std::string& per) {
  return per == "trial" ? search::Per::kTrial : search::Per::kRecord;
}

void QueryArguments::add_to(Options& options) {
  options.add("words", "QUERY...", &words, "the query's words, taken together");
  options.add("-e,--query", "QUERY", &queries, "a query; may be given again, each is a search of its own");
  options.add("--query-file", "FILE", &query_file, "read the query there, - for standard input").reads();
  options.add_flag("--batch", &batch, "one query a line, ID<TAB>QUERY; the id goes into the output");
  add_syntax_option(options, syntax, std::string(query::default_dialect().name) + ", auto for files");
  options.add("--match", "any|all", &match, "words side by side: any of them (default) or all").choices({"any", "all"});
  options.add_flag("--keep-missing", &keep_missing, "filters and ranges keep trials that have no such field");
  options.add_flag("--analyze", &analyze, "tell how the query is read: its parts, their hits, what words stand for");
  options.add("--expand", "LIST", &expand,
              "what to look for beside the words: " + expansion_names() + ", with commas between");
  options
      .add("--synonyms", "FILE", &synonyms_file,
           "terms that mean the same: TSV, OBO, or lines \"term: synonym, synonym\"")
      .reads();
  add_per_option(options, per);
  options.add_flag("--correct", &correct, "search for the likely word in the place of a misspelt one");
}

void QueryArguments::apply_to(search::SearchOptions& options) {
  options.match = match_mode();
  options.per = per_of(per);
  if (analyze && options.per == search::Per::kTrial) {
    throw Error(ErrorCode::kUsage, "--analyze counts records: leave out --per trial");
  }
  if (!expand.empty()) {
    const std::optional<search::Expansions> expansions = search::read_expansions(expand);
    if (!expansions) {
      throw Error(ErrorCode::kUsage, "--expand does not know \"" + expand + "\"", "it takes " + expansion_names());
    }
    options.expansions = *expansions;
    options.expand_operators = true;
  }
  if (synonyms_file.empty()) return;
  synonyms_.emplace(search::Synonyms::read(synonyms_file));
  options.synonyms = &*synonyms_;
}

std::vector<GivenQuery> QueryArguments::all() const {
  std::vector<GivenQuery> found = sources();
  for (GivenQuery& given : found) {
    given.syntax = !syntax.empty() ? syntax : given.from_file ? "auto" : std::string(query::default_dialect().name);
  }
  return found;
}

std::vector<GivenQuery> QueryArguments::all_or_every() const {
  if (words.empty() && queries.empty() && query_file.empty()) {
    return {{"", "", std::string(query::default_dialect().name), false}};
  }
  return all();
}

std::vector<GivenQuery> QueryArguments::sources() const {
  std::vector<GivenQuery> found;
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
  if (batch) {
    if (!queries.empty() || (!words.empty() && line != "-")) {
      throw Error(ErrorCode::kUsage, "--batch reads queries from --query-file FILE or from standard input (-)");
    }
    return batch_lines(read_source(query_file.empty() ? "-" : query_file));
  }
  if (!query_file.empty() || line == "-") {
    found.push_back({"", read_source(query_file.empty() ? "-" : query_file), "", true});
    if (line != "-" && !line.empty()) found.push_back({"", line, "", false});
  } else if (!line.empty() || (!words.empty() && queries.empty())) {
    found.push_back({"", line, "", false});
  }
  for (const std::string& query : queries) found.push_back({"", query, "", false});
  if (found.empty()) {
    throw Error(ErrorCode::kUsage, "there is no query", "give words, --query QUERY or --query-file FILE");
  }
  if (found.size() > 1) {
    for (std::size_t i = 0; i < found.size(); ++i) found[i].id = std::to_string(i + 1);
  }
  return found;
}

void QueryArguments::tell_of_counts(const search::Counts& counts, const Globals& globals) const {
  if (counts.lacking.total > 0) {
    tell(globals, "trialsift: " + to_string(counts.lacking) + ": --keep-missing keeps them");
  }
  if (!match.empty() || counts.any_words == counts.all_words) return;
  tell(globals, "trialsift: warning[any-word]: " + std::to_string(*counts.any_words) +
                    " trials hold any of the words, " + std::to_string(*counts.all_words) +
                    " all; say which is meant with --match any or --match all");
}

void QueryArguments::pass_over(const Error& error, std::optional<Error>& kept, const Globals& globals) const {
  if (!batch || (error.code() != ErrorCode::kQuerySyntax && error.code() != ErrorCode::kQueryCost)) throw Error(error);
  if (kept) {
    tell(globals, "trialsift: error[" + std::string(base::error_info(kept->code()).slug) + "]: " + kept->what());
  }
  kept.emplace(error);
}

/// Words that are probably misspelt are replaced where that is asked for, else the likely ones are offered.
query::Query QueryArguments::with_corrections(query::Query query, const GivenQuery& given,
                                              const query::Dialect& dialect, const store::Index& index) const {
  const std::vector<search::Correction> slips = search::corrections(index, query);
  if (slips.empty()) return query;
  const std::string text = search::corrected(query, slips);
  if (!correct) {
    query.warnings.push_back({"did-you-mean", "did you mean " + base::printable(text) + "? --correct searches for that",
                              slips.front().span});
    return query;
  }
  GivenQuery again = given;
  again.text = text;
  query = parse(again, dialect, index);
  query.warnings.push_back({"corrected", "searched for " + base::printable(text), {}});
  return query;
}

query::Query QueryArguments::read(const GivenQuery& given, const store::Index& index, const Globals& globals) const {
  return read_as(dialect_of(given, globals), given, index, globals);
}

query::Query QueryArguments::read_as(const query::Dialect& dialect, const GivenQuery& given, const store::Index& index,
                                     const Globals& globals) const {
  try {
    query::Query query = with_corrections(parse(given, dialect, index), given, dialect, index);
    if (keep_missing) query::keep_missing(query.root);
    tell_warnings(query.warnings, given, globals);
    return query;
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kQuerySyntax) throw;
    const std::string in = given.id.empty() ? "" : "query " + given.id + ": ";
    const std::string sentence = in + error.what() + "\n" + base::caret(given.text, error.where().offset);
    throw Error(error.code(), sentence, error.hint(), error.where());
  }
}

void QueryArguments::tell_of_index(const GivenQuery& given, std::vector<query::Warning> found, query::Query& query,
                                   const Globals& globals) const {
  tell_warnings(found, given, globals);
  std::move(found.begin(), found.end(), std::back_inserter(query.warnings));
}

bool QueryArguments::analyze_with(const GivenQuery& given, const store::Index& index,
                                  const search::SearchOptions& options, const Globals& globals,
                                  const render::Sink& out) const {
  const query::Dialect& dialect = dialect_of(given, globals);
  std::optional<query::Strategy> strategy = strategy_of(given, dialect, index);
  if (strategy && strategy->lines.size() > 1) return analyze_strategy(std::move(*strategy), *this, index, out);
  if (analysis_format == kTableFormat) {
    throw Error(ErrorCode::kUsage, "a strategy of several lines is analyzed as tsv, a query as text or json");
  }
  query::Query query = read_as(dialect, given, index, globals);
  search::Analysis analysis = search::analyze(index, query, options);
  tell_of_index(given, std::move(analysis.warnings), query, globals);
  out(analysis_format == kJsonFormat ? render::analysis_json(query, analysis, given.id)
                                     : render::analysis_text(query, analysis, given.id));
  return analysis.total > 0;
}

}  // namespace trialsift::cli
