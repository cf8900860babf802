// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/ctgov/v1_study.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "trialsift/base/json_writer.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

constexpr std::size_t kDepthMax = 32;

/// Names that the rule of v2_name() does not give.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kNames = {
    {{"NCTId", "nctId"},
     {"DesignObservationalModelList", "observationalModel"},
     {"DesignTimePerspectiveList", "timePerspective"},
     {"DesignMaskingDescription", "maskingDescription"},
     {"DesignWhoMaskedList", "whoMasked"},
     {"ArmGroupInterventionList", "interventionNames"},
     {"CentralContactEMail", "email"},
     {"IsFDARegulatedDrug", "isFdaRegulatedDrug"},
     {"IsFDARegulatedDevice", "isFdaRegulatedDevice"},
     {"IPDSharingStatementModule", "ipdSharingStatementModule"},
     {"IPDSharing", "ipdSharing"},
     {"IPDSharingDescription", "description"},
     {"IPDSharingTimeFrame", "timeFrame"},
     {"IPDSharingAccessCriteria", "accessCriteria"},
     {"IPDSharingURL", "url"},
     {"NCTIdAliasList", "nctIdAliases"},
     {"Gender", "sex"},
     {"DesignMasking", "masking"},
     {"ConditionMeshList", "meshes"},
     {"ConditionAncestorList", "ancestors"},
     {"InterventionMeshList", "meshes"},
     {"InterventionAncestorList", "ancestors"}}};

bool remove_suffix(std::string_view& text, std::string_view suffix) {
  if (!text.ends_with(suffix) || text.size() == suffix.size()) return false;
  text.remove_suffix(suffix.size());
  return true;
}

/// "BriefTitle" as "briefTitle", "PMID" as "pmid".
std::string uncapitalized(std::string_view name) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const std::string lower = base::to_lower_ascii(name);
  if (std::none_of(name.begin(), name.end(), is_lower)) return lower;
  return lower.substr(0, 1) + std::string(name.substr(1));
}

/// Of a member of the object `parent`.
std::string v2_name(std::string_view name, std::string_view parent) {
  for (const auto& [old, now] : kNames) {
    if (name == old) return std::string(now);
  }
  const bool is_date = remove_suffix(parent, "Struct");
  remove_suffix(parent, "Info");
  if (!parent.empty() && name.starts_with(parent)) {
    name.remove_prefix(parent.size());
    if (name.empty()) return is_date ? "date" : "id";
  }
  const bool is_list = remove_suffix(name, "List");
  return uncapitalized(name) + (is_list ? "s" : "");
}

/// The list in the object that wraps it, and the name of its items.
std::optional<std::vector<Json>> unwrap(std::string_view name, const Json& value, std::string_view& item) {
  if (!name.ends_with("List")) return std::nullopt;
  for (const auto& [key, member] : value.members().value_or(std::vector<JsonMember>())) {
    if (auto list = member.list()) {
      item = key;
      return list;
    }
  }
  return std::nullopt;
}

class Converter {
 public:
  void members(const Json& object, std::string_view name) {
    const auto all = object.members();
    if (!all || depth_ == kDepthMax) return;
    ++depth_;
    for (const auto& [key, value] : *all) {
      out_.key(v2_name(key, name));
      write(key, value);
    }
    --depth_;
  }

  std::string take(bool has_results) {
    out_.member("hasResults", has_results).end_object();
    return out_.text();
  }
  void begin() { out_.begin_object(); }
  void section(std::string_view name, const Json& value) {
    out_.key(uncapitalized(name));
    write(name, value);
  }
  /// Of the results what a trial is made of: the whole can be most of the record.
  void results(const JsonNode& results) {
    out_.key("resultsSection").begin_object();
    out_.key("outcomeMeasuresModule").begin_object().key("outcomeMeasures").begin_array();
    for (const JsonNode& one : items(results["OutcomeMeasuresModule"], "OutcomeMeasureList", "OutcomeMeasure")) {
      out_.begin_object().member("type", one.raw("OutcomeMeasureType")).member("title", one.raw("OutcomeMeasureTitle"));
      out_.member("timeFrame", one.raw("OutcomeMeasureTimeFrame")).end_object();
    }
    out_.end_array().end_object().key("adverseEventsModule").begin_object();
    const JsonNode events = results["AdverseEventsModule"];
    for (const std::string_view kind : {"Serious", "Other"}) {
      const std::string event = std::string(kind) + "Event";
      out_.key(uncapitalized(event) + "s").begin_array();
      for (const JsonNode& one : items(events, event + "List", event)) {
        out_.begin_object().member("term", one.raw(event + "Term")).end_object();
      }
      out_.end_array();
    }
    out_.end_object().end_object();
  }

 private:
  static std::vector<JsonNode> items(const JsonNode& module, std::string_view list, std::string_view item) {
    return module[list].nodes(item);
  }
  void write(std::string_view name, const Json& value) {
    std::string_view item = name;
    auto list = unwrap(name, value, item);
    if (!list) list = value.list();
    if (list) {
      out_.begin_array();
      for (const Json one : *list) write_one(item, one);
      out_.end_array();
    } else {
      write_one(name, value);
    }
  }

  void write_one(std::string_view name, const Json& value) {
    if (!value.is_object()) {
      out_.value(raw_text(value));
      return;
    }
    out_.begin_object();
    members(value, name);
    out_.end_object();
  }

  base::JsonWriter out_;
  std::size_t depth_ = 0;
};

}  // namespace

std::string v2_of_v1(const JsonNode& study) {
  Converter converter;
  converter.begin();
  for (const std::string_view name : {"ProtocolSection", "DerivedSection"}) {
    if (const auto section = study.get(name)) converter.section(name, *section);
  }
  if (const JsonNode results = study["ResultsSection"]) converter.results(results);
  return converter.take(study.has("ResultsSection"));
}

}  // namespace trialsift::formats
