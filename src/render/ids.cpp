// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/formats.hpp"

namespace trialsift::render {

void render_ids(const SearchReport& report, const Style&, const Sink& out) {
  const char end = report.chosen.null_ends ? '\0' : '\n';
  for (std::size_t i = 0; i < report.results.size(); ++i) out(report.results.hit(i).id.text() + end);
}

}  // namespace trialsift::render
