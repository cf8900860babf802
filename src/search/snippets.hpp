// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/place_finder.hpp"
#include "search/place_plan.hpp"
#include "search/work.hpp"
#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/model/trial.hpp"
#include "trialsift/search/searcher.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// A word, phrase or nearness of a query that adds to the score.
struct Target {
  std::string text;  ///< as the query has it
  double weight = 0;
  PlacePlan plan;
};

/// Finds the places of a query's targets in the text of records, by the same analyzer that indexed them. Index,
/// elements and targets outlive it.
class Highlighter {
 public:
  Highlighter(const store::Index& index, const ElementTable& elements, const std::vector<Target>& targets);

  /// Fills in the hit's marked title, its best sentences and the words that matched, from its record.
  void fill(Hit& hit, store::DocId document, std::size_t most_snippets) const;

 private:
  struct Place {
    std::size_t target;
    std::size_t begin;  ///< bytes of the text
    std::size_t end;
  };
  struct Candidate {
    Snippet snippet;
    double score = 0;
    std::vector<bool> targets;
  };

  std::vector<Place> places(std::string_view text, const schema::Field& field) const;
  void add_sentences(std::string_view text, const schema::Field& field, std::vector<Candidate>& out,
                     std::vector<bool>& matched) const;
  Snippet marked(std::string_view text, std::size_t begin, std::size_t end, const std::vector<Place>& places,
                 const schema::Field& field) const;

  const std::vector<Target>& targets_;
  mutable Work work_;
  std::unordered_map<std::string_view, PlaceFinder::Slot> slots_;  ///< by word
  mutable PlaceFinder finder_;
  std::vector<const schema::Field*> fields_;
  mutable analysis::TokenList tokens_;
  mutable store::DocId document_ = 0;
};

}  // namespace trialsift::search
