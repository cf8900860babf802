// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <string_view>

#include "render/formats.hpp"
#include "rendered.hpp"
#include "support/catch.hpp"
#include "trialsift/base/text.hpp"

using namespace trialsift;
using namespace trialsift::testing;

namespace {

/// Every sign that no output holds as it is.
std::string all_controls() {
  std::string all = "red";
  for (char32_t c = 1; c < 0x2070; ++c) {
    if (!base::moves_terminal(c)) continue;
    all += ' ';
    base::append_utf8(all, c);
  }
  return all + " end";
}

model::Trial trial_of_controls() {
  const std::string bad = all_controls();
  model::Trial trial = testing::trial(99000001, {{"title", bad},
                                                 {"official", bad},
                                                 {"acronym", bad},
                                                 {"summary", bad},
                                                 {"detailed", bad},
                                                 {"eligibility", bad},
                                                 {"why_stopped", bad},
                                                 {"condition", bad},
                                                 {"keyword", bad},
                                                 {"sponsor", bad},
                                                 {"intervention", bad},
                                                 {"other_id", bad},
                                                 {"mesh", bad},
                                                 {"status", bad},
                                                 {"phase", bad}});
  trial.locations.push_back({bad, bad, bad});
  trial.outcomes.push_back({bad, bad, bad, bad});
  trial.arms.push_back({bad, bad});
  return trial;
}

/// The first such sign in a text but line ends, and tabs between cells; nothing if there is none.
std::string first_raw(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, at);
    const bool line_end = c.value == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if (base::moves_terminal(c.value) && !line_end && c.value != '\t') {
      return std::to_string(static_cast<unsigned>(c.value)) + " at " + std::to_string(at);
    }
    at += c.length;
  }
  return {};
}

}  // namespace

TEST_CASE("no output holds raw control characters, Unicode's line ends or marks of direction, of records or queries") {
  const std::string bad = all_controls();
  for (const render::OutputFormat& format : render::output_formats()) {
    CAPTURE(format.name);
    render::ExportOptions chosen;
    chosen.label = bad;
    const std::string text = rendered(format.name, {trial_of_controls()}, "red OR \"" + bad + "\"", chosen, bad);
    CHECK_FALSE(text.empty());
    CHECK(first_raw(text) == "");
  }
  for (const render::RecordFormat& format : render::record_formats()) {
    CAPTURE(format.name);
    CHECK(first_raw(format.render(trial_of_controls(), nullptr, render::Style())) == "");
  }
}

TEST_CASE("in HTML marks of direction stand as references in an element that they do not act beyond") {
  const std::string page = rendered("html", {trial(99000001, {{"title", "plum \u202Egnp.exe\u2028"}})}, "plum");
  CHECK(page.find("<bdi><mark>plum</mark> &#8238;gnp.exe&#8232;</bdi>") != std::string::npos);
  CHECK(rendered("html", {trial(99000001, {{"title", "plum"}})}, "plum").find("<bdi>") == std::string::npos);
}

TEST_CASE("JSON escapes what it may not hold raw, so that nothing is lost") {
  const std::string lines = rendered("jsonl", {trial(99000001, {{"title", "plum \u202E\u2028\u2069 \x7F"}})}, "plum");
  CHECK(lines.find("plum \\u202e\\u2028\\u2069 \\u007f") != std::string::npos);
}
