// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "trialsift/base/file.hpp"

namespace trialsift::search {

/// Terms that mean the same, from a file: a search for one also looks for the others. Terms are compared by their
/// words, folded and stemmed. Immutable once read: any number of threads.
class Synonyms {
 public:
  struct Term {
    std::string text;                ///< as the file has it
    std::string stems;               ///< of its words, with a blank between
    std::vector<std::string> words;  ///< folded
  };

  /// Reads TSV (a header names the columns; without one the terms of a line mean the same), OBO (names and exact
  /// synonyms of terms that are not obsolete) or lines of the form "term: synonym, synonym" or "term = synonym". The
  /// form is told by the content. Throws Error(kInputUnreadable) for files that hold no terms that mean the same.
  static Synonyms read(const base::Path& path);
  /// The same for text at hand; `name` is what errors and the list of expansions call it.
  static Synonyms parse(std::string_view text, std::string name);

  const std::string& name() const { return name_; }
  std::size_t size() const { return groups_.size(); }
  const std::vector<Term>& group(std::size_t i) const { return groups_[i]; }
  /// The groups that hold a term with these stems, ascending.
  const std::vector<std::uint32_t>& groups_with(const std::string& stems) const;
  /// The number of words of the longest term.
  std::size_t longest() const { return longest_; }

 private:
  explicit Synonyms(std::string name) : name_(std::move(name)) {}
  void add(const std::vector<std::string>& terms);
  void parse_obo(std::string_view text);
  void parse_table(std::string_view text);
  void parse_lines(std::string_view text);

  std::string name_;
  std::vector<std::vector<Term>> groups_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_stems_;
  std::size_t longest_ = 0;
};

}  // namespace trialsift::search
