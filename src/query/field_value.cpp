// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/field_value.hpp"

#include <utility>

#include "trialsift/base/text.hpp"
#include "trialsift/model/vocabulary.hpp"

namespace trialsift::query {

std::vector<std::string> asked_values(const schema::Field& field, std::string_view text,
                                      const DialectOptions& options) {
  model::Written read = field.vocabulary->read(text);
  if (read.says == model::Written::Says::kValue) return std::move(read.keys);
  if (!options.has_value) return {};
  std::string key = read.keys.empty() ? model::folded_key(text) : std::move(read.keys.front());
  if (key.empty() || !options.has_value(field, key)) return {};
  return {std::move(key)};
}

std::string values_listed(const schema::Field& field) {
  const auto values = field.vocabulary->values;
  if (values.size() <= model::kValuesListed) {
    return base::joined(values, ", ", [](const model::VocabularyValue& value) { return value.key; });
  }
  return std::string(values.front().key) + ", ..., " + std::string(values.back().key) + ": names and codes of " +
         std::to_string(values.size()) + " " + std::string(field.name) +
         " values, and names that records have beside them";
}

}  // namespace trialsift::query
