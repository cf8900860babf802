// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "trialsift/base/error.hpp"

namespace trialsift::base {

/// A count or a size in a narrower type. Throws Error(kTooMany) for one that does not fit: nothing wraps. `what` is
/// counted, in the plural: "words", "bytes of one trial's words".
template <std::integral To>
To narrow(std::uint64_t value, std::string_view what) {
  constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<To>::max());
  if (value > kMost) {
    throw Error(ErrorCode::kTooMany,
                "the index would hold more than " + std::to_string(kMost) + " " + std::string(what));
  }
  return static_cast<To>(value);
}

}  // namespace trialsift::base
