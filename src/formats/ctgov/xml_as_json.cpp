// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/readers.hpp"

#include <array>

#include "formats/ctgov/legacy_trial.hpp"
#include "formats/json/json_records.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

constexpr std::array<std::string_view, 1> kKeys = {"\"clinical_study\""};
constexpr JsonShape kShape{{}, 1, kKeys};
constexpr std::string_view kIdKey = "\"nct_id\"";
constexpr std::size_t kDepthMax = 32;

void add_member(Element& parent, std::string_view name, const Json& value, std::size_t depth);

void fill(Element& element, const Json& value, std::size_t depth) {
  const auto members = value.members();
  if (!members) {
    element.text = raw_text(value);
    return;
  }
  if (depth == kDepthMax) return;
  for (const auto& [name, member] : *members) {
    if (name == "#text") {
      element.text = raw_text(member);
    } else if (name == "@type") {
      element.type = raw_text(member);
    } else if (!name.starts_with('@')) {
      add_member(element, name, member, depth + 1);
    }
  }
  // Where in the text they stood, nobody knows any more.
  if (!element.text.empty() && !element.children.empty()) element.text.push_back(' ');
  for (Element& child : element.children) child.text_before = element.text.size();
  merge_markup(element);
}

/// A list is an element that comes several times.
void add_member(Element& parent, std::string_view name, const Json& value, std::size_t depth) {
  const auto list = value.list();
  if (!list) {
    Element& child = parent.children.emplace_back();
    child.name = name;
    if (name != "clinical_results") fill(child, value, depth);
    return;
  }
  for (const Json item : *list) {
    Element& child = parent.children.emplace_back();
    child.name = name;
    fill(child, item, depth);
  }
}

class XmlAsJsonReader : public LegacyReader<JsonRecords> {
 public:
  XmlAsJsonReader(ByteSource& source, const std::string& file, const ReadOptions& options)
      : LegacyReader(source, file, options, kShape, kIdKey) {}

 protected:
  Record record(const Json& json) override {
    Element root;
    fill(root, json, 0);
    if (root.has("clinical_study")) return trial_of(root["clinical_study"]);
    return records().rejected("not-a-study", "The object has no clinical_study.", records().id_in_text());
  }
};

}  // namespace

bool sniff_xml_as_json(std::string_view head) {
  const std::string_view text = base::trim(head);
  return (text.starts_with('{') || text.starts_with('[')) && text.find("\"clinical_study\"") != std::string_view::npos;
}

std::unique_ptr<Reader> open_xml_as_json(ByteSource& source, const std::string& file, const ReadOptions& options) {
  return std::make_unique<XmlAsJsonReader>(source, file, options);
}

}  // namespace trialsift::formats
