// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/trial.hpp"

#include <set>

#include "support/catch.hpp"
#include "trialsift/base/text.hpp"

using trialsift::model::Trial;

namespace {

constexpr std::size_t kLongest = 120 + 4;  // what is kept, a blank and the ellipsis

}  // namespace

TEST_CASE("the brief title goes before the official one and the summary") {
  Trial trial;
  trial.brief_summary = "Summary.";
  CHECK(trial.title() == "Summary.");
  trial.official_title = "Official";
  CHECK(trial.title() == "Official");
  trial.brief_title = "Brief";
  CHECK(trial.title() == "Brief");
}

TEST_CASE("a trial without any text has no title") {
  CHECK(Trial().title().empty());
}

TEST_CASE("the first sentence of the summary stands for a title") {
  Trial trial;
  trial.brief_summary = "  One sentence of 1.5 words. Another one. ";
  CHECK(trial.title() == "One sentence of 1.5 words.");
  trial.brief_summary = "A line\nAnother line.";
  CHECK(trial.title() == "A line");
}

TEST_CASE("the detailed description stands in for a summary that is not there") {
  Trial trial;
  trial.detailed_description = "Detailed. More.";
  CHECK(trial.title() == "Detailed.");
}

TEST_CASE("a long sentence is cut at the end of a word") {
  Trial trial;
  for (int i = 0; i < 40; ++i) trial.brief_summary += "words ";
  const std::string title = trial.title();
  CHECK(title.size() <= kLongest);
  CHECK(title.size() > 100);
  CHECK(title.ends_with("words \xE2\x80\xA6"));
  CHECK(trial.brief_summary.starts_with(title.substr(0, title.size() - 4)));
}

TEST_CASE("a long word is cut between two characters") {
  for (std::size_t shift = 0; shift < 3; ++shift) {
    Trial trial;
    trial.brief_summary = std::string(shift, 'a');
    for (int i = 0; i < 100; ++i) trial.brief_summary += "\xE4\xB8\xAD";
    const std::string title = trial.title();
    CHECK(title.size() <= kLongest);
    CHECK(title.ends_with(" \xE2\x80\xA6"));
    CHECK(title.size() > 110);
    CHECK(trialsift::base::is_utf8(title));
  }
}

TEST_CASE("the tags and names of a trial's members are distinct and in order") {
  std::set<std::string_view> names;
  unsigned last = 0;
  const Trial trial;
  trialsift::model::for_each_member(trial, [&](unsigned tag, std::string_view name, const auto&) {
    CHECK(tag == last + 1);
    last = tag;
    CHECK(names.insert(name).second);
  });
  CHECK(last == 61);
}

TEST_CASE("a visitor can fill every member") {
  Trial trial;
  trialsift::model::for_each_member(trial, [](unsigned, std::string_view, auto& value) {
    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>) value = "x";
  });
  CHECK(trial.brief_title == "x");
  CHECK(trial.has_results == "x");
  CHECK_FALSE(trial == Trial());
}

TEST_CASE("a title that is not cut has no ellipsis") {
  Trial trial;
  trial.brief_summary = std::string(120, 'a');
  CHECK(trial.title() == trial.brief_summary);
  trial.brief_title = std::string(500, 'b');
  CHECK(trial.title() == trial.brief_title);
}
