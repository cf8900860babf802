// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "trialsift/model/trial.hpp"

namespace trialsift::store {

/// What a Trial says (all but its as_of), as the bytes that an index keeps: for each member that is not empty its tag,
/// its size and its value (numbers as LEB128). Equal trials give equal bytes. Unknown tags are passed over, so a later
/// version may add some.
std::string encode(const model::Trial& trial);

/// A hash of those bytes: equal hashes mean an unchanged trial.
std::uint64_t content_hash(const model::Trial& trial);

/// Throws Error(kIndexCorrupt) for bytes that encode() cannot have made.
model::Trial decode(std::string_view bytes);

}  // namespace trialsift::store
