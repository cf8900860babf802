// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/native/field_use.hpp"

#include <vector>

#include "query/diagnostics.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

Reading reading_of(schema::Kind kind) {
  switch (kind) {
    case schema::Kind::kText:
      return Reading::kText;
    case schema::Kind::kKeyword:
      return Reading::kKeyword;
    case schema::Kind::kKey:
      return Reading::kKey;
    case schema::Kind::kDate:
    case schema::Kind::kNumber:
    case schema::Kind::kAge:
      break;
  }
  return Reading::kInterval;
}

}  // namespace

std::optional<FieldUse> find_use(std::string_view name) {
  if (const schema::Field* field = schema::find_field(name)) {
    return FieldUse{reading_of(field->kind), std::string(field->name), field};
  }
  std::string lower = base::to_lower_ascii(name);
  if (lower == "has") return FieldUse{Reading::kHas, std::move(lower), nullptr};
  if (lower == "site") {
    const schema::Field* const field = schema::find_field("location");
    return FieldUse{Reading::kText, std::string(field->name), field, true};
  }
  if (lower == "missing") return FieldUse{Reading::kMissing, std::move(lower), nullptr};
  if (const schema::CombinedField* combined = schema::find_combined(lower)) {
    return FieldUse{Reading::kText, std::string(combined->name), nullptr};
  }
  return std::nullopt;
}

std::string name_suggestion(std::string_view name) {
  std::vector<std::string_view> names = schema::all_names();
  names.push_back("has");
  names.push_back("missing");
  names.push_back("site");
  return suggestion(name, names);
}

}  // namespace trialsift::query
