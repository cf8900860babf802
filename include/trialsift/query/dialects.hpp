// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "trialsift/query/tree.hpp"
#include "trialsift/schema/fields.hpp"

/// The languages in which queries are written. A new dialect is a folder with its parser and a row in the table.
namespace trialsift::query {

/// Where a line of a strategy finds the lines that it refers to. Outside a strategy there is none, and a number is a
/// word.
struct References {
  /// The place, from 0, of the line with this label ("4", "1a"), whether it stands before the line or not.
  std::function<std::optional<std::size_t>(std::string_view label)> find;
  std::size_t line = 0;   ///< the place of the line that is read: it may refer to lines before it
  std::size_t lines = 0;  ///< how many lines the strategy has; 0: no strategy
};

/// What is read otherwise only when asked, since it is a guess of ours, and what only an index knows.
struct DialectOptions {
  bool map_publication_types = false;  ///< "randomized controlled trial.pt." is allocation:randomized, else void
  bool first_posted_dates = false;  ///< limits of years and entry dates are ranges of `posted`, else they say nothing
  /// Whether the index that is asked has a value, by its key, that the field's vocabulary lacks. Without it none has.
  std::function<bool(const schema::Field& field, std::string_view key)> has_value = {};
};

/// A place of a text at which a dialect looks for its signs.
struct SignPlace;

/// A row of the table of dialects. Any thread may call its functions.
struct Dialect {
  /// Reads a query or a line of a strategy. Throws Error(kQuerySyntax) whose place holds the byte at which it went
  /// wrong.
  using Parse = Query (*)(std::string_view text, const References& references, const DialectOptions& options);

  std::string_view name;  ///< as --syntax takes it
  std::string_view about;
  Parse parse;
  Parse combine = nullptr;  ///< for a line that only combines others (1 and 2); null: parse reads it as any other
  bool strategies = false;  ///< its texts are numbered lines as reviewers print them; else one query unless numbered

  /// The sign at a place of a text, if one stands there that no query of the default dialect has. The dialect with the
  /// most signs is the text's. Null, as the others: there is nothing of the kind.
  std::optional<Span> (*sign_at)(const SignPlace& place) = nullptr;
  /// Where there are no signs: true if this line, which only combines others, is written as in this dialect.
  bool (*is_own_combination)(std::string_view line) = nullptr;
  /// Where there are no such lines: what about the text makes the dialect probable, or empty.
  std::string_view (*habit)(std::string_view text) = nullptr;
};

std::span<const Dialect> dialects();

/// What a query is written in unless something else is said.
const Dialect& default_dialect();

/// In any case; null if there is none.
const Dialect* find_dialect(std::string_view name);

/// What a text of unknown dialect is, and what gave it away (".ti,ab."). The default where nothing speaks for another.
struct Detection {
  const Dialect* dialect = nullptr;  ///< never null
  std::string reason;
  Span span;             ///< of the first sign of it; empty for the default
  bool certain = false;  ///< a sign; else the most probable reading of a file
};
Detection detect_dialect(std::string_view text);

}  // namespace trialsift::query
