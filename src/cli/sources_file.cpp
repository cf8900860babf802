// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/sources_file.hpp"

// Header only, and heavy: nothing else includes it.
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "trialsift/base/error.hpp"
#include "trialsift/base/file.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::cli {
namespace {

using base::Error;
using base::ErrorCode;

constexpr const char* kTable = "source";
constexpr std::array<std::string_view, 4> kKeys = {"path", "register", "platform", "date"};
constexpr const char* kHint =
    "a table for each input: [[source]], path = \"...\", date = 2025-01-15, and if you like register "
    "and platform";

class SourcesReader {
 public:
  explicit SourcesReader(std::string path) : path_(std::move(path)) {}

  SourcesFile read() {
    const toml::table root = parsed();
    for (const auto& [key, value] : root) {
      if (key.str() != kTable) fail(value, "there is no table " + std::string(key.str()));
    }
    const toml::array* const sources = root[kTable].as_array();
    if (sources == nullptr || sources->empty()) fail(root, "it names no source");
    for (const toml::node& source : *sources) {
      const toml::table* const table = source.as_table();
      if (table == nullptr) fail(source, "a source is a table: [[source]]");
      take(*table);
    }
    return std::move(file_);
  }

 private:
  [[noreturn]] void fail(const toml::source_region& at, const std::string& why) const {
    throw Error(ErrorCode::kUsage, path_ + ":" + std::to_string(at.begin.line) + ": " + why, kHint,
                base::Place{path_, at.begin.line, 0, {}});
  }
  [[noreturn]] void fail(const toml::node& node, const std::string& why) const { fail(node.source(), why); }

  toml::table parsed() const {
    std::string text;
    try {
      text = base::read_file(path_);
    } catch (const Error& error) {
      throw Error(ErrorCode::kInputUnreadable, error.what());
    }
    try {
      return toml::parse(text, path_);
    } catch (const toml::parse_error& error) {
      fail(error.source(), base::printable(error.description()));
    }
  }

  std::string text(const toml::table& table, std::string_view key) const {
    const toml::node* const node = table.get(key);
    if (node == nullptr) return {};
    const std::optional<std::string> value = node->value_exact<std::string>();
    if (!value || value->empty()) fail(*node, std::string(key) + " is a text in quotes");
    return *value;
  }

  model::PartialDate date(const toml::table& table) const {
    const toml::node* const node = table.get("date");
    if (node == nullptr) return {};
    const std::string where = path_ + ":" + std::to_string(node->source().begin.line) + ": ";
    if (const auto day = node->value_exact<toml::date>()) {
      if (const auto date = model::PartialDate::make(day->year, day->month, day->day)) return *date;
    } else if (const auto written = node->value_exact<std::string>()) {
      return read_current(*written, where);
    }
    fail(*node, "date is a day, as 2025-01-15, or a month or year in quotes, as \"2025-01\"");
  }

  void take(const toml::table& table) {
    for (const auto& [key, value] : table) {
      if (std::find(kKeys.begin(), kKeys.end(), key.str()) == kKeys.end()) {
        fail(value, "a source has no " + std::string(key.str()));
      }
    }
    const std::string path = text(table, "path");
    if (path.empty()) fail(table, "the source has no path");
    const std::string input = path == "-" ? path : (std::filesystem::path(path_).parent_path() / path).string();
    if (file_.facts.contains(input)) fail(table, input + " is named twice");
    file_.facts[input] = {text(table, "register"), text(table, "platform"), date(table)};
    file_.inputs.push_back(input);
  }

  std::string path_;
  SourcesFile file_;
};

}  // namespace

SourcesFile read_sources_file(const std::string& path) {
  return SourcesReader(path).read();
}

model::PartialDate read_current(const std::string& text, const std::string& where) {
  const std::optional<model::PartialDate> date = model::PartialDate::parse(text);
  if (!date) throw Error(ErrorCode::kUsage, where + text + " is no date", "write it as 2025-01-15, 2025-01 or 2025");
  return *date;
}

}  // namespace trialsift::cli
