// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/screen/strategy_file.hpp"

#include <algorithm>
#include <string>

#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::screen {
namespace {

constexpr std::string_view kKey = "syntax:";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The line with the file's syntax, or an empty view.
std::string_view syntax_line(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  for (const std::string_view line : base::split(text, '\n')) {
    const std::string_view said = base::trim(line);
    if (said.empty() || said.starts_with("//")) continue;
    return base::to_lower_ascii(said.substr(0, kKey.size())) == kKey ? line : std::string_view();
  }
  return {};
}

const query::Dialect* named(std::string_view line) {
  const std::string_view name = base::trim(base::trim(line).substr(kKey.size()));
  if (base::to_lower_ascii(name) == "auto") return nullptr;
  if (const query::Dialect* dialect = query::find_dialect(name)) return dialect;
  std::string names = "auto";
  for (const query::Dialect& dialect : query::dialects()) names += ", " + std::string(dialect.name);
  throw base::Error(base::ErrorCode::kUsage,
                    "there is no syntax " + base::printable(name) + ", which the strategy's head names",
                    "one of " + names);
}

}  // namespace

query::Strategy read_strategy(std::string_view text, const query::Dialect* told, const query::DialectOptions& options) {
  const std::string_view head = syntax_line(text);
  if (head.empty()) return query::parse_strategy(text, told, options);
  const query::Dialect* dialect = told != nullptr ? told : named(head);
  // Blank, so that places in the text stay what they are.
  std::string rest(text);
  std::fill_n(rest.begin() + (head.data() - text.data()), head.size(), ' ');
  query::Strategy strategy = query::parse_strategy(rest, dialect, options);
  strategy.text = text;
  return strategy;
}

}  // namespace trialsift::screen
