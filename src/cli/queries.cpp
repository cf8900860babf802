// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/queries.hpp"

#include <iostream>
#include <iterator>

#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/query/dialects.hpp"
#include "trialsift/query/strategy.hpp"
#include "trialsift/search/lint.hpp"
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
      queries.push_back({std::string(base::trim(line.substr(0, tab))), std::string(line.substr(tab + 1)), "", false});
    }
  }
  return queries;
}

std::vector<std::string> syntax_names() {
  std::vector<std::string> names;
  for (const query::Dialect& dialect : query::dialects()) names.emplace_back(dialect.name);
  names.emplace_back("auto");
  return names;
}

std::string expansion_names() {
  std::string names = "none, all";
  for (const search::ExpansionKind& each : search::expansion_kinds()) names += ", " + std::string(each.name);
  return names;
}

query::Query parse(const GivenQuery& given, const Globals& globals) {
  const query::Dialect* dialect = query::find_dialect(given.syntax);
  if (dialect == nullptr) {
    const query::Detection found = query::detect_dialect(given.text);
    dialect = found.dialect;
    if (dialect->name != "native") {
      const std::string name(dialect->name);
      tell(globals, "trialsift: read as " + name + ", because of " + found.reason + "; --syntax says otherwise");
    }
  }
  query::Query query;
  if (given.from_file && dialect->strategies) {
    const query::Strategy strategy = query::parse_strategy(given.text, dialect);
    if (strategy.lines.empty()) throw Error(ErrorCode::kUsage, "there is no query in this file");
    query = query::as_query(strategy);
  } else {
    query = dialect->parse(given.text, {}, {});
  }
  query.dialect = dialect->name;
  return query;
}

}  // namespace

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

void QueryArguments::add_to(CLI::App& app) {
  app.add_option("words", words, "the query's words, taken together")->type_name("QUERY...");
  app.add_option("-e,--query", queries, "a query; may be given again, each is a search of its own")
      ->type_name("QUERY")
      ->allow_extra_args(false);
  app.add_option("--query-file", query_file, "read the query there, - for standard input")->type_name("FILE");
  app.add_flag("--batch", batch, "one query a line, ID<TAB>QUERY; the id goes into the output");
  std::string names;
  for (const std::string& name : syntax_names()) names += (names.empty() ? "" : ", ") + name;
  app.add_option("--syntax", syntax, "the queries' language: " + names + " (default: native, auto for files)")
      ->check(CLI::IsMember(syntax_names(), CLI::ignore_case))
      ->type_name("NAME");
  app.add_option("--match", match, "words side by side: any of them (default) or all")
      ->check(CLI::IsMember({"any", "all"}))
      ->type_name("any|all");
  app.add_flag("--keep-missing", keep_missing, "filters and ranges keep trials that have no such field");
  app.add_flag("--analyze", analyze, "tell how the query is read, not what it finds: parts, words, hits of each");
  app.add_option("--expand", expand,
                 "what to look for beside the words: " + expansion_names() + ", with commas between")
      ->type_name("LIST");
  app.add_option("--synonyms", synonyms_file, "terms that mean the same: TSV, OBO, or lines \"term: synonym, synonym\"")
      ->type_name("FILE");
  app.add_flag("--correct", correct, "search for the likely word in the place of a misspelt one");
}

void QueryArguments::apply_to(search::SearchOptions& options) {
  options.match = match_mode();
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
    given.syntax = !syntax.empty() ? syntax : given.from_file ? "auto" : "native";
  }
  return found;
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
  for (const search::Lacking& lacking : counts.lacking) {
    tell(globals, "trialsift: " + std::to_string(lacking.trials) + " more without " + lacking.field +
                      ": --keep-missing keeps them");
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
query::Query QueryArguments::with_corrections(query::Query query, const GivenQuery& given, const store::Index& index,
                                              const Globals& globals) const {
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
  query = parse(again, globals);
  query.warnings.push_back({"corrected", "searched for " + base::printable(text), {}});
  return query;
}

query::Query QueryArguments::read(const GivenQuery& given, const store::Index& index, const Globals& globals) const {
  const std::string in = given.id.empty() ? "" : "query " + given.id + ": ";
  try {
    query::Query query = parse(given, globals);
    query = with_corrections(std::move(query), given, index, globals);
    if (keep_missing) query::keep_missing(query.root);
    for (query::Warning& warning : search::lint(index, query, match_mode())) {
      query.warnings.push_back(std::move(warning));
    }
    for (const query::Warning& warning : query.warnings) {
      tell(globals, "trialsift: warning[" + warning.code + "]: " + in + warning.sentence);
    }
    return query;
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kQuerySyntax) throw;
    const std::string sentence = in + error.what() + "\n" + base::caret(given.text, error.where().offset);
    throw Error(error.code(), sentence, error.hint(), error.where());
  }
}

}  // namespace trialsift::cli
