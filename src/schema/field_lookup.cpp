// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>

#include "trialsift/base/file.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/country.hpp"
#include "trialsift/model/registered_numbers.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::schema {

std::size_t field_number(const Field& field) {
  return static_cast<std::size_t>(&field - fields().data());
}

const Field* find_field(std::string_view name) {
  const std::string wanted = base::to_lower_ascii(name);
  for (const Field& field : fields()) {
    if (field.name == wanted || std::find(field.aliases.begin(), field.aliases.end(), wanted) != field.aliases.end()) {
      return wanted.empty() ? nullptr : &field;
    }
  }
  return nullptr;
}

const CombinedField* find_combined(std::string_view name) {
  const std::string wanted = base::to_lower_ascii(name);
  if (wanted.empty()) return nullptr;
  for (const CombinedField& combined : combined_fields()) {
    if (combined.name == wanted || combined.alias == wanted) return &combined;
  }
  return nullptr;
}

std::vector<const Field*> text_fields(std::string_view name) {
  if (const CombinedField* const combined = find_combined(name)) {
    std::vector<const Field*> found;
    for (const std::string_view member : combined->fields) {
      if (!member.empty()) found.push_back(find_field(member));
    }
    return found;
  }
  const Field* field = find_field(name);
  if (field == nullptr || field->kind != Kind::kText) return {};
  return {field};
}

std::vector<const Field*> facet_fields(std::string_view name) {
  std::vector<const Field*> found;
  if (const Field* const field = find_field(name)) {
    found.push_back(field);
  } else {
    found = text_fields(name);
  }
  const bool all = std::all_of(found.begin(), found.end(), [](const Field* field) {
    return field->kind == Kind::kDate || (field->uses & kFacet) != 0;
  });
  if (!all) found.clear();
  return found;
}

void indexed_texts(const Field& field, const model::Trial& trial, std::vector<std::string>& joined,
                   std::vector<std::string_view>& out) {
  if (field.joined == nullptr) return field.texts(trial, out);
  joined.clear();
  field.joined(trial, joined);
  out.assign(joined.begin(), joined.end());
}

const std::vector<const Field*>& default_fields() {
  static const std::vector<const Field*> found = text_fields("any");
  return found;
}

std::string key_form(const Field& field, std::string_view value) {
  if (field.kind == Kind::kKey) {
    if (const std::optional<model::TrialId> id = model::typed_number(value)) return std::string(model::number_of(*id));
    return base::to_lower_ascii(base::collapse_space(value));
  }
  // Records keep a country's name as it is written.
  if (field.vocabulary == &model::kCountries) return model::country_key(value);
  return base::to_lower_ascii(base::trim(value));
}

std::vector<std::string_view> all_names() {
  std::vector<std::string_view> names;
  for (const Field& field : fields()) {
    names.push_back(field.name);
    for (const std::string_view alias : field.aliases) {
      if (!alias.empty()) names.push_back(alias);
    }
  }
  for (const CombinedField& combined : combined_fields()) {
    names.push_back(combined.name);
    if (!combined.alias.empty()) names.push_back(combined.alias);
  }
  return names;
}

std::uint64_t fingerprint() {
  std::string text;
  for (const Field& field : fields()) {
    text += std::string(field.name) + ' ' + std::to_string(static_cast<int>(field.kind)) + ' ' +
            std::string(field.prefix) + ' ' + std::to_string(field.slot) + ' ' + std::to_string(field.uses & kDefault) +
            '\n';
  }
  return base::hash64(text);
}

}  // namespace trialsift::schema
