// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "screen/json.hpp"
#include "screen/words.hpp"
#include "trialsift/base/json_writer.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/screen/report.hpp"

namespace trialsift::screen {
namespace {

using query::Node;
using query::NodeKind;

std::uint64_t records_read(const store::Manifest& manifest) {
  std::uint64_t sum = 0;
  for (const store::SourceInfo& source : manifest.sources) sum += source.records;
  return sum;
}

/// Records that are no trial of their own: further ones of a trial, and unreadable ones. Unknown where sources were
/// read again under their old names.
std::optional<std::uint64_t> records_not_kept(const store::Manifest& manifest) {
  const std::uint64_t read = records_read(manifest);
  if (read < manifest.trials) return std::nullopt;
  return read - manifest.trials;
}

/// What a line asks for beside words: values, dates, numbers.
void collect_limits(const Node& node, std::vector<std::string>& limits) {
  if (node.kind == NodeKind::kFilter || node.kind == NodeKind::kRange || node.kind == NodeKind::kHas) {
    std::string limit = query::to_string(node);
    if (std::find(limits.begin(), limits.end(), limit) == limits.end()) limits.push_back(std::move(limit));
  }
  for (const Node& child : node.children) collect_limits(child, limits);
}

std::vector<std::string> limits_of(const query::StrategyLine& line) {
  std::vector<std::string> limits;
  if (line.valid()) collect_limits(line.tree, limits);
  return limits;
}

/// The longest run of backticks in a text: what quotes it in Markdown is longer.
std::size_t longest_ticks(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

/// Text as it stands in a cell of a table.
std::string code(std::string_view text) {
  const std::string line = one_line(text);
  if (line.empty()) return {};
  const std::string ticks(longest_ticks(line) + 1, '`');
  std::string out = ticks + (ticks.size() > 1 ? " " : "");
  for (const char c : line) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out + (ticks.size() > 1 ? " " : "") + ticks;
}

std::string plain(std::string_view text) {
  std::string out;
  for (const char c : one_line(text)) {
    if (c == '|' || c == '`' || c == '*' || c == '_' || c == '<' || c == '[' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string sources_section(const store::Manifest& manifest) {
  std::string out = "## Sources\n\n| source | format | current on | records |\n|---|---|---|---|\n";
  for (const store::SourceInfo& source : manifest.sources) {
    out += "| " + plain(source.name) + " | " + plain(source.format) + " | " +
           (source.current.empty() ? "not known" : plain(source.current)) + " | " + std::to_string(source.records) +
           " |\n";
  }
  out += "\nRecords read: " + std::to_string(records_read(manifest)) +
         ". Trials in the index: " + std::to_string(manifest.trials) +
         ". Records removed as duplicates of a trial or unreadable: ";
  const std::optional<std::uint64_t> not_kept = records_not_kept(manifest);
  return out + (not_kept ? std::to_string(*not_kept) : "not known") + ".\n";
}

std::string limits_item(const StrategyRun& run) {
  std::vector<std::string> limits;
  for (const query::StrategyLine& line : run.strategy.lines) {
    for (const std::string& limit : limits_of(line)) limits.push_back("line " + line.label + " " + code(limit));
  }
  return "- Limits and filters: " + (limits.empty() ? "none" : base::joined(limits, "; ")) + "\n";
}

std::string lines_table(const StrategyRun& run) {
  std::string out = "| line | hits | new | as given | as read |\n|---|---|---|---|---|\n";
  for (std::size_t i = 0; i < run.lines.size(); ++i) {
    const query::StrategyLine& line = run.strategy.lines[i];
    const LineOutcome& outcome = run.lines[i];
    std::string read = line.valid() ? code(query::to_string(line.tree)) : "";
    if (outcome.error) read += (read.empty() ? "error: " : " error: ") + plain(outcome.error->sentence);
    if (outcome.stands_upon && !outcome.error) read += " " + standing_text(run, i);
    out += "| " + plain(line.label) + " | " + count_text(outcome.hits) + " | " + count_text(outcome.new_hits) + " | " +
           code(line.text) + " | " + read + " |\n";
  }
  return out;
}

std::string warnings_section(const StrategyRun& run) {
  const std::vector<SharedWarning> shared = shared_warnings(run);
  std::string out;
  for (const bool changing : {true, false}) {
    std::string items;
    for (const SharedWarning& one : shared) {
      if (one.warning.result_changing != changing) continue;
      items += "- " + plain(one.warning.code) + " (" + plain(lines_text(run, one.lines)) +
               "): " + plain(one.warning.sentence) + "\n";
    }
    out += std::string("\n### ") + (changing ? "Warnings that change the result" : "Other warnings") + "\n\n" +
           (items.empty() ? "None.\n" : items);
  }
  return out;
}

std::string run_section(const StrategyRun& run) {
  const std::string fence(std::max<std::size_t>(3, longest_ticks(run.strategy.text) + 1), '`');
  std::string text = base::printable(run.strategy.text);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return "\n## Strategy " + plain(run.name) + "\n\n- Language: " + plain(dialect_text(run.strategy)) +
         "\n- Result: " + plain(result_text(run)) + "\n" + limits_item(run) + "\n### As given\n\n" + fence + "text\n" +
         text + "\n" + fence + "\n\n### Line by line\n\n" + lines_table(run) + warnings_section(run);
}

}  // namespace

std::string markdown_log(std::span<const StrategyRun> runs, const LogContext& context) {
  std::string out = "# Search log\n\n- Date of the search: " + plain(context.date) + "\n";
  out += "- Program: trialsift " + plain(context.program_version) + "\n";
  out += "- Index: " + plain(context.manifest.fingerprint_text()) + ", generation " +
         std::to_string(context.manifest.generation) + "\n\n";
  out += sources_section(context.manifest);
  for (const StrategyRun& run : runs) out += run_section(run);
  return out;
}

std::string json_log(std::span<const StrategyRun> runs, const LogContext& context) {
  base::JsonWriter json;
  json.begin_object().member("type", "search-log").member("schema", kJsonSchema);
  json.member("date", context.date).member("version", context.program_version);
  write_index(json, context.manifest);
  json.member("records_read", records_read(context.manifest)).key("records_removed");
  if (const std::optional<std::uint64_t> not_kept = records_not_kept(context.manifest)) {
    json.value(*not_kept);
  } else {
    json.null();
  }
  json.key("runs").begin_array();
  for (const StrategyRun& run : runs) {
    json.begin_object().member("text", run.strategy.text);
    write_run(json, run);
    json.key("limits").begin_array();
    for (const query::StrategyLine& line : run.strategy.lines) {
      for (const std::string& limit : limits_of(line)) {
        json.begin_object().member("line", line.label).member("limit", limit).end_object();
      }
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return json.text() + "\n";
}

}  // namespace trialsift::screen
