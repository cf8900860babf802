// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/print_formats.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/query/dialects.hpp"
#include "trialsift/query/tree.hpp"
#include "trialsift/render/report.hpp"
#include "trialsift/search/searcher.hpp"
#include "trialsift/search/synonyms.hpp"
#include "trialsift/store/index.hpp"

/// What `search` and `count` share: where queries come from and how they are told.
namespace trialsift::cli {

struct GivenQuery {
  std::string id;  ///< of a batch; empty: none
  std::string text;
  std::string syntax;      ///< name of a dialect, or auto
  bool from_file = false;  ///< lines of a reviewer's dialect are those of a strategy
};

struct QueryArguments {
  std::vector<std::string> words;
  std::vector<std::string> queries;
  std::string query_file;
  bool batch = false;
  std::string match;   ///< any or all; empty: not said
  std::string syntax;  ///< name of a dialect, or auto; empty: the default one, auto for files
  bool keep_missing = false;
  bool analyze = false;
  std::string analysis_format = kTextFormat;  ///< or JSON, a table

  std::string expand;  ///< none, all or kinds with commas between; empty: not said
  std::string synonyms_file;
  bool correct = false;
  std::string per = "record";  ///< or trial

  void add_to(Options& options);
  /// Fills in how words are matched and what is looked for beside them. Throws Error: kUsage for an unknown kind,
  /// kInputUnreadable for the file of synonyms. The arguments outlive the search.
  void apply_to(search::SearchOptions& options);
  /// All queries in the order given. Throws Error(kUsage) if there is none.
  std::vector<GivenQuery> all() const;
  /// The same, but where there is no query, one for every record.
  std::vector<GivenQuery> all_or_every() const;
  /// Reads a query; tells its warnings on standard error. An Error gets the query with a caret under the place.
  query::Query read(const GivenQuery& given, const store::Index& index, const Globals& globals) const;
  /// What was found out when the query was run: tells those warnings and adds them to the query's.
  void tell_of_index(const GivenQuery& given, std::vector<query::Warning> found, query::Query& query,
                     const Globals& globals) const;
  /// For counts and lists in files: any of the words is rarely what was meant, and trials that lack a field are missed.
  void tell_of_counts(const search::Counts& counts, const Globals& globals) const;
  /// --analyze: writes how a query, or each line of a strategy in a file, is read. True if anything is found.
  bool analyze_with(const GivenQuery& given, const store::Index& index, const search::SearchOptions& options,
                    const Globals& globals, const render::Sink& out) const;
  search::Match match_mode() const { return match == "all" ? search::Match::kAll : search::Match::kAny; }
  /// One bad line of a batch does not cost the others: the error before is told and this one kept, to end the command.
  /// Anything but a bad line of a batch is thrown again.
  void pass_over(const base::Error& error, std::optional<base::Error>& kept, const Globals& globals) const;

 private:
  std::vector<GivenQuery> sources() const;
  query::Query read_as(const query::Dialect& dialect, const GivenQuery& given, const store::Index& index,
                       const Globals& globals) const;
  query::Query with_corrections(query::Query query, const GivenQuery& given, const query::Dialect& dialect,
                                const store::Index& index) const;

  std::optional<search::Synonyms> synonyms_;
};

/// --per record|trial.
void add_per_option(Options& options, std::string& per);
search::Per per_of(const std::string& per);

/// How queries to an index are read: values that its records have beside the vocabularies are known. Refers to it.
query::DialectOptions options_for(const store::Index& index, query::DialectOptions options = {});

/// The text of a file, or of standard input for -. Throws Error: kInputUnreadable; kUsage for one without text, since a
/// query that a script left empty must not mean every trial.
std::string read_source(const std::string& name);

}  // namespace trialsift::cli
