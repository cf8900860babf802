// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "trialsift/model/trial.hpp"
#include "trialsift/query/tree.hpp"
#include "trialsift/search/expansion.hpp"
#include "trialsift/search/ranking.hpp"
#include "trialsift/search/synonyms.hpp"
#include "trialsift/store/index.hpp"

/// What a query means on an index: expansion, matching, ranking, snippets.
namespace trialsift::search {

class DocSet;
class TrialTable;

/// Words side by side: any of them, or all of them.
enum class Match { kAny, kAll };

/// What a hit is: a record, or a trial, which may have records under several numbers. The newest of those that match
/// leads them.
enum class Per { kRecord, kTrial };

struct SearchOptions {
  Match match = Match::kAny;
  Per per = Per::kRecord;
  std::size_t limit = 20;  ///< 0: all
  std::size_t offset = 0;
  std::size_t snippets = 2;  ///< a hit, at most; 0: none, and no matched words either
  bool with_records = true;  ///< false: hits carry id and score only
  const Ranking* ranking = &default_ranking();
  /// What is looked for beside the words of a query of words side by side. Quoted and =words stay alone.
  Expansions expansions = default_expansions();
  bool expand_operators = false;       ///< beside the words of queries with operators too
  const Synonyms* synonyms = nullptr;  ///< for kSynonyms; outlives the search
};

/// A place that matched: code points of Snippet::text, first and one past the last.
struct Mark {
  std::size_t begin;
  std::size_t end;
};

struct Snippet {
  std::string field;  ///< of the table of fields
  std::string text;   ///< one sentence, or a part of a long one
  std::vector<Mark> marks;
};

struct Hit {
  std::size_t rank = 0;  ///< from 1, over all hits
  model::TrialId id;
  double score = 0;
  model::Trial trial;                  ///< empty unless SearchOptions::with_records
  Snippet title;                       ///< what to show as its title, marked
  std::vector<Snippet> snippets;       ///< the best of each description first
  std::vector<std::string> matched;    ///< the query's words and phrases that this trial holds, in the query's order
  std::vector<std::string> trial_ids;  ///< Per::kTrial: of all the trial's records in the index, this one's first
};

/// What one word or phrase adds to the score of a hit. Scores are whole millionths: the reasons for a hit add up to its
/// score, the places of a reason to its own.
struct ScoreReason {
  struct Place {
    std::string field;  ///< of the table of fields
    std::size_t count;  ///< so often it stands there
    double score;       ///< its part in the reason's score
  };
  std::string text;       ///< as the query has it, the word that feedback added, or "title"
  bool feedback = false;  ///< a word that feedback added...
  bool title = false;     ///< ...or a title that says the query: the other factors are of the query's own words
  double boost = 1;       ///< the query's own factor, word^2
  double share = 1;       ///< less than 1 for words that say little
  double rarity = 0;      ///< inverse document frequency
  double weight = 0;      ///< boost * share * rarity; what feedback gives; of a title, the weight of the whole query
  double saturation = 0;  ///< BM25's, of the frequency and the trial's length; of a title, how nearly it says the query
  double score = 0;       ///< weight * saturation, rounded
  std::vector<Place> places;
};

/// Trials that match but for filters and ranges on fields that they do not have: what query::keep_missing() would add.
struct Lacking {
  struct Field {
    std::string name;
    std::uint64_t trials = 0;  ///< of those, that lack it
  };
  std::uint64_t total = 0;
  std::vector<Field> fields;  ///< in the query's order; none without trials
};

/// "25 more without status (24) or phase (25)"; empty where no trial lacks a field.
std::string to_string(const Lacking& lacking);

struct Counts {
  std::uint64_t total = 0;                 ///< exact
  std::optional<std::uint64_t> any_words;  ///< for words side by side: how many hold any of them...
  std::optional<std::uint64_t> all_words;  ///< ...and how many all
  Lacking lacking;
  std::vector<query::Warning> warnings;  ///< that the index gives cause to: those of Evaluator::take_warnings()
};

/// What was looked for beside a word of the query, or beside several.
struct Expanded {
  std::string of;    ///< as the query has it
  std::string text;  ///< what else it stands for
  ExpansionSource source;
  double weight;         ///< beside 1 of the query's own word
  std::uint64_t trials;  ///< that hold it in the fields searched
};

/// The hits of one search: score descending, then id ascending. Records are fetched one at a time, so that long lists
/// cost little memory. The searcher's index outlives it.
class ResultSet {
 public:
  class Impl;
  explicit ResultSet(std::unique_ptr<Impl> impl);
  ~ResultSet();
  ResultSet(ResultSet&&) noexcept;

  const Counts& counts() const;
  /// In the query's order.
  const std::vector<Expanded>& expanded() const;
  /// Hits from the offset on, at most the limit.
  std::size_t size() const;
  Hit hit(std::size_t i) const;
  /// The place of a document among them.
  std::optional<std::size_t> find(store::DocId document) const;
  /// The reasons for the score of hit(i), in the query's order, feedback last.
  std::vector<ScoreReason> reasons(std::size_t i) const;
  /// Words that feedback added to the ranking, the strongest first.
  std::vector<std::string> feedback_words() const;

 private:
  std::unique_ptr<Impl> impl_;
};

/// Searches one index. One object, one thread; the index outlives it.
class Searcher {
 public:
  explicit Searcher(const store::Index& index) : index_(index) {}

  /// `within`: hits are these documents that also match the query (kEvery as its root: all of them, by id); null: all
  /// that match. A void set has no hits.
  ResultSet search(const query::Query& query, const SearchOptions& options, const DocSet* within = nullptr) const;
  /// As search(), without hits and faster.
  Counts count(const query::Query& query, const SearchOptions& options) const;
  /// The documents of all hits.
  DocSet documents(const query::Query& query, const SearchOptions& options) const;
  /// The trials of several records, read when first asked for.
  const TrialTable& trials() const;

 private:
  const std::vector<store::Words::Family>& families_by_number() const;
  const TrialTable* trials_for(const SearchOptions& options) const;

  const store::Index& index_;
  mutable std::vector<store::Words::Family> families_by_number_;  ///< made when first needed
  mutable std::shared_ptr<const TrialTable> trials_;              ///< the same
};

}  // namespace trialsift::search
