// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "trialsift/schema/fields.hpp"

namespace trialsift::query {

/// What stands before a colon says how to read what stands after it.
enum class Reading {
  kText,      ///< words and phrases
  kKeyword,   ///< a value of a vocabulary
  kKey,       ///< a registered number
  kInterval,  ///< dates or numbers
  kHas,       ///< the name of a field
  kMissing,
};

struct FieldUse {
  Reading reading = Reading::kText;
  std::string name;                      ///< as the table has it, also where an alias was written; empty: no field
  const schema::Field* field = nullptr;  ///< null for combined fields, has and missing
  bool is_one_site = false;              ///< site: what follows holds of one study site
};

/// By name or alias of a field or combined field, or has or missing; in any case.
std::optional<FieldUse> find_use(std::string_view name);

/// ": did you mean title?", or nothing where no name is near.
std::string name_suggestion(std::string_view name);

}  // namespace trialsift::query
