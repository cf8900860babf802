// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/formats.hpp"
#include "render/table.hpp"

namespace trialsift::render {

void render_tsv(const SearchReport& report, const Style&, const Sink& out) {
  render_table(report, {'\t', "\n", false}, out);
}

}  // namespace trialsift::render
