// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "render/formats.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::render {

void render_trec(const SearchReport& report, const Style&, const Sink& out) {
  std::string query_id(report.query_id.empty() ? "1" : base::printable(report.query_id));
  std::replace_if(
      query_id.begin(), query_id.end(), [](unsigned char c) { return c <= ' '; }, '_');
  for (std::size_t i = 0; i < report.results.size(); ++i) {
    const search::Hit hit = report.results.hit(i);
    out(query_id + " Q0 " + hit.id.text() + " " + std::to_string(hit.rank) + " " + score_text(hit.score) +
        " trialsift\n");
  }
}

}  // namespace trialsift::render
