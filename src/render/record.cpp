// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "render/layout.hpp"
#include "render/part_sources.hpp"
#include "trialsift/base/json_writer.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/detail_vocabulary.hpp"
#include "trialsift/model/vocabulary.hpp"
#include "trialsift/render/report.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::render {
namespace {

using base::JsonWriter;
using model::Trial;
using schema::Place;

constexpr std::size_t kIndent = 2;
constexpr std::size_t kDeepestList = 8;

/// Bytes of "- ", "* " or "12. " at the beginning, all ASCII; 0 where there is none.
std::size_t bullet_length(std::string_view text) {
  std::size_t at = text.find_first_not_of("0123456789");
  if (at == std::string_view::npos || at > 3) return 0;
  const std::string_view signs = at == 0 ? "-*" : ".)";
  if (text.size() < at + 2 || signs.find(text[at]) == std::string_view::npos || text[at + 1] != ' ') return 0;
  return at + 2;
}

class Page {
 public:
  explicit Page(const Style& style) : style_(style) {}

  void line(std::string_view label, const std::string& value) {
    if (value.empty()) return;
    const std::string name = std::string(label) + ":";
    constexpr std::size_t kLabelWidth = 20;
    const std::string gap(name.size() < kLabelWidth ? kLabelWidth - name.size() : 1, ' ');
    text_ += painted(name, Ink::kBold, style_) + gap +
             wrapped(value, {}, name.size() + gap.size(), Ink::kPlain, style_) + "\n";
  }

  void heading(std::string_view title) { text_ += "\n" + painted(title, Ink::kHeading, style_) + "\n"; }

  /// Paragraphs and list items keep their own lines.
  void prose(std::string_view title, const std::string& text) {
    if (text.empty()) return;
    heading(title);
    for (const std::string_view paragraph : base::split(text, '\n')) {
      const std::size_t depth = std::min(paragraph.find_first_not_of(' '), kDeepestList);
      item(base::trim(paragraph), kIndent + (base::trim(paragraph).empty() ? 0 : depth));
    }
  }

  /// Lines after the first stand under the first one's text, not under its bullet or number.
  void item(std::string_view text, std::size_t indent = kIndent) {
    const std::size_t bullet = bullet_length(text);
    if (!text.empty()) {
      text_.append(indent, ' ').append(text.substr(0, bullet));
      text_ += wrapped(text.substr(bullet), {}, indent + bullet, Ink::kPlain, style_);
    }
    text_ += "\n";
  }

  void raw(const std::string& text) { text_ += text; }
  std::string take() { return std::move(text_); }

 private:
  const Style& style_;
  std::string text_;
};

std::string capital(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

/// What a field holds, on one line; prose as it stands.
std::string values_of(const schema::Field& field, const Trial& trial) {
  if (field.shown != nullptr) return field.shown(trial);
  std::vector<std::string_view> texts;
  field.texts(trial, texts);
  if (field.vocabulary == nullptr) return base::joined(texts, field.place == Place::kProse ? "\n" : "; ");
  return base::joined(texts, ", ", [&field](std::string_view key) { return field.vocabulary->label_of(key); });
}

/// The fields on the page: each once, where the page calls for it or where those come that it does not know of.
class Fields {
 public:
  Fields(Page& page, const Trial& trial) : page_(page), trial_(trial) {}

  void put(std::string_view name) { put(*schema::find_field(name)); }
  void put(std::string_view name, const std::string& values) { put(*schema::find_field(name), values); }
  /// Those of that kind of place that are not there yet.
  void put_others(Place place) {
    for (const schema::Field& field : schema::fields()) {
      if (field.place == place && !is_there_[schema::field_number(field)]) put(field);
    }
  }

 private:
  void put(const schema::Field& field) { put(field, values_of(field, trial_)); }
  void put(const schema::Field& field, const std::string& values) {
    is_there_[schema::field_number(field)] = true;
    field.place == Place::kProse ? page_.prose(field.label, values) : page_.line(field.label, values);
  }

  Page& page_;
  const Trial& trial_;
  std::vector<bool> is_there_ = std::vector<bool>(schema::fields().size());
};

std::string with_detail(const std::string& name, const std::string& detail) {
  if (name.empty() || detail.empty()) return name + detail;
  // Names often end in a full stop or a colon of their own.
  const std::size_t end = name.find_last_not_of(".: ");
  return name.substr(0, end == std::string::npos ? name.size() : end + 1) + ": " + detail;
}

/// With the date at which its source was current.
std::string status_of(const Trial& trial) {
  std::string text(model::kStatuses.label_of(trial.status));
  if (!text.empty() && !trial.as_of.empty()) text += " (as of " + trial.as_of.text() + ")";
  return text;
}

void structures(Page& page, const Trial& trial) {
  if (!trial.interventions.empty()) page.heading("Interventions");
  for (const model::Intervention& i : trial.interventions) {
    const std::string type(model::kInterventionTypes.label_of(i.type));
    const std::string names = i.other_names.empty() ? i.name : i.name + " (" + base::joined(i.other_names, "; ") + ")";
    page.item("- " + with_detail(with_detail(type, names), i.description));
  }
  if (!trial.arms.empty()) page.heading("Arms");
  for (const model::Arm& arm : trial.arms) {
    const std::string type(model::kArmTypes.label_of(arm.type));
    const std::string label = type.empty() ? arm.label : with_detail(type, arm.label);
    const std::string gets = arm.interventions.empty() ? "" : " [" + base::joined(arm.interventions, "; ") + "]";
    page.item("- " + with_detail(label, arm.description) + gets);
  }
  if (!trial.outcomes.empty()) page.heading("Outcomes");
  for (const model::Outcome& o : trial.outcomes) {
    const std::string frame = o.time_frame.empty() ? "" : " [" + o.time_frame + "]";
    page.item("- " + with_detail(capital(o.kind), with_detail(o.measure, o.description)) + frame);
  }
}

/// With whether it is actual or estimated, where the record says so.
std::string typed(std::string value, const std::string& type) {
  if (!value.empty() && !type.empty()) value += " (" + base::to_lower_ascii(model::kDateTypes.label_of(type)) + ")";
  return value;
}

void results(Page& page, const Trial& trial) {
  if (!trial.result_outcomes.empty()) page.heading("Outcomes with results");
  for (const model::Outcome& o : trial.result_outcomes) {
    page.item("- " + with_detail(capital(o.kind), o.measure) + (o.time_frame.empty() ? "" : " [" + o.time_frame + "]"));
  }
  if (!trial.adverse_events.empty()) {
    page.heading("Adverse events");
    page.item(base::joined(trial.adverse_events, "; "));
  }
}

void people_and_references(Page& page, const Trial& trial) {
  if (!trial.contacts.empty()) page.heading("Contacts");
  for (const model::Contact& c : trial.contacts) {
    std::vector<std::string_view> parts = {c.name, c.affiliation, c.phone, c.email};
    std::erase(parts, "");
    page.item("- " + with_detail(std::string(model::kContactRoles.label_of(c.role)), base::joined(parts)));
  }
  if (trial.references.empty()) return;
  page.heading("References");
  for (const model::Reference& r : trial.references) {
    std::string text = r.citation;
    if (!r.pmid.empty()) text += (text.empty() ? "PMID " : " PMID ") + r.pmid;
    page.item("- " + with_detail(std::string(model::kReferenceTypes.label_of(r.type)), text));
  }
}

/// A line a country: large trials have hundreds of sites.
void places(Page& page, const Trial& trial) {
  if (trial.locations.empty()) return;
  std::vector<std::pair<std::string, std::vector<std::string>>> countries;
  for (const model::Location& l : trial.locations) {
    auto country =
        std::find_if(countries.begin(), countries.end(), [&](const auto& c) { return c.first == l.country; });
    if (country == countries.end()) country = countries.insert(country, {l.country, {}});
    country->second.push_back(l.facility.empty() || l.city.empty() ? l.facility + l.city : l.facility + ", " + l.city);
  }
  const std::size_t count = trial.locations.size();
  page.heading(count == 1 ? "Location" : "Locations (" + std::to_string(count) + ")");
  for (const auto& [country, sites] : countries) {
    const bool counted = sites.size() > 1 && countries.size() > 1 && !country.empty();
    const std::string number = counted ? " (" + std::to_string(sites.size()) + ")" : "";
    page.item("- " + with_detail(country + number, base::joined(sites, "; ")));
  }
}

/// JSON of the members, by their type.
void json_value(JsonWriter& json, const std::string& text) {
  json.value(text);
}
void json_value(JsonWriter& json, const model::PartialDate& date) {
  json.value(date.text());
}
void json_value(JsonWriter& json, const std::vector<std::string>& values) {
  json.begin_array();
  for (const std::string& value : values) json.value(value);
  json.end_array();
}
void json_value(JsonWriter& json, const model::Intervention& i) {
  json.begin_object().member("type", i.type).member("name", i.name).member("description", i.description);
  json.strings("other_names", i.other_names).end_object();
}
void json_value(JsonWriter& json, const model::Arm& arm) {
  json.begin_object().member("label", arm.label).member("description", arm.description).member("type", arm.type);
  json.strings("interventions", arm.interventions).end_object();
}
void json_value(JsonWriter& json, const model::Outcome& o) {
  json.begin_object().member("kind", o.kind).member("measure", o.measure).member("description", o.description);
  json.member("time_frame", o.time_frame).end_object();
}
void json_value(JsonWriter& json, const model::Location& l) {
  json.begin_object().member("facility", l.facility).member("city", l.city).member("country", l.country);
  json.member("state", l.state).member("zip", l.zip).member("status", l.status);
  json.member("coordinates", l.coordinates).end_object();
}
void json_value(JsonWriter& json, const model::Contact& c) {
  json.begin_object().member("role", c.role).member("name", c.name).member("affiliation", c.affiliation);
  json.member("phone", c.phone).member("email", c.email).end_object();
}
void json_value(JsonWriter& json, const model::Reference& r) {
  json.begin_object().member("type", r.type).member("pmid", r.pmid).member("citation", r.citation).end_object();
}
template <class T>
void json_value(JsonWriter& json, const std::vector<T>& values) {
  json.begin_array();
  for (const T& value : values) json_value(json, value);
  json.end_array();
}
void json_value(JsonWriter& json, const std::optional<std::int64_t>& number) {
  if (number) {
    json.value(*number);
  } else {
    json.null();
  }
}

}  // namespace

std::string record_text(const Trial& trial, const Style& style) {
  Page page(style);
  Fields fields(page, trial);
  page.raw(linked(painted(trial.id.text(), Ink::kId, style), trial.id.link(), style) + "\n");
  page.raw(wrapped(trial.title(), {}, 0, Ink::kBold, style) + "\n\n");
  if (trial.official_title != trial.title()) page.line("Official title", trial.official_title);
  page.line("Acronym", trial.acronym);
  page.line("Page", trial.id.link());
  page.line("Other ids", base::joined(trial.other_ids));
  fields.put("status", status_of(trial));
  if (model::is_past_completion(trial)) {
    page.line("Note", "the completion date, " + trial.completion.text() + ", had passed by " + trial.as_of.text());
  }
  for (const std::string_view field : {"last_known_status", "why_stopped", "type", "phase", "allocation", "model",
                                       "observational_model", "time_perspective", "masking", "who_masked", "purpose"}) {
    fields.put(field);
  }
  const auto number = trial.enrollment ? std::to_string(*trial.enrollment) : std::string();
  fields.put("enrollment", typed(number, trial.enrollment_type));
  fields.put("start", typed(trial.start.text(), trial.start_type));
  fields.put("primary_completion", typed(trial.primary_completion.text(), trial.primary_completion_type));
  fields.put("completion", typed(trial.completion.text(), trial.completion_type));
  for (const std::string_view field : {"posted", "updated", "results"}) fields.put(field);
  page.line("Sponsor", trial.lead_sponsor);
  page.line("Collaborators", base::joined(trial.collaborators, "; "));
  fields.put("condition");
  fields.put("keyword");
  page.line("MeSH, conditions", base::joined(trial.condition_mesh, "; "));
  page.line("MeSH, interventions", base::joined(trial.intervention_mesh, "; "));
  fields.put_others(Place::kLine);
  page.line("PubMed ids", base::joined(trial.pmids));
  fields.put("summary");
  fields.put("detailed");
  structures(page, trial);
  page.prose("Model, described", trial.model_description);
  page.prose("Masking, described", trial.masking_description);
  page.prose("Study population", trial.study_population);
  page.prose("Eligibility by gender", trial.gender_description);
  page.prose("Eligibility", trial.eligibility_criteria);
  fields.put_others(Place::kProse);
  results(page, trial);
  people_and_references(page, trial);
  places(page, trial);
  return page.take();
}

std::string record_json(const Trial& trial, const store::MergedTrial* merged) {
  JsonWriter json;
  json.begin_object().member("type", "record").member("schema", kJsonSchema).member("id", trial.id.text());
  if (trial.id.is_nct()) json.member("nct_id", trial.id.text());
  json.member("url", trial.id.link()).key("record").begin_object();
  model::for_each_member(trial, [&](unsigned, std::string_view name, const auto& value) {
    json.key(name);
    json_value(json, value);
  });
  json.end_object().member("past_completion", model::is_past_completion(trial));
  if (merged != nullptr) write_part_sources(json, *merged);
  json.end_object();
  return json.text();
}

}  // namespace trialsift::render
