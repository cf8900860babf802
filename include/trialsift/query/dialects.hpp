// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "trialsift/query/tree.hpp"

/// The languages in which queries are written. A new dialect is a file with its parser and a row in the table.
namespace trialsift::query {

/// Where a line of a strategy finds the lines that it refers to. Outside a strategy there is none, and a number is a
/// word.
struct References {
  /// The place, from 0, of the line with this label ("4", "1a"), whether it stands before the line or not.
  std::function<std::optional<std::size_t>(std::string_view label)> find;
  std::size_t line = 0;   ///< the place of the line that is read: it may refer to lines before it
  std::size_t lines = 0;  ///< how many lines the strategy has; 0: no strategy
};

/// What is read otherwise only when asked, since it is a guess of ours.
struct DialectOptions {
  bool map_publication_types = false;  ///< "randomized controlled trial.pt." is allocation:randomized, else void
  bool first_posted_dates = false;  ///< limits of years and entry dates are ranges of `posted`, else they say nothing
};

struct Dialect {
  std::string_view name;  ///< as --syntax takes it
  /// Throws Error(kQuerySyntax) whose place holds the byte at which it went wrong. Any thread.
  Query (*parse)(std::string_view text, const References& references, const DialectOptions& options);
  bool strategies;  ///< its texts are numbered lines as reviewers print them; else a text is one query unless numbered
  std::string_view about;
};

std::span<const Dialect> dialects();

/// In any case; null if there is none.
const Dialect* find_dialect(std::string_view name);

/// What a text of unknown dialect is, and what gave it away (".ti,ab."). Native where nothing speaks
/// for another.
struct Detection {
  const Dialect* dialect = nullptr;  ///< never null
  std::string reason;
  Span span;             ///< of the first sign of it; empty for native
  bool certain = false;  ///< a sign that no native query has; else the most probable reading of a file
};
Detection detect_dialect(std::string_view text);

}  // namespace trialsift::query
