// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "search/concept.hpp"
#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/model/trial.hpp"
#include "trialsift/search/searcher.hpp"

namespace trialsift::search {

/// Finds the places of a query's concepts in the text of records, by the same analyzer that indexed them.
class Highlighter {
 public:
  Highlighter(const store::Words& words, const std::vector<Concept>& concepts);

  /// Fills in the hit's marked title, its best sentences and the words that matched, from its record.
  void fill(Hit& hit, std::size_t most_snippets) const;

 private:
  struct Place {
    std::size_t concept_number;
    std::size_t begin;  ///< bytes of the text
    std::size_t end;
  };
  struct Candidate {
    Snippet snippet;
    double score = 0;
    std::vector<bool> concepts;
  };
  using WordSet = std::unordered_set<std::string_view>;
  struct Words {
    std::size_t concept_number;
    std::vector<WordSet> elements;
  };

  std::vector<Place> places(std::string_view text, const schema::Field& field) const;
  void add_sentences(std::string_view text, const schema::Field& field, std::vector<Candidate>& out,
                     std::vector<bool>& matched) const;
  Snippet marked(std::string_view text, std::size_t begin, std::size_t end, const std::vector<Place>& places,
                 const schema::Field& field) const;

  const std::vector<Concept>& concepts_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> words_;        ///< to concepts
  std::unordered_map<std::string_view, std::vector<std::size_t>> first_words_;  ///< to sequences
  std::vector<Words> sequences_;
  std::vector<const schema::Field*> fields_;
  mutable analysis::TokenList tokens_;
};

}  // namespace trialsift::search
