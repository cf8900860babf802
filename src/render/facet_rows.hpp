// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "trialsift/render/report.hpp"
#include "trialsift/search/facets.hpp"

/// Facets as people read them, the same in text, Markdown and HTML.
namespace trialsift::render {

struct FacetRow {
  std::string label;  ///< one line, safe on a terminal
  std::string value;  ///< what a hit's own value is compared with; empty for rows that stand for no single value
  std::uint64_t count = 0;
};

struct FacetRows {
  std::string title;
  std::vector<FacetRow> rows;
  std::uint64_t left_out = 0;  ///< values beyond the most frequent
  std::uint64_t missing = 0;   ///< trials without the field: not a value, and no bar
};

/// The most frequent values by their labels; years without a gap, the earliest together where there are many.
FacetRows facet_rows(const search::Facet& facet, std::size_t most);

/// Bars where the style has them, counts alone where not.
std::string facet_text(const search::Facet& facet, const Style& style);

}  // namespace trialsift::render
