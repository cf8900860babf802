// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace trialsift::search {

/// Feedback from the first hits, taken as if they were relevant (Rocchio in Salton, The SMART Retrieval System, 1971):
/// the words with the largest weights in the mean of their vectors, each of BM25 weights and of length 1, are added to
/// the query. A hit is an example by the share of the query's weight that it holds, beside that of the hit that holds
/// most, to a power: those that hold half say next to nothing. The less of the query the best example holds, the less
/// is added.
struct FeedbackParameters {
  std::size_t documents = 0;  ///< to look for examples among; 0: no feedback
  std::size_t words = 0;      ///< to add, by family
  double share = 0;           ///< length of the vector of added weights, as a share of that of the query's weights
  double power = 0;           ///< to which the share of the query that an example holds is raised
};

/// A row of the table of rankings: BM25 over the default fields taken together, and what goes beyond it.
struct Ranking {
  std::string_view name;
  std::string_view about;     ///< one line
  std::string_view citation;  ///< where its method and parameters come from
  double k1;
  double b;
  bool weigh_fields;  ///< by the weights of the table of fields; else each counts once
  bool weigh_words;   ///< function words and general words of trials count less, the least telling of long texts little
  std::size_t rescored;  ///< so many first hits are ranked again, by their titles and by feedback; 0: none
  FeedbackParameters feedback;
};

std::span<const Ranking> rankings();
/// The ranking of that name, or null.
const Ranking* find_ranking(std::string_view name);
/// The first of the table.
const Ranking& default_ranking();

}  // namespace trialsift::search
