// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/schema/trial_terms.hpp"

#include <algorithm>
#include <cstddef>

#include "trialsift/base/text.hpp"
#include "trialsift/model/registered_numbers.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::schema {

std::vector<std::string> key_forms(std::string_view text) {
  const Field& id = *find_field("id");
  std::vector<std::string> forms = {key_form(id, text)};
  for (const model::TrialId& number : model::numbers_in(text)) forms.emplace_back(model::number_of(number));
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of(",;|\n"), rest.size());
    forms.push_back(key_form(id, rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::erase(forms, "");
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

}  // namespace trialsift::schema
