// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/screen/report.hpp"

#include <algorithm>

#include "screen/json.hpp"
#include "screen/words.hpp"
#include "trialsift/base/json_writer.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/render/report.hpp"

namespace trialsift::screen {
namespace {

constexpr std::size_t kCountWidth = 9;
constexpr std::size_t kCaretIndent = 2;  ///< of base::caret()

std::string right(const std::string& text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::size_t label_width(const StrategyRun& run) {
  std::size_t width = 4;
  for (const query::StrategyLine& line : run.strategy.lines) width = std::max(width, line.label.size());
  return width;
}

/// At most `width` code points, the last one … where text is missing.
std::string cut(std::string text, std::size_t width) {
  std::size_t count = 0;
  std::size_t last = 0;
  for (std::size_t at = 0; at < text.size(); at += base::decode_utf8(text, at).length) {
    if (++count == width) last = at;
  }
  if (count > width) text.replace(last, std::string::npos, "…");
  return text;
}

std::string indented(std::string_view lines, std::size_t indent) {
  std::string out;
  for (const std::string_view line : base::split(lines, '\n')) {
    out += std::string(indent, ' ') + std::string(line) + "\n";
  }
  return out;
}

std::string warnings_text(const StrategyRun& run, const std::vector<SharedWarning>& shared, bool result_changing) {
  std::string text;
  std::size_t count = 0;
  for (const SharedWarning& one : shared) {
    if (one.warning.result_changing != result_changing) continue;
    ++count;
    text += "  " + one.warning.code + " (" + lines_text(run, one.lines) + "): " + one_line(one.warning.sentence) + "\n";
  }
  if (count == 0) return {};
  return (result_changing ? "Warnings that change the result: " : "Other warnings: ") + std::to_string(count) + "\n" +
         text;
}

/// A cell may hold neither tabs nor line ends.
std::string cell(std::string_view text) {
  return one_line(text);
}

}  // namespace

std::string text_head(const StrategyRun& run, const store::Manifest& manifest) {
  return one_line(run.name) + ": " + dialect_text(run.strategy) + "; " + std::to_string(run.strategy.lines.size()) +
         (run.strategy.lines.size() == 1 ? " line" : " lines") + " on " + std::to_string(manifest.trials) +
         " trials\n" + right("line", label_width(run)) + right("hits", kCountWidth) + right("new", kCountWidth) +
         "  strategy\n";
}

std::string text_line(const StrategyRun& run, std::size_t line, std::size_t width) {
  const query::StrategyLine& given = run.strategy.lines[line];
  const LineOutcome& outcome = run.lines[line];
  const std::size_t indent = label_width(run) + 2 * kCountWidth + 2;
  std::string text = one_line(given.text);
  if (width > indent + 1) text = cut(std::move(text), width - indent);
  std::string below;
  if (outcome.error) {
    const std::string caret = base::caret(given.text, outcome.error->span.begin);
    const std::size_t end = caret.find('\n');
    text = caret.substr(kCaretIndent, end - kCaretIndent);
    below =
        indented(caret.substr(end + 1 + kCaretIndent), indent) + indented(one_line(outcome.error->sentence), indent);
    if (!outcome.error->hint.empty()) below += indented("hint: " + one_line(outcome.error->hint), indent);
  } else if (outcome.stands_upon) {
    below = indented(standing_text(run, line), indent);
  } else if (!outcome.parts.empty()) {
    std::string parts = render::parts_text(outcome.parts);
    parts.pop_back();
    below = indented(parts, label_width(run));
  }
  const std::string out = right(given.label, label_width(run)) +
                          right(outcome.error ? "error" : count_text(outcome.hits), kCountWidth) +
                          right(outcome.error ? "" : count_text(outcome.new_hits), kCountWidth) + "  " + text + "\n";
  return out + below;
}

std::string text_end(const StrategyRun& run) {
  const std::vector<SharedWarning> shared = shared_warnings(run);
  return result_text(run) + "\n" + warnings_text(run, shared, true) + warnings_text(run, shared, false);
}

std::string tsv_head() {
  return "strategy\tline\thits\tnew\tvalid\tresult_changing_warnings\tother_warnings\terror\ttext\n";
}

std::string tsv_rows(const StrategyRun& run) {
  std::string out;
  for (std::size_t i = 0; i < run.lines.size(); ++i) {
    const LineOutcome& outcome = run.lines[i];
    const auto changing = std::count_if(outcome.warnings.begin(), outcome.warnings.end(),
                                        [](const query::Warning& w) { return w.result_changing; });
    const auto others = static_cast<std::ptrdiff_t>(outcome.warnings.size()) - changing;
    out += cell(run.name) + "\t" + cell(run.strategy.lines[i].label) + "\t" + count_text(outcome.hits) + "\t" +
           count_text(outcome.new_hits) + "\t" + (outcome.error ? "no" : "yes") + "\t" + std::to_string(changing) +
           "\t" + std::to_string(others) + "\t" +
           (outcome.error ? cell(outcome.error->sentence) : standing_text(run, i)) + "\t" +
           cell(run.strategy.lines[i].text) + "\n";
  }
  return out;
}

std::string json_report(const StrategyRun& run, const store::Manifest& manifest, std::string_view program_version) {
  base::JsonWriter json;
  json.begin_object().member("type", "screen-run").member("schema", kJsonSchema).member("version", program_version);
  write_index(json, manifest);
  write_run(json, run);
  json.end_object();
  return json.text() + "\n";
}

}  // namespace trialsift::screen
