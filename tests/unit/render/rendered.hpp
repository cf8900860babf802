// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/small_index.hpp"
#include "trialsift/render/report.hpp"
#include "trialsift/search/evaluator.hpp"

namespace trialsift::testing {

/// What a format writes of a search in an index of these trials.
inline std::string rendered(std::string_view format_name, const std::vector<model::Trial>& trials,
                            std::string_view query_text, const render::ExportOptions& chosen = {},
                            std::string_view query_id = {}) {
  const render::OutputFormat& format = *render::find_output_format(format_name);
  SmallIndex built(trials);
  const query::Query query = query::parse_native(query_text);
  search::SearchOptions options;
  options.limit = 0;
  options.snippets = format.snippets;
  options.with_records = (format.uses & render::kRecords) != 0;
  const search::ResultSet results = search::Searcher(built.index()).search(query, options);
  render::SearchReport report{query, options, results, built.index().manifest(), "1.0", query_id, true, chosen};
  const search::DocSet all = search::Evaluator(built.index()).evaluate(query.root);
  if ((format.uses & render::kFacets) != 0) {
    report.facets = search::count_facets(built.index(), all, std::vector<std::string>{"status", "start", "condition"});
  }
  std::string text;
  format.render(report, {}, [&text](std::string_view part) { text += part; });
  return text;
}

/// A trial in whose texts is all that has ever meant something to some reader of text.
inline model::Trial hostile_trial() {
  const std::string bad =
      "=HYPERLINK(\"http://x\") <script>alert(1)</script> **bold** [link](javascript:x) `code` ![i](u) | a\n\nER  - \n"
      "TY  - JOUR\r\nPMID- 1\u2028N1  - x\u0085y \u202Egnp.exe\u202C \x1b[31mred\x07 \u009b2J @x $a$ ~~s~~ www.x.org";
  return trial(99000001, {{"title", bad},
                          {"official", bad},
                          {"acronym", bad},
                          {"summary", bad},
                          {"detailed", bad},
                          {"condition", bad},
                          {"keyword", bad},
                          {"sponsor", bad},
                          {"intervention", bad},
                          {"status", bad},
                          {"phase", bad},
                          {"posted", "2011-08-22"}});
}

}  // namespace trialsift::testing
