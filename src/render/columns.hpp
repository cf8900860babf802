// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "render/citation.hpp"
#include "trialsift/render/report.hpp"

/// What one field of a hit holds, for tables and for JSON.
namespace trialsift::render {

struct Score {
  double value;
};

/// std::monostate: the hit has no such member (the NCT number of a trial of another registry).
using Value = std::variant<std::monostate, std::string, std::vector<std::string>, std::optional<std::int64_t>, Score,
                           std::vector<search::Snippet>>;

/// One hit of a report, its citation made once and only if a column asks for it. Report and hit outlive it.
class Row {
 public:
  Row(const SearchReport& of, const search::Hit& of_hit) : report(of), hit(of_hit) {}

  const Citation& citation() const;

  const SearchReport& report;
  const search::Hit& hit;

 private:
  mutable std::optional<Citation> citation_;
};

struct Column {
  std::string name;  ///< as asked for
  std::function<Value(const Row&)> value;
};

/// The columns of these names: those of the table in columns.cpp, the members of a record as JSON names them, the
/// names and aliases of the table of fields. Throws Error(kUsage) for any other.
std::vector<Column> columns_of(const std::vector<std::string>& names);

}  // namespace trialsift::render
