// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/formats.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::render {

void render_ids(const SearchReport& report, const Style&, const Sink& out) {
  const char end = report.chosen.null_ends ? '\0' : '\n';
  for (std::size_t i = 0; i < report.results.size(); ++i) {
    const search::Hit hit = report.results.hit(i);
    out((hit.trial_ids.empty() ? hit.id.text() : base::joined(hit.trial_ids, " ")) + end);
  }
}

}  // namespace trialsift::render
