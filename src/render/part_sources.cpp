// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/part_sources.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "render/layout.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/render/report.hpp"

namespace trialsift::render {
namespace {

using store::Version;

/// Calls visit(tag, name, version, has_value) for each member that a record speaks of.
template <class Visitor>
void for_each_part(const store::MergedTrial& merged, Visitor&& visit) {
  model::for_each_member(merged.trial(), [&](model::member::Tag tag, std::string_view name, const auto& value) {
    if (tag == model::kAsOfTag) return;
    if (const Version* const version = merged.source_of(tag)) visit(tag, name, *version, !model::is_empty(value));
  });
}

std::string source_text(const Version& version, const model::TrialId& id) {
  std::string text = version.origin->file_of(id);
  if (text.empty()) return "not known";
  text += " (" + version.origin->format + ")";
  for (const std::string* label : {&version.origin->register_name, &version.origin->platform}) {
    if (!label->empty()) text += ", " + *label;
  }
  text += version.as_of.empty() ? ", date unknown" : ", current on " + version.as_of.text();
  if (!version.updated.empty()) text += ", updated " + version.updated.text();
  return text;
}

/// Names of parts that are of one source.
struct PartsOfSource {
  std::string source;
  std::vector<std::string_view> given;
  std::vector<std::string_view> empty;      ///< it can speak of them and has none
  std::vector<std::string_view> contested;  ///< of both
};

}  // namespace

std::string sources_text(const store::MergedTrial& merged, const Style& style) {
  std::vector<PartsOfSource> sources;  // in the order of their first parts
  for_each_part(merged, [&](model::member::Tag tag, std::string_view name, const Version& version, bool has_value) {
    const std::string text = source_text(version, merged.trial().id);
    auto source = std::find_if(sources.begin(), sources.end(), [&](const auto& known) { return known.source == text; });
    if (source == sources.end()) source = sources.insert(sources.end(), {text, {}, {}, {}});
    (has_value ? source->given : source->empty).push_back(name);
    if (merged.conflicts().contains(tag)) source->contested.push_back(name);
  });
  std::string text = "\n" + painted("Where each part comes from", Ink::kHeading, style) + "\n";
  const auto put = [&](std::string_view line, std::size_t indent) {
    text += std::string(indent, ' ') + wrapped(line, {}, indent, Ink::kPlain, style) + "\n";
  };
  const auto put_names = [&](const std::string& before, const std::vector<std::string_view>& names) {
    if (!names.empty()) put(before + base::joined(names), 4);
  };
  for (const PartsOfSource& source : sources) {
    put(source.source, 2);
    put_names("gives: ", source.given);
    put_names("says that there is none: ", source.empty);
    put_names("another record differs, and no date tells which is newer: ", source.contested);
  }
  return text;
}

void write_part_sources(base::JsonWriter& json, const store::MergedTrial& merged) {
  json.key("sources").begin_array();
  for_each_part(merged, [&](model::member::Tag tag, std::string_view name, const Version& version, bool has_value) {
    json.begin_object().member("part", name).member("has_value", has_value);
    json.member("file", version.origin->file_of(merged.trial().id)).member("format", version.origin->format);
    json.member("register", version.origin->register_name).member("platform", version.origin->platform);
    json.member("as_of", version.as_of.text()).member("updated", version.updated.text());
    json.member("conflict", merged.conflicts().contains(tag)).end_object();
  });
  json.end_array();
}

}  // namespace trialsift::render
