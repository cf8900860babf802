// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/query/dialects.hpp"
#include "trialsift/query/tree.hpp"

/// A search strategy: numbered lines that refer to each other, as reviews print them.
namespace trialsift::query {

struct LineError {
  std::string sentence;
  std::string hint;  ///< may be empty
  Span span;         ///< in the line's text
};

struct StrategyLine {
  std::string label;  ///< as written ("4", "1a"); without one, its place counted from 1
  /// As written, without the label; may go over several lines of the file. Comments and titles in it are blanked out.
  std::string text;
  Span span;  ///< of the text, in the strategy's text
  /// Meaningful where there is no error. Its spans, and those of the warnings, are in the line's text.
  Node tree;
  std::optional<LineError> error;
  std::vector<Warning> warnings;
  std::vector<std::size_t> refers_to;  ///< places of lines from 0, ascending, all of them before this line
  /// Neither it nor any line that it stands upon has an error: it can be run.
  bool runs = true;
  /// It says nothing about registry records: no hits and no count, and references to it drop out.
  bool is_void = false;

  bool valid() const { return !error; }
};

struct Strategy {
  std::string text;                  ///< as given
  const Dialect* dialect = nullptr;  ///< never null once parsed
  std::string detected_by;           ///< what gave the dialect away; empty where it was told
  std::vector<StrategyLine> lines;   ///< the last one is the result; empty for an empty strategy
  /// What is told once a file (smart-quotes, odd-dashes, debris); spans in the strategy's text.
  std::vector<Warning> warnings;
};

/// Strategies have at most this many bytes and lines.
constexpr std::size_t kLongestStrategy = 1'048'576;
constexpr std::size_t kMostStrategyLines = 2'000;

/// Reads a strategy; a null dialect is found out. A native or ctgov text without numbers is one line, whatever its line
/// ends. A line that cannot be read is a value with its error. Throws
/// Error(kQuerySyntax) only for a text past the bounds above. Any thread.
Strategy parse_strategy(std::string_view text, const Dialect* dialect = nullptr, const DialectOptions& options = {});

/// The last line as one query, the lines it refers to put in where they are referred to. Throws Error(kQuerySyntax),
/// its place in the strategy's text, for an error in one of them, and for a query that gets too large that way.
Query as_query(const Strategy& strategy);

}  // namespace trialsift::query
