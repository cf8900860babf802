// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/part_sources.hpp"

#include <cstddef>
#include <string>

#include "render/layout.hpp"
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

}  // namespace

std::string sources_text(const store::MergedTrial& merged, const Style& style) {
  std::string text = "\n" + painted("Where each part comes from", Ink::kHeading, style) + "\n";
  constexpr std::size_t kNameWidth = 22;
  constexpr std::size_t kIndent = 2;
  for_each_part(merged, [&](model::member::Tag tag, std::string_view name, const Version& version, bool has_value) {
    std::string source = source_text(version, merged.trial().id);
    if (!has_value) source = "nothing there, by " + source;
    if (merged.conflicts().contains(tag)) source += "; another record differs, and no date tells which is newer";
    text.append(kIndent, ' ').append(name).append(name.size() < kNameWidth ? kNameWidth - name.size() : 1, ' ');
    text += wrapped(source, {}, kIndent + kNameWidth, Ink::kPlain, style) + "\n";
  });
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
