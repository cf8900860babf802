// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "trialsift/query/dialects.hpp"
#include "trialsift/schema/fields.hpp"

/// Values of fields with a vocabulary, as queries write them.
namespace trialsift::query {

/// The keys that a text asks for: what the field's own reader makes of it, or a value that the vocabulary lacks and the
/// index has (DialectOptions::has_value). None if it is no value.
std::vector<std::string> asked_values(const schema::Field& field, std::string_view text, const DialectOptions& options);

/// All values for an error's hint; of a large vocabulary how they are written.
std::string values_listed(const schema::Field& field);

}  // namespace trialsift::query
