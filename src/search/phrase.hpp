// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "search/concept.hpp"
#include "trialsift/store/tokens.hpp"

namespace trialsift::search {

/// Counts the places where a sequence of words stands in the token stream of a field.
class PhraseFinder {
 public:
  /// Each element needs a word; `words` outlives the finder.
  PhraseFinder(const store::Words& words, const Sequence& sequence);

  /// Overlapping places count, no place crosses from one value of the field into the next.
  std::uint32_t count(std::span<const store::Unit> units) const;

 private:
  bool matches_from(std::span<const store::Unit> units, std::size_t at) const;

  std::vector<std::vector<std::uint32_t>> elements_;  ///< stream numbers, ascending
  std::vector<store::Unit> single_;                   ///< the units to look for where every element is one word
};

}  // namespace trialsift::search
