// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/bm25.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace trialsift::search {
namespace {

/// A shorter document counts as this share of the average: two words are no better than twenty.
constexpr double kShortestLength = 0.5;

}  // namespace

double Bm25::saturation(double wdf, double length, double average) const {
  if (wdf == 0) return 1;
  wdf = std::min(wdf, std::max(length, 1.0));
  const double relative = std::max(length / std::max(average, 1.0), kShortestLength);
  return wdf * (k1 + 1) / (wdf + k1 * (1 - b + b * relative));
}

double Bm25::inverse_document_frequency(std::uint64_t matching, std::uint64_t all) {
  const double n = static_cast<double>(std::min(matching, all));
  const double odds = (static_cast<double>(all) - n + 0.5) / (n + 0.5);
  // Below odds of 2 the logarithm would near zero and pass it: bent so that words in most trials still add a little.
  return std::log(odds < 2 ? odds / 2 + 1 : odds);
}

}  // namespace trialsift::search
