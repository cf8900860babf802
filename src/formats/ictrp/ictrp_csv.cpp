// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/readers.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "formats/bytes/byte_sources.hpp"
#include "formats/ictrp/ictrp_trial.hpp"
#include "formats/tables/cell_values.hpp"
#include "formats/tables/delimited.hpp"
#include "formats/tables/table_rows.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/trial_id.hpp"

namespace trialsift::formats {
namespace {

/// The columns of the full export, which names none; those that hold nothing for us are empty.
constexpr std::array<std::string_view, 57> kFullExport = {
    "TrialID", "last_updated", "SecondaryIDs", "public_title", "Scientific_title", "url",
    // Two contacts: names, address, email, telephone, affiliation.
    "", "", "", "", "", "", "", "", "", "", "", "", "study_type", "study_design", "phase", "Date_registration",
    "Date_enrollement", "Target_size", "Recruitment_status", "Primary_sponsor", "Secondary_sponsors", "", "Countries",
    "Conditions", "Interventions", "Age_min", "Age_max", "Gender", "Inclusion_Criteria", "Exclusion_Criteria",
    "Primary_outcome", "Secondary_outcomes",
    // Bridging, children, enrolment and results.
    "", "", "", "", "", "", "results_url_link", "", "results_date_posted", "", "", "", "", "", "", "", "",
    "results_date_completed", "results_yes_no"};

/// Names that only this platform gives to columns, squeezed.
constexpr std::array<std::string_view, 12> kOwnColumns = {"publictitle",      "scientifictitle",   "lastrefreshedon",
                                                          "dateregistration", "dateregistration2", "dateregistration3",
                                                          "sourceregister",   "dateenrollement",   "inclusionagemin",
                                                          "inclusiongender",  "primarysponsor",    "retrospectiveflag"};

struct Layout {
  std::size_t id_column = 0;
  std::vector<std::string> names;
  bool has_header = true;
};

/// By its first row: ids, addresses and titles where the full export has them.
bool is_full_export(const std::vector<std::string>& row) {
  constexpr std::size_t kUrl = 5;
  return row.size() >= kFullExport.size() && model::TrialId::parse(row[0]) && base::trim(row[kUrl]).starts_with("http");
}

std::optional<Layout> layout_of(const TableHead& table) {
  const std::vector<std::string>& header = table.rows[0];
  if (is_full_export(header)) return Layout{0, {kFullExport.begin(), kFullExport.end()}, false};
  Layout layout{header.size(), header, true};
  std::size_t own = 0;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string name = squeezed_name(header[i]);
    if (name == "trialid" && layout.id_column == header.size()) layout.id_column = i;
    own += std::find(kOwnColumns.begin(), kOwnColumns.end(), name) == kOwnColumns.end() ? 0U : 1U;
  }
  if (layout.id_column == header.size() || own == 0) return std::nullopt;
  return layout;
}

class IctrpCsvReader : public Reader {
 public:
  IctrpCsvReader(ByteSource& source, std::string file, const ReadOptions& options)
      : head_(source), file_(std::move(file)), row_bytes_max_(options.record_bytes_max) {}

  std::optional<Record> next() override {
    if (done_) return std::nullopt;
    if (!rows_ && !start()) {
      done_ = true;
      return no_table(file_, "The header is not one of the WHO platform's exports.");
    }
    if (const DelimitedRow* row = rows_->next()) return take(*row);
    done_ = true;
    log_blank_rows(file_, rows_->blank_rows());
    const auto has = [this](std::string_view name) {
      return std::any_of(layout_.names.begin(), layout_.names.end(),
                         [name](const std::string& column) { return squeezed_name(column).starts_with(name); });
    };
    std::vector<std::string_view> others;
    for (const std::string& name : layout_.names) {
      if (!name.empty() && !is_ictrp_column(name)) others.emplace_back(name);
    }
    std::string note = note_of_lacking(has("publictitle") || has("scientifictitle"), has("recruitmentstatus"), others);
    if (!note.empty()) return Note{file_, std::move(note)};
    return std::nullopt;
  }

  std::string current() const override { return current_.text(); }
  Ending ending() override { return ending_of_table(rows_.get()); }
  model::Coverage coverage() const override { return coverage_; }

 private:
  bool start() {
    const auto table = table_head(head_.head());
    auto layout = table ? layout_of(*table) : std::nullopt;
    if (!layout) return false;
    layout_ = std::move(*layout);
    rows_ = std::make_unique<DelimitedReader>(head_, table->dialect, row_bytes_max_);
    rows_->set_row_check(
        [id = layout_.id_column](Cells cells) { return model::TrialId::parse(cell_at(cells, id)).has_value(); });
    if (layout_.has_header) rows_->next();
    return true;
  }

  Record take(const DelimitedRow& row) {
    if (auto rejected = rejected_row(row, layout_.id_column, file_)) return std::move(*rejected);
    IctrpRow values;
    for (std::size_t i = 0; i < std::min(row.cells.size(), layout_.names.size()); ++i) {
      std::string value(cell_value(row.cells[i]));
      if (layout_.names[i].empty()) continue;
      if (!base::is_utf8(value)) base::repair_utf8(value);
      values.add(layout_.names[i], value);
    }
    current_ = std::max(current_, ictrp_export_date(values));
    model::Trial trial = trial_of_ictrp(values, *model::TrialId::parse(row.cells[layout_.id_column]));
    coverage_ = ictrp_coverage(values, trial);
    return trial;
  }

  PeekedSource head_;
  std::string file_;
  std::size_t row_bytes_max_;
  Layout layout_;
  std::unique_ptr<DelimitedReader> rows_;
  model::PartialDate current_;
  model::Coverage coverage_;
  bool done_ = false;
};

}  // namespace

bool sniff_ictrp_csv(std::string_view head) {
  const auto table = table_head(head);
  return table && layout_of(*table).has_value();
}

std::unique_ptr<Reader> open_ictrp_csv(ByteSource& source, const std::string& file, const ReadOptions& options) {
  return std::make_unique<IctrpCsvReader>(source, file, options);
}

}  // namespace trialsift::formats
