// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/query/strategy.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "query/diagnostics.hpp"
#include "query/strategy/strategy_labels.hpp"
#include "query/strategy/strategy_lines.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

/// A line of a few references can stand for a million words.
constexpr std::size_t kMostNodes = 100'000;

bool is_told_once_a_file(std::string_view code) {
  return code == "smart-quotes" || code == "odd-dashes" || code == "debris";
}

/// From a line's text to the strategy's.
Warning moved(Warning warning, std::size_t line_begin) {
  warning.span = {warning.span.begin + line_begin, warning.span.end + line_begin};
  return warning;
}

void collect_references(const Node& node, std::vector<std::size_t>& found) {
  if (node.kind == NodeKind::kLine) found.push_back(node.line);
  for (const Node& child : node.children) collect_references(child, found);
}

class StrategyReader {
 public:
  StrategyReader(Strategy& strategy, const DialectOptions& options) : strategy_(strategy), options_(options) {}

  void read() {
    const bool reviewers = strategy_.dialect->strategies;
    CutStrategy cut = cut_lines(strategy_.text, !reviewers);
    if (cut.lines.size() > kMostStrategyLines) {
      fail(cut.lines[kMostStrategyLines].span.begin, "a strategy has at most 2,000 lines: split it");
    }
    strategy_.warnings = std::move(cut.warnings);
    for (std::size_t i = 0; i < cut.lines.size(); ++i) places_.emplace(base::to_lower_ascii(cut.lines[i].label), i);
    for (CutLine& given : cut.lines) {
      StrategyLine& line = strategy_.lines.emplace_back();
      line.label = std::move(given.label);
      line.text = std::move(given.text);
      line.span = given.span;
      line.error = std::move(given.error);
      if (line.valid()) parse(line, cut.lines.size());
      connect(line);
      raise_warnings(line);
    }
    tell_unused();
  }

 private:
  void parse(StrategyLine& line, std::size_t lines) {
    References references;
    references.line = strategy_.lines.size() - 1;
    references.lines = lines;
    references.find = [this](std::string_view label) -> std::optional<std::size_t> {
      const auto found = places_.find(base::to_lower_ascii(label));
      if (found == places_.end()) return std::nullopt;
      return found->second;
    };
    try {
      const Dialect& dialect = *strategy_.dialect;
      const bool combination = dialect.combine != nullptr && lines > 1 && is_combination(line.text);
      Query query = (combination ? dialect.combine : dialect.parse)(line.text, references, options_);
      line.tree = std::move(query.root);
      line.warnings = std::move(query.warnings);
    } catch (const base::Error& error) {
      if (error.code() != base::ErrorCode::kQuerySyntax) throw;
      const std::size_t offset = std::min<std::size_t>(error.where().offset, line.text.size());
      line.error = LineError{error.what(), error.hint(), {offset, std::min(offset + 1, line.text.size())}};
    }
  }

  bool is_void(const Node& node) const {
    if (node.kind == NodeKind::kVoid) return true;
    if (node.kind == NodeKind::kLine) return strategy_.lines[node.line].is_void;
    return !node.children.empty() && std::all_of(node.children.begin(), node.children.end(),
                                                 [this](const Node& child) { return is_void(child); });
  }

  void connect(StrategyLine& line) {
    line.runs = line.valid();
    if (!line.valid()) return;
    collect_references(line.tree, line.refers_to);
    std::sort(line.refers_to.begin(), line.refers_to.end());
    line.refers_to.erase(std::unique(line.refers_to.begin(), line.refers_to.end()), line.refers_to.end());
    line.is_void = is_void(line.tree);
    if (line.is_void) {
      line.warnings.push_back(
          {"void-line",
           "this line says nothing about registry records: it has no hits, and references to it drop out",
           {0, line.text.size()},
           true});
      return;
    }
    for (const std::size_t place : line.refers_to) {
      const StrategyLine& other = strategy_.lines[place];
      line.runs = line.runs && other.runs;
      if (other.is_void) {
        line.warnings.push_back({"void-reference",
                                 "line " + other.label + " says nothing about registry records and drops out here",
                                 {0, line.text.size()},
                                 true});
      }
    }
  }

  void raise_warnings(StrategyLine& line) {
    for (const Warning& warning : line.warnings) {
      if (is_told_once_a_file(warning.code)) tell(strategy_.warnings, moved(warning, line.span.begin));
    }
    std::erase_if(line.warnings, [](const Warning& warning) { return is_told_once_a_file(warning.code); });
  }

  void tell_unused() {
    std::vector<bool> used(strategy_.lines.size(), false);
    for (const StrategyLine& line : strategy_.lines) {
      for (const std::size_t place : line.refers_to) used[place] = true;
    }
    for (std::size_t i = 0; i + 1 < strategy_.lines.size(); ++i) {
      StrategyLine& line = strategy_.lines[i];
      if (used[i] || !line.valid()) continue;
      line.warnings.push_back({"unused-line", "no later line refers to this one", {0, line.text.size()}});
    }
  }

  Strategy& strategy_;
  const DialectOptions& options_;
  std::map<std::string, std::size_t, std::less<>> places_;
};

class Inliner {
 public:
  explicit Inliner(const Strategy& strategy) : strategy_(strategy) {}

  Node whole(const StrategyLine& line) { return inlined(line.tree, line.span.begin); }

 private:
  Node inlined(const Node& node, std::size_t begin) {
    if (node.kind == NodeKind::kLine) {
      const StrategyLine& line = strategy_.lines[node.line];
      return inlined(line.tree, line.span.begin);
    }
    if (++nodes_ > kMostNodes) {
      fail(begin, "with its lines put in, this strategy is too large for one query",
           "trialsift screen run keeps the lines apart");
    }
    Node copy = node;
    copy.span = {node.span.begin + begin, node.span.end + begin};
    for (std::size_t i = 0; i < node.children.size(); ++i) copy.children[i] = inlined(node.children[i], begin);
    return copy;
  }

  const Strategy& strategy_;
  std::size_t nodes_ = 0;
};

}  // namespace

Strategy parse_strategy(std::string_view text, const Dialect* dialect, const DialectOptions& options) {
  if (text.size() > kLongestStrategy) fail(kLongestStrategy, "a strategy has at most 1 MiB: split it");
  Strategy strategy;
  strategy.text = text;
  strategy.dialect = dialect;
  if (dialect == nullptr) {
    Detection detection = detect_dialect(text);
    strategy.dialect = detection.dialect;
    strategy.detected_by = std::move(detection.reason);
  }
  StrategyReader(strategy, options).read();
  return strategy;
}

Query as_query(const Strategy& strategy) {
  for (const StrategyLine& line : strategy.lines) {
    if (line.valid()) continue;
    fail(line.span.begin + line.error->span.begin, line.error->sentence, line.error->hint);
  }
  Query query;
  query.text = strategy.text;
  query.dialect = strategy.dialect->name;
  query.warnings = strategy.warnings;
  for (const StrategyLine& line : strategy.lines) {
    for (const Warning& warning : line.warnings) tell(query.warnings, moved(warning, line.span.begin));
  }
  if (!strategy.lines.empty()) query.root = Inliner(strategy).whole(strategy.lines.back());
  return query;
}

}  // namespace trialsift::query
