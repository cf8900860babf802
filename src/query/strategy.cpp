// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/query/strategy.hpp"

#include "query/diagnostics.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {

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
  std::size_t begin = 0;
  for (const std::string_view given : base::split(strategy.text, '\n')) {
    const std::size_t at = begin;
    begin += given.size() + 1;
    if (base::trim(given).empty()) continue;
    StrategyLine line;
    line.label = std::to_string(strategy.lines.size() + 1);
    line.text = given;
    line.span = {at, at + given.size()};
    try {
      Query query = strategy.dialect->parse(line.text, {}, options);
      line.tree = std::move(query.root);
      line.warnings = std::move(query.warnings);
    } catch (const base::Error& error) {
      const std::size_t offset = error.where().offset;
      line.error = LineError{error.what(), error.hint(), {offset, offset + 1}};
      line.runs = false;
    }
    strategy.lines.push_back(std::move(line));
  }
  return strategy;
}

Query as_query(const Strategy& strategy) {
  Query query;
  if (!strategy.lines.empty()) query.root = strategy.lines.back().tree;
  query.text = strategy.text;
  return query;
}

}  // namespace trialsift::query
