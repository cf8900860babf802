// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// A meaning of a short form that a search may rely on.
struct AbbreviationInForce {
  store::Abbreviations::Index pair;  ///< the most frequent way to write it
  std::uint64_t trials;              ///< that define it so
  double share;                      ///< of the trials that define the short form
};

bool more_trials(const AbbreviationInForce& a, const AbbreviationInForce& b);

/// The meanings of a short form, given without its blanks, that are unambiguous enough in this index: several trials
/// define it so, not too few of those that define it at all, and those are not too few of the trials that hold it
/// ("all" is a word, whatever some say about leukaemia); written in capitals, a tenth of them is enough. The most
/// frequent first.
std::vector<AbbreviationInForce> abbreviations_in_force(const store::Index& index, std::string_view short_form,
                                                        bool in_capitals);

}  // namespace trialsift::search
