// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "trialsift/model/trial.hpp"

namespace trialsift::ingest {

/// Different words of one trial, different pairs with a hyphen between them, those of each field by themselves, and
/// brackets, each of which may define an abbreviation. Each costs some hundred bytes, and words some microseconds
/// inside of Xapian, where nothing interrupts it.
constexpr std::size_t kTrialTermsMax = 100'000;

/// Measures what a trial will cost before it is analysed. One thread.
class RecordSize {
 public:
  /// Of the texts that are indexed.
  std::size_t bytes_of(const model::Trial& trial);
  /// True if the trial, whose texts have so many bytes, has more than kTrialTermsMax terms. Costs next to nothing where
  /// the bytes say that it has not. Throws Error(kInterrupted).
  bool has_too_many_terms(const model::Trial& trial, std::size_t bytes);

 private:
  std::vector<std::string_view> texts_;
};

}  // namespace trialsift::ingest
