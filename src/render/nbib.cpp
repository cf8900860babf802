// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>

#include "render/citation.hpp"
#include "render/formats.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::render {
namespace {

constexpr std::size_t kTagWidth = 4;
constexpr std::string_view kIndent = "      ";
constexpr std::size_t kLongestLine = 88;

void put(std::string& record, std::string_view tag, std::string_view value) {
  if (value.empty()) return;
  record += std::string(tag) + std::string(kTagWidth - tag.size(), ' ') + "- " + std::string(value) + "\n";
}

/// Titles and abstracts are wrapped, at blanks only: a reader puts one back for each. It takes the further lines of
/// other tags for values of their own.
void put_wrapped(std::string& record, std::string_view tag, std::string_view value) {
  std::string lines;
  std::size_t used = kIndent.size();
  for (const std::string_view word : base::split(value, ' ')) {
    if (used > kIndent.size() && used + 1 + word.size() > kLongestLine) {
      lines += "\n" + std::string(kIndent);
      used = kIndent.size();
    } else if (used > kIndent.size()) {
      lines += ' ';
      ++used;
    }
    lines += word;
    used += word.size();
  }
  put(record, tag, lines);
}

/// 2011 Aug 22
std::string date_text(const model::PartialDate& date) {
  constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (date.empty()) return {};
  std::string text = std::to_string(date.year());
  if (date.month() > 0) text += std::string(" ") + kMonths.at(static_cast<std::size_t>(date.month()) - 1);
  if (date.day() > 0) text += " " + std::to_string(date.day());
  return text;
}

}  // namespace

void render_nbib(const SearchReport& report, const Style&, const Sink& out) {
  for (std::size_t i = 0; i < report.results.size(); ++i) {
    const search::Hit hit = report.results.hit(i);
    const Citation citation = cite(report, hit);
    const std::string& id = hit.id.text();
    std::string record;
    put(record, "PMID", id);
    put_wrapped(record, "TI", report.chosen.id_in_title ? id + ": " + citation.title : citation.title);
    put_wrapped(record, "TT", citation.short_title);
    put(record, "CN", citation.author);
    put(record, "DP", date_text(citation.date));
    put_wrapped(record, "AB", citation.abstract);
    put(record, "PT", "Clinical Trial");
    for (const std::string& keyword : citation.keywords) put(record, "OT", keyword);
    put(record, "SI", citation.registry + "/" + id);
    put(record, "AID", citation.url);
    for (const std::string& note : citation.notes) put(record, "GN", note);
    out(record + "\n");
  }
}

}  // namespace trialsift::render
