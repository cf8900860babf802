// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/temp_folder.hpp"
#include "trialsift/base/json_writer.hpp"
#include "trialsift/ingest/pipeline.hpp"
#include "trialsift/model/trial.hpp"
#include "trialsift/query/parser.hpp"
#include "trialsift/search/searcher.hpp"
#include "trialsift/store/index.hpp"

/// Trials given in code, as an export that goes the whole way through the readers into an index.
namespace trialsift::testing {

inline std::string id_of(int number) {
  char text[16];
  std::snprintf(text, sizeof text, "NCT%08d", number);
  return text;
}

/// Values by the names of fields; repeated names give repeated values.
using Parts = std::vector<std::pair<std::string_view, std::string>>;

inline void put_part(model::Trial& trial, std::string_view name, const std::string& value) {
  const std::map<std::string_view, std::string*> single = {{"title", &trial.brief_title},
                                                           {"official", &trial.official_title},
                                                           {"acronym", &trial.acronym},
                                                           {"summary", &trial.brief_summary},
                                                           {"sponsor", &trial.lead_sponsor},
                                                           {"detailed", &trial.detailed_description},
                                                           {"sex", &trial.sex},
                                                           {"minimum_age", &trial.minimum_age},
                                                           {"maximum_age", &trial.maximum_age},
                                                           {"eligibility", &trial.eligibility_criteria},
                                                           {"status", &trial.status},
                                                           {"why_stopped", &trial.why_stopped},
                                                           {"type", &trial.study_type},
                                                           {"allocation", &trial.allocation},
                                                           {"results", &trial.has_results},
                                                           {"sponsor_class", &trial.sponsor_class},
                                                           {"healthy", &trial.healthy_volunteers}};
  const std::map<std::string_view, std::vector<std::string>*> repeated = {{"condition", &trial.conditions},
                                                                          {"keyword", &trial.keywords},
                                                                          {"phase", &trial.phases},
                                                                          {"mesh", &trial.condition_mesh},
                                                                          {"mesh_ancestor", &trial.mesh_ancestors},
                                                                          {"other_id", &trial.other_ids}};
  const std::map<std::string_view, model::PartialDate*> dates = {{"start", &trial.start},
                                                                 {"updated", &trial.updated},
                                                                 {"completion", &trial.completion},
                                                                 {"as_of", &trial.as_of},
                                                                 {"posted", &trial.first_posted}};
  if (const auto text = single.find(name); text != single.end()) {
    *text->second = value;
  } else if (const auto list = repeated.find(name); list != repeated.end()) {
    list->second->push_back(value);
  } else if (const auto date = dates.find(name); date != dates.end()) {
    *date->second = model::PartialDate::parse(value).value();
  } else if (name == "intervention") {
    trial.interventions.push_back({"drug", value, "", {}});
  } else if (name == "outcome") {
    trial.outcomes.push_back({"primary", value, "", ""});
  } else if (name == "arm") {
    trial.arms.push_back({value, ""});
  } else if (name == "location") {
    trial.locations.push_back({value, "", ""});
  } else if (name == "secondary_outcome") {
    trial.outcomes.push_back({"secondary", value, "", ""});
  } else if (name == "collaborator") {
    trial.collaborators.push_back(value);
  } else if (name == "site") {  // city, country, status
    const std::size_t first = value.find(", ");
    const std::size_t second = value.find(", ", first + 2);
    trial.locations.push_back({"", value.substr(0, first), value.substr(first + 2, second - first - 2), "", "",
                               second == std::string::npos ? "" : value.substr(second + 2), ""});
  } else if (name == "country") {
    trial.locations.push_back({"", "", value});
  } else if (name == "enrollment") {
    trial.enrollment = std::stoll(value);
  } else {
    throw std::logic_error("no such part: " + std::string(name));
  }
}

inline model::Trial trial(int number, const Parts& parts) {
  model::Trial made;
  made.id = model::TrialId::parse(id_of(number)).value();
  for (const auto& [name, value] : parts) put_part(made, name, value);
  return made;
}

namespace detail {

using base::JsonWriter;

inline void text(JsonWriter& json, std::string_view key, const std::string& value) {
  if (!value.empty()) json.member(key, value);
}
inline void date(JsonWriter& json, std::string_view key, const model::PartialDate& value) {
  if (!value.empty()) json.key(key).begin_object().member("date", value.text()).end_object();
}
inline void strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& values) {
  if (!values.empty()) json.strings(key, values);
}
template <class T, class Write>
void objects(JsonWriter& json, std::string_view key, const std::vector<T>& values, Write write) {
  if (values.empty()) return;
  json.key(key).begin_array();
  for (const T& value : values) {
    json.begin_object();
    write(value);
    json.end_object();
  }
  json.end_array();
}
/// An object of that name with what `write` puts into it.
template <class Write>
void object(JsonWriter& json, std::string_view key, Write write) {
  json.key(key).begin_object();
  write();
  json.end_object();
}

inline void put_identity(JsonWriter& json, const model::Trial& trial) {
  object(json, "identificationModule", [&] {
    json.member("nctId", trial.id.text());
    // A number of the trial's own registry is its alias: as a secondary id it would be another trial's.
    std::vector<std::string> aliases;
    std::vector<std::string> others;
    for (const std::string& id : trial.other_ids) (id.starts_with("NCT") ? aliases : others).push_back(id);
    if (!aliases.empty()) json.strings("nctIdAliases", aliases);
    objects(json, "secondaryIdInfos", others, [&](const std::string& id) { json.member("id", id); });
    text(json, "briefTitle", trial.brief_title);
    text(json, "officialTitle", trial.official_title);
    text(json, "acronym", trial.acronym);
  });
  object(json, "statusModule", [&] {
    text(json, "overallStatus", trial.status);
    text(json, "whyStopped", trial.why_stopped);
    date(json, "startDateStruct", trial.start);
    date(json, "primaryCompletionDateStruct", trial.primary_completion);
    date(json, "completionDateStruct", trial.completion);
    date(json, "studyFirstPostDateStruct", trial.first_posted);
    date(json, "lastUpdatePostDateStruct", trial.updated);
    date(json, "resultsFirstPostDateStruct", trial.results_posted);
  });
  object(json, "sponsorCollaboratorsModule", [&] {
    object(json, "leadSponsor", [&] {
      text(json, "name", trial.lead_sponsor);
      text(json, "class", trial.sponsor_class);
    });
    objects(json, "collaborators", trial.collaborators, [&](const std::string& name) { json.member("name", name); });
  });
}

inline void put_texts(JsonWriter& json, const model::Trial& trial) {
  object(json, "descriptionModule", [&] {
    text(json, "briefSummary", trial.brief_summary);
    text(json, "detailedDescription", trial.detailed_description);
  });
  object(json, "conditionsModule", [&] {
    strings(json, "conditions", trial.conditions);
    strings(json, "keywords", trial.keywords);
  });
  object(json, "armsInterventionsModule", [&] {
    objects(json, "armGroups", trial.arms, [&](const model::Arm& arm) {
      text(json, "label", arm.label);
      text(json, "description", arm.description);
    });
    objects(json, "interventions", trial.interventions, [&](const model::Intervention& one) {
      text(json, "type", one.type);
      text(json, "name", one.name);
      text(json, "description", one.description);
      strings(json, "otherNames", one.other_names);
    });
  });
  object(json, "outcomesModule", [&] {
    for (const char* kind : {"primary", "secondary"}) {
      std::vector<model::Outcome> outcomes = trial.outcomes;
      std::erase_if(outcomes, [kind](const model::Outcome& outcome) { return outcome.kind != kind; });
      objects(json, std::string(kind) + "Outcomes", outcomes, [&](const model::Outcome& outcome) {
        text(json, "measure", outcome.measure);
        text(json, "description", outcome.description);
        text(json, "timeFrame", outcome.time_frame);
      });
    }
  });
  object(json, "referencesModule", [&] {
    objects(json, "references", trial.pmids, [&](const std::string& pmid) { json.member("pmid", pmid); });
  });
  object(json, "contactsLocationsModule", [&] {
    objects(json, "locations", trial.locations, [&](const model::Location& place) {
      text(json, "facility", place.facility);
      text(json, "city", place.city);
      text(json, "country", place.country);
      text(json, "state", place.state);
      text(json, "zip", place.zip);
      text(json, "status", place.status);
    });
  });
}

inline void put_design(JsonWriter& json, const model::Trial& trial) {
  object(json, "designModule", [&] {
    text(json, "studyType", trial.study_type);
    strings(json, "phases", trial.phases);
    object(json, "designInfo", [&] {
      text(json, "allocation", trial.allocation);
      text(json, "interventionModel", trial.intervention_model);
      text(json, "primaryPurpose", trial.purpose);
      object(json, "maskingInfo", [&] { text(json, "masking", trial.masking); });
    });
    if (trial.enrollment) object(json, "enrollmentInfo", [&] { json.member("count", *trial.enrollment); });
  });
  object(json, "eligibilityModule", [&] {
    text(json, "eligibilityCriteria", trial.eligibility_criteria);
    text(json, "sex", trial.sex);
    text(json, "minimumAge", trial.minimum_age);
    text(json, "maximumAge", trial.maximum_age);
    text(json, "healthyVolunteers", trial.healthy_volunteers);
  });
}

inline void put_derived(JsonWriter& json, const model::Trial& trial) {
  const auto term = [&](const std::string& heading) { json.member("term", heading); };
  object(json, "derivedSection", [&] {
    if (!trial.as_of.empty()) {
      object(json, "miscInfoModule", [&] { json.member("versionHolder", trial.as_of.text()); });
    }
    object(json, "conditionBrowseModule", [&] {
      objects(json, "meshes", trial.condition_mesh, term);
      objects(json, "ancestors", trial.mesh_ancestors, term);
    });
    object(json, "interventionBrowseModule", [&] { objects(json, "meshes", trial.intervention_mesh, term); });
  });
}

}  // namespace detail

/// A study of the registry's API, in one line.
inline std::string to_json(const model::Trial& trial) {
  base::JsonWriter json;
  json.begin_object();
  detail::object(json, "protocolSection", [&] {
    detail::put_identity(json, trial);
    detail::put_texts(json, trial);
    detail::put_design(json, trial);
  });
  detail::put_derived(json, trial);
  if (!trial.has_results.empty()) json.member("hasResults", trial.has_results == "yes");
  json.end_object();
  return json.text() + "\n";
}

inline std::string to_json(const std::vector<model::Trial>& trials) {
  std::string lines;
  for (const model::Trial& trial : trials) lines += to_json(trial);
  return lines;
}

/// A hit as it is compared: scores bit for bit.
struct Ranked {
  std::string id;
  double score = 0;
  bool operator==(const Ranked&) const = default;
};
inline std::ostream& operator<<(std::ostream& out, const Ranked& hit) {
  return out << hit.id << ' ' << hit.score;
}

inline std::vector<Ranked> rank(const store::Index& index, const query::Query& query,
                                search::Match match = search::Match::kAny) {
  search::SearchOptions options;
  options.match = match;
  options.limit = 0;
  options.with_records = false;
  const search::ResultSet found = search::Searcher(index).search(query, options);
  std::vector<Ranked> hits;
  for (std::size_t i = 0; i < found.size(); ++i) hits.push_back({found.hit(i).id.text(), found.hit(i).score});
  return hits;
}
inline std::vector<Ranked> rank(const store::Index& index, std::string_view query,
                                search::Match match = search::Match::kAny) {
  return rank(index, query::parse_native(query), match);
}

/// An index in a folder of its own.
class SmallIndex {
 public:
  SmallIndex() = default;
  explicit SmallIndex(const std::vector<model::Trial>& trials) { add(trials); }

  base::Path path() const { return folder_ / "index"; }
  const TempFolder& folder() const { return folder_; }

  ingest::IndexOptions options(std::vector<std::string> inputs) const {
    ingest::IndexOptions options;
    options.folder = path();
    options.inputs = std::move(inputs);
    return options;
  }
  /// A run over one file of these trials, of a new name each time unless one is given.
  ingest::Account add(const std::vector<model::Trial>& trials, std::string name = {}) {
    if (name.empty()) name = "export-" + std::to_string(++files_) + ".json";
    return run(options({folder_.write(name, to_json(trials))}));
  }
  ingest::Account run(const ingest::IndexOptions& options) {
    index_.reset();
    return ingest::index_trials(options);
  }

  /// The generation in force after the last run.
  const store::Index& index() {
    if (!index_) index_ = std::make_unique<store::Index>(path());
    return *index_;
  }
  /// The numbers of the trials that match, ascending.
  std::vector<int> find(std::string_view query, search::Match match = search::Match::kAny) {
    std::vector<int> numbers = ranked(query, match);
    std::sort(numbers.begin(), numbers.end());
    return numbers;
  }
  /// The same by rank.
  std::vector<int> ranked(std::string_view query, search::Match match = search::Match::kAny) {
    std::vector<int> numbers;
    for (const Ranked& hit : rank(index(), query, match)) numbers.push_back(std::stoi(hit.id.substr(3)));
    return numbers;
  }
  search::Hit first(std::string_view query, std::size_t snippets = 2) {
    search::SearchOptions options;
    options.snippets = snippets;
    const auto found = search::Searcher(index()).search(query::parse_native(query), options);
    if (found.size() == 0) throw std::logic_error("nothing found for " + std::string(query));
    return found.hit(0);
  }

 private:
  TempFolder folder_;
  std::unique_ptr<store::Index> index_;
  int files_ = 0;
};

}  // namespace trialsift::testing
