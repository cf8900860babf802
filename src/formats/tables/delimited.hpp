// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/reader.hpp"

/// Delimited text: RFC 4180 and what spreadsheets and scripts make of it. Own code, for libcsv, the library that Debian
/// packages, tells no places, bounds no row and finds no way back from a quote that is not closed.
namespace trialsift::formats {

struct Dialect {
  char separator = ',';
  bool cr_ends_rows = false;  ///< the line ends are lone CR
  bool is_told = false;       ///< by a first line that is no row: "sep=;", which spreadsheets take

  bool operator==(const Dialect&) const = default;
};

using Cells = std::span<const std::string_view>;

/// The rows at the beginning of a table, to decide what it is.
struct TableHead {
  Dialect dialect;
  std::vector<std::vector<std::string>> rows;  ///< complete ones without the blank; the header first
  bool whole = false;                          ///< they are all rows of the file
};

/// The first rows of a file by its first bytes (see Format::sniff); the separator (comma, semicolon, tab or bar) is the
/// one that cuts them most evenly. Nothing if they are no table of two columns at least.
std::optional<TableHead> table_head(std::string_view head);

struct DelimitedRow {
  enum class Flaw {
    kNone,
    kBadQuotes,  ///< not closed before the next row begins, or amid text so that no reading gives a row's cells
    kTruncated,  ///< the input ends inside of the row
    kTooLarge,   ///< `cells` are the first ones
  };
  Cells cells;           ///< without quotes; valid until the next call
  std::uint64_t line;    ///< from 1, where it begins
  std::uint64_t offset;  ///< bytes from the start of the file
  Flaw flaw;
  bool hides_others = false;  ///< with a flaw: it may have other rows in it that cannot be told from its text
};

/// Cuts bytes into cells. What it needs of them it refers to.
class RowParser {
 public:
  explicit RowParser(Dialect dialect) : dialect_(dialect) {}

  /// What text right behind a closing quote means.
  enum class Stray {
    kEndsQuotes,  ///< the quotes are text, and what is between them stays together: "a, c" b is "a, c" b
    kIsInQuotes,  ///< the quote was text: "a "b" c" is a "b" c
  };
  struct Row {
    bool complete = true;      ///< false: more bytes are needed
    bool stray_quote = false;  ///< text stood behind a closing quote
    bool unclosed = false;     ///< the bytes end inside of quotes
    bool ended = false;        ///< a line end was there, not only the end of the bytes
    std::size_t size = 0;      ///< bytes with the line end
    std::uint64_t lines = 0;   ///< line ends in these bytes
  };
  /// The row at the start of `bytes`; `last`: nothing comes behind them.
  Row parse(std::string_view bytes, bool last, Stray stray = Stray::kEndsQuotes);
  /// Of the row parsed last, complete or not; valid while the bytes are and until the next row.
  Cells cells();
  /// The row has no cell with anything but blanks.
  bool blank();

 private:
  struct Span {
    std::size_t at;
    std::size_t size;
    bool copied;  ///< in copies_, not in the bytes
  };
  bool plain_cell(std::size_t& at);
  bool quoted_cell(std::size_t& at, Row& row);
  bool is_end(std::size_t at) const;
  std::size_t plain_end(std::size_t at) const;
  void add_cell(std::size_t from, std::size_t to, bool copied);

  Dialect dialect_;
  std::string_view bytes_;
  bool last_ = false;
  Stray stray_ = Stray::kEndsQuotes;
  std::vector<Span> spans_;
  std::string copies_;  ///< cells that are not in the bytes as they read
  std::vector<std::string_view> cells_;
};

/// The rows of a stream, the header too, of at most `row_bytes_max` each; longer ones are told and passed over. Rows
/// with nothing in them are passed over and counted. Refers to the source.
class DelimitedReader {
 public:
  DelimitedReader(ByteSource& source, Dialect dialect, std::size_t row_bytes_max);

  /// How to know a row, to find the way back behind a damage. Without it: by the number of its cells.
  void set_row_check(std::function<bool(Cells)> check) { check_ = std::move(check); }

  /// Null at the end; valid until the next call. Throws what the source throws, after the rows before.
  const DelimitedRow* next();
  std::uint64_t blank_rows() const { return blank_rows_; }
  /// The last row has no line end: its last cell may be cut off.
  bool open_end() const { return open_end_; }

 private:
  using Flaw = DelimitedRow::Flaw;
  struct Found {
    std::size_t at = 0;  ///< from start_
    bool found = false;
    bool more = false;  ///< more bytes are needed to know
  };

  std::string_view rest() const { return std::string_view(buffer_.data() + start_, end_ - start_); }
  std::size_t line_end(std::size_t from) const;
  bool fill();
  bool fill_within_bound();
  bool skip_to_row();
  std::optional<RowParser::Row> parse(RowParser::Stray stray);
  Found row_inside(std::size_t size);
  bool is_row(std::string_view bytes, bool& more);
  bool is_usual(std::size_t width) const { return width >= least_width_ && width <= most_width_; }
  const DelimitedRow* give(const RowParser::Row& row, Flaw flaw);
  const DelimitedRow* mended(const RowParser::Row& row);
  const DelimitedRow* too_large();
  void drop(std::size_t size, std::uint64_t lines);

  ByteSource& source_;
  Dialect dialect_;
  std::size_t row_bytes_max_;
  std::function<bool(Cells)> check_;
  RowParser parser_;
  RowParser probe_;
  std::vector<char> buffer_;
  std::size_t start_ = 0;
  std::size_t end_ = 0;
  bool ended_ = false;         ///< the source gives nothing more
  std::string damage_;         ///< why, if it threw
  std::uint64_t dropped_ = 0;  ///< bytes of the file before buffer_[0]
  std::uint64_t line_ = 1;
  std::uint64_t blank_rows_ = 0;
  bool open_end_ = false;
  bool at_start_ = true;         ///< the line that tells the separator has not been passed over
  std::size_t least_width_ = 0;  ///< cells of a row so far; 0 before the first
  std::size_t most_width_ = 0;
  bool lost_ = false;        ///< behind a row that was too large
  std::size_t pending_ = 0;  ///< bytes of the row given out last
  std::uint64_t pending_lines_ = 0;
  DelimitedRow row_{};
};

}  // namespace trialsift::formats
