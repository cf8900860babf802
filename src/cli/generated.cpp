// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/generated.hpp"

#include <algorithm>
#include <array>

#include "trialsift/base/text.hpp"
#include "trialsift/model/age.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::cli {

ValueKind kind_of(const OptionInfo& option) {
  constexpr std::array<std::string_view, 5> kFiles = {"FILE", "INPUT", "STRATEGY", "RUN", "QRELS"};
  if (!option.choices.empty()) return ValueKind::kChoices;
  if (option.value == "DIR") return ValueKind::kFolder;
  if (option.value == "QUERY") return ValueKind::kQuery;
  if (option.value.starts_with("FIELD")) return ValueKind::kFields;
  return std::find(kFiles.begin(), kFiles.end(), option.value) != kFiles.end() ? ValueKind::kFile : ValueKind::kOther;
}

std::vector<const CommandInfo*> all_commands(const CommandInfo& program) {
  std::vector<const CommandInfo*> all = {&program};
  for (const CommandInfo& command : program.commands) {
    const std::vector<const CommandInfo*> below = all_commands(command);
    all.insert(all.end(), below.begin(), below.end());
  }
  return all;
}

std::vector<QueryName> query_names() {
  std::vector<QueryName> names;
  for (const schema::Field& field : schema::fields()) {
    QueryName name{field.name, field.about, {}};
    if (field.vocabulary != nullptr) {
      for (const model::VocabularyValue& value : field.vocabulary->values) name.values.push_back(value.key);
    }
    if (field.kind == schema::Kind::kAge) {
      for (const model::AgeGroup& group : model::age_groups()) name.values.push_back(group.key);
    }
    names.push_back(std::move(name));
  }
  for (const schema::CombinedField& combined : schema::combined_fields()) {
    names.push_back({combined.name, combined.about, {}});
  }
  QueryName has{"has", "the trial has the field", {}};
  for (const schema::Field& field : schema::fields()) has.values.push_back(field.name);
  QueryName missing{"missing", "the trial does not have the field", has.values};
  names.push_back(std::move(has));
  names.push_back(std::move(missing));
  return names;
}

std::string joined(const std::vector<std::string>& words) {
  return base::joined(words, " ");
}

std::string shell_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

}  // namespace trialsift::cli
