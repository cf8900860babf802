// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/concept.hpp"
#include "trialsift/analysis/stemmer.hpp"
#include "trialsift/search/expansion.hpp"
#include "trialsift/search/synonyms.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// Looks up what is searched for beside a query's words: a tier of its own, weighted less, of parts that are weighed
/// one by one. All outlive it; `synonyms` may be null.
class SecondTier {
 public:
  SecondTier(const store::Index& index, const Expander& expander, Expansions expansions, const Synonyms* synonyms)
      : index_(index), expander_(expander), expansions_(expansions), synonyms_(synonyms) {}

  /// Gives the plain words among these their expansions. Words that follow each other are looked up together too:
  /// what stands for several of them belongs to the first and is shared by the others.
  void add_to(std::vector<Concept>& words) const;

 private:
  struct Span;

  bool wants(ExpansionSource source) const { return (expansions_ & source) != 0; }
  void add_spelling(Span& span) const;
  void add_numerals(Span& span) const;
  void add_joined(Span& span) const;
  void add_split(Span& span) const;
  void add_long_forms(Span& span) const;
  void add_short_forms(Span& span) const;
  void add_synonyms(Span& span) const;
  void add(Span& span, ExpansionSource source, Concept meaning, double share) const;
  void add_spelt(Span& span, ExpansionSource source, const std::vector<std::string>& parts, double share) const;
  void add_term(Span& span, ExpansionSource source, const std::vector<std::string>& words, double share) const;
  std::uint64_t rarer_of(const std::string& first, const std::string& second) const;
  std::string stems_of(const std::vector<std::string>& words) const;

  const store::Index& index_;
  const Expander& expander_;
  Expansions expansions_;
  const Synonyms* synonyms_;
  analysis::Stemmer stemmer_;
};

}  // namespace trialsift::search
