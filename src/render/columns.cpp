// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/columns.hpp"

#include <algorithm>
#include <utility>

#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::render {
namespace {

using model::Trial;

Value value_of(const std::string& text) {
  return text;
}
Value value_of(const std::vector<std::string>& texts) {
  return texts;
}
Value value_of(const std::optional<std::int64_t>& number) {
  return number;
}
Value value_of(const model::PartialDate& date) {
  return date.text();
}

std::string text_of(const model::Intervention& intervention) {
  return intervention.name;
}
std::string text_of(const model::Arm& arm) {
  return arm.label;
}
std::string text_of(const model::Outcome& outcome) {
  return outcome.measure;
}
std::string text_of(const model::Contact& contact) {
  std::vector<std::string_view> parts = {contact.name, contact.affiliation, contact.phone, contact.email};
  std::erase(parts, "");
  return base::joined(parts);
}
std::string text_of(const model::Reference& reference) {
  return reference.citation.empty() ? reference.pmid : reference.citation;
}
std::string text_of(const model::Location& place) {
  std::vector<std::string_view> parts = {place.facility, place.city, place.state, place.zip, place.country};
  std::erase(parts, "");
  return base::joined(parts);
}
template <class T>
Value value_of(const std::vector<T>& parts) {
  std::vector<std::string> texts;
  for (const T& part : parts) texts.push_back(text_of(part));
  return texts;
}

Value part_of_date(int part) {
  return part == 0 ? std::string() : std::to_string(part);
}

Value included(const std::string& label) {
  return std::string(label == "relevant" ? "1" : label == "irrelevant" ? "0" : "");
}

struct Named {
  std::string_view name;
  Value (*value)(const Row&);
};

/// What is not a member of the record, or another one than its name says.
constexpr Named kColumns[] = {
    {"rank", [](const Row& r) -> Value { return std::optional(static_cast<std::int64_t>(r.hit.rank)); }},
    {"score", [](const Row& r) -> Value { return Score{r.hit.score}; }},
    {"id", [](const Row& r) -> Value { return r.hit.id.text(); }},
    {"trial_ids", [](const Row& r) -> Value { return r.hit.trial_ids; }},
    {"key", [](const Row& r) -> Value { return r.hit.id.text(); }},
    {"nct_id", [](const Row& r) -> Value { return r.hit.id.is_nct() ? Value(r.hit.id.text()) : Value(); }},
    {"title", [](const Row& r) -> Value { return r.hit.trial.title(); }},
    {"citation_title", [](const Row& r) -> Value { return r.citation().title; }},
    {"url", [](const Row& r) -> Value { return r.hit.id.link(); }},
    {"eligibility", [](const Row& r) -> Value { return r.hit.trial.eligibility_criteria; }},
    {"criteria", [](const Row& r) -> Value { return r.hit.trial.eligibility_criteria; }},
    {"authors", [](const Row& r) -> Value { return r.hit.trial.lead_sponsor; }},
    {"sponsor", [](const Row& r) -> Value { return r.hit.trial.lead_sponsor; }},
    {"year", [](const Row& r) { return part_of_date(r.hit.trial.first_posted.year()); }},
    {"month", [](const Row& r) { return part_of_date(r.hit.trial.first_posted.month()); }},
    {"day", [](const Row& r) { return part_of_date(r.hit.trial.first_posted.day()); }},
    {"abstract", [](const Row& r) -> Value { return r.citation().abstract; }},
    {"subjects", [](const Row& r) -> Value { return r.citation().keywords; }},
    {"notes", [](const Row& r) -> Value { return r.citation().notes; }},
    {"included", [](const Row& r) { return included(r.report.chosen.label); }},
    {"label", [](const Row& r) -> Value { return r.report.chosen.label; }},
    {"snippets", [](const Row& r) -> Value { return r.hit.snippets; }},
    {"matched", [](const Row& r) -> Value { return r.hit.matched; }},
};

std::function<Value(const Row&)> member(std::string_view name) {
  bool is_one = false;
  const Trial trial;
  model::for_each_member(trial, [&](unsigned, std::string_view other, const auto&) { is_one |= other == name; });
  if (!is_one) return {};
  return [name = std::string(name)](const Row& row) {
    Value found;
    model::for_each_member(row.hit.trial, [&](unsigned, std::string_view other, const auto& value) {
      if (other == name) found = value_of(value);
    });
    return found;
  };
}

std::function<Value(const Row&)> field(std::string_view name) {
  std::vector<const schema::Field*> fields = schema::text_fields(name);
  if (const schema::Field* const field = schema::find_field(name)) {
    if (field->texts == nullptr) return member(field->name);
    fields = {field};
  }
  if (fields.empty()) return {};
  return [fields = std::move(fields)](const Row& row) {
    std::vector<std::string_view> texts;
    for (const schema::Field* field : fields) field->texts(row.hit.trial, texts);
    return Value(std::vector<std::string>(texts.begin(), texts.end()));
  };
}

std::function<Value(const Row&)> column(std::string_view name) {
  for (const Named& row : kColumns) {
    if (row.name == name) return row.value;
  }
  if (auto found = member(name)) return found;
  return field(name);
}

[[noreturn]] void fail(const std::string& name) {
  std::vector<std::string_view> names;
  for (const Named& row : kColumns) names.push_back(row.name);
  const Trial trial;
  model::for_each_member(trial, [&](unsigned, std::string_view other, const auto&) { names.push_back(other); });
  for (const std::string_view known : schema::all_names()) names.push_back(known);
  const std::string_view near = base::nearest(name, names);
  throw base::Error(base::ErrorCode::kUsage, "there is no field " + name + " to give",
                    near.empty() ? "see docs/output.md" : "did you mean " + std::string(near) + "?");
}

}  // namespace

const Citation& Row::citation() const {
  if (!citation_) citation_ = cite(report, hit);
  return *citation_;
}

std::vector<Column> columns_of(const std::vector<std::string>& names) {
  std::vector<Column> columns;
  for (const std::string& name : names) {
    auto value = column(base::to_lower_ascii(name));
    if (!value) fail(name);
    columns.push_back({name, std::move(value)});
  }
  return columns;
}

void check_fields(const std::vector<std::string>& names) {
  columns_of(names);
}

}  // namespace trialsift::render
