// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <charconv>

#include "render/formats.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::render {
namespace {

constexpr unsigned kForPeople = kRecords | kFacets;
constexpr unsigned kTable = kRecords | kFields | kTables;
constexpr unsigned kReference = kRecords | kTitleIds;

constexpr std::array kFormats = {
    // name, endings, about, default limit, sentences a hit, uses, facets, renderer
    OutputFormat{"text", "", "for people: titles, facts and the best sentences", 20, 2, kForPeople | kReasons | kPaged,
                 "", render_text},
    OutputFormat{"html", "htm", "one page to read, sort and filter in a browser", 20, 2, kForPeople | kTables,
                 "status,phase,start", render_html},
    OutputFormat{"markdown", "md", "for notes and reports", 20, 2, kForPeople | kTables, "", render_markdown},
    OutputFormat{"jsonl", "", "JSON lines: the search, a line a hit, the end", 20, 2,
                 kRecords | kFields | kFacets | kReasons | kJson, "", render_jsonl},
    OutputFormat{"csv", "", "a table for spreadsheets, Rayyan and ASReview", 0, 1, kTable, "", render_csv},
    OutputFormat{"tsv", "", "the same table, tabs between its cells", 0, 1, kTable, "", render_tsv},
    OutputFormat{"ris", "", "for reference managers and screening tools", 0, 1, kReference, "", render_ris},
    OutputFormat{"nbib", "", "PubMed's form, for the same", 0, 1, kReference, "", render_nbib},
    OutputFormat{"ids", "txt", "trial ids, one a line", 0, 0, kNullEnds, "", render_ids},
    OutputFormat{"trec", "", "a TREC run: query, Q0, id, rank, score, tag", 1000, 0, 0, "", render_trec},
};

constexpr std::array kRecordFormats = {
    RecordFormat{"text", "", kPaged,
                 [](const model::Trial& trial, const store::MergedTrial* merged, const Style& style) {
                   return record_text(trial, style) + (merged == nullptr ? "" : sources_text(*merged, style));
                 }},
    RecordFormat{"json", "a line a record", 0,
                 [](const model::Trial& trial, const store::MergedTrial* merged, const Style&) {
                   return record_json(trial, merged) + "\n";
                 }},
};

template <class Test>
const OutputFormat* first_where(Test&& test) {
  const auto row = std::find_if(kFormats.begin(), kFormats.end(), test);
  return row == kFormats.end() ? nullptr : &*row;
}

}  // namespace

std::span<const OutputFormat> output_formats() {
  return kFormats;
}

std::span<const RecordFormat> record_formats() {
  return kRecordFormats;
}

const OutputFormat* find_output_format(std::string_view name) {
  return first_where([name](const OutputFormat& format) { return format.name == name; });
}

const OutputFormat* output_format_of_ending(std::string_view ending) {
  return first_where([ending](const OutputFormat& format) {
    const std::vector<std::string_view> endings = base::split(format.endings, ',');
    return format.name == ending ||
           (!ending.empty() && std::find(endings.begin(), endings.end(), ending) != endings.end());
  });
}

const OutputFormat& output_format_for(Use use) {
  return *first_where([use](const OutputFormat& format) { return (format.uses & use) != 0; });
}

std::vector<std::string> output_format_names(unsigned uses) {
  std::vector<std::string> names;
  for (const OutputFormat& format : kFormats) {
    if ((format.uses & uses) == uses) names.emplace_back(format.name);
  }
  return names;
}

std::string score_text(double score) {
  std::array<char, 64> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), score, std::chars_format::fixed, 6);
  return {digits.data(), end.ptr};
}

}  // namespace trialsift::render
