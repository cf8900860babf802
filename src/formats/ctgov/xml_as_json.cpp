// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/readers.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "formats/ctgov/legacy_trial.hpp"
#include "formats/json/json_records.hpp"
#include "formats/values/excerpt.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

constexpr std::array<std::string_view, 1> kKeys = {"\"clinical_study\""};
constexpr JsonShape kShape{{}, 1, kKeys};
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
    } else if (!name.starts_with('@')) {
      add_member(element, name, member, depth + 1);
    }
  }
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

class XmlAsJsonReader : public Reader {
 public:
  XmlAsJsonReader(ByteSource& source, const std::string& file, const ReadOptions& options)
      : records_(source, file, options, kShape, "\"nct_id\"") {}

  std::optional<Record> next() override {
    auto found = records_.next();
    if (!found) return std::nullopt;
    if (auto* bad = std::get_if<Rejected>(&*found)) return std::move(*bad);
    Element root;
    fill(root, std::get<Json>(*found), 0);
    if (!root.has("clinical_study")) {
      return records_.rejected("not-a-study", "The object has no clinical_study.", records_.id_in_text());
    }
    const Element& study = root["clinical_study"];
    const std::string given = legacy_id(study);
    auto id = model::TrialId::parse(given);
    if (!id) return records_.rejected("no-id", no_id_sentence(given, "The study has no nct_id."));
    model::Trial trial = trial_of_legacy(study, std::move(*id));
    current_ = std::max(current_, trial.as_of.text());
    return trial;
  }

  std::string current() const override { return current_; }

 private:
  JsonRecords records_;
  std::string current_;
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
