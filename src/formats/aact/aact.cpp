// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/readers.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "formats/aact/aact_tables.hpp"
#include "formats/bytes/byte_sources.hpp"
#include "formats/coverage.hpp"
#include "formats/tables/cell_values.hpp"
#include "formats/tables/delimited.hpp"
#include "formats/tables/row_sorter.hpp"
#include "formats/tables/table_rows.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/trial_id.hpp"

namespace trialsift::formats {
namespace {

constexpr std::size_t kSortBytes = 48U << 20U;
/// Of one trial; the largest real ones have some thousands.
constexpr std::size_t kRowsMax = 500'000;

// A row's key: the group (4 bytes, big-endian), the trial's id, 0, the table (1 byte). Its value: the row's number and
// the columns that are read, each with its size (4 bytes) before it.
constexpr std::size_t kGroupBytes = 4;

std::string key_of(std::size_t group, const model::TrialId& id, std::size_t table) {
  std::string key;
  for (std::size_t byte = kGroupBytes; byte-- > 0;) key.push_back(static_cast<char>(group >> (8 * byte)));
  key += id.text();
  key.push_back('\0');
  key.push_back(static_cast<char>(table));
  return key;
}

std::size_t group_of(std::string_view key) {
  std::size_t group = 0;
  for (std::size_t byte = 0; byte < kGroupBytes; ++byte) group = group << 8U | static_cast<unsigned char>(key[byte]);
  return group;
}

void put_cell(std::string& value, std::string_view cell) {
  const auto size = static_cast<std::uint32_t>(cell.size());
  char bytes[sizeof size];
  std::memcpy(bytes, &size, sizeof size);
  value.append(bytes, sizeof size).append(cell);
}

void cells_of(std::string_view value, std::vector<std::string_view>& cells) {
  cells.clear();
  while (!value.empty()) {
    std::uint32_t size = 0;
    std::memcpy(&size, value.data(), sizeof size);
    cells.push_back(value.substr(sizeof size, size));
    value.remove_prefix(sizeof size + size);
  }
}

/// What the tables of one group say all of: of each, by its columns, if it was read to its end without a rejected row.
/// A row that is missing there is none; in a table that was not it may be one that could not be read.
using TablesRead = std::vector<model::MemberSet>;

/// The file's own name, in lower case.
std::string name_of(const std::string& file) {
  const std::size_t slash = file.find_last_of("/:");
  return base::to_lower_ascii(slash == std::string::npos ? file : file.substr(slash + 1));
}

class AactReader : public Reader {
 public:
  AactReader(ByteSource& source, std::string file, std::size_t group, std::size_t row_bytes_max, RowSorter& sorter,
             TablesRead& tables_read)
      : head_(source),
        file_(std::move(file)),
        group_(group),
        row_bytes_max_(row_bytes_max),
        sorter_(sorter),
        tables_read_(tables_read) {}

  /// Rejected rows; the others go to the sorter.
  std::optional<Record> next() override {
    if (done_) return std::nullopt;
    if (!rows_) {
      const auto table = table_head(head_.head());
      if (auto refused = start(table)) {
        done_ = true;
        return refused;
      }
    }
    while (const DelimitedRow* row = rows_->next()) {
      if (auto rejected = rejected_row(*row, id_column_, file_)) {
        is_whole_ = false;
        return std::move(*rejected);
      }
      keep(row->cells);
      base::check_interrupt();
    }
    done_ = true;
    if (is_whole_) note_members();
    log_blank_rows(file_, rows_->blank_rows());
    return std::nullopt;
  }

  std::string current() const override { return current_; }
  Ending ending() override {
    Ending ending = ending_of_table(rows_.get());
    ending.rows = kept_;
    return ending;
  }

 private:
  void note_members() {
    model::MemberSet& known = tables_read_[static_cast<std::size_t>(table_ - aact_tables().data())];
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i] < width_) known |= table_->members[i];
    }
  }

  /// Which table it is; refused if that cannot be told.
  std::optional<Record> start(const std::optional<TableHead>& head) {
    auto tables = head ? aact_tables_of(head->rows[0]) : std::vector<const AactTable*>();
    if (tables.size() > 1) {
      const std::string name = name_of(file_);
      std::string known;
      for (const AactTable* table : tables) known += (known.empty() ? "" : " or of ") + std::string(table->name);
      std::erase_if(tables,
                    [&name](const AactTable* table) { return name.find(table->file_part) == std::string::npos; });
      if (tables.size() != 1) {
        const std::string what = "The columns are those of " + known + ": the file's name must tell which.";
        return no_table(file_, what.c_str());
      }
    }
    if (tables.empty()) return no_table(file_, "The header is not that of a table of AACT that is read.");
    table_ = tables.front();
    find_columns(head->rows[0]);
    rows_ = std::make_unique<DelimitedReader>(head_, head->dialect, row_bytes_max_);
    rows_->set_row_check(
        [id = id_column_](Cells cells) { return model::TrialId::parse(cell_at(cells, id)).has_value(); });
    rows_->next();
    return std::nullopt;
  }

  void find_columns(const std::vector<std::string>& header) {
    const auto place = [&header](std::string_view name) {
      const auto found = std::find_if(header.begin(), header.end(), [name](const std::string& column) {
        return base::to_lower_ascii(base::trim(column)) == name;
      });
      return static_cast<std::size_t>(found - header.begin());
    };
    id_column_ = place("nct_id");
    row_column_ = place("id");
    for (const std::string_view column : table_->columns) columns_.push_back(place(column));
    width_ = header.size();
    current_column_ = place("updated_at");
  }

  void keep(Cells cells) {
    const auto table = static_cast<std::size_t>(table_ - aact_tables().data());
    ++kept_;
    value_.clear();
    put_cell(value_, base::trim(cell_at(cells, row_column_)));
    for (const std::size_t column : columns_) put_cell(value_, column < width_ ? cell_at(cells, column) : kNoCell);
    sorter_.add(key_of(group_, *model::TrialId::parse(cells[id_column_]), table), value_);
    constexpr std::size_t kDay = 10;
    const std::string_view day = base::trim(cell_at(cells, current_column_)).substr(0, kDay);
    if (day > current_ && model::PartialDate::parse(day)) current_ = day;
  }

  PeekedSource head_;
  std::string file_;
  std::size_t group_;
  std::size_t row_bytes_max_;
  RowSorter& sorter_;
  TablesRead& tables_read_;
  bool is_whole_ = true;
  const AactTable* table_ = nullptr;
  std::size_t id_column_ = 0;
  std::size_t row_column_ = 0;
  std::vector<std::size_t> columns_;  ///< of the header, for those that are read
  std::size_t width_ = 0;             ///< of the header; the place of columns that are not there
  std::size_t current_column_ = 0;
  std::unique_ptr<DelimitedReader> rows_;
  std::string value_;
  std::string current_;
  std::uint64_t kept_ = 0;  ///< rows
  bool done_ = false;
};

class AactJoin : public TableJoin {
 public:
  explicit AactJoin(const ReadOptions& options)
      : row_bytes_max_(options.record_bytes_max), sorter_(options.temp_folder, kSortBytes) {}

  std::unique_ptr<Reader> open(ByteSource& source, const std::string& file, std::size_t group) override {
    files_.emplace(group, file);
    TablesRead& tables_read = tables_read_.try_emplace(group, aact_tables().size()).first->second;
    return std::make_unique<AactReader>(source, file, group, row_bytes_max_, sorter_, tables_read);
  }

  std::optional<Joined> next() override {
    if (!row_) row_ = sorter_.next();
    if (!row_) return std::nullopt;
    // The key without the table.
    const std::string trial(row_->key.substr(0, row_->key.size() - 1));
    const std::size_t group = group_of(trial);
    seen_.clear();
    std::vector<bool> has_row(aact_tables().size());
    AactDraft draft;
    draft.trial.id = *model::TrialId::parse(trial.substr(kGroupBytes, trial.size() - kGroupBytes - 1));
    std::size_t bytes = 0;
    std::size_t rows = 0;
    while (row_ && row_->key.starts_with(trial)) {
      bytes += row_->value.size();
      const std::size_t table = static_cast<unsigned char>(row_->key.back());
      has_row[table] = true;
      if (bytes <= row_bytes_max_ && ++rows <= kRowsMax) take(draft, table, row_->value);
      row_ = sorter_.next();
      base::check_interrupt();
    }
    if (bytes > row_bytes_max_ || rows > kRowsMax) {
      const std::string detail = bytes > row_bytes_max_
                                     ? "The trial's rows together are larger than a record may be."
                                     : "The trial has more than " + std::to_string(kRowsMax) + " rows.";
      return Joined{Rejected{{files_.at(group), 0, 0, draft.trial.id.text()}, "too-large", detail}, group, {}};
    }
    return Joined{std::move(draft.trial), group, coverage_of(tables_read_.at(group), has_row)};
  }

 private:
  static model::Coverage coverage_of(const TablesRead& tables, const std::vector<bool>& has_row) {
    model::MemberSet columns;
    for (std::size_t table = 0; table < tables.size(); ++table) {
      if (has_row[table] || !aact_tables()[table].has_one_row) columns |= tables[table];
    }
    return coverage_of_columns(columns);
  }

  /// A row that was met before, in a copy of its table, is taken once.
  void take(AactDraft& draft, std::size_t table, std::string_view value) {
    cells_of(value, cells_);
    draft.row = cells_[0];
    if (!draft.row.empty() && !seen_.insert(static_cast<char>(table) + draft.row).second) return;
    aact_tables()[table].take(draft, std::span(cells_).subspan(1));
  }

  std::size_t row_bytes_max_;
  RowSorter sorter_;
  std::unordered_set<std::string> seen_;      ///< of the trial: tables and numbers of rows
  const RowSorter::Row* row_ = nullptr;       ///< the next trial's first
  std::map<std::size_t, std::string> files_;  ///< the first of each group
  std::map<std::size_t, TablesRead> tables_read_;
  std::vector<std::string_view> cells_;
};

}  // namespace

bool sniff_aact(std::string_view head) {
  const auto table = table_head(head);
  return table && !aact_tables_of(table->rows[0]).empty();
}

bool passes_over_aact(std::string_view head) {
  const auto table = table_head(head);
  if (!table || head.find_first_of("\r\n") == std::string_view::npos) return false;
  const std::vector<std::string>& header = table->rows[0];
  const bool named_as_there = std::all_of(header.begin(), header.end(), [](const std::string& name) {
    return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
  });
  if (!named_as_there || header[0] != "id" || !aact_tables_of(header).empty()) return false;
  return table->dialect.separator == '|' || std::find(header.begin(), header.end(), "nct_id") != header.end();
}

std::unique_ptr<TableJoin> join_aact(const ReadOptions& options) {
  return std::make_unique<AactJoin>(options);
}

}  // namespace trialsift::formats
