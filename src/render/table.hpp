// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "trialsift/render/report.hpp"

namespace trialsift::render {

/// How a table of text is written.
struct TableForm {
  char separator;
  std::string_view line_end;
  /// RFC 4180 quotes a cell with the separator or a quote in it; TSV one that begins with a quote, no more.
  bool quotes_inside;
};

/// Header and rows, a line a hit. With a batch the first column is query_id. `title` and `keywords` are those of a
/// citation: the official title, and conditions and interventions among the keywords.
void render_table(const SearchReport& report, const TableForm& form, const Sink& out);

/// One cell: one line, quoted where the form wants it. Unless `raw`, one that a spreadsheet would run as a formula gets
/// an apostrophe in front.
std::string table_cell(std::string_view text, const TableForm& form, bool raw);

}  // namespace trialsift::render
