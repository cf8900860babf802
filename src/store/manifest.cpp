// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/manifest.hpp"

#include <simdjson.h>

#include <charconv>
#include <cstdint>

#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/analysis/stemmer.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::store {
namespace {

namespace dom = simdjson::dom;

std::uint64_t from_hex(std::string_view digits) {
  std::uint64_t value = 0;
  const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (end.ec != std::errc() || end.ptr != digits.data() + digits.size()) {
    throw simdjson::simdjson_error(simdjson::INCORRECT_TYPE);
  }
  return value;
}

std::string text(const dom::object& object, std::string_view key) {
  return std::string(object[key].get_string().value());
}

/// Members that manifests of this format may lack.
void read_additions(const dom::object& root, Manifest& manifest) {
  dom::array names;
  if (root["record_files"].get(names) == simdjson::SUCCESS) {
    for (const dom::element name : names) manifest.record_files.emplace_back(name.get_string().value());
  }
  dom::object before;
  if (root["before"].get(before) == simdjson::SUCCESS) {
    manifest.before = {before["generation"].get_uint64().value(), text(before, "manifest")};
  }
}

std::string text_or_nothing(const dom::object& object, std::string_view key) {
  std::string_view value;
  return object[key].get_string().get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

}  // namespace

Fingerprint current_fingerprint() {
  return {schema::fingerprint(), analysis::kAnalyzerVersion, analysis::stemmer_fingerprint()};
}

void write_sources(base::JsonWriter& json, const std::vector<SourceInfo>& sources) {
  json.key("sources").begin_array();
  for (const SourceInfo& source : sources) {
    json.begin_object()
        .member("name", source.name)
        .member("format", source.format)
        .member("current", source.current)
        .member("records", source.records);
    if (!source.register_name.empty()) json.member("register", source.register_name);
    if (!source.platform.empty()) json.member("platform", source.platform);
    json.end_object();
  }
  json.end_array();
}

std::string Manifest::to_json() const {
  base::JsonWriter json;
  json.begin_object().member("format", format).member("generation", generation).member("trials", trials);
  json.member("schema", base::hex64(fingerprint.schema))
      .member("analyzer", fingerprint.analyzer)
      .member("stemmer", base::hex64(fingerprint.stemmer))
      .member("content", base::hex64(content))
      .member("compact_bytes", compact_bytes);
  write_sources(json, sources);
  json.strings("record_files", record_files);
  json.key("before").begin_object();
  json.member("generation", before.generation).member("manifest", before.manifest_hash).end_object();
  json.key("files").begin_array();
  for (const FileInfo& file : files) {
    json.begin_object()
        .member("name", file.name)
        .member("size", file.size)
        .member("hash", base::hex64(file.hash))
        .end_object();
  }
  json.end_array().end_object();
  return json.text() + "\n";
}

Manifest Manifest::from_json(std::string_view json, const base::Path& path) {
  Manifest manifest;
  try {
    dom::parser parser;
    const dom::object root = parser.parse(simdjson::padded_string(json)).get_object().value();
    const std::uint64_t format = root["format"].get_uint64().value();
    if (format != kIndexFormat) {
      throw base::Error(base::ErrorCode::kIndexSchema, path.string() + " is of index format " + std::to_string(format) +
                                                           ", this program reads " + std::to_string(kIndexFormat));
    }
    manifest.generation = root["generation"].get_uint64().value();
    manifest.trials = root["trials"].get_uint64().value();
    manifest.fingerprint.schema = from_hex(text(root, "schema"));
    manifest.fingerprint.analyzer = static_cast<unsigned>(root["analyzer"].get_uint64().value());
    manifest.fingerprint.stemmer = from_hex(text(root, "stemmer"));
    manifest.content = from_hex(text(root, "content"));
    manifest.compact_bytes = root["compact_bytes"].get_uint64().value();
    const dom::array sources = root["sources"].get_array().value();
    for (const dom::element element : sources) {
      const dom::object source = element.get_object().value();
      manifest.sources.push_back({text(source, "name"), text(source, "format"), text(source, "current"),
                                  source["records"].get_uint64().value(), text_or_nothing(source, "register"),
                                  text_or_nothing(source, "platform")});
    }
    read_additions(root, manifest);
    const dom::array files = root["files"].get_array().value();
    for (const dom::element element : files) {
      const dom::object file = element.get_object().value();
      manifest.files.push_back({text(file, "name"), file["size"].get_uint64().value(), from_hex(text(file, "hash"))});
    }
  } catch (const simdjson::simdjson_error& error) {
    throw base::Error(base::ErrorCode::kIndexCorrupt, path.string() + " cannot be read: " + error.what());
  }
  return manifest;
}

std::string Manifest::fingerprint_text() const {
  return base::hex64(fingerprint.schema) + "-" + std::to_string(fingerprint.analyzer) + "-" +
         base::hex64(fingerprint.stemmer) + "-" + base::hex64(content);
}

}  // namespace trialsift::store
