// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/citation.hpp"
#include "render/formats.hpp"

namespace trialsift::render {
namespace {

std::string date_text(const model::PartialDate& date) {
  std::string text = date.text();
  for (char& c : text) {
    if (c == '-') c = '/';
  }
  return text;
}

}  // namespace

/// No blank line before the first record, no line without a tag, and AB alone for the abstract: Rayyan and ASReview
/// refuse or mistake the others.
void render_ris(const SearchReport& report, const Style&, const Sink& out) {
  for (std::size_t i = 0; i < report.results.size(); ++i) {
    const search::Hit hit = report.results.hit(i);
    const Citation citation = cite(report, hit);
    const std::string& id = hit.id.text();
    std::string record;
    const auto put = [&record](std::string_view tag, const std::string& value) {
      if (!value.empty()) record += std::string(tag) + "  - " + value + "\n";
    };
    put("TY", "DBASE");
    put("AN", id);
    put("ID", id);
    put("TI", report.chosen.id_in_title ? id + ": " + citation.title : citation.title);
    put("ST", citation.short_title);
    // The comma ends the family name: a body has no other, and its own name stays whole.
    if (!citation.author.empty()) put("AU", citation.author + ",");
    if (!citation.date.empty()) put("PY", std::to_string(citation.date.year()));
    put("DA", date_text(citation.date));
    put("AB", citation.abstract);
    for (const std::string& keyword : citation.keywords) put("KW", keyword);
    put("UR", citation.url);
    put("DB", citation.registry);
    if (hit.id.is_nct()) put("DP", "U.S. National Library of Medicine");
    for (const std::string& note : citation.notes) put("N1", note);
    out(record + "ER  - \n\n");
  }
}

}  // namespace trialsift::render
