// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "trialsift/model/vocabulary.hpp"

namespace trialsift::model {

/// How many people a text says that a trial has: "1,200", "25.0", "120 participants", "120 (Actual)", and the sum of
/// "Experimental group:30;Control group:30;". 99999999 is the registries' mark for an unknown size: it says nothing.
struct WrittenSize {
  Written::Says says = Written::Says::kNothing;  ///< kValue, kNothing or kUnknown
  std::int64_t size = 0;                         ///< at most kSizeMax
};
constexpr std::int64_t kSizeMax = 1'000'000'000;

WrittenSize read_size(std::string_view text);

}  // namespace trialsift::model
