// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <random>
#include <string>
#include <vector>

#include "reference/reference.hpp"

namespace trialsift::testing {

/// Trees of every kind, of words and phrases that the records of a reference hold, so that they find something.
class RandomTrees {
 public:
  RandomTrees(const Reference& reference, unsigned seed) : reference_(reference), random_(seed) {}

  /// `lines`: how many lines of a strategy the tree may refer to.
  query::Node tree(unsigned depth, std::size_t lines = 0);

 private:
  unsigned roll(unsigned sides) { return static_cast<unsigned>(random_() % sides); }
  template <class T>
  const T& one_of(const std::vector<T>& from) {
    return from[random_() % from.size()];
  }
  query::Node leaf();
  query::Node condition();
  query::Node heading();
  query::Node near(unsigned depth);
  query::Node near_operand(unsigned depth);
  query::Node words_leaf();
  /// Words side by side in some record.
  std::vector<std::string> run(std::size_t most);
  std::string with_wildcards(std::string word);

  const Reference& reference_;
  std::mt19937 random_;
};

}  // namespace trialsift::testing
