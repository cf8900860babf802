// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "formats/reader.hpp"

namespace trialsift::formats {

/// A reader of the records that a `Records` cuts out of a file and parses one by one (JsonRecords, XmlRecords): what is
/// rejected there is passed on, and a format says what the others tell of their trials.
template <class Records>
class RecordsReader : public Reader {
 public:
  /// `more`: what Records takes after the options.
  template <class... More>
  RecordsReader(ByteSource& source, const std::string& file, const ReadOptions& options, const More&... more)
      : records_(source, file, options, more...) {}

  std::optional<Record> next() final {
    auto found = records_.next();
    if (!found) return std::nullopt;
    if (auto* bad = std::get_if<Rejected>(&*found)) return std::move(*bad);
    return record(std::get<typename Records::Parsed>(*found));
  }
  std::string current() const final { return current_; }
  Ending ending() final { return records_.ending(); }
  model::Coverage coverage() const final { return coverage_; }

 protected:
  /// The trial of a record, or its rejection.
  virtual Record record(const typename Records::Parsed& parsed) = 0;
  void note_current(const std::string& date) { current_ = std::max(current_, date); }
  /// Of the trial that record() returns.
  void note_coverage(const model::Coverage& coverage) { coverage_ = coverage; }

  const Records& records() const { return records_; }

 private:
  Records records_;
  std::string current_;
  model::Coverage coverage_;
};

}  // namespace trialsift::formats
