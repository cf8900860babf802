// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/tables/table_rows.hpp"

#include <algorithm>
#include <cstddef>

#include "formats/values/excerpt.hpp"
#include "trialsift/base/log.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/trial_id.hpp"

namespace trialsift::formats {

std::string_view cell_at(Cells cells, std::size_t column) {
  return column < cells.size() ? cells[column] : std::string_view();
}

std::optional<Rejected> rejected_row(const DelimitedRow& row, std::size_t id_column, const std::string& file) {
  using Flaw = DelimitedRow::Flaw;
  const std::string_view cell = cell_at(row.cells, id_column);
  const auto id = model::TrialId::parse(cell);
  const auto rejected = [&](const char* reason, std::string detail) {
    return Rejected{
        {file, row.line, row.offset, id ? id->text() : std::string()}, reason, std::move(detail), row.hides_others};
  };
  switch (row.flaw) {
    case Flaw::kBadQuotes:
      return rejected("bad-quotes", "A quote in this row is not closed, or amid text.");
    case Flaw::kTruncated:
      return rejected("truncated", "The input ends inside this row.");
    case Flaw::kTooLarge:
      return rejected("too-large", "The row is larger than a record may be.");
    case Flaw::kNone:
      break;
  }
  if (id) return std::nullopt;
  const std::string_view given = base::trim(cell);
  return rejected(given.empty() ? "no-id" : "bad-id", no_id_sentence(given, "The row has no trial id."));
}

Record no_table(const std::string& file, const char* what) {
  return Rejected{{file, 0, 0, {}}, "unknown-format", what};
}

Ending ending_of_table(const DelimitedReader* rows) {
  Ending ending;
  if (rows != nullptr && rows->open_end()) {
    ending.open = "The last row has no line end: it may be cut off. Where the table is whole, end it with one.";
  }
  return ending;
}

std::string note_of_lacking(bool title, bool status, const std::vector<std::string_view>& unread) {
  if ((title && status) || unread.empty()) return {};
  constexpr std::size_t kShown = 5;
  const std::size_t shown = std::min(unread.size(), kShown);
  const std::vector<std::string_view> first(unread.begin(), unread.begin() + static_cast<std::ptrdiff_t>(shown));
  std::string text = "No column is read as the ";
  text += title ? "status" : status ? "title" : "title or the status";
  text += " of the trials. Not read: " + base::joined(first);
  if (shown < unread.size()) {
    text += " and " + std::to_string(unread.size() - shown) + " more (--verbose names them)";
  }
  base::repair_utf8(text);
  return text + ".";
}

void log_blank_rows(const std::string& file, std::uint64_t count) {
  if (count == 0) return;
  const std::string what = count == 1 ? "1 row holds nothing" : std::to_string(count) + " rows hold nothing";
  base::log(base::LogLevel::kInfo, file + ": " + what);
}

}  // namespace trialsift::formats
