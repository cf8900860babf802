// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/formats.hpp"
#include "render/table.hpp"

namespace trialsift::render {

/// RFC 4180. The columns are the union of those that Rayyan and ASReview read.
void render_csv(const SearchReport& report, const Style&, const Sink& out) {
  render_table(report, {',', "\r\n", true}, out);
}

}  // namespace trialsift::render
