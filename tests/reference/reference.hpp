// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/analysis/stemmer.hpp"
#include "trialsift/model/trial.hpp"
#include "trialsift/query/tree.hpp"
#include "trialsift/schema/fields.hpp"

/// What trees mean, said as plainly as possible: each record's text is read from its beginning for each part of a tree.
/// Slow, and knows nothing of indexes; what the search finds is compared with it.
namespace trialsift::testing {

/// Which of the records a tree holds for; nothing: the tree is void.
using Answer = std::optional<std::vector<bool>>;

class Reference {
 public:
  /// `all_words`: words side by side are all wanted, not any of them.
  explicit Reference(std::vector<model::Trial> trials, bool all_words = false);

  Answer evaluate(const query::Node& tree, std::span<const Answer> lines = {}) const;

  const std::vector<model::Trial>& trials() const { return trials_; }
  /// The words of the values of a text field.
  std::vector<std::vector<std::string>> values(std::size_t trial, std::string_view field) const;

 private:
  using Words = std::vector<int>;         ///< numbers in the vocabulary
  using Values = std::vector<Words>;      ///< of one field
  using Choice = std::vector<bool>;       ///< by word of the vocabulary: it may stand here
  using Sequence = std::vector<Choice>;   ///< one position after the other
  using Meaning = std::vector<Sequence>;  ///< any of them
  struct Place {
    std::size_t value;
    std::size_t begin;
    std::size_t end;  ///< the last word
    auto operator<=>(const Place&) const = default;
  };
  using Places = std::set<Place>;

  Answer of_each(bool (Reference::*holds)(const query::Node&, std::size_t) const, const query::Node& node) const;
  Answer any(const query::Node& node, std::span<const Answer> lines) const;
  bool words_hold(const query::Node& node, std::size_t trial) const;
  bool near_holds(const query::Node& node, std::size_t trial) const;
  bool heading_holds(const query::Node& node, std::size_t trial) const;
  bool value_holds(const query::Node& node, std::size_t trial) const;
  bool has(const query::Node& node, std::size_t trial) const;
  bool has_field(const schema::Field& field, std::size_t trial) const;
  bool searches(const query::Node& leaf, std::size_t trial, std::size_t field) const;
  bool meaning_holds(const query::Node& leaf, const Meaning& meaning, std::size_t trial) const;

  const std::vector<Meaning>& meanings(const query::Node& leaf) const;
  std::vector<Meaning> read_meanings(const query::Node& leaf) const;
  Meaning spellings(const std::vector<std::string>& parts) const;
  /// The meanings of words side by side: those of two neighbours that are also written as one hold that word too.
  std::vector<std::pair<const query::Node*, Meaning>> side_by_side(const query::Node& any) const;
  Choice family(const std::string& word) const;
  Choice exactly(const std::string& word) const;
  Choice matching(const std::string& pattern) const;
  bool known(const std::string& word) const { return numbers_.count(word) > 0; }
  bool hyphenated(const std::string& first, const std::string& second) const;

  static Places anchored(const query::Node& node, Places found, const Values& values);
  Places places(const Meaning& meaning, const Values& values) const;
  Places places(const query::Node& node, std::size_t trial, std::size_t field) const;

  std::vector<model::Trial> trials_;
  bool all_words_;
  analysis::Stemmer stemmer_;
  std::map<std::string, int> numbers_;
  std::vector<std::string> words_;
  std::vector<std::string> stems_;
  std::set<std::pair<int, int>> hyphens_;
  std::vector<std::map<std::size_t, Values>> texts_;  ///< by trial, by field number
  mutable std::map<std::string, std::vector<Meaning>> read_;
};

}  // namespace trialsift::testing
