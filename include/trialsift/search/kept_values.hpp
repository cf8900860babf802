// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "trialsift/schema/fields.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// Whether a record of the index has the value, by its key, in a keyword field: what a facet shows can be asked for,
/// also where no vocabulary has it. Throws what the store throws.
bool has_value(const store::Index& index, const schema::Field& field, std::string_view key);

}  // namespace trialsift::search
