// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/number_terms.hpp"

#include <xapian.h>

#include <algorithm>
#include <optional>

#include "trialsift/base/text.hpp"
#include "trialsift/model/registered_numbers.hpp"
#include "trialsift/schema/fields.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::search {

std::string number_term(std::string_view number) {
  const schema::Field& field = *schema::find_field("id");
  return std::string(field.prefix) + schema::key_form(field, number);
}

std::string registered_term(std::string_view text) {
  const std::string number = registered_text(text);
  return number.empty() ? number : number_term(number);
}

std::string registered_text(std::string_view text) {
  const std::optional<model::TrialId> id = model::typed_number(text);
  return id ? id->text() : std::string();
}

bool is_address(std::string_view text) {
  return model::number_in_address(text).has_value();
}

bool may_be_sponsors_number(std::string_view text) {
  constexpr std::size_t kShortest = 4;
  return text.size() >= kShortest && std::any_of(text.begin(), text.end(), base::is_digit);
}

bool has_term(const store::Index& index, const std::string& term) {
  constexpr std::size_t kLongest = 245;  // Xapian's
  if (term.size() > kLongest) return false;
  return store::through_gate([&] { return index.database().term_exists(term); });
}

}  // namespace trialsift::search
