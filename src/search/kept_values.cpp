// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/kept_values.hpp"

#include <xapian.h>

#include <string>

#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::search {

bool has_value(const store::Index& index, const schema::Field& field, std::string_view key) {
  const std::string term = std::string(field.prefix) + schema::key_form(field, key);
  return store::through_gate([&] { return index.database().term_exists(term); });
}

}  // namespace trialsift::search
