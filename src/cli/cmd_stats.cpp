// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>
#include <memory>
#include <string>

#include "cli/command.hpp"
#include "cli/print_formats.hpp"
#include "trialsift/base/json_writer.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/render/report.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::cli {
namespace {

std::uint64_t bytes_of(const store::Manifest& manifest) {
  std::uint64_t sum = 0;
  for (const store::FileInfo& file : manifest.files) sum += file.size;
  return sum;
}

std::string stats_json(const store::Index& index, const base::Path& folder) {
  const store::Manifest& manifest = index.manifest();
  base::JsonWriter json;
  json.begin_object().member("type", "stats").member("schema", render::kJsonSchema);
  json.member("index", folder.string()).member("fingerprint", manifest.fingerprint_text());
  json.member("generation", manifest.generation).member("trials", manifest.trials);
  json.member("words", index.words().size()).member("bytes", bytes_of(manifest));
  store::write_sources(json, manifest.sources);
  json.end_object();
  return json.text() + "\n";
}

std::string stats_text(const store::Index& index, const base::Path& folder) {
  const store::Manifest& manifest = index.manifest();
  std::string text = "index        " + base::printable(folder.string()) + "\n";
  text += "trials       " + std::to_string(manifest.trials) + "\n";
  text += "words        " + std::to_string(index.words().size()) + "\n";
  text += "bytes        " + std::to_string(bytes_of(manifest)) + "\n";
  text += "generation   " + std::to_string(manifest.generation) + "\n";
  text += "fingerprint  " + manifest.fingerprint_text() + "\n";
  text += "sources\n";
  for (const store::SourceInfo& source : manifest.sources) {
    text += "  " + base::printable(source.name) + ": " + std::to_string(source.records) + " records";
    if (!source.format.empty()) text += ", " + source.format;
    text += source.current.empty() ? ", date unknown" : ", current on " + source.current;
    text += "\n";
  }
  return text;
}

}  // namespace

Run setup_stats(Options& options, const Globals& globals) {
  auto format = std::make_shared<std::string>(kTextFormat);
  add_print_format(options, *format, {kTextFormat, kJsonFormat});
  return [format, &globals] {
    const base::Path folder = index_folder(globals, false);
    const store::Index index(folder);
    write_stdout(*format == kJsonFormat ? stats_json(index, folder) : stats_text(index, folder));
    return kFound;
  };
}

}  // namespace trialsift::cli
