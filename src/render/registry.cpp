// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <charconv>

#include "render/formats.hpp"

namespace trialsift::render {
namespace {

constexpr std::array kFormats = {
    // name, about, default limit, sentences a hit, what it has a place for, facets, renderer
    OutputFormat{"text", "for people: titles, facts and the best sentences", 20, 2, kRecords | kFacets, "",
                 render_text},
    OutputFormat{"html", "one page to read, sort and filter in a browser", 20, 2, kRecords | kFacets,
                 "status,phase,start", render_html},
    OutputFormat{"markdown", "for notes and reports", 20, 2, kRecords | kFacets, "", render_markdown},
    OutputFormat{"jsonl", "JSON lines: the search, a line a hit, the end", 20, 2, kRecords | kFields | kFacets, "",
                 render_jsonl},
    OutputFormat{"csv", "a table for spreadsheets, Rayyan and ASReview", 0, 1, kRecords | kFields, "", render_csv},
    OutputFormat{"tsv", "the same table, tabs between its cells", 0, 1, kRecords | kFields, "", render_tsv},
    OutputFormat{"ris", "for reference managers and screening tools", 0, 1, kRecords, "", render_ris},
    OutputFormat{"nbib", "PubMed's form, for the same", 0, 1, kRecords, "", render_nbib},
    OutputFormat{"ids", "trial ids, one a line", 0, 0, 0, "", render_ids},
    OutputFormat{"trec", "a TREC run: query, Q0, id, rank, score, tag", 1000, 0, 0, "", render_trec},
};

}  // namespace

std::span<const OutputFormat> output_formats() {
  return kFormats;
}

const OutputFormat* find_output_format(std::string_view name) {
  const auto row = std::find_if(kFormats.begin(), kFormats.end(), [&](const auto& f) { return f.name == name; });
  return row == kFormats.end() ? nullptr : &*row;
}

std::string score_text(double score) {
  std::array<char, 64> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), score, std::chars_format::fixed, 6);
  return {digits.data(), end.ptr};
}

}  // namespace trialsift::render
