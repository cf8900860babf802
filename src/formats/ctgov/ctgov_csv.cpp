// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/readers.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "formats/bytes/byte_sources.hpp"
#include "formats/bytes/temp_file.hpp"
#include "formats/coverage.hpp"
#include "formats/ctgov/ctgov_columns.hpp"
#include "formats/ctgov/flat_study.hpp"
#include "formats/tables/cell_values.hpp"
#include "formats/tables/column_dates.hpp"
#include "formats/tables/delimited.hpp"
#include "formats/tables/table_rows.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/base/log.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/age.hpp"
#include "trialsift/model/trial_id.hpp"

namespace trialsift::formats {
namespace {

/// Which columns of a table are what.
struct Layout {
  std::size_t id_column = 0;
  std::vector<const TrialColumn*> columns;  ///< null for those that are not read
  std::vector<std::string> names;
  /// Of columns that are members of a study of API v2; the others' are empty.
  std::vector<std::vector<std::string>> paths;
  std::vector<bool> semicolons;  ///< the column's lists are parted by them

  bool is_flat() const {
    return std::any_of(paths.begin(), paths.end(), [](const auto& path) { return !path.empty(); });
  }
  bool known() const {
    return is_flat() || std::any_of(columns.begin(), columns.end(),
                                    [](const TrialColumn* c) { return c != nullptr && c->is_read(); });
  }
  bool is_read(std::size_t column) const { return columns[column] != nullptr || !paths[column].empty(); }
  /// A column gives the member, by itself or as a part of a study.
  bool gives(model::MemberSet member, std::string_view step) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i] != nullptr && columns[i]->members.contains(member)) return true;
      if (!paths[i].empty() && paths[i].back() == step) return true;
    }
    return false;
  }
};

/// Bars part lists wherever a cell of the column has one; semicolons only where none has.
bool has_semicolons(const TableHead& table, std::size_t column) {
  bool found = false;
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    if (column >= table.rows[i].size()) continue;
    const std::string_view cell = table.rows[i][column];
    if (cell.find('|') != std::string_view::npos) return false;
    found = found || (cell.find(';') != std::string_view::npos && cell.find('&') == std::string_view::npos);
  }
  return found;
}

/// The values that are trial ids, and the others.
struct IdEvidence {
  std::size_t ids = 0;
  std::size_t others = 0;
};

IdEvidence id_evidence(const TableHead& table, std::size_t column) {
  IdEvidence evidence;
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    if (column >= table.rows[i].size() || base::trim(table.rows[i][column]).empty()) continue;
    ++(model::TrialId::parse(table.rows[i][column]) ? evidence.ids : evidence.others);
  }
  return evidence;
}

/// The column of that name that has ids, else a column of nothing but ids, else one of that name.
std::optional<std::size_t> id_column(const TableHead& table) {
  const std::vector<std::string>& header = table.rows[0];
  std::optional<std::size_t> by_values;
  std::optional<std::size_t> by_name;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const IdEvidence evidence = id_evidence(table, i);
    if (is_id_column(header[i])) {
      if (evidence.ids > 0) return i;
      if (!by_name) by_name = i;
    }
    if (!by_values && evidence.ids > 0 && evidence.others == 0) by_values = i;
  }
  return by_values ? by_values : by_name;
}

bool has_column(const std::vector<std::string>& header, std::string_view name) {
  return std::any_of(header.begin(), header.end(), [&](const std::string& h) { return squeezed_name(h) == name; });
}

/// AACT's tables of parts have an id of the row beside the trial's: their rows are no trials.
bool is_table_of_parts(const std::vector<std::string>& header) {
  constexpr std::array<std::string_view, 4> kOfTrials = {"brieftitle", "officialtitle", "briefsummary",
                                                         "overallstatus"};
  if (!has_column(header, "id") || !has_column(header, "nctid")) return false;
  return std::none_of(kOfTrials.begin(), kOfTrials.end(),
                      [&](std::string_view name) { return has_column(header, name); });
}

std::optional<Layout> layout_of(const TableHead& table) {
  const std::vector<std::string>& header = table.rows[0];
  const auto id = id_column(table);
  if (!id || is_table_of_parts(header)) return std::nullopt;
  Layout layout;
  layout.id_column = *id;
  layout.names = header;
  for (std::size_t i = 0; i < header.size(); ++i) {
    layout.paths.push_back(study_path(header[i]));
    const bool own = i != *id && layout.paths[i].empty();
    layout.columns.push_back(own ? trial_column(header[i]) : nullptr);
    const TrialColumn* const column = layout.columns[i];
    layout.semicolons.push_back(column != nullptr && column->is_list_of_names() && has_semicolons(table, i));
  }
  if (layout.is_flat()) layout.paths[*id].clear();
  return layout.known() ? std::optional(std::move(layout)) : std::nullopt;
}

class CtgovCsvReader : public Reader {
 public:
  CtgovCsvReader(ByteSource& source, std::string file, const ReadOptions& options)
      : head_(source), file_(std::move(file)), options_(options) {}

  std::optional<Record> next() override {
    if (done_) return next_note();
    if (!rows_) {
      const auto table = table_head(head_.head());
      auto layout = table ? layout_of(*table) : std::nullopt;
      if (!layout) {
        done_ = true;
        return no_table(file_, "The header names no column of trial ids, or no other column that is known.");
      }
      layout_ = std::move(*layout);
      start(*table);
    }
    if (const DelimitedRow* row = rows_->next()) return take(*row);
    finish();
    return next_note();
  }

  Ending ending() override { return ending_of_table(rows_.get()); }
  model::Coverage coverage() const override { return coverage_; }

 private:
  /// Decides the order of dates, by the whole table if need be, and opens the rows behind the header.
  void start(const TableHead& table) {
    dates_.resize(layout_.columns.size());
    for (std::size_t row = 1; row < table.rows.size(); ++row) {
      const std::vector<std::string_view> cells(table.rows[row].begin(), table.rows[row].end());
      see_dates(cells);
    }
    ByteSource* source = &head_;
    const bool undecided = std::any_of(dates_.begin(), dates_.end(), [](const DateColumn& d) { return d.undecided(); });
    if (undecided && !table.whole) {
      spool_ = std::make_unique<SpooledSource>(head_, options_.temp_folder);
      source = spool_.get();
      see_all(table.dialect);
    }
    rows_ = open_rows(*source, table.dialect);
    rows_->next();
    tell_unread();
  }

  std::unique_ptr<DelimitedReader> open_rows(ByteSource& source, Dialect dialect) const {
    auto rows = std::make_unique<DelimitedReader>(source, dialect, options_.record_bytes_max);
    rows->set_row_check(
        [id = layout_.id_column](Cells cells) { return model::TrialId::parse(cell_at(cells, id)).has_value(); });
    return rows;
  }

  void see_dates(Cells cells) {
    for (std::size_t i = 0; i < std::min(cells.size(), dates_.size()); ++i) {
      if (layout_.columns[i] != nullptr && layout_.columns[i]->date != nullptr) dates_[i].see(cells[i]);
    }
  }

  void see_all(Dialect dialect) {
    dates_.assign(dates_.size(), {});
    const auto rows = open_rows(*spool_, dialect);
    try {
      rows->next();
      while (const DelimitedRow* row = rows->next()) {
        if (row->flaw == DelimitedRow::Flaw::kNone) see_dates(row->cells);
        base::check_interrupt();
      }
    } catch (const DamagedInput&) {
      // It comes again, behind the records before it.
    }
    spool_->rewind();
  }

  /// What a table of another register may lose without a word: told, and the title and the status always.
  void tell_unread() {
    std::vector<std::string_view> unread;
    for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
      if (layout_.is_read(i) || i == layout_.id_column || layout_.names[i].empty()) continue;
      unread.push_back(layout_.names[i]);
    }
    if (unread.empty()) return;
    base::log(base::LogLevel::kInfo, file_ + ": columns that are not read: " + base::joined(unread));
    const bool title = layout_.gives(model::member::kBriefTitle, "briefTitle") ||
                       layout_.gives(model::member::kOfficialTitle, "officialTitle");
    const bool status = layout_.gives(model::member::kStatus, "overallStatus");
    if (std::string note = note_of_lacking(title, status, unread); !note.empty()) notes_.push_back(std::move(note));
  }

  /// Names of age groups are coarser than the limits that another record may have.
  static bool is_of_groups(std::string_view cell) {
    return model::read_ages(base::joined(cell_list(cell), "|"), model::AgePlace::kBoth).by_groups;
  }

  /// By the cells that the row has; one that the row is too short for says nothing.
  model::Coverage coverage_of(Cells cells, const model::Trial& trial) const {
    constexpr model::MemberSet kAges = model::member::kMinimumAge | model::member::kMaximumAge;
    const model::MemberSet present = model::members_present(trial);
    model::MemberSet columns;
    model::MemberSet groups;
    for (std::size_t i = 0; i < std::min(cells.size(), layout_.columns.size()); ++i) {
      const TrialColumn* const column = layout_.columns[i];
      if (column == nullptr) continue;
      if (!is_unread(column->members, present, !cell_value(cells[i]).empty())) columns |= column->members;
      if (column->is_age_range() && !(present & kAges).empty()) {
        (is_of_groups(cells[i]) ? groups : columns) |= kAges;
      }
    }
    model::Coverage coverage = coverage_of_columns(columns);
    coverage.fills |= groups - coverage.speaks;
    return coverage;
  }

  static std::string barred(std::string_view cell) {
    std::string text(cell);
    std::replace(text.begin(), text.end(), ';', '|');
    return text;
  }

  model::Trial new_trial(Cells cells) const {
    model::TrialId id = *model::TrialId::parse(cells[layout_.id_column]);
    model::Trial trial;
    if (layout_.is_flat()) {
      std::vector<FlatValue> values;
      for (std::size_t i = 0; i < std::min(cells.size(), layout_.paths.size()); ++i) {
        if (!layout_.paths[i].empty()) values.push_back({layout_.paths[i], cells[i]});
      }
      trial = trial_of_flat_study(values, id);
    }
    trial.id = std::move(id);
    return trial;
  }

  Record take(const DelimitedRow& row) {
    if (auto rejected = rejected_row(row, layout_.id_column, file_)) return std::move(*rejected);
    model::Trial trial = new_trial(row.cells);
    for (std::size_t i = 0; i < std::min(row.cells.size(), layout_.columns.size()); ++i) {
      const TrialColumn* const column = layout_.columns[i];
      if (column == nullptr || cell_value(row.cells[i]).empty()) continue;
      if (column->date == nullptr) {
        column->take_cell(trial, layout_.semicolons[i] ? barred(row.cells[i]) : std::string(row.cells[i]));
      } else if ((trial.*column->date).empty()) {
        trial.*column->date = dates_[i].read(row.cells[i]);
      }
    }
    if (!layout_.is_flat()) coverage_ = coverage_of(row.cells, trial);
    for (std::size_t i = layout_.columns.size(); i < row.cells.size(); ++i) {
      if (base::trim(row.cells[i]).empty()) continue;
      if (overlong_++ == 0) overlong_line_ = row.line;
      break;
    }
    return trial;
  }

  void finish() {
    done_ = true;
    log_blank_rows(file_, rows_->blank_rows());
    for (std::size_t i = dates_.size(); i-- > 0;) {
      if (std::string note = dates_[i].note(layout_.names[i]); !note.empty()) notes_.push_back(std::move(note));
    }
    if (overlong_ > 0) {
      notes_.push_back(std::to_string(overlong_) + (overlong_ == 1 ? " row has" : " rows have") +
                       " more cells than the header (the first in line " + std::to_string(overlong_line_) +
                       "): what is beyond is left out.");
    }
  }

  std::optional<Record> next_note() {
    if (notes_.empty()) return std::nullopt;
    Note note{file_, std::move(notes_.back())};
    notes_.pop_back();
    return note;
  }

  PeekedSource head_;
  std::string file_;
  const ReadOptions& options_;
  Layout layout_;
  std::vector<DateColumn> dates_;  ///< for each column
  std::unique_ptr<SpooledSource> spool_;
  std::unique_ptr<DelimitedReader> rows_;
  model::Coverage coverage_;
  std::uint64_t overlong_ = 0;  ///< rows
  std::uint64_t overlong_line_ = 0;
  std::vector<std::string> notes_;  ///< to be told, the last first
  bool done_ = false;
};

}  // namespace

bool sniff_ctgov_csv(std::string_view head) {
  const auto table = table_head(head);
  return table && layout_of(*table).has_value();
}

std::unique_ptr<Reader> open_ctgov_csv(ByteSource& source, const std::string& file, const ReadOptions& options) {
  return std::make_unique<CtgovCsvReader>(source, file, options);
}

}  // namespace trialsift::formats
