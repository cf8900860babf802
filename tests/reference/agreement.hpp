// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "reference/reference.hpp"
#include "trialsift/search/evaluator.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::testing {

/// Compares an index with a reference of the same records.
class Agreement {
 public:
  Agreement(const Reference& reference, const store::Index& index, search::Match match);

  /// Empty if evaluator, count and ranked search find what the reference does; else the smallest part of the tree about
  /// which they differ, and how.
  std::string difference(const query::Node& tree, std::span<const Answer> answers = {},
                         std::span<const search::DocSet> lines = {});

  search::Evaluator& evaluator() { return evaluator_; }

 private:
  std::string compare(const query::Node& tree, std::span<const Answer> answers, std::span<const search::DocSet> lines);
  std::string listed(const query::Node& tree, const Answer& wanted, const std::vector<bool>& found) const;

  const Reference& reference_;
  const store::Index& index_;
  search::Match match_;
  search::Evaluator evaluator_;
  std::vector<std::size_t> places_;  ///< by document: the record's place in the reference
};

}  // namespace trialsift::testing
