// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>

namespace trialsift::search {

/// BM25 (Robertson, Walker, Jones, Hancock-Beaulieu, Gatford: Okapi at TREC-3, 1994) over the fields taken together.
/// Its two halves are kept apart: the saturation of the word's frequency is the weight of a posting, the inverse
/// document frequency scales the whole concept, since only the concept's own count is true (Xapian estimates that of a
/// group as if its words were independent, and the ranking suffers).
struct Bm25 {
  double k1 = 1.2;
  double b = 0.75;

  /// `wdf` occurrences in a document of `length` words where the average has `average`. A posting without weight (a
  /// field outside of the ranked length) counts as one occurrence in an average document; none counts more often than
  /// the document is long, which is how Xapian treats groups of words.
  double saturation(double wdf, double length, double average) const;
  double largest_saturation() const { return k1 + 1; }

  /// Of a concept that `matching` of `all` trials hold; never negative.
  static double inverse_document_frequency(std::uint64_t matching, std::uint64_t all);
};

/// The saturation as Xapian asks for it. OP_SCALE_WEIGHT brings the other half.
class SaturationWeight : public Xapian::Weight {
 public:
  explicit SaturationWeight(const Bm25& bm25);

  std::string name() const override { return "trialsift::SaturationWeight"; }
  SaturationWeight* clone() const override { return new SaturationWeight(bm25_); }
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length, Xapian::termcount) const override;
  double get_maxpart() const override { return factor_ * bm25_.largest_saturation(); }
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

 private:
  void init(double factor) override;

  Bm25 bm25_;
  double factor_ = 0;
  double average_ = 1;
};

}  // namespace trialsift::search
