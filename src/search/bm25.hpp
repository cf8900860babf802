// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace trialsift::search {

/// Scores are sums of whole millionths: no order of adding can change one, and what an explanation lists adds up to it.
using Millionths = std::int64_t;
constexpr double kMillion = 1e6;

/// Rounded; `score` is not negative.
inline Millionths millionths(double score) {
  constexpr double kHalf = 0.5;
  return static_cast<Millionths>(score * kMillion + kHalf);
}
inline double from_millionths(Millionths score) {
  return static_cast<double>(score) / kMillion;
}

/// BM25 (Robertson, Walker, Jones, Hancock-Beaulieu, Gatford: Okapi at TREC-3, 1994) over the default fields taken
/// together, fields weighed before saturation (BM25F: Robertson, Zaragoza, Taylor, CIKM 2004). Its two halves are kept
/// apart: the saturation is that of a posting, the inverse document frequency that of the whole concept.
struct Bm25 {
  double k1 = 1.2;
  double b = 0.75;

  /// `wdf` occurrences in a document of `length` words where the average has `average`. A posting without weight (a
  /// field outside of the ranked length) counts as one occurrence in an average document; none counts more often than
  /// the document is long.
  double saturation(double wdf, double length, double average) const;

  /// Of a concept that `matching` of `all` trials hold; never negative.
  static double inverse_document_frequency(std::uint64_t matching, std::uint64_t all);
};

}  // namespace trialsift::search
