// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/tables/delimited.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

constexpr std::size_t kBufferBytes = 256U << 10U;
constexpr std::string_view kSeparators = ",\t;|";

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r") == std::string_view::npos;
}

/// The separator in a first line such as sep=; or "sep=;", and how long that line is with its end.
struct ToldSeparator {
  char separator = '\0';
  std::size_t size = 0;
};
ToldSeparator told_separator(std::string_view head) {
  constexpr std::size_t kLongest = 16;
  const std::size_t end = head.substr(0, kLongest).find_first_of("\r\n");
  if (end == std::string_view::npos) return {};
  std::string_view line = head.substr(0, end);
  if (line.size() > 1 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
  constexpr std::string_view kWord = "sep=";
  if (line.size() != kWord.size() + 1 || base::to_lower_ascii(line.substr(0, kWord.size())) != kWord) return {};
  return {line.back(), end + (head.substr(end).starts_with("\r\n") ? 2U : 1U)};
}

/// Of a separator over the first rows: how evenly it cuts them, and how often.
struct Evenness {
  std::size_t rows = 0;   ///< as wide as the first
  std::size_t width = 0;  ///< of the first
  auto operator<=>(const Evenness&) const = default;
};

TableHead cut(std::string_view head, Dialect dialect, std::size_t rows_max) {
  TableHead table;
  table.dialect = dialect;
  constexpr std::size_t kByteOrderMark = 3;
  table.whole = head.size() + kByteOrderMark < kSniffBytes;
  RowParser parser(dialect);
  while (!head.empty() && table.rows.size() < rows_max) {
    const RowParser::Row row = parser.parse(head, table.whole);
    if (!row.complete) break;
    if (!parser.blank()) {
      const Cells cells = parser.cells();
      table.rows.emplace_back(cells.begin(), cells.end());
    }
    head.remove_prefix(row.size);
  }
  return table;
}

}  // namespace

std::optional<TableHead> table_head(std::string_view head) {
  const std::string_view text = base::trim(head.substr(0, 64));
  if (text.empty() || text.front() == '{' || text.front() == '[' || text.front() == '<') return std::nullopt;
  if (head.find('\0') != std::string_view::npos) return std::nullopt;
  const bool cr = head.find('\n') == std::string_view::npos && head.find('\r') != std::string_view::npos;
  if (const ToldSeparator told = told_separator(head); told.size > 0) {
    TableHead table = cut(head.substr(told.size), {told.separator, cr, true}, head.size());
    if (table.rows.empty() || table.rows[0].size() < 2) return std::nullopt;
    table.whole = head.size() < kSniffBytes && table.whole;
    return table;
  }
  constexpr std::size_t kRowsToJudge = 30;
  Evenness best;
  Dialect dialect;
  for (const char separator : kSeparators) {
    const Dialect candidate{separator, cr};
    const TableHead table = cut(head, candidate, kRowsToJudge);
    if (table.rows.empty() || table.rows[0].size() < 2) continue;
    Evenness evenness{0, table.rows[0].size()};
    for (const auto& row : table.rows) evenness.rows += row.size() == evenness.width ? 1U : 0U;
    if (evenness <= best) continue;
    best = evenness;
    dialect = candidate;
  }
  if (best.width == 0) return std::nullopt;
  return cut(head, dialect, head.size());
}

RowParser::Row RowParser::parse(std::string_view bytes, bool last, Stray stray) {
  bytes_ = bytes;
  last_ = last;
  stray_ = stray;
  spans_.clear();
  copies_.clear();
  Row row;
  std::size_t at = 0;
  while (true) {
    const bool quoted = at < bytes_.size() && bytes_[at] == '"';
    if (!(quoted ? quoted_cell(at, row) : plain_cell(at))) {
      row.complete = false;
      return row;
    }
    if (at < bytes_.size() && bytes_[at] == dialect_.separator) {
      ++at;
      continue;
    }
    const std::string_view rest = bytes_.substr(at);
    row.ended = !rest.empty() && (rest != "\r" || dialect_.cr_ends_rows);
    if (!rest.empty()) {
      at += rest.starts_with("\r\n") ? 2 : 1;
      ++row.lines;
    }
    row.size = at;
    return row;
  }
}

/// The cell ends here: at a separator, a line end or the end of all bytes.
bool RowParser::is_end(std::size_t at) const {
  if (at >= bytes_.size()) return last_;
  const char c = bytes_[at];
  if (c == dialect_.separator || c == '\n') return true;
  if (c != '\r') return false;
  return dialect_.cr_ends_rows || (at + 1 < bytes_.size() ? bytes_[at + 1] == '\n' : last_);
}

std::size_t RowParser::plain_end(std::size_t at) const {
  const char cr = dialect_.cr_ends_rows ? '\r' : '\n';
  const char separator = dialect_.separator;
  const std::size_t size = bytes_.size();
  while (at < size && bytes_[at] != separator && bytes_[at] != '\n' && bytes_[at] != cr) ++at;
  return at;
}

void RowParser::add_cell(std::size_t from, std::size_t to, bool copied) {
  spans_.push_back({from, to - from, copied});
}

bool RowParser::plain_cell(std::size_t& at) {
  const std::size_t from = at;
  at = plain_end(at);
  if (at == bytes_.size() && !last_) return false;
  std::size_t to = at;
  // CRLF, and a lone CR at the end of everything.
  if (to > from && bytes_[to - 1] == '\r' && (at == bytes_.size() || bytes_[at] == '\n')) {
    --to;
    if (at < bytes_.size()) --at;
  }
  add_cell(from, to, false);
  return true;
}

bool RowParser::quoted_cell(std::size_t& at, Row& row) {
  const std::size_t copy_from = copies_.size();
  const char line_end = dialect_.cr_ends_rows ? '\r' : '\n';
  std::size_t from = at + 1;  // of what is not copied yet
  std::size_t searched = from;
  const auto finish = [&](std::size_t to) {
    row.lines += static_cast<std::uint64_t>(std::count(bytes_.begin() + static_cast<std::ptrdiff_t>(at),
                                                       bytes_.begin() + static_cast<std::ptrdiff_t>(to), line_end));
    if (copies_.size() == copy_from) {
      add_cell(from, to, false);
    } else {
      copies_ += bytes_.substr(from, to - from);
      add_cell(copy_from, copies_.size(), true);
    }
  };
  while (true) {
    const std::size_t quote = std::min(bytes_.find('"', searched), bytes_.size());
    if (quote == bytes_.size()) {
      if (!last_) return false;
      row.unclosed = true;
      finish(quote);
      at = quote;
      return true;
    }
    const std::size_t behind = quote + 1;
    if (behind == bytes_.size() && !last_) return false;
    if (behind < bytes_.size() && bytes_[behind] == '"') {
      copies_ += bytes_.substr(from, behind - from);
      from = searched = behind + 1;
      continue;
    }
    std::size_t end = behind;
    while (end < bytes_.size() && bytes_[end] == ' ') ++end;
    if (end == bytes_.size() && !last_) return false;
    if (end + 1 == bytes_.size() && bytes_[end] == '\r' && !last_) return false;
    if (is_end(end)) {
      finish(quote);
      at = end;
      return true;
    }
    row.stray_quote = true;
    if (stray_ == Stray::kIsInQuotes) {
      searched = behind;
      continue;
    }
    // No quoted cell, but text that begins with a quote: "A" b.
    copies_.resize(copy_from);
    from = at;
    end = plain_end(end);
    if (end == bytes_.size() && !last_) return false;
    std::size_t to = end;
    if (to > from && bytes_[to - 1] == '\r' && (end == bytes_.size() || bytes_[end] == '\n')) {
      --to;
      if (end < bytes_.size()) --end;
    }
    finish(to);
    at = end;
    return true;
  }
}

Cells RowParser::cells() {
  cells_.clear();
  for (const Span& span : spans_) {
    cells_.push_back((span.copied ? std::string_view(copies_) : bytes_).substr(span.at, span.size));
  }
  return cells_;
}

bool RowParser::blank() {
  for (const Span& span : spans_) {
    if (!is_blank((span.copied ? std::string_view(copies_) : bytes_).substr(span.at, span.size))) return false;
  }
  return true;
}

DelimitedReader::DelimitedReader(ByteSource& source, Dialect dialect, std::size_t row_bytes_max)
    : source_(source),
      dialect_(dialect),
      row_bytes_max_(row_bytes_max),
      parser_(dialect),
      probe_(dialect),
      buffer_(kBufferBytes) {}

/// Fills the buffer to its end, so that what is found in it does not depend on how the bytes arrive. False if nothing
/// more comes.
bool DelimitedReader::fill() {
  if (ended_) return false;
  if (start_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + start_, end_ - start_);
    dropped_ += start_;
    end_ -= start_;
    start_ = 0;
  }
  if (end_ == buffer_.size()) buffer_.resize(buffer_.size() * 2);
  try {
    while (end_ < buffer_.size()) {
      const std::size_t got = source_.read(buffer_.data() + end_, buffer_.size() - end_);
      if (got == 0) {
        ended_ = true;
        break;
      }
      end_ += got;
    }
  } catch (const DamagedInput& damage) {
    ended_ = true;
    damage_ = damage.what();
  }
  return true;
}

bool DelimitedReader::fill_within_bound() {
  return end_ - start_ <= row_bytes_max_ && fill();
}

/// Behind the next line end, or npos.
std::size_t DelimitedReader::line_end(std::size_t from) const {
  const std::size_t at = rest().find(dialect_.cr_ends_rows ? '\r' : '\n', from);
  return at == std::string_view::npos ? at : at + 1;
}

void DelimitedReader::drop(std::size_t size, std::uint64_t lines) {
  start_ += size;
  line_ += lines;
}

const DelimitedRow* DelimitedReader::next() {
  drop(std::exchange(pending_, 0), std::exchange(pending_lines_, 0));
  if (std::exchange(at_start_, false) && dialect_.is_told) {
    fill();
    drop(told_separator(rest()).size, 1);
  }
  while (true) {
    if (lost_ && !skip_to_row()) break;
    if (start_ == end_ && (!fill() || start_ == end_)) break;
    const std::optional<RowParser::Row> row = parse(RowParser::Stray::kEndsQuotes);
    if (!row) return too_large();
    if (row->stray_quote || row->unclosed) return mended(*row);
    if (parser_.blank()) {
      ++blank_rows_;
      open_end_ = !row->ended && parser_.cells().size() < least_width_;
      drop(row->size, row->lines);
      continue;
    }
    if (row->size > row_bytes_max_) return give(*row, Flaw::kTooLarge);
    const bool cut = !row->ended && (!damage_.empty() || parser_.cells().size() < least_width_);
    return give(*row, cut ? Flaw::kTruncated : Flaw::kNone);
  }
  if (!damage_.empty()) throw DamagedInput(std::exchange(damage_, {}));
  return nullptr;
}

/// The row at start_, with as many bytes as it needs; nothing if they are too many.
std::optional<RowParser::Row> DelimitedReader::parse(RowParser::Stray stray) {
  while (true) {
    const RowParser::Row row = parser_.parse(rest(), ended_, stray);
    if (row.complete) return row;
    if (!fill_within_bound()) return std::nullopt;
  }
}

/// The row that was parsed last.
const DelimitedRow* DelimitedReader::give(const RowParser::Row& row, Flaw flaw) {
  row_ = {parser_.cells(), line_, dropped_ + start_, flaw, flaw != Flaw::kNone && row.lines > 1};
  pending_ = row.size;
  pending_lines_ = row.lines;
  open_end_ = !row.ended;
  if (flaw == Flaw::kNone) {
    const std::size_t width = row_.cells.size();
    least_width_ = least_width_ == 0 ? width : std::min(least_width_, width);
    most_width_ = std::max(most_width_, width);
  }
  return &row_;
}

const DelimitedRow* DelimitedReader::too_large() {
  lost_ = true;
  row_ = {parser_.cells(), line_, dropped_ + start_, Flaw::kTooLarge, true};
  return &row_;
}

/// A row that stands for itself at the beginning of the bytes.
bool DelimitedReader::is_row(std::string_view bytes, bool& more) {
  const RowParser::Row row = probe_.parse(bytes, ended_);
  if (!row.complete) {
    more = true;
    return false;
  }
  if (row.stray_quote || row.unclosed) return false;
  const Cells cells = probe_.cells();
  return check_ ? check_(cells) : is_usual(cells.size());
}

/// The first line after the first one that a row of its own begins with, among `size` bytes.
DelimitedReader::Found DelimitedReader::row_inside(std::size_t size) {
  Found found;
  for (std::size_t at = line_end(0); at < size; at = line_end(at)) {
    if (is_row(rest().substr(at), found.more)) {
      found.at = at;
      found.found = true;
      return found;
    }
    if (found.more && !ended_) return found;
    found.more = false;
  }
  return found;
}

/// A quote that is not where the rules want it. If rows are inside of the quotes, they were not closed; else the
/// reading that gives a usual number of cells is taken.
const DelimitedRow* DelimitedReader::mended(const RowParser::Row& first) {
  RowParser::Row row = first;
  while (row.lines > 1 || row.unclosed) {
    const Found inner = row_inside(row.size);
    if (inner.more && fill_within_bound()) {
      const auto again = parse(RowParser::Stray::kEndsQuotes);
      if (!again) return too_large();
      row = *again;
      continue;
    }
    if (!inner.found) break;
    RowParser::Row before = parser_.parse(rest().substr(0, inner.at), true);
    before.size = inner.at;
    return give(before, Flaw::kBadQuotes);
  }
  if (row.unclosed) return give(row, Flaw::kTruncated);
  bool usual = least_width_ == 0 || is_usual(parser_.cells().size());
  if (!usual) {
    const auto other = parse(RowParser::Stray::kIsInQuotes);
    usual = other && !other->unclosed && is_usual(parser_.cells().size()) && !row_inside(other->size).found;
    row = usual ? *other : parser_.parse(rest(), ended_);
  }
  const Flaw flaw = row.size > row_bytes_max_ ? Flaw::kTooLarge : usual ? Flaw::kNone : Flaw::kBadQuotes;
  return give(row, flaw);
}

/// Behind a row that was too large: to the next line that is a row. False at the end.
bool DelimitedReader::skip_to_row() {
  while (true) {
    const std::size_t at = line_end(0);
    if (at == std::string_view::npos) {
      start_ = end_;
      if (!fill()) return false;
      continue;
    }
    drop(at, 1);
    bool more = false;
    while (true) {
      more = false;
      if (is_row(rest(), more)) {
        lost_ = false;
        return true;
      }
      if (!more || !fill_within_bound()) break;
    }
  }
}

}  // namespace trialsift::formats
