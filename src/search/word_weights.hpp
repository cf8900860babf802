// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace trialsift::search {

enum class WordClass {
  kTelling,
  kGeneral,   ///< says little of a trial: trial, study, patients, treatment...
  kFunction,  ///< the, of, with...
};

/// Of a folded word (English), as a query writes it.
WordClass word_class(std::string_view word);

/// What a word of the class counts, as a share of a telling one.
double word_weight(WordClass word_class);

}  // namespace trialsift::search
